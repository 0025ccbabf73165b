import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AttackEntry, type Chosen, FACETS, facetCounts, queryFrom, searchOf } from './attack-facets.ts';
import { AttackIndex, otherWords, searchWords } from './filter-attacks.ts';

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
    ['poisoningg', 'tool-poisoning'],
    ['poisonng', 'tool-poisoning'],
    ['poisoming', 'tool-poisoning'],
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
  ['Mails, packages & identities', ['mail', 'package', 'identity']],
  ['Poisoned poisoning', ['poison', 'poison']],
  ['CVE-2025-6514', ['cve', '2025', '6514']],
  ['Café status access', ['cafe', 'status', 'access']],
])('%s is searched as %j', (text, words) => expect(searchWords(text)).toEqual(words));

describe('order', () => {
  const first = (text: string, ...entries: AttackEntry[]) => new AttackIndex(entries).find(text, {}).found[0]?.id;
  const both = (text: string, better: AttackEntry, worse: AttackEntry) => {
    // Whatever order they are given in.
    expect([first(text, better, worse), first(text, worse, better)]).toEqual([better.id, better.id]);
  };

  test('of those with one id of a public list, the one that the list’s title speaks of', () => {
    const mappings = [['AML.T0110', 'AI Agent Tool Poisoning']] as const;
    both('aml.t0110', entry('tool-poisoning', { mappings }), entry('rug-pull', { mappings }));
    both(
      'aml.t0110',
      entry('tool-poisoning', { mappings }),
      entry('poisoning-of-a-tool-by-its-maker-over-time', { mappings }),
    );
  });

  test('its own name or id before a name that it is known by', () => {
    both('rug pull', entry('x1', { title: 'Rug  Pull' }), entry('x2', { names: ['rug pull'] }));
    both('rug-pull', entry('rug-pull', { title: 'Another' }), entry('x2', { names: ['rug-pull'] }));
  });

  test('the same word before its beginning, before one with another meaning alike', () => {
    both('poison', entry('x1', { title: 'Poison' }), entry('x2', { title: 'Poisonous' }));
    both('inbox', entry('x1', { title: 'Inboxes' }), entry('x2', { title: 'Mail' }));
    both('mail', entry('x1', { names: ['mail'] }), entry('x2', { summary: 'Mail.' }));
  });

  test('a title that has the words as they stand before one that has them apart', () => {
    both('mail theft', entry('x1', { title: 'A mail theft' }), entry('x2', { title: 'A theft of mail' }));
  });

  test('a word that few have tells more than one that many have', () => {
    const many = ['a', 'b', 'c', 'd'].map((id) => entry(id, { names: ['agent'] }));
    const found = new AttackIndex([...many, entry('rare', { names: ['llama'] })]).find('agent llama', {});
    expect([found.found[0]?.id, found.partly]).toEqual(['rare', true]);
  });

  test('a pattern before a case, else as they stand', () => {
    both(
      'mail',
      entry('x1', { title: 'Mail' }, { kind: ['pattern'] }),
      entry('x2', { title: 'Mail' }, { kind: ['case'] }),
    );
    expect(first('mail', entry('x2', { title: 'Mail' }), entry('x1', { title: 'Mail' }))).toBe('x2');
  });
});

describe('all the words, or most of them', () => {
  const found = (text: string, ...entries: AttackEntry[]) => {
    const result = new AttackIndex(entries).find(text, {});
    return [result.found.map(({ id }) => id), result.partly];
  };
  test.each<[string, string[], boolean]>([
    ['the poisoning of a tool', ['tool-poisoning'], false],
    ['tool zebra', ['tool-poisoning'], true],
    ['tool zebra giraffe', [], false],
    ['zebra giraffe', [], false],
    ['tool poisoning zebra', ['tool-poisoning'], true],
    ['of the', [], false],
  ])('%s', (text, ids, partly) =>
    expect(found(text, entry('tool-poisoning'), entry('rug-pull'))).toEqual([ids, partly]),
  );

  test('what is called exactly so is never said to fit in part', () => {
    expect(found('npm zebra (x)', entry('a', { names: ['npm zebra (x)'] }), entry('b', { title: 'npm x' }))).toEqual([
      ['a'],
      false,
    ]);
  });

  test('a letter is forgiven only where no entry has the word itself', () => {
    expect(found('poisen', entry('a', { title: 'Poison' }), entry('b', { title: 'Poisen' }))).toEqual([['b'], false]);
    expect(found('poisen', entry('a', { title: 'Poison' }))).toEqual([['a'], false]);
    expect(found('tols', entry('a', { title: 'tool' }))).toEqual([[], false]);
  });
});

test('words with the same meaning, without those that the text has', () => {
  expect(otherWords('the inbox').toSorted()).toEqual(['bcc', 'email', 'mail']);
  expect(otherWords('zebra')).toEqual([]);
});
