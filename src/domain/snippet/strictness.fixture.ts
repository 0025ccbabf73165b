import { copilotFlags } from '../clients/copilot-cli/policy.ts';
import type { EnforcementFormat } from '../enforcement/format.ts';
import type { PolicyRequest } from '../enforcement/request.ts';
import type { Effect } from '../policy/decide.ts';
import { type PolicyTool, policyDecision } from '../policy/recommend.ts';
import { INTERPRETERS, TREATMENTS, type Treatment } from './interpreters.fixture.ts';

const asTreatment = (effect: Effect): Treatment => (effect === 'hide' ? 'deny' : effect);
const laxness = (treatment: Treatment) => TREATMENTS.indexOf(treatment);

/** A call of a tool, recorded or not. */
export interface TriedCall {
  readonly tool: string;
  readonly arguments?: Readonly<Record<string, unknown>>;
}

/** What the target makes of a call, with the flags that the page names beside the file. */
export function treated(format: EnforcementFormat, text: string, request: PolicyRequest, call: TriedCall): Treatment {
  const allowed = format
    .plan(request)
    .tools.filter(({ effect }) => effect === 'allow')
    .map(({ name }) => name);
  const flags = format.id === 'copilot-cli' ? copilotFlags(request.key, '--allow-tool', allowed) : '';
  return INTERPRETERS[format.id](text, { key: request.key, flags, ...call });
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

/**
 * How a whole-server policy breaks its word for a call, or null: no laxer than the decision for a recorded tool but for what
 * the format cannot, exactly the decision where it can be expressed, and a tool that is not recorded as the format says.
 */
export function strictnessFault(
  format: EnforcementFormat,
  request: PolicyRequest,
  text: string,
  call: TriedCall,
): string | null {
  const seen = treated(format, text, request, call);
  const says = (words: string) =>
    `${format.id}, ${request.key}, ${request.variant}: ${JSON.stringify(call)} is ${words}, and treated ${seen}`;
  const tool = request.tools.find(({ name }) => name === call.tool);
  if (tool === undefined) {
    if (format.can.defaultDeny) return seen === 'deny' ? null : says('not recorded');
    if (format.cannot.includes('decide-tools')) return null;
    return seen === 'ask' && format.cannot.includes('deny-unrecorded') ? null : says('not recorded');
  }
  const decided = asTreatment(policyDecision(tool, request.variant).effect);
  const isNoLaxer = laxness(seen) <= laxness(decided) || isAdmitted(format, decided, tool, seen);
  // Rules on arguments may block what the decision leaves open: that is what they are for.
  const isAskedAbout = format.can.askDespiteClaim || tool.claimsReadOnly !== true;
  const has = decided === 'allow' || (format.can[decided] && (decided !== 'ask' || isAskedAbout));
  const isExpressed = request.variant !== 'narrow' && has;
  return isNoLaxer && (!isExpressed || seen === decided) ? null : says(`decided ${decided}`);
}
