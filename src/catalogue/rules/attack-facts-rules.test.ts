import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { problemsOf } from '../../test/content-root.ts';

const FACTS = {
  kind: 'pattern',
  date: '2025-07',
  confidence: 'high',
  affected: [{ package: 'x', vendor: 'y', versions: '< 2' }],
  cve: ['CVE-2025-6514'],
  cwe: ['CWE-78'],
  mappings: [
    { list: 'MITRE ATLAS', id: 'AML.T0110', title: 'AI Agent Tool Poisoning', own: false },
    { list: 'SAF-MCP', id: 'SAF-T1001', title: 'Tool Poisoning Attack (TPA)', own: true },
  ],
  sources: [{ url: 'https://example.com/', seen: 'read' }],
};
const ENTRY = { ...FACTS, sources: [{ ...FACTS.sources[0], title: 'A page' }] };

/** Fields in which an entry differs from the facts beside it, or the file that is at fault. */
async function faults(entries: Readonly<Record<string, object>>, facts: Readonly<Record<string, object>>) {
  const problems = await problemsOf({
    attacks: entries,
    files: Object.fromEntries(Object.entries(facts).map(([id, data]) => [`attacks/facts/${id}.yaml`, stringify(data)])),
  });
  return problems.map(({ file, field }) => `${file.replace('content/attacks/', '')} ${field}`.trim());
}

test.each<[string, object, string[]]>([
  ['an entry that says what was looked up', {}, []],
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
  ['a source that was only linked', { sources: [{ ...ENTRY.sources[0], seen: 'linked' }] }, ['sources', 'sources']],
  ['a source under another title', { sources: [{ ...ENTRY.sources[0], title: 'The same page' }] }, []],
  ['less confidence', { confidence: 'medium', uncertain: ['The day.'] }, ['confidence', 'confidence']],
])('%s', async (_, given, fields) => {
  const found = await faults({ 'an-attack': { ...ENTRY, ...given } }, { 'an-attack': FACTS });
  expect(found).toEqual(fields.map((field) => `an-attack.mdx ${field}`));
});

test('an entry without facts and facts without an entry are named', async () => {
  expect(await faults({ one: ENTRY, two: ENTRY }, { one: FACTS, three: FACTS })).toEqual([
    'two.mdx',
    'facts/three.yaml',
  ]);
});

test('an entry or facts that cannot be read are not called missing', async () => {
  const unreadable = { kind: 'rumour' };
  expect(await faults({ one: { ...ENTRY, ...unreadable } }, { one: FACTS })).toEqual(['one.mdx kind']);
  expect(await faults({ one: ENTRY }, { one: { ...FACTS, ...unreadable } })).toEqual(['facts/one.yaml kind']);
});

test('facts hold no sentences', async () => {
  const [problem] = await faults({ one: ENTRY }, { one: { ...FACTS, account: 'What happened.' } });
  expect(problem).toContain('facts/one.yaml');
});

test('attacks without a folder of facts are not held to any', async () => {
  expect(await faults({ one: ENTRY }, {})).toEqual([]);
});
