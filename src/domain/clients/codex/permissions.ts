import { isObject, type Json, type JsonObject } from '../../text/json.ts';
import { meantName } from '../../text/meant-name.ts';
import { type ClientDocument, strongestFirst } from '../document.ts';
import {
  type PermissionModel,
  type RuleFinding,
  type RuleLine,
  ruleLine,
  type SeenServer,
  type SeenTool,
  stoppedBy,
  type Treatment,
} from '../treatment.ts';
import { configFaults } from './file-fault.ts';
import { CONFIG, REQUIREMENTS } from './files.ts';
import { SERVER_MEMBERS } from './servers.ts';

/**
 * Codex' permissions (developers.openai.com/codex/config-reference; docs/enforcement-targets.md#codex): lists of raw
 * names without wildcards, disabled before enabled, a tool's mode before the server's before `auto`. In `auto` the server's own
 * annotations decide: a tool that says it only reads, or neither destroys nor reaches out, runs unasked. A project's file
 * counts before the user's, key by key.
 */
export function permissions(documents: readonly ClientDocument[]): PermissionModel {
  const configs = strongestFirst(documents, CONFIG);
  const requirements = strongestFirst(documents, REQUIREMENTS);
  const approval = approvalOf(configs);
  const faults = configs.flatMap(configFaults);
  const [first] = faults;
  const stopped = (): Treatment | null =>
    first === undefined ? null : stoppedBy(first.at, 'Codex does not start with this file.');
  return {
    treat: (server, tool) =>
      stopped() ??
      notRequired(server, requirements) ??
      listed(server.key, tool.name, configs) ??
      byMode(server.key, tool, configs, approval),
    stopped,
    findings: (servers) => [
      ...faults,
      ...configs.flatMap((document) => documentFindings(document, servers)),
      ...(approval.opens === null
        ? []
        : [
            {
              kind: 'opens',
              at: approval.opens,
              message: 'With this and full access to the disk, tools that should ask run unasked.',
            } as const,
          ]),
      ...requirements.flatMap((document) => emptyRequirements(document)),
    ],
    named: [
      ...new Set(
        [...configs, ...requirements].flatMap(({ value }) =>
          isObject(value.mcp_servers) ? Object.keys(value.mcp_servers) : [],
        ),
      ),
    ],
  };
}

interface Found {
  readonly value: Json;
  readonly at: RuleLine;
}

/** A member of a server's table, from the strongest file that has it. */
function setting(configs: readonly ClientDocument[], path: readonly string[]): Found | undefined {
  for (const document of configs) {
    let value: Json | undefined = document.value;
    for (const step of path) value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
    if (value === undefined) continue;
    const shown = typeof value === 'object' ? '' : ` = ${JSON.stringify(value)}`;
    return { value, at: ruleLine(document, path, `${path.slice(-3).join('.')}${shown}`) };
  }
  return undefined;
}

function names(value: Json): readonly string[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter((each) => typeof each === 'string') : [];
}

function listed(key: string, tool: string, configs: readonly ClientDocument[]): Treatment | null {
  const hidden = (by: RuleLine, reach: Treatment['reach'], says: string): Treatment => ({
    effect: 'hidden',
    by,
    reach,
    says,
  });
  const enabled = setting(configs, ['mcp_servers', key, 'enabled']);
  if (enabled?.value === false)
    return { ...hidden(enabled.at, 'blanket', 'The server is switched off.'), keepsOut: true };
  const off = setting(configs, ['mcp_servers', key, 'disabled_tools']);
  if (off !== undefined && names(off.value).includes(tool)) {
    return hidden(elementLine(configs, key, 'disabled_tools', tool) ?? off.at, 'tool', 'disabled_tools names it.');
  }
  const on = setting(configs, ['mcp_servers', key, 'enabled_tools']);
  if (on !== undefined && !names(on.value).includes(tool)) {
    return hidden(on.at, 'pattern', 'enabled_tools leaves it out.');
  }
  return null;
}

