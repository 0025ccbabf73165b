import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { MOST_PUBLISHER_WORDS, wordsOf } from '../../domain/record/publisher-text.ts';
import type { Content } from '../read/content.ts';
import { fieldPath, type Problem } from '../read/problem.ts';

/**
 * Problems for every run of more than six consecutive words of a publisher in content that omits publishers' text, by
 * comparison with the definitions in `$PLACARD_SHARED`. Without that folder nothing can be compared, and that is said.
 */
export async function publisherWordProblems(
  content: Content,
  shared: string,
  say: (line: string) => void,
): Promise<Problem[]> {
  if (content.site.publisherText !== 'omit') return [];
  const runs = await publisherRuns(shared);
  if (runs === null) {
    say('Not compared with publishers’ texts: PLACARD_SHARED (default ../shared) is not there.');
    return [];
  }
  const problems: Problem[] = [];
  const look = (file: string, field: string, text: string) => {
    const run = runIn(text, runs);
    if (run !== null) {
      problems.push({
        severity: 'error',
        file,
        field,
        message: `has more than ${MOST_PUBLISHER_WORDS} consecutive words of a publisher: “${run}”`,
        remedy: 'Say it in words of ours; in tools.json, import the server again.',
      });
    }
  };
  for (const server of content.servers) {
    eachText(server.words, (path, text) => look(`${server.folder}/words.yaml`, fieldPath(path), text), NONE);
    eachText(server.review, (path, text) => look(`${server.folder}/review.yaml`, fieldPath(path), text), NONE);
    eachText(server.tools, (path, text) => look(`${server.folder}/tools.json`, fieldPath(path), text));
  }
  for (const text of [...content.attacks, ...content.guides]) {
    // Ids of other entries are names, though they are made of words.
    eachText({ ...text.data, related: [] }, (path, value) => look(text.file, fieldPath(path), value));
    look(text.file, '', text.body);
  }
  return problems;
}

/**
 * Texts that are exempt (docs/contracts.md#publishers-texts): names, patterns, formats, addresses, and facts that are no
 * sentences.
 */
const EXEMPT: ReadonlySet<string> = new Set([
  '$schema',
  'pattern',
  'format',
  'name',
  'url',
  'where',
  'package',
  'vector',
  'versions',
  'fixed',
]);

/** In words and reviews the keys are names of tools and parameters: a note on `url` is a text like any other. */
const NONE: ReadonlySet<string> = new Set();

/** Visits every text in a value. A key exempts the text behind it, never an object: a parameter may be called `url`. */
function eachText(
  value: unknown,
  visit: (path: PropertyKey[], text: string) => void,
  exempt: ReadonlySet<string> = EXEMPT,
  at: PropertyKey[] = [],
): void {
  if (typeof value === 'string') {
    const key = at.at(-1);
    const isExempt = typeof key === 'string' && exempt.has(key);
    if (!isExempt && !/^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(value)) visit(at, value);
  } else if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) eachText(member, visit, exempt, [...at, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) eachText(member, visit, exempt, [...at, key]);
  }
}

/** A version is one word, however many numbers it has: facts of that kind are nobody's sentence. */
function withVersions(text: string): string {
  return text.replace(/(?<=\d)\.(?=\d)/g, '');
}

/** The first run of seven words that a publisher wrote too; null when there is none. */
export function runIn(text: string, runs: ReadonlySet<string>): string | null {
  const words = wordsOf(withVersions(text));
  for (let start = 0; start + MOST_PUBLISHER_WORDS < words.length; start += 1) {
    const run = words.slice(start, start + MOST_PUBLISHER_WORDS + 1).join(' ');
    if (runs.has(run)) return run;
  }
  return null;
}

/** All runs of seven words in publishers' prose; null when the folder is not there. */
async function publisherRuns(shared: string): Promise<ReadonlySet<string> | null> {
  const files = [
    'facts/scanned-servers.jsonl',
    'facts/seed-servers.json',
    'facts/attacks.json',
    'corpus/tools-list.jsonl.gz',
  ];
  const runs = new Set<string>();
  for (const file of files) {
    const text = await readMaybeZipped(path.join(shared, file));
    if (text === null) return null;
    for (const line of file.includes('.jsonl') ? text.split('\n') : [text]) {
      if (line.trim() !== '') addRuns(JSON.parse(line), runs);
    }
  }
  return runs;
}

function addRuns(value: unknown, runs: Set<string>): void {
  eachText(value, (_path, text) => {
    const words = wordsOf(withVersions(text));
    for (let start = 0; start + MOST_PUBLISHER_WORDS < words.length; start += 1) {
      runs.add(words.slice(start, start + MOST_PUBLISHER_WORDS + 1).join(' '));
    }
  });
}

async function readMaybeZipped(file: string): Promise<string | null> {
  try {
    const bytes = await readFile(file);
    return (file.endsWith('.gz') ? await promisify(gunzip)(bytes) : bytes).toString('utf8');
  } catch {
    return null;
  }
}
