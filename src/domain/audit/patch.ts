import { copilotFlags } from '../clients/copilot-cli/policy.ts';
import type { ConfigurationDocument, ConfigurationText } from '../clients/document.ts';
import { GEMINI_PRIORITY } from '../clients/gemini-cli/policy.ts';
import { fitsPattern } from '../clients/pattern.ts';
import type { ClientId } from '../configuration/client.ts';
import { withItems, withoutElements, withoutIndices, withoutMembers, withValue } from '../configuration/json-edit.ts';
import { nodeAt, readJsonText } from '../configuration/json-text.ts';
import { withServerPermissions } from '../configuration/toml-edit.ts';
import type { EnforcementFormat } from '../enforcement/format.ts';
import { claudeName, opencodeName } from '../enforcement/names.ts';
import { jsonString } from '../enforcement/quoting.ts';
import type { Effect } from '../policy/decide.ts';
import type { PolicyTool } from '../policy/recommend.ts';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import { formatOfClient } from './client-format.ts';

/** What a reader can choose for a tool. */
export const CHOICES = ['allow', 'ask', 'deny'] as const;
export type Choice = (typeof CHOICES)[number];

/** The choice that stands for a recommendation. */
export function choiceFor(effect: Effect): Choice {
  if (effect === 'allow') return 'allow';
  return effect === 'ask' || effect === 'limit' ? 'ask' : 'deny';
}

/** The choices for a server's tools, by raw name. */
export interface ChosenServer {
  readonly key: string;
  readonly choices: ReadonlyMap<string, Choice>;
}

/** One file, changed or new. */
export interface PatchedFile {
  readonly name: string;
  /** Null for a file that is not among those given. */
  readonly before: string | null;
  readonly after: string;
}

/** The changes that make a client do as chosen. */
export interface Patch {
  readonly files: readonly PatchedFile[];
  /** Sentences that the reader must know beside it. */
  readonly notes: readonly string[];
}

/**
 * One policy for all servers of a client, written into its files: rules of these servers are replaced, everything else stays.
 * Whether it does what was chosen is for the caller to see: audit the changed files.
 */
export function patchFor(
  client: ClientId,
  documents: readonly ConfigurationDocument[],
  servers: readonly ChosenServer[],
): Patch {
  const format = formatOfClient(client);
  if (format === null) return { files: [], notes: ['The files of this client hold no rules for single tools.'] };
  const files = new Files(documents.filter((document) => document.scope !== 'managed'));
  const notes: string[] = [];
  const rendered: Rendered[] = [];
  for (const server of servers.filter(({ choices }) => choices.size > 0)) {
    const text = render(format, server);
    if ('refused' in text) notes.push(`${JSON.stringify(server.key.slice(0, 60))}: ${text.refused}`);
    else rendered.push({ server, text: text.text });
  }
  if (rendered.length > 0) WRITERS[client]?.(files, rendered, notes);
  return { files: files.changed(), notes };
}

interface Rendered {
  readonly server: ChosenServer;
  /** What the format prints for it. */
  readonly text: string;
}

/** A tool whose decision is what the reader chose, so that the formats' own writers print it. */
function chosenTool(name: string, choice: Choice): PolicyTool {
  switch (choice) {
    case 'allow':
      return { name, category: 'Read', signals: [] };
    case 'ask':
      return { name, category: 'Read', signals: ['secrets'] };
    case 'deny':
      return { name, category: null, signals: [] };
    default:
      return choice satisfies never;
  }
}

function render(format: EnforcementFormat, { key, choices }: ChosenServer): ReturnType<EnforcementFormat['render']> {
  const tools = [...choices].map(([name, choice]) => chosenTool(name, choice));
  return format.render({ key, tools, variant: 'recommended', unrecorded: 0 });
}

/** The files of a client while they are changed. */
class Files {
  readonly #files: { name: string; before: string | null; after: string; document: ConfigurationDocument | null }[];

  constructor(documents: readonly ConfigurationDocument[]) {
    this.#files = documents.map((document) => ({
      name: document.name,
      before: document.text,
      after: document.text,
      document,
    }));
  }

  /** Files of a kind, the project's before the user's. */
  ofKind(kind: ConfigurationDocument['kind']) {
    const order = { project: 0, local: 1, user: 2, managed: 3 } as const;
    return this.#files
      .filter(({ document }) => document?.kind === kind)
      .sort((a, b) => order[a.document?.scope ?? 'project'] - order[b.document?.scope ?? 'project']);
  }

  /** A file that is not among those given. */
  add(name: string, text: string) {
    const file = { name, before: null, after: text, document: null };
    this.#files.push(file);
    return file;
  }

  changed(): PatchedFile[] {
    return this.#files
      .filter(({ before, after }) => before !== after)
      .map(({ name, before, after }) => ({ name, before, after }));
  }
}

type Writer = (files: Files, rendered: readonly Rendered[], notes: string[]) => void;

