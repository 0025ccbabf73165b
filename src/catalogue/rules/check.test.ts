import { describe, expect, test } from 'vitest';
import { anchorOf, type ToolsFile } from '../../domain/record/record.ts';
import { type GivenContent, problemsOf } from '../../test/content-root.ts';

const anchor = (file: ToolsFile) => anchorOf(file.tools[0] as ToolsFile['tools'][number], file.listed);
const review = (given: object) => ({ date: '2026-11-20', reason: 'Somebody looked at it.', ...given });

const SOUND: GivenContent = {
  servers: {
    test: {
      tools: [{ name: 'create_item', description: 'Creates an item.' }],
      words: (file) => ({
        server: { for: file.listed.date, summary: 'Keeps items.' },
        tools: { create_item: { for: anchor(file), summary: 'Creates an item.' } },
      }),
      review: (file) => ({ tools: { create_item: review({ for: anchor(file), limit: { minute: 5 } }) } }),
    },
  },
};

test('nothing is wrong with a content root that is sound', async () => expect(await problemsOf(SOUND)).toEqual([]));

describe('a content root with everything wrong at once', () => {
  const BROKEN: GivenContent = {
    servers: {
      'wrong-type': { server: { official: 'yes' } },
      'missing-field': { server: { source: undefined } },
      clash: {},
      Clash: {},
      hostile: {
        tools: [
          { name: '../../x', description: 'Reads a page.' },
          { name: 'markup', description: 'Reads <script>alert(1)</script> a page.' },
        ],
        review: () => ({ tools: { markup: review({ for: '0'.repeat(64), category: 'Financial' }) } }),
      },
      unreadable: {},
    },
    attacks: { lost: { related: ['no-such-attack'] } },
    files: { 'servers/unreadable/tools.json': '{"schemaVersion": 1,' },
  };

  test.each([
    ['error', 'content/servers/wrong-type/server.yaml', 'official'],
    ['error', 'content/servers/missing-field/server.yaml', 'source'],
    ['error', 'content/servers/clash', ''],
    ['error', 'content/servers/Clash', ''],
    ['warning', 'content/servers/hostile/tools.json', 'tools[0].name'],
    ['warning', 'content/servers/hostile/tools.json', 'tools[1].description'],
    ['stale', 'content/servers/hostile/review.yaml', 'tools.markup'],
    ['error', 'content/servers/unreadable/tools.json', ''],
    ['error', 'content/attacks/lost.mdx', 'related[0]'],
  ])('%s in %s at "%s"', async (severity, file, field) => {
    expect(await problemsOf(BROKEN)).toContainEqual(expect.objectContaining({ severity, file, field }));
  });

  test('is reported in one go, each with what is wrong and a remedy, and nothing else', async () => {
    const problems = await problemsOf(BROKEN);
    expect(problems).toHaveLength(9);
    for (const { message, remedy } of problems) {
      expect(message.length).toBeGreaterThan(5);
      expect(remedy).toMatch(/^[A-Z].*\.$/s);
    }
  });
});
