import { describe, expect, test } from 'vitest';
import type { EnforcementFormat } from '../enforcement/format.ts';
import { FORMATS, formatById } from './formats.ts';
import {
  NOTHING_VERIFIED,
  type VerifiedClient,
  type VerifiedClients,
  VerifiedClientsSchema,
  verificationSentence,
} from './verified.ts';

const run: VerifiedClient = {
  client: 'Codex',
  package: '@openai/codex',
  version: '0.169.0',
  date: '2026-11-26',
  verdict: 'passed',
  policies: 12,
  calls: 431,
  differences: [],
};
const known = (changed: Partial<VerifiedClient> = {}): VerifiedClients => ({
  schemaVersion: 1,
  formats: { codex: { ...run, ...changed } },
});
const format = (id: string) => formatById(id) as EnforcementFormat;

describe('the sentence beside a snippet', () => {
  test.each<[string, VerifiedClients, string]>([
    ['codex', known(), 'Checked with Codex 0.169.0 on 26 November 2026: 12 policies, 431 calls.'],
    ['codex', known({ policies: 1, calls: 1 }), 'Checked with Codex 0.169.0 on 26 November 2026: 1 policy, 1 call.'],
    [
      'codex',
      known({ verdict: 'failed', differences: ['A call got through.'] }),
      'Checked with Codex 0.169.0 on 26 November 2026: 12 policies, 431 calls, and not all of it went as the policies say: do not rely on it.',
    ],
    ['codex', NOTHING_VERIFIED, 'Not checked by us in the client.'],
    ['gemini-cli', known(), 'Not checked by us in the client.'],
    ['policy-json', known(), 'Checked by our evaluator, not on the vendor’s gateway.'],
  ])('%s, %j: %s', (id, verified, words) => {
    expect(verificationSentence(format(id), verified)).toBe(words);
  });

  test('what npm test proves names no client that ran: that is data', () => {
    for (const { id, verified } of FORMATS)
      expect([id, verified.says]).not.toEqual([id, expect.stringMatching(/run in/)]);
  });
});

describe('the data file', () => {
  test('what the command writes is what pages read', () => {
    expect(VerifiedClientsSchema.parse(JSON.parse(JSON.stringify(known())))).toEqual(known());
    expect(VerifiedClientsSchema.parse({ schemaVersion: 1, formats: {} })).toEqual(NOTHING_VERIFIED);
  });

  test.each([
    ['another version of the schema', { ...known(), schemaVersion: 2 }],
    ['a format that there is not', { schemaVersion: 1, formats: { codexx: run } }],
    ['a date that is none', known({ date: '26 November' })],
    ['an unknown field', { schemaVersion: 1, formats: { codex: { ...run, extra: 1 } } }],
    ['a negative count', known({ calls: -1 })],
  ])('%s is refused', (_, value) => {
    expect(VerifiedClientsSchema.safeParse(value).success).toBe(false);
  });
});
