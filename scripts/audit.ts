import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { buildCatalogue } from '../src/catalogue/join/catalogue.ts';
import { knownCatalogue } from '../src/catalogue/join/known-servers.ts';
import { readContent } from '../src/catalogue/read/content.ts';
import { printable } from '../src/catalogue/read/problem.ts';
import { audit, exitCodeOf } from '../src/domain/audit/audit.ts';
import { unreadSentence } from '../src/domain/audit/audit-wording.ts';
import { serversOfLists } from '../src/domain/audit/listed-server.ts';
import {
  type ConfigurationDocument,
  documentReader,
  LARGEST_TEXT,
  unusable,
} from '../src/domain/clients/read-document.ts';
import { readYamlText } from '../src/domain/configuration/yaml-text.ts';
import { RISK_LEVELS, type RiskLevel } from '../src/domain/risk/risk-level.ts';
import { auditJson } from './parts/audit-json.ts';
import { auditMarkdown } from './parts/audit-markdown.ts';
import { auditSarif } from './parts/audit-sarif.ts';
import { auditText } from './parts/audit-text.ts';
import { type Arguments, contentRoot, givenPath, MisuseError, runCommand } from './parts/command.ts';

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

const read = documentReader(readYamlText);

/** One file; one that cannot be read stops no other, and the report names it. */
async function readConfiguration(word: string): Promise<ConfigurationDocument> {
  const file = givenPath(word);
  const refused = (message: string, remedy: string) => unusable({ name: word, text: '' }, 'line 1', message, remedy);
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => error.code ?? '');
  if (found === 'ELOOP') return refused('is a link that leads back to itself', 'Give the file that it should lead to.');
  if (found === 'EACCES') return refused('may not be read', 'Give yourself the right to read it.');
  if (typeof found === 'string') return refused('no such file', 'Give the path of a client’s configuration.');
  if (!found.isFile()) return refused('is no file', 'Give the files of a client in it, one by one.');
  if (found.size > LARGEST_TEXT) return refused('is larger than 1 MB', 'Give the configuration alone.');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return refused('may not be read', 'Give yourself the right to read it.');
  // Its own path says more than the word that was typed: whose file it is, and at which level.
  return read({ name: word, text, path: file.split(path.sep).join('/') });
}

await runCommand({
  usage: `
Usage: npm run -s audit -- CONFIG… [--fail-on LEVEL] [--allow-unreadable] [--format FORMAT] [--content DIR]

What the agents of a client can do now: its configurations against the catalogue, tool by tool, by which line. Give all files
of a client together: the list of servers, and the permissions of every level. An answer to tools/list counts for the server
of its file's name.

  --fail-on LEVEL  exit 1 when nothing controls a tool of this level or above: ${RISK_LEVELS.join(', ')}. A client's default
                   controls nothing, nor does a line that opens everything; a line that names a tool does, also one that
                   allows it; a pattern opens no critical tool. What nobody has assessed counts as just below critical.
                   Without it the command only reports.
  --allow-unreadable
                   go on with what could be read: exit 0 instead of 2 where it passes; what could not is still named
  --format FORMAT  ${Object.keys(REPORTS).join(', ')} (default: text)
  --content DIR    the content root (default: content)

Exit codes: 1 something is uncontrolled at the level of --fail-on or above; else 2 a file, a server or a tool could not be read,
or wrong use; else 0.
`,
  takesWords: true,
  options: {
    'fail-on': { type: 'string' },
    'allow-unreadable': { type: 'boolean' },
    format: { type: 'string' },
    content: { type: 'string' },
  },
  run: async ({ options, words }) => {
    if (words.length === 0) throw new MisuseError('Give at least one configuration.');
    const report = reportOf(options);
    const failOn = levelOf(options);
    const documents = await Promise.all(words.map(readConfiguration));
    const catalogue = knownCatalogue(await buildCatalogue(await readContent(contentRoot(options))));
    const result = audit(documents, catalogue, serversOfLists(documents));
    process.stdout.write(`${report(result, catalogue, failOn)}\n`);
    // The text has it itself; who passes on one of the others should see it too.
    if (report !== REPORTS.text) {
      for (const each of result.unusable) process.stderr.write(`${printable(unreadSentence(each))}\n`);
    }
    return exitCodeOf(result, failOn, options['allow-unreadable'] === true);
  },
});
