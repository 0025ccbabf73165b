import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeWhole } from '../src/catalogue/write/write-file.ts';
import { ClassificationSchema } from '../src/domain/record/classification.ts';
import { temporaryFolder } from '../src/test/content-root.ts';
import { runScript } from '../src/test/run-script.ts';

const line = (name: string, more: object = {}) =>
  JSON.stringify({ server: 'test', tool: { name, description: 'Gets an item.' }, ...more });
const classify = (stdin: string) => runScript('classify', ['-'], { stdin });

test('one verdict a line, in the order of the input, each whole', async () => {
  const names = ['b', 'a', '../../x', 'a', '日本語'];
  const { code, stdout, stderr } = await classify(`${names.map((name) => line(name)).join('\r\n')}\n\n`);
  expect([code, stderr]).toEqual([0, '']);
  const verdicts = stdout
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text));
  expect(verdicts.map(({ tool }) => tool)).toEqual(names);
  for (const { server, tool, ...classification } of verdicts) {
    expect([server, typeof tool]).toEqual(['test', 'string']);
    expect(ClassificationSchema.parse(classification)).toEqual(classification);
  }
});

test('reads a file from where the person stands', async () => {
  const folder = await temporaryFolder();
  await writeWhole(path.join(folder, 'tools.jsonl'), line('get_item'));
  const { code, stdout } = await runScript('classify', ['tools.jsonl'], { folder });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ tool: 'get_item', category: 'Read', level: 'low' });
});

test.each([
  [{}, 'not-said'],
  [{ definitionSource: 'listed' }, 'not-said'],
  [{ definitionSource: 'snapshot' }, 'not-known'],
  [{ definitionSource: 'documented' }, 'not-known'],
  [{ definitionSource: 'derived' }, 'not-known'],
])('%j: an absent hint is %s', async (source, state) => {
  const { stdout } = await classify(line('get_item', source));
  expect(JSON.parse(stdout).annotations).toMatchObject({ readOnlyHint: { state }, openWorldHint: { state } });
});

test('a tool that nobody can judge has no category, level or score', async () => {
  const { stdout } = await classify(JSON.stringify({ server: 'test', tool: { name: 'xyzzy', description: null } }));
  expect(JSON.parse(stdout)).toMatchObject({ category: null, level: null, score: null });
});

test('no input, no output', async () => {
  expect(await classify('\n')).toEqual({ code: 0, stdout: '', stderr: '' });
});

describe('wrong lines: 1, nothing on stdout, all of them named on stderr', () => {
  test('each on a line of its own', async () => {
    const { code, stdout, stderr } = await classify(
      [
        line('ok'),
        '{',
        '[]',
        '{"tool": {"name": "x"}}',
        '{"server": "x"}',
        line('x', { definitionSource: 'rumour' }),
      ].join('\n'),
    );
    expect([code, stdout]).toEqual([1, '']);
    expect(
      stderr
        .trimEnd()
        .split('\n')
        .map((text) => text.split(': ').slice(0, 2).join(': ')),
    ).toEqual([
      expect.stringMatching(/^line 2: cannot be read as JSON/),
      expect.stringMatching(/^line 3: is no object/),
      'line 4: server',
      expect.stringMatching(/^line 5: tool/),
      'line 6: definitionSource',
    ]);
  });
});