const WRITERS: Readonly<Partial<Record<ClientId, Writer>>> = {
  'claude-code': writeClaude,
  codex: writeCodex,
  'gemini-cli': writeGemini,
  opencode: writeOpencode,
  'copilot-cli': writeCopilot,
  cursor: writeCursor,
};

const LISTS = ['allow', 'ask', 'deny'] as const;

function writeClaude(files: Files, rendered: readonly Rendered[], notes: string[]): void {
  const wanted = new Map<string, string>();
  for (const { text } of rendered) {
    const { permissions } = JSON.parse(text) as { permissions: Record<string, readonly string[]> };
    for (const list of LISTS) for (const rule of permissions[list] ?? []) wanted.set(rule, list);
  }
  const prefixes = rendered.flatMap(({ server }) => [claudeName(server.key, '').slice(0, -2), `mcp__${server.key}`]);
  const isOurs = (rule: unknown) =>
    typeof rule === 'string' && prefixes.some((prefix) => rule === prefix || rule.startsWith(`${prefix}__`));
  const settings = files.ofKind('claude-settings');
  const there = new Set<string>();
  for (const file of settings) {
    for (const list of LISTS) {
      file.after = withoutElements(file.after, ['permissions', list], (rule) => {
        if (!isOurs(rule)) return false;
        if (wanted.get(rule as string) !== list || there.has(rule as string)) return true;
        there.add(rule as string);
        return false;
      });
    }
  }
  const target = settings[0] ?? files.add('.claude/settings.json', '{}\n');
  for (const list of LISTS) {
    const rules = [...wanted]
      .filter(([rule, own]) => own === list && !there.has(rule))
      .map(([rule]) => jsonString(rule));
    target.after = withItems(target.after, ['permissions', list], rules, 'array');
  }
  notes.push('Tools that nobody recorded are asked about, unless the mode is dontAsk.');
}

function writeCodex(files: Files, rendered: readonly Rendered[], notes: string[]): void {
  const configs = files.ofKind('codex-config');
  const byHand: string[] = [];
  for (const { server, text } of rendered) {
    const [, header = '', ...rest] = text.split('\n');
    const blank = rest.indexOf('');
    const lines = (blank < 0 ? rest : rest.slice(0, blank)).join('\n');
    const tables = blank < 0 ? '' : rest.slice(blank + 1).join('\n');
    const file = configs.find(({ document }) => {
      const tables = document?.value.mcp_servers;
      return isObject(tables) && Object.hasOwn(tables, server.key);
    });
    const edited = file === undefined ? null : withServerPermissions(file.after, server.key, lines, tables);
    if (file !== undefined && edited !== null) file.after = edited;
    else byHand.push([header, lines, ...(tables === '' ? [] : ['', tables])].join('\n'));
  }
  if (byHand.length > 0) {
    files.add('to-merge.toml', `${byHand.join('\n\n')}\n`);
    notes.push('The lines in to-merge.toml belong into the tables that you have: TOML takes each table once.');
  }
}

/** Above every rule of the reader's own that we would have to know, and below 1000. */
const ABOVE_OWN: Readonly<Record<string, string>> = {
  [GEMINI_PRIORITY.decided]: '950',
  [GEMINI_PRIORITY.rest]: '940',
};

function writeGemini(files: Files, rendered: readonly Rendered[], notes: string[]): void {
  const hasRules = files.ofKind('gemini-policy').length > 0;
  const policy = rendered
    .map(({ text }) =>
      hasRules
        ? text.replace(/^priority = (\d+)$/gm, (_, given: string) => `priority = ${ABOVE_OWN[given] ?? given}`)
        : text,
    )
    .join('\n\n');
  const keys = new Set(rendered.map(({ server }) => server.key));
  for (const file of files.ofKind('gemini-settings')) {
    const servers = file.document?.value.mcpServers;
    if (!isObject(servers)) continue;
    for (const [key, entry] of Object.entries(servers)) {
      // Trust is a rule of priority 200 that allows everything.
      if (keys.has(key) && isObject(entry) && entry.trust === true) {
        file.after = withoutMembers(file.after, ['mcpServers', key], ['trust']);
      }
      const open = rendered.find(({ server }) => server.key === key)?.server.choices ?? new Map<string, Choice>();
      const offered = [...open].filter(([, choice]) => choice !== 'deny').map(([name]) => name);
      file.after = withoutElements(file.after, ['mcpServers', key, 'excludeTools'], (name) =>
        offered.includes(name as string),
      );
      const included = isObject(entry) ? entry.includeTools : undefined;
      if (Array.isArray(included)) {
        const missing = offered.filter((name) => !(included as readonly Json[]).includes(name)).map(jsonString);
        file.after = withItems(file.after, ['mcpServers', key, 'includeTools'], missing, 'array');
      }
    }
  }
  files.add('.gemini/policies/placard.toml', `${policy}\n`);
  notes.push('It goes to ~/.gemini/policies/: Gemini CLI reads no policies from a project.');
}

