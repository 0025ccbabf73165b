import { isObject, type JsonObject } from '../../text/json.ts';
import { readJson } from '../../text/json-text.ts';
import { meantName } from '../../text/meant-name.ts';
import type { ClientDocument } from '../document.ts';
import { placeOf } from '../not-read.ts';
import { type RuleFinding, type RuleLine, ruleLine } from '../treatment.ts';
import {
  either,
  LIST,
  OBJECT,
  oneOf,
  SWITCH,
  TEXT,
  TEXTS,
  type Wanted,
  WHOLE,
  type WrongMember,
  wrongMembers,
} from '../wanted-type.ts';

/** The modes of permissions; `manual` asks like `default`. */
export const MODES: readonly string[] = [
  ...['default', 'manual', 'acceptEdits', 'plan', 'dontAsk', 'bypassPermissions', 'auto'],
];

const ABSENT: Wanted = { fits: (value) => value === null, words: 'null' };

/**
 * Members of settings for which Claude Code drops the whole file when they are something else. Each was tried in version 2.1.329,
 * with a list that switches a server off beside it; there may be more. What it takes as it is (`hooks: "x"`, numbers in `env`)
 * is not here.
 */
const SETTINGS_TYPES: Readonly<Record<string, Wanted>> = {
  permissions: OBJECT,
  'permissions/allow': LIST,
  'permissions/ask': LIST,
  'permissions/deny': LIST,
  'permissions/defaultMode': oneOf(...MODES),
  'permissions/disableBypassPermissionsMode': oneOf('disable'),
  'permissions/disableAutoMode': oneOf('disable'),
  'permissions/additionalDirectories': TEXTS,
  env: OBJECT,
  model: TEXT,
  enabledMcpjsonServers: either(TEXTS, TEXT),
  disabledMcpjsonServers: either(TEXTS, TEXT),
  enableAllProjectMcpServers: either(SWITCH, ABSENT),
  allowManagedPermissionRulesOnly: SWITCH,
  allowManagedMcpServersOnly: SWITCH,
  'hooks/PreToolUse': LIST,
  sandbox: OBJECT,
  'sandbox/enabled': SWITCH,
  enabledPlugins: OBJECT,
  statusLine: OBJECT,
  attribution: OBJECT,
  cleanupPeriodDays: WHOLE,
  disableAllHooks: SWITCH,
  includeCoAuthoredBy: SWITCH,
  spinnerTipsEnabled: SWITCH,
  alwaysThinkingEnabled: SWITCH,
  respectGitignore: SWITCH,
  skipDangerousModePermissionPrompt: SWITCH,
  apiKeyHelper: TEXT,
  awsAuthRefresh: TEXT,
  otelHeadersHelper: TEXT,
  outputStyle: TEXT,
  language: TEXT,
  plansDirectory: TEXT,
  $schema: TEXT,
};

const DROPS = 'Claude Code drops the whole file, so none of its rules holds.';

/** Why Claude Code passes over a whole settings file; null where it does not, and for managed settings that it reads. */
export function settingsFault(document: ClientDocument): RuleFinding | null {
  const unread = strictFault(document);
  if (unread !== null) {
    const isManaged = document.scope === 'managed';
    return { ...unread, message: `${unread.message} ${isManaged ? 'Claude Code does not start with it.' : DROPS}` };
  }
  const [wrong] = document.scope === 'managed' ? [] : wrongMembers(document.value, SETTINGS_TYPES);
  return wrong === undefined ? null : { ...wrongFinding(document, wrong, DROPS), kind: 'breaks' };
}

/** Members of managed settings that are passed over one by one, where a file of any other level would be dropped. */
export function managedMemberFindings(document: ClientDocument): RuleFinding[] {
  if (document.scope !== 'managed') return [];
  return wrongMembers(document.value, SETTINGS_TYPES).map((wrong) =>
    wrongFinding(document, wrong, 'Claude Code passes over this member.'),
  );
}

function wrongFinding(document: ClientDocument, { path, value, words }: WrongMember, then: string): RuleFinding {
  const isMode = path.at(-1) === 'defaultMode';
  const at = ruleLine(document, path, isMode ? `defaultMode: ${String(value)}` : placeOf(path));
  const message = `${isMode ? `This is no mode of Claude Code. There are ${words}.` : `It must be ${words}.`} ${then}`;
  return { kind: 'ignored', at, message, instead: isMode ? meantName(String(value), MODES) : undefined };
}

/** Why Claude Code does not read a project's list of servers; null where it does, and for any other file. */
export function serverListFault(document: ClientDocument): RuleFinding | null {
  if (!isProjectList(document.name)) return null;
  const unread = strictFault(document);
  const then = 'Claude Code does not read this file, so that none of its servers is loaded.';
  if (unread !== null) return { ...unread, message: `${unread.message} ${then}` };
  const { value } = document;
  if (isObject(value.mcpServers)) return null;
  const path = Object.keys(value).slice(0, 1);
  const at = ruleLine(document, path, placeOf(path));
  return { kind: 'breaks', at, message: `The servers must stand under mcpServers. ${then}`, instead: 'mcpServers' };
}

/** Servers that Claude Code skips though their address is there. */
export function skippedServers({ name, value }: ClientDocument, lineOf: (key: string) => RuleLine): RuleFinding[] {
  const servers = isProjectList(name) && isObject(value.mcpServers) ? value.mcpServers : {};
  return Object.entries(servers).flatMap(([key, entry]): RuleFinding[] =>
    isObject(entry) && hasAddressOnly(entry)
      ? [
          {
            kind: 'ignored',
            at: lineOf(key),
            message: 'Claude Code skips a server that has a url and no type.',
            instead: '"type": "http"',
          },
        ]
      : [],
  );
}

function hasAddressOnly({ url, command, type }: JsonObject): boolean {
  return typeof url === 'string' && command === undefined && type === undefined;
}

/** Whether a file is a project's own list of servers. */
export function isProjectList(name: string): boolean {
  return /(^|[\\/])\.mcp\.json$/.test(name);
}

/** Claude Code parses its files as JSON is written, without comments or trailing commas; a byte order mark is let through. */
function strictFault(document: ClientDocument): RuleFinding | null {
  const read = readJson(document.text.replace(/^\uFEFF/, ' '));
  if (!('fault' in read)) return null;
  const { line, column, message } = read.fault;
  return {
    kind: 'breaks',
    at: { file: document.name, line, text: `column ${column}` },
    message: `It is no plain JSON: ${message}.`,
  };
}
