import { expect, test } from 'vitest';
import { VerifiedClientSchema } from '../domain/snippet/verified.ts';
import { runOf } from './clients.ts';

const CODEX = { ...runOf('codex'), name: 'Codex' };

import { verdictOf } from './outcome.ts';

const now = new Date('2026-11-26T23:00:00Z');
const ran = (made: number, differences: string[] = []) => ({
  name: `a server with ${made}`,
  refused: null,
  calls: { made, expected: 1, reached: 1 },
  differences,
});
const refused = {
  name: 'hostile',
  refused: 'It has odd names.',
  calls: { made: 0, expected: 0, reached: 0 },
  differences: [],
};

test('policies that ran and their calls are counted; what was refused ran nowhere', () => {
  expect(verdictOf(CODEX, [ran(7), refused, ran(3)], now)).toEqual({
    client: 'Codex',
    package: '@openai/codex',
    version: CODEX.version,
    date: '2026-11-26',
    verdict: 'passed',
    policies: 2,
    calls: 10,
    differences: [],
  });
});

test.each([
  ['one difference anywhere', [ran(7), ran(3, ['"x" got through.'])], ['a server with 3: "x" got through.']],
  ['no policy that ran at all', [refused], []],
])('failed: %s', (_, results, differences) => {
  const verdict = verdictOf(CODEX, results, now);
  expect(verdict).toMatchObject({ verdict: 'failed', differences });
  expect(VerifiedClientSchema.parse(verdict)).toEqual(verdict);
});
