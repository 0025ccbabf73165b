import { stringify } from 'yaml';
import { uuidOf } from '../../text/uuid.ts';
import type { Detection } from '../attack.ts';

/** What an exported rule says beside its detection. */
export interface SigmaSource {
  /** Id of the attack. */
  readonly id: string;
  readonly title: string;
  /** Of the attack: what is to be found. */
  readonly summary: string;
  readonly detection: Detection;
  /** Address of the attack's page, where the site has one. */
  readonly page: string | undefined;
  /** Name of the site, which is the author. */
  readonly author: string;
}

/** What a rule reads: Sigma's field for it, so that a backend can be pointed at the gateway's own log. */
const LOG_SOURCE = { product: 'mcp', category: 'tool_call' } as const;

/**
 * A detection as Sigma's YAML (Sigma specification 2): one rule, and for a count a correlation after it, as a second
 * document. Ids are made from the attack's id, so they stay.
 */
export async function sigmaText({ id, title, summary, detection, page, author }: SigmaSource): Promise<string> {
  const shared = {
    status: 'experimental',
    description: `${summary} (${title})`,
    ...(page === undefined ? {} : { references: [page] }),
    author,
  };
  const counts = detection.correlation !== undefined;
  const name = `placard-${id}`;
  const rule = {
    title: counts ? `${detection.title}: one call` : detection.title,
    id: await uuidOf(sigmaName(id, 'rule')),
    ...(counts ? { name } : {}),
    ...shared,
    logsource: LOG_SOURCE,
    detection: conditionLast(detection.detection),
    falsepositives: detection.falsePositives,
    // A single call means little where only their number does.
    level: counts ? 'informational' : detection.level,
  };
  const documents: object[] = [rule];
  if (detection.correlation !== undefined) {
    const { type, groupBy, timespan, gte } = detection.correlation;
    documents.push({
      title: detection.title,
      id: await uuidOf(sigmaName(id, 'count')),
      ...shared,
      correlation: { type, rules: [name], 'group-by': groupBy, timespan, condition: { gte } },
      falsepositives: detection.falsePositives,
      level: detection.level,
    });
  }
  return documents.map((document) => stringify(document, { lineWidth: 0 })).join('---\n');
}

function sigmaName(id: string, part: 'rule' | 'count'): string {
  return `tag:placard,2026:attack/${id}#${part}`;
}

/** Sigma's rules end with their condition, which people look for there. */
function conditionLast(detection: Detection['detection']): Record<string, unknown> {
  const { condition, ...selections } = detection;
  return { ...selections, condition };
}
