import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../domain/record/publisher-text.ts';
import { type GivenContent, LISTED_ON, temporaryFolder, writeContentRoot } from '../../test/content-root.ts';
import { readContent } from '../read/content.ts';
import { writeWhole } from '../write/write-file.ts';
import { publisherWordProblems, runIn } from './publisher-words.ts';

const SIX = 'Deletes the chosen file for good';
const SEVEN = `${SIX} today`;

describe('runIn', () => {
  const runs = new Set([wordsOf(SEVEN).join(' ')]);

  test.each([
    ['', false],
    [SIX, false],
    [SEVEN, true],
    [`This one ${SEVEN.toUpperCase()}!`, true],
    ['deletes -- the *chosen* file, for good; today', true],
    ['Deletes the chosen file for ever today', false],
  ])('%j: %s', (text, isRun) => expect(runIn(text, runs)).toBe(isRun ? wordsOf(SEVEN).join(' ') : null));
});

/** A shared folder whose publishers wrote the seven words, in a description of a parameter that is called `url`. */
async function sharedFolder(): Promise<string> {
  const shared = await temporaryFolder();
  const tool = { name: 'x', inputSchema: { properties: { url: { description: SEVEN } } } };
  await writeWhole(path.join(shared, 'facts/scanned-servers.jsonl'), `${JSON.stringify({ tools: [tool] })}\n`);
  await writeWhole(path.join(shared, 'facts/seed-servers.json'), '{"servers": []}');
  await writeWhole(path.join(shared, 'facts/attacks.json'), '[]');
  await writeWhole(path.join(shared, 'corpus/readme'), '');
  await writeFile(path.join(shared, 'corpus/tools-list.jsonl.gz'), gzipSync('{"tools": []}\n'));
  return shared;
}

async function found(given: GivenContent, shared?: string) {
  const content = await readContent(await writeContentRoot({ site: { publisherText: 'omit' }, ...given }));
  expect(content.problems).toEqual([]);
  const said: string[] = [];
  const problems = await publisherWordProblems(content, shared ?? (await sharedFolder()), (line) => said.push(line));
  return { said, problems: problems.map(({ severity, file, field }) => `${severity} ${file} ${field}`) };
}

const GET = { name: 'get', description: 'Gets.' };
const server = { for: LISTED_ON, summary: 'Keeps items.' };
const words = (given: object) => () => ({ server, ...given });

describe('a publisher’s words are found', () => {
  test.each<[string, GivenContent, string]>([
    [
      'in a summary',
      { servers: { a: { tools: [GET], words: words({ server: { ...server, summary: SEVEN } }) } } },
      'servers/a/words.yaml server.summary',
    ],
    [
      'in a note on a parameter that is called url',
      { servers: { a: { tools: [GET], words: words({ parameters: { url: SEVEN } }) } } },
      'servers/a/words.yaml parameters.url',
    ],
    [
      'in the summary of a tool that is called name',
      { servers: { a: { tools: [GET], words: words({ tools: { name: { for: LISTED_ON, summary: SEVEN } } }) } } },
      'servers/a/words.yaml tools.name.summary',
    ],
    [
      'in a review',
      {
        servers: {
          a: {
            tools: [GET],
            review: () => ({ tools: { get: { for: LISTED_ON, date: LISTED_ON, reason: SEVEN, category: 'Write' } } }),
          },
        },
      },
      'servers/a/review.yaml tools.get.reason',
    ],
    [
      'in the default of a parameter that is called format',
      { servers: { a: { tools: [{ name: 'get', inputSchema: { properties: { format: { default: SEVEN } } } }] } } },
      'servers/a/tools.json tools[0].inputSchema.properties.format.default',
    ],
    ['in the frontmatter of an attack', { attacks: { x: { summary: `${SEVEN}.` } } }, 'attacks/x.mdx summary'],
    ['in the text of a guide', { guides: { x: { body: `So: ${SEVEN}.` } } }, 'guides/x.mdx '],
  ])('%s', async (_, given, where) => {
    expect((await found(given)).problems).toContain(`error content/${where}`);
  });
});

test.each<[string, GivenContent]>([
  ['six words', { guides: { x: { body: SIX } } }],
  [
    'a pattern',
    { servers: { a: { tools: [{ name: 'get', inputSchema: { properties: { a: { pattern: SEVEN } } } }] } } },
  ],
  [
    'an address',
    {
      servers: { a: { tools: [{ name: 'get', inputSchema: { default: `https://x/${SEVEN.replaceAll(' ', '/')}` } }] } },
    },
  ],
  ['a name', { servers: { a: { tools: [{ name: SEVEN }] } } }],
])('%s may stand', async (_, given) => {
  const { problems } = await found(given);
  expect(problems.filter((problem) => !problem.includes('classification'))).toEqual([]);
});

test('a catalogue that keeps publishers’ texts is not compared', async () => {
  const given = { site: { publisherText: 'keep' }, guides: { x: { body: SEVEN } } };
  expect(await found(given)).toEqual({ said: [], problems: [] });
});

test('without the folder nothing can be compared, and that is said', async () => {
  const { said, problems } = await found({ guides: { x: { body: SEVEN } } }, '/does/not/exist');
  expect(problems).toEqual([]);
  expect(said).toEqual([expect.stringMatching(/^Not compared .*PLACARD_SHARED/)]);
});
