import { expect, test } from 'vitest';
import { anchorOf, type ToolsFile } from '../../domain/record/record.ts';
import type { ToolDefinition } from '../../domain/record/tool.ts';
import { LISTED_ON, problemsOf } from '../../test/content-root.ts';

const tool = (name: string): ToolDefinition => ({
  name,
  description: 'Gets an item.',
  inputSchema: { type: 'object', properties: { id: { type: 'string' } } },
});
const server = { for: LISTED_ON, summary: 'Keeps items.' };

interface Words {
  readonly server?: object;
  readonly tools?: Readonly<Record<string, object>>;
}

/** Words that fit, but for what is laid over them; `for` of a tool is its fingerprint. */
async function found(names: readonly string[], given: Words, publisherText = 'keep') {
  const words = (file: ToolsFile) => {
    const fitting = (name: string) => {
      const record = file.tools.find((each) => each.name === name);
      return { for: record ? anchorOf(record, file.listed) : LISTED_ON, summary: 'Gets an item.' };
    };
    const tools = Object.entries(given.tools ?? {}).map(([name, over]) => [name, { ...fitting(name), ...over }]);
    return { server: { ...server, ...given.server }, tools: Object.fromEntries(tools) };
  };
  const problems = await problemsOf({ site: { publisherText }, servers: { a: { tools: names.map(tool), words } } });
  return problems
    .filter(({ file }) => file.endsWith('words.yaml'))
    .map(({ severity, field }) => `${severity} ${field}`);
}

test.each<[string, readonly string[], Words, string[]]>([
  ['words that fit', ['get'], { tools: { get: { parameters: { id: 'Which item.' } } } }, []],
  ['no words', ['get'], {}, []],
  ['words on a tool that is not there', ['get'], { tools: { got: {} } }, ['error tools.got']],
  [
    'a note on a parameter that is not there',
    ['get'],
    { tools: { get: { parameters: { name: 'x' } } } },
    ['stale tools.get.parameters.name'],
  ],
  ['words on an earlier definition', ['get'], { tools: { get: { for: '0'.repeat(64) } } }, ['stale tools.get.for']],
  ['a summary of an earlier listing', ['get'], { server: { for: '2026-01-01' } }, ['stale server.for']],
  ['a tool that is called constructor, without words', ['constructor', 'toString'], { tools: {} }, []],
])('%s', async (_, names, words, expected) => expect(await found(names, words)).toEqual(expected));

test.each([
  ['It changes nothing.', ['get'], []],
  ['It changes nothing.', ['get', 'deleteAll'], ['error server.summary']],
  ['No tool changes anything.', ['deleteAll'], ['error server.summary']],
  ['None of its tools changes anything.', ['deleteAll'], ['error server.summary']],
  ['Nothing is known of it.', ['deleteAll'], []],
])('the summary "%s" on %j', async (summary, names, expected) => {
  const tools = names.map((name) =>
    name === 'get' ? tool(name) : { ...tool(name), description: 'Deletes all items.' },
  );
  const problems = await problemsOf({
    servers: { a: { tools, words: () => ({ server: { ...server, summary } }) } },
  });
  expect(
    problems.filter(({ severity }) => severity === 'error').map(({ severity, field }) => `${severity} ${field}`),
  ).toEqual(expected);
});

test('under `omit` each tool needs a summary, whatever its name', async () => {
  const names = ['get', 'constructor', 'put'];
  expect(await found(names, { tools: { get: {} } }, 'omit')).toEqual(['stale tools.constructor', 'stale tools.put']);
});

test('notes on a tool whose parameters are not known are not questioned', async () => {
  const problems = await problemsOf({
    servers: {
      a: {
        tools: [{ name: 'get', description: 'Gets an item.' }],
        definitionSource: 'documented',
        words: () => ({
          server,
          tools: { get: { for: LISTED_ON, summary: 'Gets.', parameters: { id: 'Which item.' } } },
        }),
      },
    },
  });
  expect(problems).toEqual([]);
});
