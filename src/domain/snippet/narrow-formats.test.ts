import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EnforcementFormat } from '../enforcement/format.ts';
import type { PolicyRequest } from '../enforcement/request.ts';
import type { PolicyTool } from '../policy/recommend.ts';
import { FORMATS, formatById } from './formats.ts';
import { INTERPRETERS, TREATMENTS } from './interpreters.fixture.ts';
import { ROW_TOOLS, requestOf } from './sample.fixture.ts';

const text = { type: 'string' };
const read = (name: string, signals: PolicyTool['signals'], properties: object, required: string[]): PolicyTool => ({
  name,
  category: 'Read',
  signals,
  inputSchema: { type: 'object', properties, required } as never,
});

const TOOLS: readonly PolicyTool[] = [
  read('file', ['path'], { path: text, output: text, save_path: text }, ['path']),
  read('web', ['url'], { url: text }, ['url']),
  read('ask', ['outbound'], { to: text, cc: text, text }, ['to', 'text']),
  read('query', ['code'], { sql: text }, ['sql']),
  read('route', [], { action: { enum: ['list', 'get', 'drop'] }, id: text }, ['action']),
  read('plain', [], { id: text }, []),
];

/** The text with a person's values in place of the placeholders. */
const FILLED: Readonly<Record<string, (text: string) => string>> = {
  'policy-json': (policy) =>
    policy
      .replaceAll('$ALLOWED_ROOT', '/srv')
      .replaceAll('$ALLOWED_HOST', 'api\\\\.test')
      .replaceAll(/"value": \[\]/g, '"value": ["good"]'),
  intercept: (policy) =>
    policy
      .replaceAll('$ALLOWED_ROOT', '/srv')
      .replaceAll('$ALLOWED_HOST', 'api\\\\.test')
      .replaceAll(/"value": \[\]/g, '"value": ["good"]'),
  'gemini-cli': (policy) =>
    policy
      .replaceAll('$ALLOWED_ROOT', '/srv')
      .replaceAll('$ALLOWED_HOST', 'api\\\\.test')
      .replaceAll(/\$ALLOWED_\w+/g, 'good'),
  'cedar-toolhive': (policy) =>
    policy
      .replaceAll('$ALLOWED_ROOT', '/srv')
      .replaceAll('$ALLOWED_HOST', 'api.test')
      .replaceAll('[].contains', '["good"].contains'),
};

const CALLS: readonly (readonly [string, Record<string, unknown>, boolean])[] = [
  ['plain', {}, true],
  ['route', { action: 'list', id: 'x' }, true],
  ['route', { action: 'drop' }, false],
  ['route', {}, false],
  ['file', { path: '/srv/a/b' }, true],
  ['file', { path: '/srv/../etc/passwd' }, false],
  ['file', { path: '/etc/passwd' }, false],
  ['file', { path: '/srv2/a' }, false],
  ['file', { path: ['/srv/a'] }, false],
  ['file', { path: '/srv/a', save_path: '/srv/b' }, false],
  ['file', { path: '/srv/a', save_path: ['/etc/x'] }, false],
  ['web', { url: 'https://api.test/a' }, true],
  ['web', { url: 'https://api.test@evil.test/' }, false],
  ['web', { url: 'https://api.test.evil.test/' }, false],
  ['web', { url: 'http://api.test/' }, false],
  ['query', { sql: 'good' }, true],
  ['query', { sql: 'good; DROP' }, false],
  ['ask', { to: 'good', cc: 'good', text: 'x' }, true],
  ['ask', { to: 'good', cc: 'bad', text: 'x\u2028y' }, false],
  ['ask', { to: 'bad', text: '\u0000"to":"good"\u0000' }, false],
];

const capable = FORMATS.filter(({ can }) => can.arguments);
const whole = (format: EnforcementFormat) => {
  const rendered = format.render(requestOf({ tools: TOOLS, variant: 'narrow' }));
  return 'text' in rendered ? rendered.text : '';
};

test('four formats hold rules on arguments', () => {
  expect(capable.map(({ id }) => id)).toEqual(['policy-json', 'gemini-cli', 'cedar-toolhive', 'intercept']);
});

