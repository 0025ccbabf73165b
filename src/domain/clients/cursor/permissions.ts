import type { Json } from '../../text/json.ts';
import { meantName } from '../../text/meant-name.ts';
import type { ClientDocument } from '../document.ts';
import { type PermissionModel, type RuleFinding, type RuleLine, ruleLine, type SeenServer } from '../treatment.ts';
import { fitsWildcard } from '../wildcard.ts';
import { PERMISSIONS } from './files.ts';

/**
 * Cursor's allowlist (cursor.com/docs/reference/permissions; docs/enforcement-targets.md#cursor, not tried): entries are
 * `server:tool`; they run unasked while auto-run is set to the allowlist, and whether it is stands in no file.
 */
export function permissions(documents: readonly ClientDocument[]): PermissionModel {
  const entries = documents.filter(({ kind }) => kind === PERMISSIONS).flatMap(entriesOf);
  return {
    treat: ({ key }, { name }) => {
      const wanted = `${key}:${name}`;
      const entry =
        entries.find(({ text }) => text === wanted) ?? entries.find(({ text }) => fitsWildcard(text, wanted));
      if (entry === undefined) {
        return {
          effect: 'not-known',
          by: null,
          reach: 'none',
          says: 'Nothing names it. Whether Cursor asks depends on its auto-run setting, which is in no file.',
        };
      }
      const isBlanket = fitsWildcard(entry.text, `${key}:\u0000`);
      return {
        effect: 'allowed',
        by: entry.at,
        reach: entry.text === wanted ? 'tool' : isBlanket ? 'blanket' : 'pattern',
        says:
          entry.text === wanted
            ? 'The allowlist names it: it may run unasked.'
            : `The pattern ${entry.at.text} of the allowlist opens it: it may run unasked.`,
      };
    },
    findings: (servers) => [
      ...documents.filter(({ kind }) => kind === PERMISSIONS).flatMap(notTexts),
      ...entries.flatMap((entry) => entryFinding(entry, servers)),
    ],
    named: [...new Set(entries.flatMap(({ text }) => (/^[^*:]+(?=:)/.exec(text) ?? []) as string[]))],
  };
}

interface Entry {
  readonly text: string;
  readonly at: RuleLine;
}

function entriesOf(document: ClientDocument): Entry[] {
  const list = document.value.mcpAllowlist;
  if (!Array.isArray(list)) return [];
  return (list as readonly Json[]).flatMap((text, index) =>
    typeof text === 'string' ? [{ text, at: ruleLine(document, ['mcpAllowlist', index], text) }] : [],
  );
}

/** Entries that Cursor drops without a word (cursor.com/docs/reference/permissions). */
function notTexts(document: ClientDocument): RuleFinding[] {
  const { mcpAllowlist: list } = document.value;
  const ignored = (path: readonly (string | number)[], text: string, message: string): RuleFinding => ({
    kind: 'ignored',
    at: ruleLine(document, path, text),
    message,
  });
  if (!Array.isArray(list))
    return [ignored(['mcpAllowlist'], 'mcpAllowlist', 'The allowlist must be a list of texts.')];
  return (list as readonly Json[]).flatMap((entry, index) =>
    typeof entry === 'string'
      ? []
      : [ignored(['mcpAllowlist', index], `mcpAllowlist[${index}]`, 'Cursor drops an entry that is no text.')],
  );
}

function entryFinding({ text, at }: Entry, servers: readonly SeenServer[]): RuleFinding[] {
  const nothing = (message: string, instead?: string): RuleFinding[] => [
    { kind: 'matches-nothing', at, message, instead },
  ];
  const colon = text.indexOf(':');
  if (colon < 0) return nothing('An entry is server:tool.');
  if (servers.length === 0) return [];
  const key = text.slice(0, colon);
  const ours = servers.filter((server) => fitsWildcard(key, server.key));
  if (ours.length === 0) {
    const near = meantName(
      key,
      servers.map((server) => server.key),
    );
    return nothing('No server of these files has this name.', near && `${near}${text.slice(colon)}`);
  }
  if (ours.some(({ tools }) => tools === null)) return [];
  const names = ours.flatMap(({ tools }) => (tools ?? []).map(({ name }) => name));
  if (names.some((name) => fitsWildcard(text.slice(colon + 1), name))) return [];
  const near = meantName(text.slice(colon + 1), names);
  return nothing('No recorded tool of this server has this name.', near && `${key}:${near}`);
}
