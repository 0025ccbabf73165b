import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { buildCatalogue } from '../src/catalogue/join/catalogue.ts';
import { knownCatalogue } from '../src/catalogue/join/known-servers.ts';
import { readContent } from '../src/catalogue/read/content.ts';
import { audit, uncontrolledAt } from '../src/domain/audit/audit.ts';
import { serverOfList } from '../src/domain/audit/listed-server.ts';
import { type ConfigurationDocument, LARGEST_TEXT, readDocument } from '../src/domain/clients/read-document.ts';
import { RISK_LEVELS, type RiskLevel } from '../src/domain/risk/risk-level.ts';
import { auditJson } from './parts/audit-json.ts';
import { auditMarkdown } from './parts/audit-markdown.ts';
import { auditSarif } from './parts/audit-sarif.ts';
import { auditText } from './parts/audit-text.ts';
import {
  type Arguments,
  contentRoot,
  EXIT,
  givenPath,
  MisuseError,
  runCommand,
  UnusableFileError,
} from './parts/command.ts';

const REPORTS = { text: auditText, json: auditJson, sarif: auditSarif, markdown: auditMarkdown };

function reportOf(options: Arguments['options']): (typeof REPORTS)['text'] {
  const given = options.format ?? 'text';
  if (typeof given !== 'string' || !Object.hasOwn(REPORTS, given)) {
    throw new MisuseError(`${String(given)} is no format. There are: ${Object.keys(REPORTS).join(', ')}.`);
  }
  return REPORTS[given as keyof typeof REPORTS];
}

function levelOf(options: Arguments['options']): RiskLevel | null {
  const given = options['fail-on'];
  if (given === undefined) return null;
  const level = RISK_LEVELS.find((each) => each === given);
  if (level === undefined) throw new MisuseError(`${String(given)} is no level. There are: ${RISK_LEVELS.join(', ')}.`);
  return level;
}

/** Reads the files; if any cannot be used, all of those are named and the command ends, whatever the others say. */
async function readConfigurations(words: readonly string[]): Promise<ConfigurationDocument[]> {
  const read = await Promise.all(words.map(readConfiguration));
  const faults = read.filter((each) => typeof each === 'string');
  if (faults.length > 0) throw new UnusableFileError(faults.join('\n'));
  return read.filter((each) => typeof each !== 'string');
}

/** One file, or what is wrong with it and how to mend it. */
async function readConfiguration(word: string): Promise<ConfigurationDocument | string> {
  const file = givenPath(word);
  const found = await stat(file).catch(() => null);
  if (found === null) return `${word}: no such file. Give the path of a client’s configuration.`;
  if (!found.isFile()) return `${word}: is no file. Give the files of a client in it, one by one.`;
  if (found.size > LARGEST_TEXT) return `${word}: is larger than 1 MB. Give the configuration alone.`;
  const text = await readFile(file, 'utf8');
  // Its own path says more than the word that was typed: whose file it is, and at which level.
  const document = readDocument({ name: word, text, path: file.split(path.sep).join('/') });
  const [problem] = document.problems;
  return document.kind === 'unusable' && problem !== undefined
    ? `${word}, ${problem.place}: ${problem.message}. ${problem.remedy}`
    : document;
}

await runCommand({
  usage: `
Usage: npm run -s audit -- CONFIG… [--fail-on LEVEL] [--format FORMAT] [--content DIR]

What the agents of a client can do now: its configurations against the catalogue, tool by tool, by which line. Give all files
of a client together: the list of servers, and the permissions of every level. An answer to tools/list counts for the server
of its file's name.

  --fail-on LEVEL  exit 1 when nothing controls a tool of this level or above: ${RISK_LEVELS.join(', ')}. A client's default
                   controls nothing, nor does a line that opens everything; a line that names a tool does, also one that
                   allows it; a pattern opens no critical tool. What nobody has assessed counts as just below critical.
                   Without it the command only reports.
  --format FORMAT  ${Object.keys(REPORTS).join(', ')} (default: text)
  --content DIR    the content root (default: content)

Exit codes: 0 nothing uncontrolled at that level or above, or no --fail-on; 1 there is; 2 wrong use, or a configuration that
cannot be read.
`,
  takesWords: true,
  options: { 'fail-on': { type: 'string' }, format: { type: 'string' }, content: { type: 'string' } },
  run: async ({ options, words }) => {
    if (words.length === 0) throw new MisuseError('Give at least one configuration.');
    const report = reportOf(options);
    const failOn = levelOf(options);
    const documents = await readConfigurations(words);
    const catalogue = knownCatalogue(await buildCatalogue(await readContent(contentRoot(options))));
    const lists = documents.filter(({ kind }) => kind === 'tools-list').map(serverOfList);
    const result = audit(documents, catalogue, lists);
    process.stdout.write(`${report(result, catalogue, failOn)}\n`);
    for (const { file, place, message, remedy } of result.unusable) {
      process.stderr.write(`${file}, ${place}: ${message}. ${remedy}\n`);
    }
    return failOn !== null && uncontrolledAt(result, failOn).length > 0 ? EXIT.no : EXIT.done;
  },
});
