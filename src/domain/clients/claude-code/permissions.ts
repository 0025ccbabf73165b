import { isObject, type Json, type JsonObject } from '../../text/json.ts';
import { meantName } from '../../text/meant-name.ts';
import { type ClientDocument, strongestFirst } from '../document.ts';
import {
  type PermissionModel,
  type Reach,
  type RuleFinding,
  type RuleLine,
  ruleLine,
  type SeenServer,
  type SeenTool,
  stoppedBy,
  type Treatment,
} from '../treatment.ts';
import { fitsWildcard } from '../wildcard.ts';
import {
  isProjectList,
  MODES,
  managedMemberFindings,
  serverListFault,
  settingsFault,
  skippedServers,
} from './file-fault.ts';
import { SETTINGS } from './files.ts';
import { claudeName } from './names.ts';

/**
 * Claude Code's permissions (code.claude.com/docs: permissions, settings, managed-mcp;
 * docs/enforcement-targets.md#claude-code): the rules of all levels count together, deny before ask before allow before the
 * mode; of single values the strongest level's counts. Names are compared as Claude Code spells them.
 */
export function permissions(documents: readonly ClientDocument[]): PermissionModel {
  const given = strongestFirst(documents, SETTINGS);
  const dropped = new Map(given.map((document) => [document, settingsFault(document)]));
  // A managed file that cannot be read keeps Claude Code from starting; any other is passed over.
  const stopping = given.find((document) => document.scope === 'managed' && dropped.get(document) !== null);
  const levels = given.filter((document) => dropped.get(document) === null);
  const lists = documents.filter((document) => !given.includes(document));
  const onlyManaged = levels.find(({ value }) => value.allowManagedPermissionRulesOnly === true && isManaged(value));
  const counting = levels.filter(({ scope }) => onlyManaged === undefined || scope === 'managed');
  const rules = counting.flatMap(rulesOf);
  const mode = modeOf(levels);
  const stopped = (server: SeenServer): Treatment | null => {
    const start = stopping === undefined ? null : (dropped.get(stopping) ?? null);
    if (start !== null) return stoppedBy(start.at, 'Claude Code does not start with these managed settings.');
    const list = lists.find(({ name }) => name === server.file);
    const fault = list === undefined ? null : serverListFault(list);
    return fault === null ? null : stoppedBy(fault.at, 'Claude Code does not read the file that lists this server.');
  };
  return {
    treat: (server, tool) =>
      stopped(server) ?? notLoaded(server, levels) ?? byRules(server.key, tool, rules) ?? byMode(mode),
    stopped,
    findings: (servers) => [
      ...given.flatMap((document) => dropped.get(document) ?? []),
      ...lists.flatMap((document) => serverListFault(document) ?? []),
      ...lists.flatMap((document) => skippedServers(document, (key) => ruleLine(document, ['mcpServers', key], key))),
      ...levels.flatMap(keyFindings),
      ...levels.flatMap(managedMemberFindings),
      ...levels.flatMap(memberFindings),
      ...levels.flatMap((document) => (counting.includes(document) ? [] : notCounted(document))),
      ...rules.flatMap((rule) => ruleFinding(rule, servers) ?? []),
      ...modeFindings(mode),
      ...levels.flatMap(serverListFindings),
    ],
    named: [...new Set(rules.flatMap(({ text }) => /^mcp__(.+?)(?:__|$)/.exec(text)?.[1] ?? []))].filter(
      (key) => !key.includes('*') && !key.includes('('),
    ),
  };

  function isManaged(value: JsonObject): boolean {
    return levels.some((document) => document.value === value && document.scope === 'managed');
  }
}

const LISTS = ['deny', 'ask', 'allow'] as const;
type List = (typeof LISTS)[number];

interface ClaudeRule {
  readonly list: List;
  readonly text: string;
  readonly at: RuleLine;
}

function rulesOf(document: ClientDocument): ClaudeRule[] {
  const { permissions } = document.value;
  if (!isObject(permissions)) return [];
  return LISTS.flatMap((list) =>
    texts(permissions[list]).map(({ text, index }) => ({
      list,
      text,
      at: ruleLine(document, ['permissions', list, index], `${list}: ${text}`),
    })),
  );
}

