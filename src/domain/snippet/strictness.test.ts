import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EnforcementFormat } from '../enforcement/format.ts';
import type { FormatId } from '../enforcement/format-ids.ts';
import type { PolicyRequest } from '../enforcement/request.ts';
import { VARIANTS } from '../policy/decide.ts';
import { FORMATS } from './formats.ts';
import type { Treatment } from './interpreters.fixture.ts';
import { plainTools, ROW_TOOLS, requestOf } from './sample.fixture.ts';
import { strictnessFault, treated } from './strictness.fixture.ts';

function expectNoLaxer(format: EnforcementFormat, request: PolicyRequest, text: string): number {
  const calls = [...request.tools.map(({ name }) => name), 'zz_nobody_recorded_this'];
  expect(calls.flatMap((tool) => strictnessFault(format, request, text, { tool }) ?? [])).toEqual([]);
  return calls.length;
}

test('10,000 generated calls: no whole-server policy is laxer than the decisions, but for what its format cannot', () => {
  let calls = 0;
  fc.assert(
    fc.property(plainTools, fc.constantFrom(...VARIANTS), (tools, variant) => {
      const request = requestOf({ tools, variant });
      for (const format of FORMATS) {
        const rendered = format.render(request);
        if ('text' in rendered) calls += expectNoLaxer(format, request, rendered.text);
      }
    }),
    { numRuns: 130 },
  );
  expect(calls).toBeGreaterThan(10_000);
});

describe.each(FORMATS)('$id: the policy of a tool page', (format) => {
  const others = ROW_TOOLS.map(({ name }) => name);
  test.each(ROW_TOOLS)('$name: closed around a tool that stays, open around one that is blocked', (tool) => {
    for (const variant of VARIANTS) {
      const request = requestOf({ tool: tool.name, variant });
      const plan = format.plan(request);
      const rendered = format.render(request);
      if (!('text' in rendered)) continue;
      if (plan.shape === 'server') {
        expect(rendered).toEqual(format.render(requestOf({ variant })));
        if (!format.cannot.includes('decide-tools'))
          expect(format.caveats(request)[0]).toMatch(/cannot block one tool/);
        continue;
      }
      const seen = treated(format, rendered.text, request, { tool: tool.name });
      const rest = others
        .filter((name) => name !== tool.name)
        .map((name) => treated(format, rendered.text, request, { tool: name }));
      if (plan.shape === 'block') {
        expect([seen, new Set(rest)]).toEqual(['deny', new Set([OPEN[format.id]])]);
      } else if (!format.cannot.includes('decide-tools')) {
        expect(seen).not.toBe('deny');
        expect(new Set(rest)).toEqual(new Set([format.can.defaultDeny ? 'deny' : 'ask']));
      }
    }
  });
});

/** What these clients make of a tool that no rule names: that is how it was before. */
const OPEN: Readonly<Record<FormatId, Treatment>> = {
  'policy-json': 'allow',
  'claude-code': 'ask',
  codex: 'ask',
  'gemini-cli': 'ask',
  opencode: 'allow',
  'copilot-cli': 'ask',
  'cedar-toolhive': 'allow',
  'claude-code-managed': 'ask',
  'codex-requirements': 'ask',
  intercept: 'allow',
  agentgateway: 'allow',
  'openai-responses': 'allow',
  'anthropic-messages': 'allow',
  librechat: 'allow',
  cursor: 'ask',
};

test('copilot-cli: a tool that claims to be read-only is allowed, if it only reads, or left out: it would run unasked', () => {
  const tools = ROW_TOOLS.map((tool) => ({ ...tool, claimsReadOnly: true }));
  const format = FORMATS.find(({ id }) => id === 'copilot-cli') as EnforcementFormat;
  const effects = new Map(format.plan(requestOf({ tools })).tools.map(({ name, effect }) => [name, effect]));
  expect([...effects].filter(([, effect]) => effect === 'allow').map(([name]) => name)).toEqual([
    'list_items',
    'read_file',
  ]);
  expect([...effects.values()]).not.toContain('ask');
});

test('every inability of a format makes a difference somewhere', () => {
  for (const format of FORMATS) {
    const said = format.caveats(requestOf()).join('\n');
    if (format.cannot.includes('deny')) expect(said).toMatch(/cannot deny: it asks before 4 tools/);
    if (format.cannot.includes('deny-unrecorded')) expect(said).toMatch(/does not name is not denied/);
    if (format.cannot.includes('bound-reads')) expect(said).toMatch(/nothing bounds a loop of 1 tool that only reads/);
    if (format.cannot.includes('bound-claimed-reads')) {
      const claiming = requestOf({ tools: ROW_TOOLS.map((tool) => ({ ...tool, claimsReadOnly: true })) });
      expect(format.caveats(claiming).join()).toMatch(
        /does not ask .* nothing bounds a loop of 1 tool that only reads/,
      );
      expect(said).not.toContain('nothing bounds');
    }
    if (format.cannot.includes('decide-tools')) expect(said).toMatch(/whole servers only/);
  }
});
