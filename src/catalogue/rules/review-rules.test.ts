import { expect, test } from 'vitest';
import { anchorOf, type ToolsFile } from '../../domain/record/record.ts';
import { LISTED_ON, problemsOf } from '../../test/content-root.ts';

const STALE = { for: '0'.repeat(64) };

/** Reviews of delete_item (Destructive) and get_item (Read), made for their definitions but for what is laid over them. */
async function found(given: Readonly<Record<string, object>>) {
  const tools = [
    { name: 'delete_item', description: 'Deletes an item for good.' },
    { name: 'get_item', description: 'Gets an item.' },
    { name: 'get_watchlist' },
  ];
  const review = (file: ToolsFile) => ({
    tools: Object.fromEntries(
      Object.entries(given).map(([name, over]) => {
        const record = file.tools.find((tool) => tool.name === name);
        const fits = record ? anchorOf(record, file.listed) : LISTED_ON;
        return [name, { for: fits, date: LISTED_ON, reason: 'Somebody looked at it.', ...over }];
      }),
    ),
  });
  const problems = await problemsOf({ servers: { a: { tools, review } } });
  return problems.map(({ severity, field, message }) => `${severity} ${field}: ${message}`);
}

test.each<[string, Readonly<Record<string, object>>, RegExp[]]>([
  ['a review that changes something', { get_item: { category: 'Write' } }, []],
  ['what the classifier only supposes', { get_watchlist: { category: 'Read' } }, []],
  ['a limit alone', { get_item: { limit: { minute: 5 } } }, []],
  ['a tool that is not there', { got_item: { category: 'Read' } }, [/^error tools\.got_item: is no tool/]],
  [
    'what the classifier says',
    { get_item: { category: 'Read' } },
    [/^stale tools\.get_item: says what the classifier says/],
  ],
  [
    'a signal that is not there to remove',
    { get_item: { signals: { remove: ['code'] } } },
    [/^stale tools\.get_item: says what/],
  ],
  [
    'a date from the future',
    { get_item: { category: 'Write', date: '2026-11-22' } },
    [/^error tools\.get_item: is dated 2026-11-22/],
  ],
  [
    'lapsed and milder',
    { delete_item: { category: 'Read', ...STALE } },
    [/^stale tools\.delete_item: .*no longer counts$/],
  ],
  [
    'lapsed and stricter',
    { get_item: { category: 'Financial', ...STALE } },
    [/^stale tools\.get_item: .*still counts, because it is stricter$/],
  ],
])('%s', async (_, reviews, expected) => {
  expect(await found(reviews)).toEqual(expected.map((line) => expect.stringMatching(line)));
});

test.each<[string, object]>([
  ['without effect', {}],
  ['without a reason', { category: 'Read', reason: 'because' }],
  ['that sets the level', { level: 'low' }],
  ['with an empty limit', { limit: {} }],
  ['with a limit of nothing', { limit: { minute: 0 } }],
  ['with a limit a day', { limit: { day: 5 } }],
])('a review %s is refused', async (_, review) => {
  expect((await found({ get_item: review })).filter((line) => line.startsWith('error tools.get_item'))).not.toEqual([]);
});

test.each<[string, string, object, boolean]>([
  ['nothing mends it, and all tools are low', 'none planned', {}, true],
  ['one tool was raised', 'none planned', { category: 'Execute' }, false],
  ['a version mends it', '1.2.0', {}, false],
])('an attack on the server: %s', async (_, fixed, over, isError) => {
  const review = (file: ToolsFile) => ({
    tools: {
      get_item: {
        for: anchorOf(file.tools[0] as ToolsFile['tools'][number], file.listed),
        date: LISTED_ON,
        reason: 'Somebody looked at it.',
        limit: { minute: 5 },
        ...over,
      },
    },
  });
  const affected = [{ package: 'a', vendor: 'a', versions: 'all', fixed }];
  const problems = await problemsOf({
    servers: { a: { tools: [{ name: 'get_item', description: 'Gets an item.' }], review } },
    attacks: { 'an-attack': { kind: 'case', servers: ['a'], affected } },
  });
  const found = problems.filter(({ message }) => message.includes('nothing mends the attack an-attack'));
  expect(found).toHaveLength(isError ? 1 : 0);
});