function texts(value: Json | undefined): { readonly text: string; readonly index: number }[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[]).flatMap((text, index) => (typeof text === 'string' ? [{ text, index }] : []));
}

/** How far a rule reaches, if it fits this tool at all. */
function fits({ text, list }: ClaudeRule, key: string, tool: string): Reach | null {
  const server = claudeName(key, '').slice(0, -2);
  const name = claudeName(key, tool);
  if (text === name) return 'tool';
  if (text === server || text === `${server}__*`) return 'blanket';
  // Rules with parentheses are skipped (trap 7).
  if (!text.includes('*') || text.includes('(')) return null;
  const isOfServer = text.startsWith(`${server}__`);
  // A star in the server's name or before it works in deny and is inert in allow; in ask nobody has tried it.
  if (!isOfServer && !(list === 'deny' && /^(?:\*|mcp_)/.test(text))) return null;
  if (!fitsWildcard(text, name)) return null;
  return isOfServer ? 'pattern' : 'blanket';
}

const WORDS: Readonly<Record<List, Treatment['effect']>> = { deny: 'hidden', ask: 'asked', allow: 'allowed' };
const SAYS: Readonly<Record<List, string>> = {
  deny: 'A deny rule takes it from the model.',
  ask: 'An ask rule asks before each call.',
  allow: 'An allow rule lets it run unasked.',
};

function byRules(key: string, tool: SeenTool, rules: readonly ClaudeRule[]): Treatment | null {
  for (const list of LISTS) {
    const fitting = rules
      .filter((rule) => rule.list === list)
      .flatMap((rule) => {
        const reach = fits(rule, key, tool.name);
        return reach === null ? [] : [{ rule, reach }];
      });
    // The most deliberate of those that fit.
    const best = (['tool', 'pattern', 'blanket'] as const).flatMap((reach) =>
      fitting.filter((each) => each.reach === reach),
    )[0];
    if (best) return { effect: WORDS[list], by: best.rule.at, reach: best.reach, says: SAYS[list] };
  }
  return null;
}

interface Mode {
  readonly name: string;
  readonly at: RuleLine | null;
  /** A line that refuses the mode. */
  readonly refusedBy: RuleLine | null;
}

function modeOf(levels: readonly ClientDocument[]): Mode {
  const document = levels.find(({ value }) => MODES.includes(String(permission(value, 'defaultMode'))));
  const name = document === undefined ? 'default' : String(permission(document.value, 'defaultMode'));
  const at = document === undefined ? null : ruleLine(document, ['permissions', 'defaultMode'], `defaultMode: ${name}`);
  const refusing = levels.find(({ value }) => permission(value, 'disableBypassPermissionsMode') === 'disable');
  const refusedBy =
    refusing === undefined || name !== 'bypassPermissions'
      ? null
      : ruleLine(refusing, ['permissions', 'disableBypassPermissionsMode'], 'disableBypassPermissionsMode: disable');
  return { name, at, refusedBy };
}

function permission(value: JsonObject, member: string): Json | undefined {
  return isObject(value.permissions) ? value.permissions[member] : undefined;
}

function byMode({ name, at, refusedBy }: Mode): Treatment {
  if (name === 'dontAsk') {
    return { effect: 'denied', by: at, reach: 'blanket', says: 'The mode dontAsk refuses what no allow rule names.' };
  }
  if (name === 'bypassPermissions' && refusedBy === null) {
    return {
      effect: 'allowed',
      by: at,
      reach: 'blanket',
      says: 'The mode bypassPermissions runs what no rule names, unasked.',
    };
  }
  if (name === 'auto') {
    return {
      effect: 'not-known',
      by: at,
      reach: 'blanket',
      says: 'The mode auto lets a model decide whether to ask.',
    };
  }
  return {
    effect: 'asked',
    by: null,
    reach: 'none',
    says: 'No rule names it: Claude Code asks, which is its default.',
  };
}

