import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildCatalogue } from '../src/catalogue/join/catalogue.ts';
import { knownCatalogue } from '../src/catalogue/join/known-servers.ts';
import { readContent } from '../src/catalogue/read/content.ts';
import { audit, exitCodeOf } from '../src/domain/audit/audit.ts';
import type { KnownCatalogue } from '../src/domain/audit/known-catalogue.ts';
import { serversOfLists } from '../src/domain/audit/listed-server.ts';
import { type ExpectedAnswer, STRANGERS, WHOLE } from '../src/domain/audit/strangers.cases.ts';
import { HELD_OUT } from '../src/domain/audit/strangers.fixture.ts';
import { notMet } from '../src/domain/audit/strangers-differences.fixture.ts';
import { casesOf, EXITS_NOT_YET, NOT_YET } from '../src/domain/audit/strangers-not-yet.fixture.ts';
import { type ConfigurationText, documentReader } from '../src/domain/clients/read-document.ts';
import { readYamlText } from '../src/domain/configuration/yaml-text.ts';
import { temporaryFolder } from '../src/test/content-root.ts';
import { runScript } from '../src/test/run-script.ts';
import { auditJson } from './parts/audit-json.ts';
import { auditMarkdown } from './parts/audit-markdown.ts';
import { auditSarif } from './parts/audit-sarif.ts';
import { auditText } from './parts/audit-text.ts';

const INPUTS = path.join(process.env.PLACARD_SHARED ?? '../shared', 'cases/configurations');
const isThere = existsSync(INPUTS);
if (!isThere) console.log(`skipped: ${INPUTS} is not there`);

interface Given {
  readonly id: string;
  readonly files: readonly ConfigurationText[];
  readonly answer: ExpectedAnswer;
}

function strangers(): Given[] {
  return STRANGERS.map((answer) => ({
    id: answer.id,
    files: answer.files.map(({ file, path: where = file }) => ({
      name: where,
      text: readFileSync(path.join(INPUTS, answer.id, file), 'utf8'),
    })),
    answer,
  }));
}

test.skipIf(!isThere)('39 configurations of strangers: what is not met is exactly what is listed', () => {
  expect([...notMet(strangers()).keys()].sort()).toEqual(casesOf(NOT_YET));
});

const REPORTS = { text: auditText, json: auditJson, sarif: auditSarif, markdown: auditMarkdown };
const LEVELS = [null, 'low', 'high'] as const;

/** What differs of the answers that the command is made of, as aspects: its exit codes, its words, and each of its formats. */
function answerDifferences({ files, answer }: Given, catalogue: KnownCatalogue): string[] {
  const documents = files.map(documentReader(readYamlText));
  const found = audit(documents, catalogue, serversOfLists(documents));
  const { exits, allowing = exits, unread = [] } = answer;
  const wrong = new Set<string>();
  for (const [index, level] of LEVELS.entries()) {
    if (exitCodeOf(found, level, false) !== exits[index]) wrong.add(`exit ${level}`);
    if (exitCodeOf(found, level, true) !== allowing[index]) wrong.add(`exit-allowing ${level}`);
    for (const [format, report] of Object.entries(REPORTS)) {
      const text = report(found, catalogue, level);
      if (!unread.every((part) => names(text, part, files))) wrong.add(format);
    }
    if (!saysWhatItFound(answer, auditText(found, catalogue, level))) wrong.add('words');
  }
  return [...wrong];
}

/** Nothing read and nothing configured are two things: each is said as what it is, and neither that all is well. */
function saysWhatItFound({ allowing, servers }: ExpectedAnswer, text: string): boolean {
  if (Object.keys(servers).length > 0) return true;
  if (/controlled by a line/.test(text)) return false;
  const saysNone = /no MCP server is configured here|no list of servers was given/i.test(text);
  // Where nothing was read there is nothing to go on with, whatever flag is given.
  return allowing?.[0] === 2 ? !saysNone && /nothing could be read/i.test(text) : saysNone;
}

/** A report names the file and, below the file, the part. */
function names(report: string, { file, place }: { file?: string; place: string }, files: readonly ConfigurationText[]) {
  return report.includes(file ?? (files[0]?.name as string)) && (place === WHOLE || report.includes(place));
}

describe('with our own catalogue', async () => {
  const catalogue = knownCatalogue(await buildCatalogue(await readContent('content')));
  const all = [
    ...(isThere ? strangers() : []),
    ...HELD_OUT.map((answer): Given => ({ id: answer.id, files: answer.texts, answer })),
  ];
  const waiting = casesOf(EXITS_NOT_YET);
  test.each(all)('$id', (given) => {
    const found = answerDifferences(given, catalogue).map((aspect) => `${given.id} ${aspect}`);
    expect(found.sort()).toEqual(waiting.filter((each) => each.startsWith(`${given.id} `)));
  });
});

/** A few go through the command itself, which hands these answers on: one of each end. */
test.each([
  ['array-beside-a-good-file', [], 2],
  ['array-beside-a-good-file', ['--allow-unreadable', '--format', 'markdown'], 0],
  ['spellings-of-a-schema', ['--fail-on', 'high', '--format', 'sarif'], 1],
  ['yaml-of-no-known-kind', ['--allow-unreadable', '--format', 'json'], 2],
  ['librechat', ['--fail-on', 'high'], 1],
  ['claude-denied', ['--fail-on', 'low'], 0],
] as const)('the command: %s with %j ends with %i', async (id, options, code) => {
  const { texts = [], unread = [] } = HELD_OUT.find((each) => each.id === id) ?? {};
  const folder = await temporaryFolder();
  for (const { name, text } of texts) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const ended = await runScript('audit', [...texts.map(({ name }) => name), ...options], { folder });
  expect(ended.code).toBe(code);
  expect(unread.every((part) => names(ended.stdout, part, texts))).toBe(true);
});
