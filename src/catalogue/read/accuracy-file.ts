import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Accuracy, AccuracySchema } from '../../domain/risk/accuracy.ts';
import { sha256Hex } from '../../domain/text/sha256.ts';
import { OWN_CONTENT } from './content.ts';
import type { Problem } from './problem.ts';
import { readJson } from './read-file.ts';

/** Where the figures of `npm run accuracy` are: they are about Placard's classifier, whoever's catalogue is built. */
export const ACCURACY_FILE = path.join(OWN_CONTENT, 'accuracy.json');

const SOURCES = path.resolve('src/domain/classify');

/** SHA-256 over the classifier's sources, tests left out: names and texts in the order of their names. */
export async function classifierSources(): Promise<string> {
  const files = (await readdir(SOURCES, { recursive: true })).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  const texts = await Promise.all(
    files
      .sort()
      .map(async (name) => `${name.split(path.sep).join('/')}\n${await readFile(path.join(SOURCES, name), 'utf8')}`),
  );
  return sha256Hex(texts.join('\n'));
}

/** The figures, or null when nothing was measured. */
export async function readAccuracy(): Promise<Accuracy | null> {
  return (await readJson({ path: ACCURACY_FILE, file: 'content/accuracy.json' }, AccuracySchema)).value;
}

/** A problem when the figures are missing, unreadable, or of another state of the classifier. */
export async function accuracyProblems(): Promise<Problem[]> {
  const { value, problems } = await readJson({ path: ACCURACY_FILE, file: 'content/accuracy.json' }, AccuracySchema);
  const remedy = 'Run `npm run accuracy`.';
  if (value === null) return problems.map((problem) => ({ ...problem, severity: 'stale', remedy }));
  if (value.sources === (await classifierSources())) return [];
  return [
    {
      severity: 'stale',
      file: 'content/accuracy.json',
      field: 'sources',
      message: 'is of another state of the classifier: the figures on /method/ no longer hold',
      remedy,
    },
  ];
}