function elementLine(configs: readonly ClientDocument[], key: string, list: string, tool: string): RuleLine | null {
  for (const document of configs) {
    const servers = document.value.mcp_servers;
    const entry = isObject(servers) && Object.hasOwn(servers, key) ? servers[key] : undefined;
    if (!isObject(entry) || entry[list] === undefined) continue;
    const index = names(entry[list]).indexOf(tool);
    return index < 0 ? null : ruleLine(document, ['mcp_servers', key, list, index], `${list}: ${tool}`);
  }
  return null;
}

interface Approval {
  /** The line by which asking is refusing: nobody is asked under `never`. */
  readonly never: RuleLine | null;
  /** The line by which asking is allowing: `never` with full access. */
  readonly opens: RuleLine | null;
}

function approvalOf(configs: readonly ClientDocument[]): Approval {
  const policy = setting(configs, ['approval_policy']);
  const sandbox = setting(configs, ['sandbox_mode']);
  if (policy?.value !== 'never') return { never: null, opens: null };
  return sandbox?.value === 'danger-full-access'
    ? { never: null, opens: policy.at }
    : { never: policy.at, opens: null };
}

function byMode(key: string, tool: SeenTool, configs: readonly ClientDocument[], approval: Approval): Treatment {
  const own = setting(configs, ['mcp_servers', key, 'tools', tool.name, 'approval_mode']);
  const server = setting(configs, ['mcp_servers', key, 'default_tools_approval_mode']);
  const mode = own ?? server;
  const by = mode?.at ?? null;
  const reach = own !== undefined ? 'tool' : server !== undefined ? 'blanket' : 'none';
  // Any other value stops Codex.
  const value = String(mode?.value ?? 'auto');
  if (value === 'approve') {
    // A mode for the whole server opens what enabled_tools names, not everything.
    const isNamed = own === undefined && elementLine(configs, key, 'enabled_tools', tool.name) !== null;
    return { effect: 'allowed', by, reach: isNamed ? 'pattern' : reach, says: 'The mode approve runs it unasked.' };
  }
  const runs = value === 'prompt' ? false : runsByAnnotation(value, tool);
  if (runs === null) {
    return {
      effect: 'not-known',
      by,
      reach: 'none',
      says: `In the mode ${value} the server’s own annotations decide, and our record has none.`,
    };
  }
  if (runs) {
    return {
      effect: 'allowed',
      by: null,
      reach: 'none',
      says: `In the mode ${value} it runs unasked, because the server itself says that it is harmless.`,
    };
  }
  return asked(value, by, value === 'auto' ? 'none' : reach, key, tool, configs, approval);
}

/** Codex' own test; null where the annotations are not known. */
function runsByAnnotation(mode: string, { hints }: SeenTool): boolean | null {
  if (hints === undefined) return null;
  if (mode === 'writes') return hints.readOnlyHint === true;
  if (hints.destructiveHint === true) return false;
  if (hints.readOnlyHint === true) return true;
  return hints.destructiveHint === false && hints.openWorldHint === false;
}

function asked(
  mode: string,
  by: RuleLine | null,
  reach: Treatment['reach'],
  key: string,
  tool: SeenTool,
  configs: readonly ClientDocument[],
  { never, opens }: Approval,
): Treatment {
  if (opens !== null) {
    return {
      effect: 'allowed',
      by: opens,
      reach: 'blanket',
      says: 'It should ask, but this approval policy with full access to the disk runs it unasked.',
    };
  }
  if (never !== null) {
    return { effect: 'denied', by: never, reach: 'blanket', says: 'It should ask, and this policy asks nobody.' };
  }
  // To list a tool by name is a decision to offer it, and Codex then asks.
  const line = elementLine(configs, key, 'enabled_tools', tool.name);
  if (reach === 'none' && line !== null) {
    return { effect: 'asked', by: line, reach: 'tool', says: 'enabled_tools names it, and without a mode Codex asks.' };
  }
  return {
    effect: 'asked',
    by: reach === 'none' ? null : by,
    reach,
    says: reach === 'none' ? 'No mode is set: Codex asks, which is its default.' : `The mode ${mode} asks.`,
  };
}

