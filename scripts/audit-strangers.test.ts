import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ExpectedAnswer, STRANGERS, WHOLE } from '../src/domain/audit/strangers.cases.ts';
import { HELD_OUT } from '../src/domain/audit/strangers.fixture.ts';
import { notMet } from '../src/domain/audit/strangers-differences.fixture.ts';
import { casesOf, EXITS_NOT_YET, NOT_YET } from '../src/domain/audit/strangers-not-yet.fixture.ts';
import type { ConfigurationText } from '../src/domain/clients/read-document.ts';
import { temporaryFolder } from '../src/test/content-root.ts';
import { type Ended, runScript } from '../src/test/run-script.ts';

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

/**
 * What differs of the command's answers, as aspects. Each run is for two things where it can be: that a level without
 * a flag passes where all was read is tried in audit.test.ts, and low is run where it is not the same as high.
 */
async function commandDifferences({ files, answer }: Given): Promise<string[]> {
  const folder = await temporaryFolder();
  for (const { name, text } of files) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const run = (...options: string[]) => runScript('audit', [...files.map(({ name }) => name), ...options], { folder });
  const { exits, allowing = exits, servers, unread = [] } = answer;
  const [none, low, high] = exits;
  const wrong = new Set<string>();
  const expectCode = async (aspect: string, code: number, ...options: string[]) => {
    const ended = await run(...options);
    if (ended.code !== code) wrong.add(aspect);
    return ended;
  };
  const expectNamed = (format: string, { stdout }: Ended) => {
    if (!unread.every((part) => names(stdout, part, files))) wrong.add(format);
  };
  if (unread.length === 0) {
    const ended = await expectCode('exit', high, '--fail-on', 'high');
    if (Object.keys(servers).length === 0 && !saysWhatItFound(answer, ended)) wrong.add('words');
    if (low !== high) await expectCode('exit', low, '--fail-on', 'low');
    return [...wrong];
  }
  if (!saysWhatItFound(answer, await expectCode('exit', none))) wrong.add('words');
  expectNamed('json', await expectCode('exit', low, '--fail-on', 'low', '--format', 'json'));
  expectNamed('sarif', await expectCode('exit', high, '--fail-on', 'high', '--format', 'sarif'));
  const on = ['--allow-unreadable', '--format', 'markdown', '--fail-on'];
  await expectCode('exit-allowing', allowing[1], ...on, 'low');
  expectNamed('markdown', await expectCode('exit-allowing', allowing[2], ...on, 'high'));
  return [...wrong];
}

/** Nothing read and nothing configured are two things: each is said as what it is, and neither that all is well. */
function saysWhatItFound({ allowing, servers }: ExpectedAnswer, { stdout, stderr }: Ended): boolean {
  if (Object.keys(servers).length > 0) return true;
  if (/controlled by a line/.test(stdout)) return false;
  const saysNone = /no MCP server is configured here/i.test(stdout);
  // Where nothing was read there is nothing to go on with, whatever flag is given.
  return allowing?.[0] === 2 ? !saysNone && /nothing could be read/i.test(stdout + stderr) : saysNone;
}

/** A report names the file and, below the file, the part. */
function names(report: string, { file, place }: { file?: string; place: string }, files: readonly ConfigurationText[]) {
  return report.includes(file ?? (files[0]?.name as string)) && (place === WHOLE || report.includes(place));
}

describe('the command', () => {
  // Of our own, those in which something could not be read, or all is controlled: the rest says nothing new.
  const ours = HELD_OUT.filter(({ unread, exits }) => unread !== undefined || exits[2] === 0);
  const all = [
    ...(isThere ? strangers() : []),
    ...ours.map((answer): Given => ({ id: answer.id, files: answer.texts, answer })),
  ];
  const waiting = casesOf(EXITS_NOT_YET);
  test.each(all)('$id', async (given) => {
    const found = (await commandDifferences(given)).map((aspect) => `${given.id} ${aspect}`).sort();
    expect(found).toEqual(waiting.filter((each) => each.startsWith(`${given.id} `)));
  });
});
