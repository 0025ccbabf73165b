import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Category } from '../risk/category.ts';
import type { RiskSignal } from '../risk/signal.ts';
import {
  attacksOn,
  attacksOnCategory,
  attacksOnServer,
  attacksOnSignal,
  combinationAcross,
  type JoinAttack,
  type JoinServer,
  type JoinTool,
  matchTool,
  reachOf,
  type ServerAttack,
  whereOf,
} from './relate.ts';

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
    { brings: 'private', because: 'reads what is private' },
    { brings: 'untrusted', because: 'reads what others write' },
    { brings: 'way-out', because: 'carries it out by {where}' },
  ],
});
const RUG_PULL = attack('rug-pull', {
  kind: 'none',
  concerns: 'definition',
  because: 'keeps its name when it changes',
});
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
    expect(link?.reason).toBe('carries it out by `to`, reads what is private, reads what others write');
  });

  test('an attack on the tool alone comes before one that needs others, whatever they are called', () => {
    const each = tool('Read', ['url']);
    const first = { ...TRIFECTA, id: 'a-first-by-name' };
    const neighbours = [each, tool('Read', ['private']), tool('Read', ['untrusted'])];
    expect(attacksOn(each, neighbours, [first, SSRF])).toMatchObject([
      { attack: 'ssrf', weight: 8 },
      { attack: 'a-first-by-name', weight: 3 },
    ]);
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

  test.each<[JoinTool, boolean]>([
    [tool('Execute', ['code'], 'sqlQuery'), true],
    [tool('Execute', ['code'], 'command'), false],
    [{ ...tool('Execute', ['code'], 'command'), name: 'run_SQL' }, true],
    // The parameter of another signal tells nothing of this one.
    [
      {
        ...tool('Execute', ['url'], 'sql'),
        signals: [...tool('Execute', ['url'], 'sql').signals, ...tool('Execute', ['code'], 'command').signals],
      },
      false,
    ],
    // Set by hand, without evidence: the name decides.
    [{ name: 'run_query', category: 'Execute', signals: [{ id: 'code', evidence: [] }] }, true],
    [{ name: 'run_shell', category: 'Execute', signals: [{ id: 'code', evidence: [] }] }, false],
  ])('a match can ask what shows the signal: %#', (each, fits) => {
    const match = { signals: ['code'], shownBy: 'sql|quer', because: 'because of {where}' };
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
    [[], 'its review by hand'],
  ])('%#: %s', (evidence, words) => expect(whereOf({ evidence })).toBe(words));
});

describe('findings', () => {
  const join = {
    kind: 'finding' as const,
    any: ['instructs-model' as const, 'hidden-characters' as const],
    because: 'works through words',
  };
  const POISONING = attack('poisoning', join);
  const clean: JoinTool = { name: 'a', category: 'Read', signals: [] };
  const found = (...ids: NonNullable<JoinTool['findings']>[number]['id'][]): JoinTool => ({
    ...clean,
    findings: ids.map((id) => ({ id, evidence: [] })),
  });

  test.each<[JoinTool, string | undefined]>([
    [clean, undefined],
    [found('duplicate-name'), undefined],
    [found('instructs-model'), 'gives the model orders in its definition'],
    [
      found('hidden-characters', 'instructs-model'),
      'gives the model orders in its definition, hides characters in its definition',
    ],
    [{ ...found('instructs-model'), category: null }, 'gives the model orders in its definition'],
  ])('a definition is linked where it shows what the attack is made of: %#', (each, reason) => {
    expect(attacksOn(each, [each], [POISONING])[0]?.reason).toBe(reason);
  });

  test('come before everything else', () => {
    const each = {
      ...found('instructs-model'),
      ...tool('Execute', ['code', 'url']),
      findings: found('instructs-model').findings,
    };
    expect(attacksOn(each as JoinTool, [each as JoinTool], [SSRF, POISONING])[0]?.attack).toBe('poisoning');
  });
});

const server = (slug: string, tools: readonly JoinTool[], given: Partial<JoinServer> = {}): JoinServer => ({
  slug,
  tools,
  remote: false,
  version: '1.2.0',
  ...given,
});