/** A fleet's list of servers: what is not on it by name and identity is switched off. */
function notRequired(server: SeenServer, requirements: readonly ClientDocument[]): Treatment | null {
  for (const document of requirements) {
    const servers = document.value.mcp_servers;
    if (!isObject(servers) || Object.keys(servers).length === 0) continue;
    const entry = Object.hasOwn(servers, server.key) ? servers[server.key] : undefined;
    const identity = isObject(entry) && isObject(entry.identity) ? entry.identity : undefined;
    if (identity !== undefined && fitsIdentity(identity, server)) continue;
    const path = identity === undefined ? ['mcp_servers'] : ['mcp_servers', server.key, 'identity'];
    return {
      effect: 'hidden',
      by: ruleLine(document, path, path.join('.')),
      reach: 'blanket',
      says:
        identity === undefined
          ? 'requirements.toml does not name this server, which switches it off.'
          : 'Its command or address is another than requirements.toml says, which switches it off.',
      keepsOut: true,
    };
  }
  return null;
}

function fitsIdentity(identity: JsonObject, { configured }: SeenServer): boolean {
  const transport = configured?.transport;
  if (transport === undefined) return true;
  if (transport.kind === 'http') return identity.url === transport.url;
  // The text form compares the program alone.
  return identity.command === transport.command;
}

function emptyRequirements(document: ClientDocument): RuleFinding[] {
  const servers = document.value.mcp_servers;
  return isObject(servers) && Object.keys(servers).length === 0
    ? [
        {
          kind: 'note',
          at: ruleLine(document, ['mcp_servers'], 'mcp_servers'),
          message: 'Whether an empty table switches every server off is not documented, so it is not relied on.',
        },
      ]
    : [];
}

function documentFindings(document: ClientDocument, servers: readonly SeenServer[]): RuleFinding[] {
  const tables = document.value.mcp_servers;
  if (!isObject(tables)) return [];
  return Object.entries(tables).flatMap(([key, entry]) => {
    if (!isObject(entry)) return [];
    const known = servers.find((server) => server.key === key)?.tools ?? null;
    return [
      ...Object.keys(entry)
        .filter((member) => !SERVER_MEMBERS.includes(member))
        .flatMap((member): RuleFinding[] => {
          const instead = meantName(member, SERVER_MEMBERS);
          const at = ruleLine(document, ['mcp_servers', key, member], member);
          const message = 'Codex ignores a key that it does not know, without a word unless --strict-config is given.';
          return instead === undefined && !/tool|approv|allow|den/.test(member)
            ? []
            : [{ kind: 'ignored', at, message, instead }];
        }),
      ...(['enabled_tools', 'disabled_tools'] as const).flatMap((list) =>
        names(entry[list] ?? []).flatMap((name, index) => {
          const at = ruleLine(document, ['mcp_servers', key, list, index], `${list}: ${name}`);
          return nameFinding(name, at, known) ?? [];
        }),
      ),
      ...toolFindings(document, key, entry, known),
    ];
  });
}

function nameFinding(name: string, at: RuleLine, known: readonly SeenTool[] | null): RuleFinding | null {
  if (known?.some((tool) => tool.name === name)) return null;
  if (/[*?]/.test(name)) {
    return {
      kind: 'matches-nothing',
      at,
      message: 'Codex has no wildcards: it looks for a tool of exactly this name.',
    };
  }
  if (known === null) return null;
  const instead = meantName(
    name,
    known.map((tool) => tool.name),
  );
  return { kind: 'matches-nothing', at, message: 'No recorded tool of this server has this name.', instead };
}

/** Tables of tools that no tool has the name of. */
function toolFindings(
  document: ClientDocument,
  key: string,
  entry: JsonObject,
  known: readonly SeenTool[] | null,
): RuleFinding[] {
  return Object.keys(isObject(entry.tools) ? entry.tools : {}).flatMap(
    (name) => nameFinding(name, ruleLine(document, ['mcp_servers', key, 'tools', name], `tools.${name}`), known) ?? [],
  );
}