describe.each(capable)('$id', (format) => {
  const treat = (policy: string, tool: string, args: Record<string, unknown>) =>
    INTERPRETERS[format.id](policy, { key: 'fx', tool, arguments: args });

  test('blocks every call that a placeholder looks at, until it is filled in', () => {
    const policy = whole(format);
    for (const [tool, args] of CALLS) {
      if (tool !== 'plain' && tool !== 'route')
        expect([tool, args, treat(policy, tool, args)]).toEqual([tool, args, 'deny']);
    }
    const value = fc.oneof(fc.string(), fc.constantFrom('$ALLOWED_ROOT/x', 'https://$ALLOWED_HOST/x', 'good', ''));
    fc.assert(
      fc.property(value, (given) => {
        const args = { path: given, url: given, to: given, sql: given };
        for (const tool of ['file', 'web', 'ask', 'query']) expect(treat(policy, tool, args)).toBe('deny');
      }),
      { numRuns: 60 },
    );
  });

  // Intercept's conditions fail on what is missing: every argument with a rule must be given there, so `file` has no such call.
  const calls = CALLS.filter(
    ([tool, args]) => format.id !== 'intercept' || tool !== 'file' || !String(args.path).startsWith('/srv/a'),
  );
  test.each(calls)('filled in: %s %j goes through: %s', (tool, args, passes) => {
    expect(treat(FILLED[format.id]?.(whole(format)) ?? '', tool, args) !== 'deny').toBe(passes);
  });

  test('an optional recipient may be left out, where the format can say so', () => {
    const seen = treat(FILLED[format.id]?.(whole(format)) ?? '', 'ask', { to: 'good', text: 'x' });
    expect(seen === 'deny').toBe(format.id === 'intercept');
  });

  test('is never laxer than the recommended policy', () => {
    const rendered = format.render(requestOf({ tools: TOOLS }));
    const recommended = 'text' in rendered ? rendered.text : '';
    for (const [tool, args] of CALLS) {
      const [strict, lax] = [
        treat(FILLED[format.id]?.(whole(format)) ?? '', tool, args),
        treat(recommended, tool, args),
      ];
      expect(TREATMENTS.indexOf(strict)).toBeLessThanOrEqual(TREATMENTS.indexOf(lax));
    }
  });
});

test('what gets past each rule stands beside it, and only for rules that are in the text', () => {
  const caveats = (id: string) =>
    formatById(id)
      ?.caveats(requestOf({ variant: 'narrow' }))
      .join('\n') ?? '';
  expect(caveats('policy-json')).toMatch(
    /symbolic links[\s\S]*redirects[\s\S]*many small calls[\s\S]*derived, not documented[\s\S]*take the tool out of "hide"/,
  );
  expect(caveats('cedar-toolhive')).toMatch(/symbolic links/);
  expect(caveats('cedar-toolhive')).not.toMatch(/many small calls|recipient/);
});

describe('policy.json: rules that stand ready for tools that stay blocked are spoken of where there are some', () => {
  const hidden = ROW_TOOLS.filter(({ name }) => name === 'run_command');
  const says = (given: Partial<PolicyRequest>) => formatById('policy-json')?.caveats(requestOf(given)).join('\n') ?? '';
  test.each<[string, Partial<PolicyRequest>, boolean]>([
    ['a server with one', { tools: [...TOOLS, ...hidden], variant: 'narrow' }, true],
    ['the page of one', { tools: hidden, tool: 'run_command', variant: 'narrow' }, true],
    ['a server without', { tools: TOOLS, variant: 'narrow' }, false],
    [
      'a blocked tool without arguments',
      { tools: ROW_TOOLS.filter(({ name }) => name === 'delete_item'), variant: 'narrow' },
      false,
    ],
    ['another variant', { tools: [...TOOLS, ...hidden] }, false],
  ])('%s: %j', (_, given, isSaid) => {
    expect(says(given).includes('take the tool out of "hide"')).toBe(isSaid);
  });
  test('without rules in any variant but this, nothing is derived', () => {
    expect(says({ tools: [...TOOLS, ...hidden] })).not.toContain('derived, not documented');
    expect(says({ tools: hidden, tool: 'run_command' })).not.toContain('derived, not documented');
  });
});
