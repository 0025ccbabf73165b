import { isObject, type Json } from '../../text/json.ts';
import { meantName } from '../../text/meant-name.ts';
import type { ClientDocument } from '../document.ts';
import {
  type PermissionModel,
  type RuleFinding,
  type RuleLine,
  ruleLine,
  type SeenServer,
  type Treatment,
} from '../treatment.ts';
import { APPROVALS, SERVERS } from './files.ts';
import { copilotName } from './names.ts';

/**
 * GitHub Copilot CLI (`copilot help permissions`; docs/enforcement-targets.md#copilot-cli): the list `tools` of a server says
 * what is offered, by raw names; what is offered asks, unless it was approved for a folder. Flags of a session are not in files.
 */
export function permissions(documents: readonly ClientDocument[]): PermissionModel {
  const lists = documents.filter(({ kind }) => kind === SERVERS).flatMap(listsOf);
  const approvals = documents.filter(({ kind }) => kind === APPROVALS).flatMap(approvalsOf);
  return {
    treat: (server, tool) => treat(server.key, tool.name, lists, approvals),
    findings: (servers) => [
      ...lists.flatMap((list) => listFindings(list, servers)),
      ...approvals.flatMap((approval) => approvalFindings(approval, servers)),
    ],
    named: [...new Set(approvals.map(({ server }) => server))],
  };
}

interface ToolList {
  readonly server: string;
  /** Null where the entry has none. */
  readonly names: readonly { readonly name: string; readonly at: RuleLine }[] | null;
  readonly at: RuleLine;
}

interface Approval {
  readonly server: string;
  /** Null for every tool of the server. */
  readonly tool: string | null;
  readonly folder: string;
  readonly at: RuleLine;
}

function listsOf(document: ClientDocument): ToolList[] {
  const servers = document.value.mcpServers;
  if (!isObject(servers)) return [];
  return Object.entries(servers).flatMap(([server, entry]) => {
    if (!isObject(entry)) return [];
    const path = ['mcpServers', server, 'tools'];
    const names = Array.isArray(entry.tools)
      ? (entry.tools as readonly Json[]).flatMap((name, index) =>
          typeof name === 'string' ? [{ name, at: ruleLine(document, [...path, index], `tools: ${name}`) }] : [],
        )
      : null;
    return [{ server, names, at: ruleLine(document, path, 'tools') }];
  });
}

function approvalsOf(document: ClientDocument): Approval[] {
  const { locations } = document.value;
  if (!isObject(locations)) return [];
  return Object.entries(locations).flatMap(([folder, location]) => {
    const list = isObject(location) ? location.tool_approvals : undefined;
    if (!Array.isArray(list)) return [];
    return (list as readonly Json[]).flatMap((entry, index) => {
      if (!isObject(entry) || entry.kind !== 'mcp' || typeof entry.serverName !== 'string') return [];
      const tool = typeof entry.toolName === 'string' ? entry.toolName : null;
      const text = `approved in ${folder}: ${entry.serverName}${tool === null ? '' : `(${tool})`}`;
      const at = ruleLine(document, ['locations', folder, 'tool_approvals', index], text);
      return [{ server: entry.serverName, tool, folder, at }];
    });
  });
}

function treat(key: string, tool: string, lists: readonly ToolList[], approvals: readonly Approval[]): Treatment {
  const list = lists.find(({ server }) => server === key);
  const named = list?.names?.find(({ name }) => name === tool);
  const star = list?.names?.find(({ name }) => name === '*');
  if (list?.names != null && named === undefined && star === undefined) {
    return { effect: 'hidden', by: list.at, reach: 'pattern', says: 'The list leaves it out.' };
  }
  const approved = approvals.filter((each) => each.server === key && (each.tool === tool || each.tool === null));
  const approval = approved.find((each) => each.tool === tool) ?? approved[0];
  if (approval !== undefined) {
    return {
      effect: 'allowed',
      by: approval.at,
      reach: approval.tool === null ? 'blanket' : 'tool',
      says: 'It was approved for that folder, and runs there unasked.',
    };
  }
  if (named !== undefined) {
    return { effect: 'asked', by: named.at, reach: 'tool', says: 'The list names it, and Copilot CLI asks.' };
  }
  const says = 'Nothing names it: Copilot CLI asks, which is its default.';
  return { effect: 'asked', by: star?.at ?? null, reach: 'none', says };
}

function listFindings({ server, names }: ToolList, servers: readonly SeenServer[]): RuleFinding[] {
  const known = servers.find(({ key }) => key === server)?.tools;
  return (names ?? []).flatMap(({ name, at }): RuleFinding[] => {
    if (name === '*') return [];
    return known == null
      ? []
      : nameFinding(
          server,
          name,
          at,
          known.map((tool) => tool.name),
        );
  });
}

function approvalFindings({ server, tool, at }: Approval, servers: readonly SeenServer[]): RuleFinding[] {
  const found = servers.find(({ key }) => key === server);
  if (found === undefined) {
    if (servers.length === 0) return [];
    const instead = meantName(
      server,
      servers.map(({ key }) => key),
    );
    return [{ kind: 'matches-nothing', at, message: 'No server of these files has this name.', instead }];
  }
  if (tool === null) return [{ kind: 'opens', at, message: 'Every tool of this server runs unasked in that folder.' }];
  return found.tools === null
    ? []
    : nameFinding(
        server,
        tool,
        at,
        found.tools.map((each) => each.name),
      );
}

function nameFinding(server: string, name: string, at: RuleLine, known: readonly string[]): RuleFinding[] {
  if (known.includes(name)) return [];
  const raw = known.find((each) => copilotName(server, each) === name);
  const message =
    raw === undefined
      ? 'No recorded tool of this server has this name.'
      : 'This is the name that the model sees; the files take the server’s own.';
  return [{ kind: 'matches-nothing', at, message, instead: raw ?? meantName(name, known) }];
}
