import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { printable } from '../src/catalogue/read/problem.ts';
import { writeWhole } from '../src/catalogue/write/write-file.ts';
import type { Verdict } from '../src/domain/classify/classify.ts';
import { compareLedgers, type Ledger, ledgerText, readLedger } from '../src/domain/ledger/ledger.ts';
import { verdictWords } from '../src/domain/ledger/verdict-code.ts';
import type { Evidence } from '../src/domain/record/classification.ts';
import { classifiedBefore } from './parts/classifier-before.ts';
import { contentRoot, EXIT, givenPath, runCommand, sharedFolder } from './parts/command.ts';
import {
  type Judged,
  type JudgedRecord,
  judgedDefinitions,
  judgedExamples,
  judgedRecords,
  serversAtHand,
} from './parts/judged.ts';

/** So many of the verdicts that nothing has any more are named. */
const MOST_GONE = 50;
/** Verdicts on our own example definitions, by the id of what they are for. */
const EXAMPLES_FILE = 'examples.txt';
/** Verdicts on publishers' definitions and on records, by hashes. */
const DEFINITIONS_FILE = 'definitions.txt';

await runCommand({
  usage: `
Usage: npm run -s verdict-diff [-- --accept]

Compares the classifier's verdicts with the accepted ones in content/ledger: on the examples of its own rules, on the records of
the catalogue, and on all definitions of $PLACARD_SHARED (default ../shared) where that is there. Prints every verdict that
is another than the accepted one, with what both rest on.

  --accept       writes the verdicts of now into the ledger
  --content DIR  the content root (default: content)
  --ledger DIR   the ledger (default: content/ledger)

Exit: 0 all as accepted, 1 not, 2 wrong use.
`,
  options: { accept: { type: 'boolean' }, content: { type: 'string' }, ledger: { type: 'string' } },
  run: async ({ options }) => {
    const shared = sharedFolder();
    const servers = await serversAtHand(shared);
    const hasShared = servers.size > 0;
    const records = await judgedRecords(contentRoot(options), servers);
    const definitions = hasShared ? await judgedDefinitions(shared, servers) : [];
    const accept = options.accept === true;
    const folder = typeof options.ledger === 'string' ? givenPath(options.ledger) : path.join('content', 'ledger');
    await mkdir(folder, { recursive: true });
    const parts = [
      await compare(path.join(folder, EXAMPLES_FILE), judgedExamples(), true, accept),
      await compare(path.join(folder, DEFINITIONS_FILE), [...records, ...definitions], hasShared, accept),
      staleRecords(records),
    ];
    return parts.every(Boolean) ? EXIT.done : EXIT.no;
  },
});

/**
 * Compares one file of the ledger with the verdicts of now and prints the differences, or writes the file.
 * @param isWhole whether everything that the file is about was judged; else lines without a definition stay unsaid
 * @returns whether all is as accepted
 */
async function compare(file: string, judged: readonly Judged[], isWhole: boolean, accept: boolean): Promise<boolean> {
  const { ledger, faults } = readLedger(existsSync(file) ? await readFile(file, 'utf8') : '');
  const now: Ledger = new Map(judged.map(({ key, code }) => [key, code]));
  const { flips, added, gone } = compareLedgers(ledger, now);
  const missing = isWhole ? gone : [];
  const byKey = new Map(judged.map((each) => [each.key, each]));
  await printFlips(
    file,
    flips.map(({ key, was }) => ({ judged: byKey.get(key) as Judged, was })),
  );
  for (const fault of faults) say(`${file}: ${fault}`);
  if (added.length > 0) say(`${file}: ${added.length} without an accepted verdict: ${named(added, byKey)}`);
  for (const key of missing.slice(0, MOST_GONE)) {
    say(
      `${key}\n  was ${verdictWords(ledger.get(key) as string)}\n  now nothing: its row, example or record was removed`,
    );
  }
  const isGone = missing.length > 0 ? `, ${missing.length} accepted verdicts gone` : '';
  const isSame = flips.length + faults.length + added.length + missing.length === 0;
  say(`${file}: ${judged.length} verdicts, ${flips.length} other than accepted${isGone}`);
  if (accept) {
    await writeWhole(file, ledgerText(isWhole ? now : new Map([...ledger, ...now])));
    return true;
  }
  if (!isSame) say(`Accept what is right with: npm run verdict-diff -- --accept`);
  return isSame;
}

function named(keys: readonly string[], byKey: ReadonlyMap<string, Judged>): string {
  const names = keys.slice(0, 5).map((key) => `${byKey.get(key)?.from} ${byKey.get(key)?.name}`);
  return `${names.join(', ')}${keys.length > names.length ? ', …' : ''}`;
}

/** Records whose verdict is not the classifier's of now. @returns whether there are none */
function staleRecords(records: readonly JudgedRecord[]): boolean {
  const stale = records.filter(({ code, recorded }) => code !== recorded);
  for (const { from, name, code, recorded } of stale) {
    say(`${from} ${name}: the record says ${verdictWords(recorded)}; now ${verdictWords(code)}. Run npm run records.`);
  }
  return stale.length === 0;
}

/** Names and evidence are strangers' texts: what would steer a terminal is written out. */
function say(line: string): void {
  process.stdout.write(`${line.split('\n').map(printable).join('\n')}\n`);
}

async function printFlips(file: string, flips: readonly { judged: Judged; was: string }[]): Promise<void> {
  if (flips.length === 0) return;
  const before = await classifiedBefore(
    file,
    flips.map(({ judged: { among } }) => among),
  );
  for (const [index, { judged, was }] of flips.entries()) {
    const { from, name, code, verdict, input, among } = judged;
    const position = input === undefined ? -1 : among.indexOf(input);
    say(`${from} ${name}`);
    say(`  was ${verdictWords(was)}${evidenceWords(before?.[index]?.[position])}`);
    say(`  now ${verdictWords(code)}${evidenceWords(verdict)}`);
  }
}

function evidenceWords(verdict: Verdict | undefined): string {
  if (verdict === undefined) return '';
  const category = verdict.evidence.map(quoted);
  const signals = verdict.signals.map(({ id, evidence: [first] }) => `${id}: ${first && quoted(first)}`);
  return [...category, ...signals].map((line) => `\n      ${line}`).join('');
}

function quoted({ from, where, text, says }: Evidence): string {
  return `"${text}" (${where === undefined ? from : `${from} ${where}`}) ${says}`;
}