function modeFindings({ name, at, refusedBy }: Mode): RuleFinding[] {
  if (at === null) return [];
  if (name === 'bypassPermissions' && refusedBy === null) {
    return [
      {
        kind: 'opens',
        at,
        message: 'Every tool that no rule names runs unasked. Ask rules still ask, deny rules still deny.',
      },
    ];
  }
  if (name === 'bypassPermissions') {
    return [{ kind: 'ignored', at, message: `Line ${refusedBy?.line} of ${refusedBy?.file} refuses this mode.` }];
  }
  return [];
}

/** A server that lists switch off: it is never started. */
function notLoaded(server: SeenServer, levels: readonly ClientDocument[]): Treatment | null {
  const hidden = (by: RuleLine, says: string): Treatment => ({
    effect: 'hidden',
    by,
    reach: 'blanket',
    says,
    keepsOut: true,
  });
  for (const document of levels) {
    const { disabledMcpjsonServers: list } = document.value;
    // A single name may stand without a list.
    for (const { text, index } of typeof list === 'string' ? [{ text: list, index: 0 }] : texts(list)) {
      if (text === server.key && isProjectServer(server)) {
        const at = ruleLine(document, ['disabledMcpjsonServers', index], `disabledMcpjsonServers: ${text}`);
        return hidden(at, 'The server is switched off.');
      }
    }
  }
  // Denials merge from the settings of all levels (code.claude.com/docs/en/managed-mcp).
  for (const document of levels) {
    const index = entriesOf(document, 'deniedMcpServers').findIndex((entry) => fitsServer(entry, server));
    if (index >= 0) {
      const at = ruleLine(document, ['deniedMcpServers', index], 'deniedMcpServers');
      return hidden(at, 'This list refuses the server: it does not load.');
    }
  }
  const managed = levels.find(({ scope, value }) => scope === 'managed' && Array.isArray(value.allowedMcpServers));
  if (managed === undefined) return null;
  // What the other levels allow is added, unless managed settings say that theirs alone counts.
  const counting = levels.some(({ scope, value }) => scope === 'managed' && value.allowManagedMcpServersOnly === true)
    ? levels.filter(({ scope }) => scope === 'managed')
    : levels;
  if (
    isAllowed(
      counting.flatMap((document) => entriesOf(document, 'allowedMcpServers')),
      server,
    )
  )
    return null;
  const at = ruleLine(managed, ['allowedMcpServers'], 'allowedMcpServers');
  return hidden(at, 'Managed settings load only the servers that are allowed, and it is not among them.');
}

/** Elements of a list of servers that are none are kept by their place: nothing fits them. */
function entriesOf({ value }: ClientDocument, member: 'allowedMcpServers' | 'deniedMcpServers'): readonly JsonObject[] {
  const list = value[member];
  return Array.isArray(list) ? (list as readonly Json[]).map((entry) => (isObject(entry) ? entry : {})) : [];
}

function isProjectServer({ file }: SeenServer): boolean {
  return file === null || isProjectList(file);
}

function fitsServer(entry: JsonObject, { key, configured }: SeenServer): boolean {
  if (entry.serverName !== undefined) return entry.serverName === key;
  const transport = configured?.transport;
  if (typeof entry.serverUrl === 'string') {
    return transport?.kind === 'http' && fitsWildcard(entry.serverUrl, transport.url);
  }
  if (Array.isArray(entry.serverCommand)) {
    return (
      transport?.kind === 'stdio' &&
      JSON.stringify(entry.serverCommand) === JSON.stringify([transport.command, ...transport.args])
    );
  }
  return false;
}

/** Where the list has entries by command or address, a name alone is not enough for a server of that kind. */
function isAllowed(entries: readonly JsonObject[], server: SeenServer): boolean {
  const exact = { stdio: 'serverCommand', http: 'serverUrl' } as const;
  const kind = server.configured?.transport.kind;
  const member = kind === undefined ? undefined : exact[kind];
  const needed = member === undefined ? [] : entries.filter((entry) => entry[member] !== undefined);
  return (needed.length > 0 ? needed : entries).some((entry) => fitsServer(entry, server));
}

