import { type Audit, isJudged, uncontrolledAt } from '../../src/domain/audit/audit.ts';
import { doubtSentence, tokensSentence } from '../../src/domain/audit/audit-wording.ts';
import { dangerSentence } from '../../src/domain/audit/danger-wording.ts';
import type { KnownCatalogue } from '../../src/domain/audit/known-catalogue.ts';
import type { RiskLevel } from '../../src/domain/risk/risk-level.ts';

/** The report for a program. Names are given as they are; nothing in it is a value of a variable or header. */
export function auditJson(audit: Audit, catalogue: KnownCatalogue, failOn: RiskLevel | null): string {
  const found = failOn === null ? null : uncontrolledAt(audit, failOn);
  return plainJson({
    schemaVersion: 1,
    failOn,
    // Null where it cannot be said; of `nothing` there is nothing to count.
    failed:
      found !== null && found.length > 0
        ? true
        : found === null || audit.reading !== 'all' || !isJudged(audit)
          ? null
          : false,
    reading: audit.reading,
    // False where no file lists servers and no rule names one: then nothing was looked at that could be wrong.
    judged: isJudged(audit),
    counts: isJudged(audit) ? audit.counts : null,
    uncontrolled: (found ?? []).map(({ server, tool }) => ({
      client: server.client,
      server: server.key,
      tool: tool?.name ?? null,
      level: tool?.level ?? null,
      effect: (tool?.treatment ?? server.unrecorded).effect,
    })),
    clients: audit.clients.map(({ client, files, servers, findings, flows }) => ({
      client,
      files,
      tokens: tokensSentence(servers),
      servers: servers.map(
        ({ key, at, label, match, namesake, doubt, danger, version, tools, unrecorded, tokens }) => ({
          key,
          at,
          label,
          match:
            match === null
              ? null
              : {
                  by: match.by,
                  slug: match.server.slug,
                  ...(match.server.asOf === undefined ? {} : { asOf: match.server.asOf }),
                },
          like: namesake?.slug ?? null,
          doubt: match === null && doubt !== null ? { ...doubt, says: doubtSentence({ doubt, match }) } : null,
          danger: danger === null ? null : { kind: danger.kind, says: dangerSentence(danger) },
          version,
          unrecorded,
          tokens,
          tools,
        }),
      ),
      findings,
      flows: flows.map(({ id, unasked, parts, attacks }) => ({
        id,
        unasked,
        attacks: attacks.filter((attack) => Object.hasOwn(catalogue.attacks, attack)),
        parts: parts.map(({ step, tools }) => ({
          step,
          tools: tools.map(({ server, name }) => ({ server, name })),
        })),
      })),
    })),
    unusable: audit.unusable,
    notRead: audit.notRead,
  });
}

/** JSON as people read it, in which characters that show nothing stand by their numbers: it may be printed on a terminal. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
