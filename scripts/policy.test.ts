import { expect, test } from 'vitest';
import { FORMAT_IDS } from '../src/domain/enforcement/format-ids.ts';
import { parsePolicy } from '../src/domain/policy/parse.ts';
import { writeContentRoot } from '../src/test/content-root.ts';
import { runScript } from '../src/test/run-script.ts';

const tool = (name: string, description: string, properties: object = {}) => ({
  name,
  description,
  inputSchema: { type: 'object', properties } as never,
});

const root = () =>
  writeContentRoot({
    servers: {
      shop: {
        tools: [
          tool('list_products', 'Lists the products of the shop.'),
          tool('delete_product', 'Permanently deletes a product.', { id: { type: 'string' } }),
          tool('read_mail', 'Reads the messages in the inbox of the user, as their senders wrote them.'),
          tool('read_file', 'Reads a file from the local file system.', { path: { type: 'string' } }),
        ],
      },
      odd: { tools: [tool('a.b', 'Lists items.'), tool('a b', 'Lists items.')] },
    },
  });

const policy = async (...args: string[]) => runScript('policy', [...args, '--content', await root()]);

test('the snippet on stdout, what to know beside it on stderr', async () => {
  const { code, stdout, stderr } = await policy('shop', '--format', 'policy-json');
  expect(code).toBe(0);
  expect(parsePolicy(stdout)).toHaveProperty('policy.hide', ['delete_product']);
  expect(stdout).toMatch(/^\{\n[\s\S]*\n\}\n$/);
  expect(stderr).toMatch(/^policy\.json, for policy\.json\nIt allows .*\n/);
  expect(stderr).toContain('not on the vendor’s gateway');
});

test('every format prints for a plain server, with the reader’s own key', async () => {
  const folder = await root();
  for (const id of FORMAT_IDS) {
    const { code, stdout, stderr } = await runScript('policy', [
      'shop',
      '--format',
      id,
      '--key',
      'my-shop',
      '--content',
      folder,
    ]);
    expect([id, code]).toEqual([id, 0]);
    expect(stderr).not.toBe('');
    if (!['policy-json', 'intercept', 'cedar-toolhive'].includes(id))
      expect([id, stdout]).toEqual([id, expect.stringMatching(/my-shop/)]);
  }
});

test('a tool’s policy', async () => {
  const { stdout } = await policy('shop', '--tool', 'delete_product', '--format', 'claude-code');
  expect(JSON.parse(stdout)).toEqual({ permissions: { deny: ['mcp__shop__delete_product'] } });
});

test('reads: what still flows is on stderr', async () => {
  const { stderr } = await policy('shop', '--format', 'codex', '--variant', 'reads');
  expect(stderr).toMatch(/Private data can still be read: .*read_mail/);
});

test('narrow in a format that holds it, and in one that does not', async () => {
  const held = await policy('shop', '--format', 'policy-json', '--variant', 'narrow');
  expect([held.code, held.stdout]).toEqual([0, expect.stringContaining('args.path')]);
  expect(held.stderr).toMatch(/symbolic links/);
  const refused = await policy('shop', '--format', 'codex', '--variant', 'narrow');
  expect([refused.code, refused.stdout]).toEqual([1, '']);
  expect(refused.stderr).toMatch(/has no rules on arguments/);
});

test('names that a format cannot tell apart: nothing on stdout, the note on stderr, 1', async () => {
  const { code, stdout, stderr } = await policy('odd', '--format', 'opencode');
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/cannot tell "a b" and "a\.b" apart/);
  expect((await policy('odd', '--format', 'codex')).code).toBe(0);
});

test.each([
  [['nobody', '--format', 'codex'], /no server nobody in .*content\. There are: odd, shop\./],
  [
    ['github', '--format', 'codex'],
    /no server github in .*content\. Placard’s own catalogue has one: leave out --content/,
  ],
  [['shop', '--format', 'codex', '--tool', 'nothing'], /no tool nothing/],
])('what is not on record: %j', async (args, words) => {
  const { code, stdout, stderr } = await policy(...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(words);
});

test('a server that Placard’s own catalogue lacks may be in one of the reader’s', async () => {
  const { code, stderr } = await runScript('policy', ['shop', '--format', 'codex']);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /no server shop in Placard’s own catalogue\. If it is in a catalogue of yours, give its --content DIR/,
  );
});