function serverListFindings(document: ClientDocument): RuleFinding[] {
  if (document.scope === 'managed') return [];
  const finding = (kind: 'ignored' | 'note', member: string, message: string): RuleFinding[] =>
    document.value[member] === undefined ? [] : [{ kind, at: ruleLine(document, [member], member), message }];
  return [
    ...finding(
      'note',
      'allowedMcpServers',
      'It adds to a managed list. What it does where there is none is not read here: every server counts as loaded.',
    ),
    ...finding(
      'ignored',
      'allowManagedPermissionRulesOnly',
      'allowManagedPermissionRulesOnly counts in managed settings only.',
    ),
    ...finding('ignored', 'allowManagedMcpServersOnly', 'allowManagedMcpServersOnly counts in managed settings only.'),
  ];
}

const PERMISSION_MEMBERS = [
  'allow',
  'ask',
  'deny',
  'defaultMode',
  'additionalDirectories',
  'disableBypassPermissionsMode',
  'disableAutoMode',
];

/** Members that are one slip away from one that counts: Claude Code ignores them without a word. */
function keyFindings(document: ClientDocument): RuleFinding[] {
  const { value } = document;
  const found = (path: string[], instead: string | undefined): RuleFinding[] =>
    instead === undefined
      ? []
      : [
          {
            kind: 'ignored',
            at: ruleLine(document, path, path.join('.')),
            message: 'Claude Code knows no such member and ignores it.',
            instead,
          },
        ];
  const inside = isObject(value.permissions) ? Object.keys(value.permissions) : [];
  return [
    ...Object.keys(value)
      .filter((member) => member !== 'permissions')
      .flatMap((member) => found([member], meantName(member, ['permissions']))),
    ...inside
      .filter((member) => !PERMISSION_MEMBERS.includes(member))
      .flatMap((member) => found(['permissions', member], nearMember(member))),
    ...(isObject(value.hooks)
      ? [
          {
            kind: 'note',
            at: ruleLine(document, ['hooks'], 'hooks'),
            message: 'Hooks can allow or refuse a call too. They are programs and are not read here.',
          } as const,
        ]
      : []),
  ];
}

function nearMember(member: string): string | undefined {
  const SHORT = { alow: 'allow', allows: 'allow', allowed: 'allow', asks: 'ask', denied: 'deny', denies: 'deny' };
  return SHORT[member.toLowerCase() as keyof typeof SHORT] ?? meantName(member, PERMISSION_MEMBERS);
}

/** Members of lists of rules that are none. */
function memberFindings(document: ClientDocument): RuleFinding[] {
  const { permissions } = document.value;
  if (!isObject(permissions)) return [];
  return LISTS.flatMap((list) => {
    const rules = Array.isArray(permissions[list]) ? (permissions[list] as readonly Json[]) : [];
    return rules.flatMap((rule, index): RuleFinding[] =>
      typeof rule === 'string'
        ? []
        : [
            {
              kind: 'ignored',
              at: ruleLine(document, ['permissions', list, index], `${list}[${index}]`),
              message: 'A rule is a text in quotes: Claude Code passes over this one.',
            },
          ],
    );
  });
}

function notCounted(document: ClientDocument): RuleFinding[] {
  return isObject(document.value.permissions)
    ? [
        {
          kind: 'ignored',
          at: ruleLine(document, ['permissions'], 'permissions'),
          message: 'Managed settings let only managed rules count: these do not.',
        },
      ]
    : [];
}

