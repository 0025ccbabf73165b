import { expect, test } from 'vitest';
import { AttackFactsSchema, factTexts } from './attack-facts.ts';

const FACTS = {
  kind: 'case',
  date: '2026-03-10',
  confidence: 'high',
  affected: [{ package: 'example (npm)', vendor: 'Example', versions: '< 2.1.0', fixed: '2.1.0' }],
  cve: ['CVE-2026-00001'],
  ghsa: ['GHSA-2345-6789-cfgh'],
  cwe: ['CWE-88'],
  cvss: [
    {
      cve: 'CVE-2026-00001',
      version: '3.1',
      score: 8.8,
      severity: 'high',
      vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H',
    },
  ],
  mappings: [
    { list: 'SAF-MCP', id: 'SAF-T1101', title: 'Command Injection', own: true },
    { list: 'MITRE ATLAS', id: 'AML.T0053', title: 'AI Agent Tool Invocation', own: false },
  ],
  sources: [{ url: 'https://example.com/advisory', seen: 'read' }],
};

test('every fact has a text that names it', () => {
  expect(factTexts(AttackFactsSchema.parse(FACTS))).toEqual({
    kind: ['case'],
    date: ['2026-03-10'],
    confidence: ['high'],
    affected: ['{"package":"example (npm)","vendor":"Example","versions":"< 2.1.0","fixed":"2.1.0"}'],
    cve: ['CVE-2026-00001'],
    ghsa: ['GHSA-2345-6789-cfgh'],
    cwe: ['CWE-88'],
    cvss: ['CVE-2026-00001 CVSS 3.1 8.8 HIGH CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H'],
    mappings: [
      'SAF-MCP SAF-T1101 “Command Injection” (ours)',
      'MITRE ATLAS AML.T0053 “AI Agent Tool Invocation” (the list’s)',
    ],
    sources: ['https://example.com/advisory (read)'],
  });
});

test('facts have no sentences and no links between entries, and at least one source', () => {
  for (const given of [{ title: 'x' }, { summary: 'x' }, { related: [] }, { sources: [] }]) {
    expect(AttackFactsSchema.safeParse({ ...FACTS, ...given }).success).toBe(false);
  }
  expect(AttackFactsSchema.safeParse({ ...FACTS, sources: [{ ...FACTS.sources[0], title: 'x' }] }).success).toBe(false);
});
