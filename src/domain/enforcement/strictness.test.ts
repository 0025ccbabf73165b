import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Effect, VARIANTS } from '../policy/decide.ts';
import { type PolicyTool, policyDecision } from '../policy/recommend.ts';
import { copilotFlags } from './copilot-cli.ts';
import type { EnforcementFormat, PolicyRequest } from './format.ts';
import { FORMATS } from './formats.ts';
import { INTERPRETERS, TREATMENTS, type Treatment } from './interpreters.fixture.ts';
import { plainTools, ROW_TOOLS, requestOf } from './sample.fixture.ts';

const asTreatment = (effect: Effect): Treatment => (effect === 'hide' ? 'deny' : effect);
const laxness = (treatment: Treatment) => TREATMENTS.indexOf(treatment);

/** What the target makes of a call, with the flags that the page names beside the file. */
function treated(format: EnforcementFormat, text: string, request: PolicyRequest, tool: string): Treatment {
  const allowed = format
    .plan(request)
    .tools.filter(({ effect }) => effect === 'allow')
    .map(({ name }) => name);
  const flags = format.id === 'copilot-cli' ? copilotFlags(request.key, '--allow-tool', allowed) : '';
  return INTERPRETERS[format.id](text, { key: request.key, tool, flags });
}

/** Whether a format's own list of inabilities says that it is laxer here. */
function isAdmitted(format: EnforcementFormat, decided: Treatment, tool: PolicyTool, seen: Treatment): boolean {
  const { cannot } = format;
  const isRead = tool.category === 'Read';
  if (cannot.includes('decide-tools')) return true;
  if (cannot.includes('deny') && decided === 'deny' && seen === 'ask') return true;
  if (cannot.includes('bound-claimed-reads') && tool.claimsReadOnly !== true) return false;
  return cannot.some((each) => each.startsWith('bound-')) && decided === 'limit' && isRead && seen === 'allow';
}

function expectNoLaxer(format: EnforcementFormat, request: PolicyRequest, text: string): number {
  for (const tool of request.tools) {
    const decided = asTreatment(policyDecision(tool, request.variant).effect);
    const seen = treated(format, text, request, tool.name);
    const says = `${format.id}, ${request.variant}: ${JSON.stringify(tool)} is decided ${decided} and treated ${seen}`;
    const isAdmittedHere = isAdmitted(format, decided, tool, seen);
    expect(isAdmittedHere || laxness(seen) <= laxness(decided), says).toBe(true);
    const isAskedAbout = format.can.askDespiteClaim || tool.claimsReadOnly !== true;
    const expresses = decided === 'allow' || (format.can[decided] && (decided !== 'ask' || isAskedAbout));
    if (expresses) expect(seen, says).toBe(decided);
  }
  const stranger = treated(format, text, request, 'zz_nobody_recorded_this');
  if (format.can.defaultDeny) expect(stranger).toBe('deny');
  else if (!format.cannot.includes('decide-tools')) {
    expect(format.cannot).toContain('deny-unrecorded');
    expect(stranger).toBe('ask');
  }
  return request.tools.length + 1;
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
      const seen = treated(format, rendered.text, request, tool.name);
      const rest = others
        .filter((name) => name !== tool.name)
        .map((name) => treated(format, rendered.text, request, name));
      if (plan.shape === 'block') {
        expect([seen, new Set(rest)]).toEqual(['deny', new Set([OPEN[format.id] ?? 'allow'])]);
      } else if (!format.cannot.includes('decide-tools')) {
        expect(seen).not.toBe('deny');
        expect(new Set(rest)).toEqual(new Set([format.can.defaultDeny ? 'deny' : 'ask']));
      }
    }
  });
});

/** What these clients make of a tool that no rule names: that is how it was before. */
const OPEN: Readonly<Partial<Record<string, Treatment>>> = {
  'claude-code': 'ask',
  'claude-code-managed': 'ask',
  codex: 'ask',
  'gemini-cli': 'ask',
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