function writeOpencode(files: Files, rendered: readonly Rendered[], notes: string[]): void {
  const names = rendered.flatMap(({ server }) =>
    [...server.choices.keys()].map((tool) => opencodeName(server.key, tool)),
  );
  const prefixes = rendered.map(({ server }) => opencodeName(server.key, ''));
  const isOurs = (key: string) =>
    names.includes(key) || (prefixes.some((prefix) => key.startsWith(prefix)) && fitsSome(key, names));
  const configs = files.ofKind('opencode');
  for (const file of configs) {
    for (const member of ['permission', 'tools']) {
      const own = file.document?.value[member];
      if (isObject(own)) file.after = withoutMembers(file.after, [member], Object.keys(own).filter(isOurs));
    }
  }
  const target = configs[0] ?? files.add('opencode.json', '{}\n');
  const whole = target.document?.value.permission;
  if (typeof whole === 'string') target.after = withValue(target.after, ['permission'], { '*': whole });
  const entries = rendered.flatMap(({ text }) => {
    const root = readJsonText(text).root;
    return (nodeAt(root, ['permission'])?.children ?? []).map(({ offset, length }) =>
      text.slice(offset, offset + length),
    );
  });
  target.after = withItems(target.after, ['permission'], entries, 'object');
  notes.push('The order of the lines counts: a program that sorts the keys breaks it.');
}

function fitsSome(pattern: string, names: readonly string[]): boolean {
  return names.some((name) => fitsPattern(pattern, name, true));
}

function writeCopilot(files: Files, rendered: readonly Rendered[], notes: string[]): void {
  for (const { server, text } of rendered) {
    const { mcpServers } = JSON.parse(text) as { mcpServers: Record<string, { tools: readonly string[] }> };
    const tools = Object.values(mcpServers)[0]?.tools ?? [];
    const file = files
      .ofKind('copilot-servers')
      .find(
        ({ document }) => isObject(document?.value.mcpServers) && Object.hasOwn(document.value.mcpServers, server.key),
      );
    if (file === undefined) files.add(`mcp-config-${files.changed().length + 1}.json`, `${text}\n`);
    else file.after = withValue(file.after, ['mcpServers', server.key, 'tools'], tools);
    const allowed = [...server.choices].filter(([, choice]) => choice === 'allow').map(([name]) => name);
    if (allowed.length > 0 && allowed.length <= MOST_FLAGS) {
      notes.push(`These run unasked with: copilot ${copilotFlags(server.key, '--allow-tool', allowed)}`);
    }
  }
  for (const file of files.ofKind('copilot-approvals')) removeApprovals(file, rendered);
  notes.push('A listed tool asks: which tools run unasked is said by flags, not in this file.');
}

const MOST_FLAGS = 20;

/** Takes back approvals of tools that shall ask or be denied. */
function removeApprovals(file: ReturnType<Files['ofKind']>[number], rendered: readonly Rendered[]): void {
  const locations = file.document?.value.locations;
  if (!isObject(locations)) return;
  for (const [folder, location] of Object.entries(locations)) {
    const list = isObject(location) && Array.isArray(location.tool_approvals) ? location.tool_approvals : [];
    file.after = withoutIndices(file.after, ['locations', folder, 'tool_approvals'], (_, index) => {
      const entry = (list as readonly Json[])[index];
      return isObject(entry) && isWithdrawn(entry, rendered);
    });
  }
}

function isWithdrawn(entry: JsonObject, rendered: readonly Rendered[]): boolean {
  const one = rendered.find(({ server }) => server.key === entry.serverName);
  if (one === undefined) return false;
  return typeof entry.toolName !== 'string' || one.server.choices.get(entry.toolName) !== 'allow';
}

function writeCursor(files: Files, rendered: readonly Rendered[], notes: string[]): void {
  const wanted = rendered.flatMap(({ text }) => (JSON.parse(text) as { mcpAllowlist: readonly string[] }).mcpAllowlist);
  const keys = rendered.map(({ server }) => server.key);
  const there = new Set<string>();
  const lists = files.ofKind('cursor-permissions');
  for (const file of lists) {
    file.after = withoutElements(file.after, ['mcpAllowlist'], (entry) => {
      if (typeof entry !== 'string' || !keys.some((key) => entry.startsWith(`${key}:`))) return false;
      if (!wanted.includes(entry)) return true;
      there.add(entry);
      return false;
    });
  }
  const target = lists[0] ?? files.add('.cursor/permissions.json', '{}\n');
  const missing = wanted.filter((entry) => !there.has(entry)).map(jsonString);
  target.after = withItems(target.after, ['mcpAllowlist'], missing, 'array');
  notes.push('Cursor cannot deny: what is not on the list is asked about, if auto-run is set to the allowlist.');
}

/** The files as they will be, for another audit. */
export function patchedTexts(documents: readonly ConfigurationDocument[], patch: Patch): ConfigurationText[] {
  const changed = new Map(patch.files.map((file) => [file.name, file]));
  return [
    ...documents.map(({ name, text, client }) => ({ name, text: changed.get(name)?.after ?? text, client })),
    ...patch.files
      .filter(({ before, name }) => before === null && name !== 'to-merge.toml')
      .map(({ name, after }) => ({ name, text: after })),
  ];
}
