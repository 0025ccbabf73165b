import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AttackEntry, type Chosen, FACETS, facetCounts, queryFrom, searchOf } from './attack-facets.ts';
import { AttackIndex, isOneOff, searchWords } from './filter-attacks.ts';

const entry = (id: string, given: Partial<AttackEntry> = {}, facets: Chosen = {}): AttackEntry => ({
  id,
  title: id.replaceAll('-', ' '),
  facets: Object.fromEntries(FACETS.map((facet) => [facet, facets[facet] ?? []])) as unknown as AttackEntry['facets'],
  ids: [],
  mappings: [],
  names: [],
  summary: 'Something happens.',
  ...given,
});

const ENTRIES: readonly AttackEntry[] = [
  entry(
    'tool-poisoning',
    { summary: 'A description carries orders for the model.', mappings: [['AML.T0110', 'AI Agent Tool Poisoning']] },
    { kind: ['pattern'], year: ['2025'] },
  ),
  entry('rug-pull', { mappings: [['AML.T0110', 'AI Agent Tool Poisoning']] }, { kind: ['pattern'], year: ['2025'] }),
  entry(
    'postmark-backdoor',
    { names: ['postmark-mcp (npm)', 'bcc'], summary: 'A package copied every outgoing mail to its author.' },
    { kind: ['case'], year: ['2025'] },
  ),
  entry(
    'remote-command-injection',
    { ids: ['CVE-2025-6514'], names: ['mcp-remote (npm)'] },
    { kind: ['case'], year: ['2025'], signal: ['code', 'url'] },
  ),
  entry('command-injection', {}, { kind: ['pattern'], year: ['2024'], signal: ['code'] }),
];
const index = new AttackIndex(ENTRIES);
const ids = (text: string, chosen: Chosen = {}) => index.find(text, chosen).found.map(({ id }) => id);

describe('the right entry is first', () => {
  test.each([
    ['CVE-2025-6514', 'remote-command-injection'],
    ['cve-2025-6514 ', 'remote-command-injection'],
    ['AML.T0110', 'tool-poisoning'],
    ['rug pull', 'rug-pull'],
    ['npm package that stole mails', 'postmark-backdoor'],
    ['mcp-remote', 'remote-command-injection'],
    ['command injection', 'command-injection'],
    ['comand injection', 'command-injection'],
    ['poisonign', 'tool-poisoning'],
    ['descriptions with orders', 'tool-poisoning'],
    ['poiso', 'tool-poisoning'],
  ])('%s → %s', (text, id) => expect(ids(text)[0]).toBe(id));
});

describe('what is found', () => {
  test.each<[string, Chosen, string[]]>([
    ['', {}, ENTRIES.map(({ id }) => id)],
    ['the', {}, ['tool-poisoning']],
    ['zebra', {}, []],
    ['', { kind: ['case'] }, ['postmark-backdoor', 'remote-command-injection']],
    ['', { kind: ['case', 'pattern'], signal: ['url'] }, ['remote-command-injection']],
    ['', { year: ['1999'] }, []],
    ['command', { kind: ['case'] }, ['remote-command-injection']],
  ])('%s in %j', (text, chosen, wanted) => expect(ids(text, chosen)).toEqual(wanted));

  test('short words are forgiven nothing', () => expect(ids('rxg')).toEqual([]));

  test('where no entry has all words, those with most of them are shown, and that is said', () => {
    const { found, partly } = index.find('tool poisoning zebra', {});
    expect([found[0]?.id, partly]).toEqual(['tool-poisoning', true]);
    expect(index.find('tool zebra giraffe', {}).found).toEqual([]);
    expect(index.find('tool poisoning', {}).partly).toBe(false);
  });
});

test('counts say what a further value would show', () => {
  const counts = facetCounts(ENTRIES, { kind: ['case'], year: ['2025'] });
  expect(Object.fromEntries(counts.kind)).toEqual({ pattern: 2, case: 2 });
  expect(Object.fromEntries(counts.year)).toEqual({ '2025': 2 });
  expect(Object.fromEntries(counts.signal)).toEqual({ code: 1, url: 1 });
});

test.each([
  ['', ''],
  ['q=a+b', 'q=a+b'],
  ['?kind=case,pattern&q=x', 'q=x&kind=case,pattern'],
  ['kind=&year=2025', 'year=2025'],
  ['other=1', ''],
])('the address %s reads as %s', (given, wanted) => expect(searchOf(queryFrom(given))).toBe(wanted));

test('a query comes back from its address as it was', () => {
  const values = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,8}$/), { minLength: 1, maxLength: 3 });
  const chosen = fc.dictionary(fc.constantFrom(...FACETS), values);
  fc.assert(
    fc.property(fc.string(), chosen, (words, given) => {
      const query = { words: words.trim(), chosen: { ...given } };
      expect(queryFrom(searchOf(query))).toEqual({ words: query.words.toWellFormed(), chosen: query.chosen });
    }),
  );
});

test('any text can be searched for', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { found } = index.find(text, {});
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    }),
  );
});

test.each([
  ['injection', 'injectoin', true],
  ['injection', 'injecton', true],
  ['injection', 'injecttion', true],
  ['injection', 'injextion', true],
  ['injection', 'injextoin', false],
  ['injection', 'injection', false],
  ['abc', 'bac', true],
])('%s and %s are one off: %s', (a, b, wanted) => {
  expect(isOneOff(a, b)).toBe(wanted);
  expect(isOneOff(b, a)).toBe(wanted);
});

test.each([
  ['Mails, packages & identities', ['mail', 'package', 'identity']],
  ['Poisoned poisoning', ['poison', 'poison']],
  ['CVE-2025-6514', ['cve', '2025', '6514']],
  ['Café status access', ['cafe', 'status', 'access']],
])('%s is searched as %j', (text, words) => expect(searchWords(text)).toEqual(words));
