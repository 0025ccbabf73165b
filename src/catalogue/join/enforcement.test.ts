import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copilotFlags } from '../../domain/clients/copilot-cli/policy.ts';
import type { PolicyRequest } from '../../domain/enforcement/request.ts';
import { POLICY_VARIANTS, VARIANTS, type Variant } from '../../domain/policy/decide.ts';
import { FORMATS } from '../../domain/snippet/formats.ts';
import { INTERPRETERS } from '../../domain/snippet/interpreters.fixture.ts';
import { requestFrom } from '../../domain/snippet/policy-file.ts';
import { strictnessFault } from '../../domain/snippet/strictness.fixture.ts';
import { loadCatalogue } from '../load.ts';
import { policyData } from './server-policies.ts';

const { servers, verified } = await loadCatalogue('content');

const requests = (variant: Variant): PolicyRequest[] =>
  servers.map((server) => requestFrom(policyData(server, verified), { variant }));

/** Snippets that this catalogue's servers do not get, with the reason; a new one wants a look. */
const REFUSED = /Gemini CLI shortens names|No tool of this server stays open/;

describe.each(FORMATS)('$id: the real servers', (format) => {
  test.each(VARIANTS)('%s: each tool is treated as planned, or the note says why there is no snippet', (variant) => {
    for (const request of requests(variant)) {
      const rendered = format.render(request);
      if ('refused' in rendered) {
        expect(rendered.refused).toMatch(REFUSED);
        continue;
      }
      if (format.cannot.includes('decide-tools')) continue;
      const plan = format.plan(request);
      const allowed = plan.tools.filter(({ effect }) => effect === 'allow').map(({ name }) => name);
      const flags = format.id === 'copilot-cli' ? copilotFlags(request.key, '--allow-tool', allowed) : '';
      for (const { name: tool, effect } of plan.tools) {
        const seen = INTERPRETERS[format.id](rendered.text, { key: request.key, tool, flags });
        expect([request.key, tool, seen]).toEqual([request.key, tool, effect === 'hide' ? 'deny' : effect]);
      }
    }
  });
});

test('10,000 generated calls against all whole-server policies: none is laxer than the decision, but for what its format cannot', () => {
  const byVariant = POLICY_VARIANTS.flatMap((variant) => requests(variant));
  const rendered = new Map(byVariant.map((request) => [request, FORMATS.map((format) => format.render(request))]));
  const call = fc.constantFrom(...byVariant).chain((request) =>
    fc.record({
      request: fc.constant(request),
      tool: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...request.tools.map(({ name }) => name)) },
        { weight: 1, arbitrary: fc.stringMatching(/^[a-z][a-z0-9_]{3,20}$/) },
      ),
      arguments: fc.dictionary(
        fc.constantFrom('path', 'url', 'command', 'query', 'to', 'amount', 'action', 'id', 'x'),
        fc.oneof(
          fc.string(),
          fc.integer(),
          fc.constantFrom('/etc/passwd', 'https://example.com/', 'get', '$ALLOWED_ROOT/a'),
        ),
      ),
    }),
  );
  let tried = 0;
  fc.assert(
    fc.property(call, ({ request, ...made }) => {
      for (const [index, format] of FORMATS.entries()) {
        const snippet = rendered.get(request)?.[index];
        if (snippet === undefined || !('text' in snippet)) continue;
        tried += 1;
        expect(strictnessFault(format, request, snippet.text, made)).toBeNull();
      }
    }),
    { numRuns: 900 },
  );
  expect(tried).toBeGreaterThan(10_000);
});
