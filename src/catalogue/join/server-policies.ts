import { TAB_FORMATS } from '../../domain/enforcement/format-ids.ts';
import { VARIANTS } from '../../domain/policy/decide.ts';
import { serverCaption, unrecordedTools } from '../../domain/policy/policy-caption.ts';
import { policyText } from '../../domain/policy/policy-text.ts';
import { serverPolicy } from '../../domain/policy/recommend.ts';
import { withoutKeywords } from '../../domain/record/hashes.ts';
import { formatById } from '../../domain/snippet/formats.ts';
import { type PolicyData, requestFrom } from '../../domain/snippet/policy-file.ts';
import { type Snippet, snippetOf } from '../../domain/snippet/snippet.ts';
import type { VerifiedClients } from '../../domain/snippet/verified.ts';
import type { JsonObject } from '../../domain/text/json.ts';
import type { Catalogue, CataloguedServer } from './catalogue.ts';
import { policyTool } from './relations.ts';

/** Keywords for people: rules on arguments and examples of them go by names, types and values. */
const PROSE = ['description', 'title', 'examples', '$comment'] as const;

/** What `/api/v1/policies/<server>.json` holds: what the browser and `npm run policy` make every policy of a server from. */
export function policyData(server: CataloguedServer, verified: VerifiedClients): PolicyData {
  return {
    schemaVersion: 1,
    server: server.slug,
    endpoint: server.file.endpoint,
    unrecorded: unrecordedTools(server.tools.length, server.file.listing),
    verified,
    tools: server.tools.map((tool) => {
      const subject = policyTool(tool);
      const { inputSchema } = subject;
      return {
        ...subject,
        segment: tool.segment,
        inputSchema: inputSchema === undefined ? undefined : (withoutKeywords(inputSchema, PROSE) as JsonObject),
      };
    }),
  };
}

/** policy.json for a whole server in the variants beside the recommended one that hold without being filled in. */
export function variantPolicies(server: CataloguedServer) {
  const subjects = server.tools.map(policyTool);
  const unrecorded = unrecordedTools(server.tools.length, server.file.listing);
  return VARIANTS.filter((variant) => variant !== 'recommended').map((variant) => ({
    variant,
    caption: serverCaption(subjects, variant, unrecorded),
    text: policyText(serverPolicy(subjects, variant)),
  }));
}

const data = new WeakMap<CataloguedServer, PolicyData>();

/** The snippets that stand in a page, policy.json first: for one tool of a server or for all. */
export function tabSnippets({ verified }: Catalogue, server: CataloguedServer, tool?: string): readonly Snippet[] {
  const known = data.get(server) ?? policyData(server, verified);
  data.set(server, known);
  const request = requestFrom(known, { tool });
  return TAB_FORMATS.flatMap((id) => {
    const format = formatById(id);
    return format === undefined ? [] : [snippetOf(format, request, verified)];
  });
}
