import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { classifyTools } from '../domain/classify/classify.ts';
import { unmet } from '../domain/classify/expected-verdict.ts';
import { STRANGER_CASES } from '../domain/classify/strangers-verdicts.cases.ts';

const DEFINITIONS = join(process.env.PLACARD_SHARED ?? '../shared', 'cases/verdicts.jsonl');
const isThere = existsSync(DEFINITIONS);
if (!isThere) console.log(`skipped: ${DEFINITIONS} is not there`);

/** Lines whose verdict is not as expected yet. One that has become right fails here, and is taken off. */
const NOT_YET = new Set<number>();

const lines = isThere ? readFileSync(DEFINITIONS, 'utf8').trim().split('\n') : [];
const inputs = lines.map((line) => JSON.parse(line) as Parameters<typeof classifyTools>[0][number]);

it.skipIf(!isThere)('has an expectation for each definition', () =>
  expect(STRANGER_CASES.map(({ line, name }) => [line, name])).toEqual(
    inputs.map(({ tool }, index) => [index + 1, tool.name]),
  ),
);

for (const { line, name, why, ...expected } of STRANGER_CASES) {
  const expectedToday = NOT_YET.has(line) ? it.fails : it;
  const check = isThere ? expectedToday : it.skip;
  check(`line ${line}, ${name}: ${why}`, () => {
    const input = inputs[line - 1] as (typeof inputs)[number];
    expect(classifyTools([input]).flatMap((verdict) => unmet(verdict, expected))).toEqual([]);
  });
}
