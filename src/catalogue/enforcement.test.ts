import { describe, expect, test } from 'vitest';
import { copilotFlags } from '../domain/enforcement/copilot-cli.ts';
import type { PolicyRequest } from '../domain/enforcement/format.ts';
import { FORMATS } from '../domain/enforcement/formats.ts';
import { INTERPRETERS } from '../domain/enforcement/interpreters.fixture.ts';
import { unrecordedTools } from '../domain/policy/caption.ts';
import { VARIANTS, type Variant } from '../domain/policy/decide.ts';
import { loadCatalogue } from './load.ts';
import { policyTool } from './relations.ts';

const { servers } = await loadCatalogue('content');

const requests = (variant: Variant): PolicyRequest[] =>
  servers.map((server) => ({
    key: server.slug,
    tools: server.tools.map(policyTool),
    variant,
    unrecorded: unrecordedTools(server.tools.length, server.file.listing),
    endpoint: server.file.endpoint,
  }));

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
