import { describe, expect, test } from 'vitest';
import type { Category } from './category.ts';
import { attacksOn, type JoinAttack, type JoinTool, matchTool, whereOf } from './relate.ts';
import type { RiskSignal } from './signal.ts';

const tool = (category: Category | null, signals: readonly RiskSignal[] = [], where = 'target'): JoinTool => ({
  name: 'tool',
  category,
  signals: signals.map((id) => ({ id, evidence: [{ from: 'parameter', where, text: where, says: 'so' }] })),
});
const attack = (id: string, join: JoinAttack['data']['join']): JoinAttack => ({ id, data: { title: id, join } });

const SSRF = attack('ssrf', { kind: 'tool', any: [{ signals: ['url'], because: 'contacts an address: {where}' }] });
const DELETION = attack('deletion', {
  kind: 'tool',
  any: [{ categories: ['Destructive'], because: 'destroys: {where}' }],
});
const TRIFECTA = attack('trifecta', {
  kind: 'combination',
  all: [
    { signals: ['private'], because: 'reads what is private' },
    { signals: ['untrusted'], because: 'reads what strangers write' },
    { signals: ['outbound', 'url', 'code'], because: 'carries it out by {where}' },
  ],
});
const RUG_PULL = attack('rug-pull', { kind: 'definition', because: 'keeps its name when it changes' });
const CASE = attack('case', undefined);
const ATTACKS = [SSRF, DELETION, TRIFECTA, RUG_PULL, CASE];

const linked = (each: JoinTool, neighbours = [each]) => attacksOn(each, neighbours, ATTACKS).map((link) => link.attack);

describe('attacksOn', () => {
  test('names the parameter that makes the tool a fit', () => {
    const each = tool('Read', ['url'], 'endpoint');
    expect(attacksOn(each, [each], ATTACKS)).toEqual([
      { attack: 'ssrf', reason: 'contacts an address: `endpoint`', weight: 8 },
    ]);
  });

  test('says so where the category alone makes it one', () => {
    const each = tool('Destructive');
    expect(attacksOn(each, [each], ATTACKS)[0]?.reason).toBe('destroys: its category');
  });

  test('a tool that fits nothing, and attacks that concern no tool, give no link', () => {
    expect(linked(tool('Read', ['bulk']))).toEqual([]);
    expect(attacksOn(tool('Read', ['url']), [], [RUG_PULL, CASE])).toEqual([]);
  });

  test('a tool that is not assessed gets none, whatever it shows', () => {
    const each = tool(null, ['url', 'private', 'untrusted', 'outbound']);
    expect(linked(each)).toEqual([]);
    expect(linked(tool('Read', ['private']), [tool('Read', ['private']), each])).toEqual([]);
  });

  test('a combination needs its other parts on the same server', () => {
    const each = tool('Read', ['private']);
    expect(linked(each)).toEqual([]);
    expect(linked(each, [each, tool('Read', ['untrusted'])])).toEqual([]);
    const [link] = attacksOn(each, [each, tool('Read', ['untrusted']), tool('Execute', ['code'])], ATTACKS);
    expect(link?.reason).toBe('reads what is private, and other tools of this server complete the chain');
  });

  test('a tool that has all parts needs no others', () => {
    const each = tool('Execute', ['private', 'untrusted', 'outbound'], 'to');
    const [link] = attacksOn(each, [each], ATTACKS);
    expect(link?.reason).toBe('carries it out by `to`, reads what is private, reads what strangers write');
  });

  test('a tool with no part of a combination is not linked with it', () => {
    const others = [tool('Read', ['private']), tool('Read', ['untrusted']), tool('Execute', ['code'])];
    const each = tool('Destructive');
    expect(linked(each, [each, ...others])).toEqual(['deletion']);
  });

  test('of several ways to fit, the strongest gives the reason', () => {
    const either = attack('either', {
      kind: 'tool',
      any: [
        { signals: ['path'], because: 'takes the path {where}' },
        { signals: ['code'], categories: ['Execute'], because: 'runs {where} itself' },
      ],
    });
    const each = tool('Execute', ['path', 'code'], 'command');
    expect(attacksOn(each, [each], [either])[0]?.reason).toBe('runs `command` itself');
  });

  test('the strongest come first, equal ones by id', () => {
    const of = (id: string, signals: [RiskSignal]) =>
      attack(id, { kind: 'tool', any: [{ signals, because: 'because of {where}' }] });
    const each = tool('Execute', ['code', 'url', 'path']);
    const order = attacksOn(each, [each], [of('b', ['url']), of('c', ['code']), of('a', ['path'])]);
    expect(order.map((link) => link.attack)).toEqual(['c', 'a', 'b']);
  });
});

describe('matchTool', () => {
  test.each<[JoinTool, boolean]>([
    [tool('Write', ['access']), true],
    [tool('Execute', ['bulk', 'access']), true],
    [tool('Write', ['bulk']), true],
    [tool('Write', ['path']), false],
    [tool('Read', ['access']), false],
  ])('all that is given must hold, of each list one: %#', (each, fits) => {
    const match = { categories: ['Write', 'Execute'], signals: ['access', 'bulk'], because: 'because of {where}' };
    expect(matchTool(each, match as Parameters<typeof matchTool>[1]) !== null).toBe(fits);
  });

  test('what stands in a definition is put in as it is', () => {
    const match = { signals: ['url' as const], because: 'contacts {where}' };
    expect(matchTool(tool('Read', ['url'], '$& $1'), match)?.reason).toBe('contacts `$& $1`');
  });
});

describe('whereOf', () => {
  const says = 'so';
  test.each([
    [
      [
        { from: 'name' as const, text: 'x', says },
        { from: 'parameter' as const, where: 'url', text: 'url', says },
      ],
      '`url`',
    ],
    [[{ from: 'description' as const, text: 'any page', says }], '“any page”'],
    [[], 'by a person’s review'],
  ])('%#: %s', (evidence, words) => expect(whereOf({ id: 'url', evidence })).toBe(words));
});

test('a definition that gives the model orders is linked to attacks on definitions, before everything else', () => {
  const attack = {
    id: 'poisoning',
    data: { title: 'Poisoning', join: { kind: 'definition', because: 'puts orders into a definition' } },
  } as const;
  const clean: JoinTool = { name: 'a', category: 'Read', signals: [] };
  const poisoned: JoinTool = { ...clean, findings: [{ id: 'instructs-model', evidence: [] }] };
  expect(attacksOn(clean, [clean], [attack])).toEqual([]);
  expect(attacksOn(poisoned, [poisoned], [attack])).toEqual([
    { attack: 'poisoning', reason: 'gives the model orders in its definition', weight: 100 },
  ]);
});
