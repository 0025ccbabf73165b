import type { AttackFile, AttackRule } from '../../domain/attacks/attack.ts';
import {
  type BindingRule,
  compileRule,
  isLaxerThanRecommended,
  type RuleTrial,
  ruledTools,
  tryRule,
} from '../../domain/attacks/attack-rule.ts';
import { sigmaText } from '../../domain/attacks/detection/sigma.ts';
import type { FormatId } from '../../domain/enforcement/format-ids.ts';
import type { Policy } from '../../domain/policy/schema.ts';
import { absoluteUrl } from '../../domain/site/urls.ts';
import { formatById } from '../../domain/snippet/formats.ts';
import { listedAttacks } from './attack-entries.ts';
import type { Catalogue, CataloguedServer, CataloguedText, CataloguedTool } from './catalogue.ts';
import { policyTool } from './relations.ts';

type Attack = CataloguedText<AttackFile>;

/** The formats that an attack page prints beside policy.json; the others come from the command. */
const SHOWN_FORMATS: readonly FormatId[] = ['claude-code', 'codex', 'gemini-cli'];

/** A rule with everything that its page shows of it. */
export interface CompiledAttackRule {
  readonly rule: BindingRule;
  readonly server: CataloguedServer;
  readonly tool: CataloguedTool;
  readonly policy: Policy;
  readonly trial: RuleTrial;
  readonly laxer: boolean;
  readonly formats: readonly ShownFormat[];
}

/** The rule in the format of a client or gateway. */
interface ShownFormat {
  readonly id: FormatId;
  readonly name: string;
  readonly file: string;
  /** Null where the format cannot hold the rule. */
  readonly text: string | null;
  /** What a reader must know first, or why there is no text. */
  readonly remark: string;
}

/** Compiles the rule of an attack; null where it has none, or where this catalogue lacks the server or tool. */
export function compiledRule(catalogue: Catalogue, attack: Attack): CompiledAttackRule | null {
  const rule = ruleHere(catalogue, attack);
  if (rule === undefined || rule.control === 'none') return null;
  const server = catalogue.servers.find(({ slug }) => slug === rule.server);
  const tool = server?.tools.find(({ name }) => name === rule.tool);
  if (server === undefined || tool === undefined) return null;
  const tools = server.tools.map(policyTool);
  const policy = compileRule(rule, tools);
  if (policy === null) return null;
  const request = {
    key: server.slug,
    tools: ruledTools(rule, tools),
    variant: 'recommended',
    tool: rule.tool,
    unrecorded: 0,
    endpoint: server.file.endpoint,
  } as const;
  const formats = SHOWN_FORMATS.flatMap((id): ShownFormat[] => {
    const format = formatById(id);
    if (format === undefined) return [];
    const rendered = format.render(request);
    const { name, file } = format;
    return 'text' in rendered
      ? [{ id, name, file, text: rendered.text, remark: format.caveats(request)[0] ?? '' }]
      : [{ id, name, file, text: null, remark: rendered.refused }];
  });
  return {
    rule,
    server,
    tool,
    policy,
    trial: tryRule(rule, policy),
    laxer: isLaxerThanRecommended(rule, policyTool(tool)),
    formats,
  };
}

/**
 * The rule of an attack on a server of this catalogue; undefined where it has none. Placard's texts name servers of Placard's
 * content, and a slug that is the same here is another server.
 */
export function ruleHere(
  { servers, sameAsPlacards }: Pick<Catalogue, 'servers' | 'sameAsPlacards'>,
  { shipped, data: { rule } }: Pick<Attack, 'shipped' | 'data'>,
): AttackRule | undefined {
  if (!shipped || rule === undefined || rule.control === 'none') return rule;
  const same = sameAsPlacards.get(rule.server) ?? [];
  const server = servers.find(({ slug, tools }) => same.includes(slug) && tools.some(({ name }) => name === rule.tool));
  return server === undefined ? undefined : { ...rule, server: server.slug };
}

/** The detection of an attack as Sigma; null where it has none. */
export async function attackSigma({ site }: Catalogue, { id, url, data }: Attack): Promise<string | null> {
  const { detection, title, summary } = data;
  if (detection === undefined) return null;
  return sigmaText({ id, title, summary, detection, page: absoluteUrl(site.address, url), author: site.name });
}

/** The entries before and after one in its class, in the order of the list. */
export function neighboursInClass(
  catalogue: Pick<Catalogue, 'attacks'>,
  attack: Attack,
): { readonly previous: Attack | undefined; readonly next: Attack | undefined } {
  const group = listedAttacks(catalogue).filter(({ data }) => data.class === attack.data.class);
  const at = group.findIndex(({ id }) => id === attack.id);
  return { previous: group[at - 1], next: group[at + 1] };
}

/** The line about the version that fixes it, with which a case begins; null where there is none. */
export function fixedLine({ body }: Pick<Attack, 'body'>): string | null {
  const [line = ''] = body.trim().split('\n');
  return /^Fixed in .*is yours older\?$/.test(line.trim()) ? line.trim() : null;
}