function ruleFinding({ list, text, at }: ClaudeRule, servers: readonly SeenServer[]): RuleFinding | null {
  if (!/^mcp_/i.test(text)) return otherFinding({ list, text, at }, servers);
  if (text.includes('(')) {
    return {
      kind: 'matches-nothing',
      at,
      message: 'Claude Code skips rules for MCP tools that have parentheses: arguments cannot be ruled here.',
      instead: text.slice(0, text.indexOf('(')),
    };
  }
  const nothing = (message: string, instead?: string): RuleFinding => ({
    kind: 'matches-nothing',
    at,
    message,
    instead,
  });
  const isOfServer = servers.some(({ key }) => text.startsWith(`${prefixOf(key)}__`));
  const [, serverPart = ''] = /^mcp_+(.*?)(?:__|$)/s.exec(text) ?? [];
  if (list !== 'deny' && serverPart.includes('*') && !isOfServer) return nothing(starSentence(list));
  if (servers.length === 0) return null;
  const isForAll = list === 'deny' && serverPart.includes('*') && !isOfServer;
  if (isForAll) return patternFinding({ list, text, at }, servers);
  const ours = servers.filter(({ key }) => text === prefixOf(key) || text.startsWith(`${prefixOf(key)}__`));
  if (ours.length === 0) {
    const raw = servers.find(({ key }) => text === `mcp__${key}` || text.startsWith(`mcp__${key}__`));
    if (raw !== undefined) {
      const rest = text.slice(`mcp__${raw.key}`.length).replace(/[^A-Za-z0-9_*-]/g, '_');
      return nothing('Claude Code spells the server with _ for other characters.', `${prefixOf(raw.key)}${rest}`);
    }
    const [, key = '', tool] = /^mcp__?(.+?)(?:__(.*))?$/s.exec(text) ?? [];
    const near = meantName(
      key,
      servers.map((server) => server.key),
    );
    const instead = near === undefined ? undefined : `${prefixOf(near)}${tool === undefined ? '' : `__${tool}`}`;
    return nothing('No server of these files has this name.', instead);
  }
  if (ours.some(({ tools }) => tools === null)) return null;
  if (fitsAny({ list, text, at }, ours) || ours.every(({ key }) => text === prefixOf(key))) return null;
  const [server] = ours as [SeenServer, ...SeenServer[]];
  const near = meantName(
    text.slice(prefixOf(server.key).length),
    (server.tools ?? []).map(({ name }) => name),
  );
  return nothing(
    `No recorded tool of ${server.key} fits it.`,
    near === undefined ? undefined : claudeName(server.key, near),
  );
}

function starSentence(list: List): string {
  return list === 'allow'
    ? 'A star in the server’s name or in place of it does nothing in allow.'
    : 'A star in the server’s name or in place of it counts in deny; in ask it was not tried and is not relied on.';
}

function fitsAny(rule: ClaudeRule, servers: readonly SeenServer[]): boolean {
  return servers.some(({ key, tools }) => (tools ?? []).some((tool) => fits(rule, key, tool.name) !== null));
}

/** A pattern for the tools of any server that fits none; null where it fits one, or nobody knows the tools. */
function patternFinding(rule: ClaudeRule, servers: readonly SeenServer[]): RuleFinding | null {
  if (servers.length === 0 || servers.some(({ tools }) => tools === null) || fitsAny(rule, servers)) return null;
  return { kind: 'matches-nothing', at: rule.at, message: 'No recorded tool of these servers fits it.' };
}

/** A rule that does not begin as those for tools of servers do, and looks as if it were meant for them. */
function otherFinding(rule: ClaudeRule, servers: readonly SeenServer[]): RuleFinding | null {
  const { list, text, at } = rule;
  const nothing = (message: string, instead?: string): RuleFinding => ({
    kind: 'matches-nothing',
    at,
    message,
    instead,
  });
  const plain = text.trim();
  if (plain !== text && (plain === '' || /^mcp_/i.test(plain))) {
    return nothing('Claude Code compares with the spaces around it, which no name has.', plain || undefined);
  }
  if (text.includes('(')) return null;
  if (text.startsWith('*')) return list === 'deny' ? patternFinding(rule, servers) : nothing(starSentence(list));
  const all = servers.flatMap(({ key, tools }) => (tools ?? []).map(({ name }) => ({ key, name })));
  if (text.includes('*') && all.some(({ key, name }) => fitsWildcard(text, claudeName(key, name)))) {
    return nothing(
      'For a tool of a server Claude Code reads a star after mcp_ or at the beginning, and nowhere before.',
    );
  }
  const raw = all.find(({ key, name }) => [name, `${key}__${name}`].includes(text));
  const server = servers.find(({ key }) => key === text);
  const instead = raw === undefined ? server && prefixOf(server.key) : claudeName(raw.key, raw.name);
  return instead === undefined
    ? null
    : nothing(
        'A rule for a tool of a server begins with mcp__ and the server: without them it means no such tool.',
        instead,
      );
}

function prefixOf(key: string): string {
  return claudeName(key, '').slice(0, -2);
}
