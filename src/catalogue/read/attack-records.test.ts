import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeContentRoot } from '../../test/content-root.ts';
import { writeJson } from '../write/write-file.ts';
import { attackRecordProblems } from './attack-records.ts';
import { readContent } from './content.ts';

const RECORD = {
  id: 'an-attack',
  kind: 'pattern',
  date: '2025-07',
  affected: [{ package: 'x', vendor: 'y', versions: '< 2', fixed: null, cve: 'CVE-2025-6514' }],
  cve: ['CVE-2025-6514'],
  ghsa: [],
  cvss: [],
  cwe: ['CWE-78'],
  mappings: {
    atlas: [{ id: 'AML.T0110', name: 'AI Agent Tool Poisoning', basis: 'explicit' }],
    saf_mcp: [{ id: 'SAF-T1001', name: 'Tool Poisoning Attack (TPA)', basis: 'definition' }],
  },
  related: [],
  example_cases: [],
  sources: [{ url: 'https://example.com/', seen: 'read' }],
  confidence: 'high',
};
const ENTRY = {
  affected: [{ package: 'x', vendor: 'y', versions: '< 2' }],
  cve: ['CVE-2025-6514'],
  cwe: ['CWE-78'],
  mappings: [
    { list: 'MITRE ATLAS', id: 'AML.T0110', title: 'AI Agent Tool Poisoning', own: false },
    { list: 'SAF-MCP', id: 'SAF-T1001', title: 'Tool Poisoning Attack (TPA)', own: true },
  ],
};

test.each<[string, object, string[]]>([
  ['an entry that says what its record says', {}, []],
  ['another date', { date: '2025-08' }, ['date', 'date']],
  ['a year without saying what is not certain', { date: '2025' }, ['date', 'date']],
  ['a year, and what is not certain', { date: '2025', uncertain: ['The month.'] }, []],
  ['a CVE id too many', { cve: ['CVE-2025-6514', 'CVE-2025-1111'] }, ['cve']],
  ['a CWE id too few', { cwe: [] }, ['cwe']],
  [
    'another fixed version',
    { affected: [{ package: 'x', vendor: 'y', versions: '< 2', fixed: '2' }] },
    ['affected', 'affected'],
  ],
  [
    'our assignment as the list’s',
    { mappings: ENTRY.mappings.map((each) => ({ ...each, own: false })) },
    ['mappings', 'mappings'],
  ],
  [
    'a source that was only linked',
    { sources: [{ url: 'https://example.com/', title: 'x', seen: 'linked' }] },
    ['sources', 'sources'],
  ],
  ['more confidence', { confidence: 'medium' }, ['confidence', 'confidence']],
])('%s', async (_, given, fields) => {
  const shared = await temporaryFolder();
  await writeJson(path.join(shared, 'facts/attacks.json'), [RECORD, { ...RECORD, id: 'not-written' }]);
  const content = await readContent(await writeContentRoot({ attacks: { 'an-attack': { ...ENTRY, ...given } } }));
  const said: string[] = [];
  const problems = await attackRecordProblems(content, shared, (line) => said.push(line));
  expect(problems.map(({ field }) => field)).toEqual(fields);
  expect(said).toEqual(['Records of attacks without an entry: not-written.']);
});

test('an entry without a record is named, and a missing folder is said', async () => {
  const shared = await temporaryFolder();
  const content = await readContent(await writeContentRoot({ attacks: { other: ENTRY } }));
  const said: string[] = [];
  expect(await attackRecordProblems(content, shared, (line) => said.push(line))).toEqual([]);
  expect(said[0]).toContain('PLACARD_SHARED');
  await writeJson(path.join(shared, 'facts/attacks.json'), [RECORD]);
  const [problem] = await attackRecordProblems(content, shared, () => {});
  expect(problem?.message).toContain('no record');
});
