import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { classifyTool } from '../domain/classify/classify.ts';
import { levelRank } from '../domain/risk/risk-level.ts';

const LABELLED = join(process.env.PLACARD_SHARED ?? '../shared', 'gold/dev.jsonl');
const isThere = existsSync(LABELLED);
if (!isThere) console.log(`skipped: ${LABELLED} is not there`);

interface Labelled {
  readonly server: string;
  readonly tool: { readonly name: string };
  readonly category: string;
  readonly level: Parameters<typeof levelRank>[0];
  readonly signals: readonly string[];
  readonly doubt: readonly string[];
}

it.skipIf(!isThere)('agrees with the labels of the labelled tools', () => {
  const rows = readFileSync(LABELLED, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);
  const verdicts = rows.map((row) => ({ row, verdict: classifyTool(row) }));
  const share = (is: (each: (typeof verdicts)[number]) => boolean, of = verdicts) => of.filter(is).length / of.length;
  expect(share(({ row, verdict }) => row.category === verdict.category)).toBeGreaterThan(0.95);
  expect(
    share(({ row, verdict }) => verdict.level === null || levelRank(verdict.level) < levelRank(row.level)),
  ).toBeLessThan(0.05);
  const sure = verdicts.filter(({ verdict }) => verdict.confidence > 0.9);
  expect(share(({ row, verdict }) => row.category === verdict.category, sure)).toBeGreaterThan(0.97);
  const mistaken = verdicts.filter(
    ({ row, verdict }) => /Destructive|Financial/.test(row.category) && verdict.category === 'Read',
  );
  expect(mistaken).toEqual([]);
});