describe('attacksOnServer', () => {
  const on = (given: Partial<JoinServer>, data: Partial<ServerAttack['data']>, tools: readonly JoinTool[] = []) =>
    attacksOnServer(server('s', tools, given), [
      { id: 'x', data: { title: 'X', join: undefined, servers: [], affected: [], ...data } },
    ]);
  const property = (name: 'package' | 'remote') => ({
    join: { kind: 'server' as const, property: name, because: 'is fetched when it starts' },
  });

  test.each<[Partial<JoinServer>, 'package' | 'remote', boolean]>([
    [{ package: { registry: 'npm', name: 'a' } }, 'package', true],
    [{ package: { registry: 'pypi', name: 'a' } }, 'package', true],
    [{ package: { registry: 'docker', name: 'a' } }, 'package', false],
    [{}, 'package', false],
    [{ remote: true }, 'remote', true],
    [{ remote: false }, 'remote', false],
  ])('%j has the property %s: %s', (given, name, has) => {
    expect(on(given, property(name)).map((link) => [link.kind, link.reason])).toEqual(
      has ? [['property', 'is fetched when it starts']] : [],
    );
  });

  test.each<[string | undefined, ServerAttack['data']['affected'], string]>([
    ['1.2.0', [{ package: 'a (npm)', fixed: '1.3.0' }], 'older'],
    [
      '1.2.0',
      [
        { package: 'a (npm)', fixed: '1.3.0' },
        { package: 'b', fixed: '1.0.0' },
      ],
      'older',
    ],
    [
      '1.2.0',
      [
        { package: 'b', fixed: '1.3.0' },
        { package: 'a', fixed: '1.0.0' },
      ],
      'not-older',
    ],
    ['1.2.0', [{ package: 'the product', fixed: '1.0.0' }], 'not-older'],
    [
      '1.2.0',
      [
        { package: 'b', fixed: '1.3.0' },
        { package: 'c', fixed: '1.4.0' },
      ],
      'unknown',
    ],
    ['1.2.0', [{ package: 'a' }], 'not-checked'],
    ['1.2.0', [{ package: 'a', fixed: 'none planned' }], 'none'],
    [undefined, [{ package: 'a', fixed: '1.0.0' }], 'unknown'],
  ])('a case with this server in version %s, %j: %s', (version, affected, state) => {
    const links = on({ version, package: { registry: 'npm', name: 'a' } }, { servers: ['s'], affected });
    expect(links.map((link) => link.kind === 'case' && link.fix.state)).toEqual([state]);
  });

  test('a case with another server is no link', () => expect(on({}, { servers: ['t'] })).toEqual([]));

  test('a combination names the tools of every part, strongest first', () => {
    const tools = [
      { ...tool('Read', ['private']), name: 'mail' },
      { ...tool('Read', ['untrusted']), name: 'page' },
      { ...tool('Read', ['url']), name: 'fetch' },
      { ...tool('Execute', ['code']), name: 'run' },
    ];
    const [link] = on({}, { join: TRIFECTA.data.join }, tools);
    expect(
      link?.kind === 'combination' && link.parts.map((part) => [part.is, part.tools.map(({ name }) => name)]),
    ).toEqual([
      ['reads what is private', ['mail']],
      ['reads what others write', ['page']],
      ['carries it out by what its page names', ['run', 'fetch']],
    ]);
    expect(on({}, { join: TRIFECTA.data.join }, tools.slice(0, 2))).toEqual([]);
  });
});

describe('combinationAcross', () => {
  const mail = server('mail', [tool('Read', ['private'])]);
  const web = server('web', [tool('Read', ['untrusted', 'url'])]);
  const both = server('both', [tool('Read', ['private', 'untrusted', 'url'])]);

  test('says which server brings which part', () => {
    const found = combinationAcross([mail, web], TRIFECTA);
    expect(found?.parts.map((part) => part.servers.map((each) => each.server))).toEqual([['mail'], ['web'], ['web']]);
    expect(found?.alone).toEqual([]);
    expect(combinationAcross([mail, both], TRIFECTA)?.alone).toEqual(['both']);
  });

  test.each([
    [[mail], TRIFECTA],
    [[mail, mail], TRIFECTA],
    [[], TRIFECTA],
    [[both], SSRF],
  ])('is null where a part is missing, or none is needed: %#', (servers, each) => {
    expect(combinationAcross(servers, each)).toBeNull();
  });

  test('is there exactly when one client has every part, however the tools are spread', () => {
    const signals = fc.subarray(['private', 'untrusted', 'url', 'path'] as RiskSignal[]);
    fc.assert(
      fc.property(fc.array(fc.array(signals, { maxLength: 3 }), { maxLength: 4 }), (spread) => {
        const servers = spread.map((tools, index) =>
          server(
            String(index),
            tools.map((each) => tool('Read', each)),
          ),
        );
        const all = new Set(spread.flat(2));
        const complete = all.has('private') && all.has('untrusted') && all.has('url');
        const found = combinationAcross(servers, TRIFECTA);
        expect(found !== null).toBe(complete);
        for (const part of found?.parts ?? []) expect(part.servers.every(({ tools }) => tools.length > 0)).toBe(true);
      }),
    );
  });
});

describe('terms', () => {
  const CODE = attack('code', {
    kind: 'tool',
    any: [{ categories: ['Execute'], signals: ['code'], because: 'runs what it is given: {where}' }],
  });
  const LOOP = attack('loop', {
    kind: 'tool',
    any: [{ categories: ['Execute'], because: 'starts something each time' }],
  });

  test('a category leads to the attacks that name it, those that need nothing else first', () => {
    expect(attacksOnCategory('Execute', [CODE, LOOP, SSRF, RUG_PULL]).map(({ attack: id }) => id)).toEqual([
      'loop',
      'code',
    ]);
    expect(attacksOnCategory('Read', [CODE, LOOP, SSRF])).toEqual([]);
  });

  test('a signal leads to the attacks that it opens a tool to, with a reason for any tool', () => {
    expect(attacksOnSignal('code', [TRIFECTA, CODE])).toEqual([
      {
        attack: 'code',
        reason: 'runs what it is given',
        categories: ['Execute'],
        signals: ['code'],
        together: false,
      },
      expect.objectContaining({ attack: 'trifecta', together: true }),
    ]);
    expect(attacksOnSignal('bulk', [TRIFECTA, CODE, CASE])).toEqual([]);
  });

  test('what concerns no kind of tool reaches none', () => {
    expect(reachOf(RUG_PULL.data.join)).toEqual([]);
    expect(reachOf(undefined)).toEqual([]);
  });
});

test('no link is without a reason, whatever the tool', () => {
  const signals = fc.subarray(['url', 'private', 'untrusted', 'outbound', 'code', 'path'] as RiskSignal[]);
  const category = fc.constantFrom<Category | null>('Read', 'Write', 'Execute', 'Destructive', 'Financial', null);
  fc.assert(
    fc.property(fc.array(fc.tuple(category, signals, fc.string()), { minLength: 1, maxLength: 5 }), (given) => {
      const tools = given.map(([each, shown, where]) => tool(each, shown, where));
      for (const each of tools) {
        for (const link of attacksOn(each, tools, ATTACKS)) expect(link.reason.trim().length).toBeGreaterThan(0);
      }
    }),
  );
});
