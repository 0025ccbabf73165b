import { isObject, type Json } from '../../text/json.ts';
import type { ClientDocument } from '../document.ts';
import { placeOf } from '../not-read.ts';
import { type RuleFinding, ruleLine } from '../treatment.ts';
import {
  either,
  NUMBER,
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

/** The modes of approval, of a server and of a tool. */
export const MODES: readonly string[] = ['auto', 'prompt', 'writes', 'approve'];

const TEXTS_BY_NAME: Wanted = {
  fits: (value) => isObject(value) && Object.values(value).every((each) => typeof each === 'string'),
  words: 'names with texts',
};
const VARIABLES: Wanted = {
  fits: (value) =>
    Array.isArray(value) && (value as readonly Json[]).every((each) => typeof each === 'string' || isObject(each)),
  words: 'a list of names',
};
const NEVER: Wanted = { fits: () => false, words: '' };
const GRANULAR = ['sandbox_approval', 'rules', 'mcp_elicitations'];
const APPROVALS: Wanted = {
  fits: (value) => {
    const parts = isObject(value) ? value.granular : undefined;
    return isObject(parts) && GRANULAR.every((name) => typeof parts[name] === 'boolean');
  },
  words: `granular = {${GRANULAR.join(', ')}}`,
};
const SANDBOXES = oneOf('read-only', 'workspace-write', 'danger-full-access');

/** Members with which Codex does not start when they are something else. Each was tried in version 0.169.0; there may be more. */
const CONFIG_TYPES: Readonly<Record<string, Wanted>> = {
  model: TEXT,
  model_provider: TEXT,
  model_reasoning_effort: TEXT,
  approval_policy: either(oneOf('never', 'on-request', 'on-failure'), APPROVALS),
  sandbox_mode: SANDBOXES,
  profile: NEVER,
  notify: TEXTS,
  hide_agent_reasoning: SWITCH,
  project_doc_max_bytes: WHOLE,
  'features/*': SWITCH,
  'sandbox_workspace_write/network_access': SWITCH,
  'projects/*/trust_level': oneOf('trusted', 'untrusted'),
  'profiles/*/model': TEXT,
  'profiles/*/approval_policy': either(oneOf('never', 'on-request', 'on-failure', 'untrusted'), APPROVALS),
  'profiles/*/sandbox_mode': SANDBOXES,
  mcp_servers: OBJECT,
  'mcp_servers/*': OBJECT,
  'mcp_servers/*/command': TEXT,
  'mcp_servers/*/args': TEXTS,
  'mcp_servers/*/env': TEXTS_BY_NAME,
  'mcp_servers/*/env_vars': VARIABLES,
  'mcp_servers/*/cwd': TEXT,
  'mcp_servers/*/url': TEXT,
  'mcp_servers/*/bearer_token': NEVER,
  'mcp_servers/*/bearer_token_env_var': TEXT,
  'mcp_servers/*/http_headers': TEXTS_BY_NAME,
  'mcp_servers/*/env_http_headers': TEXTS_BY_NAME,
  'mcp_servers/*/oauth': OBJECT,
  'mcp_servers/*/oauth_resource': TEXT,
  'mcp_servers/*/name': TEXT,
  'mcp_servers/*/scopes': TEXTS,
  'mcp_servers/*/startup_timeout_sec': NUMBER,
  'mcp_servers/*/startup_timeout_ms': WHOLE,
  'mcp_servers/*/tool_timeout_sec': NUMBER,
  'mcp_servers/*/enabled': SWITCH,
  'mcp_servers/*/required': SWITCH,
  'mcp_servers/*/supports_parallel_tool_calls': SWITCH,
  'mcp_servers/*/enabled_tools': TEXTS,
  'mcp_servers/*/disabled_tools': TEXTS,
  'mcp_servers/*/default_tools_approval_mode': oneOf(...MODES),
  'mcp_servers/*/tools': OBJECT,
  'mcp_servers/*/tools/*': OBJECT,
  'mcp_servers/*/tools/*/approval_mode': oneOf(...MODES),
};

/** What belongs to a server with a command, and to one with a url: a server of the one kind must have none of the other's. */
const OF_KIND = {
  command: ['command', 'args', 'env', 'env_vars', 'cwd'],
  url: ['url', 'http_headers', 'env_http_headers', 'bearer_token_env_var'],
} as const;

/** Why Codex does not start with a configuration, member by member; empty where nothing is known that keeps it from starting. */
export function configFaults(document: ClientDocument): RuleFinding[] {
  return [
    ...wrongMembers(document.value, CONFIG_TYPES).map((wrong) => ({
      kind: 'breaks' as const,
      at: ruleLine(document, wrong.path, shown(wrong)),
      message: `Codex does not start with this value. ${remedy(wrong)}`,
    })),
    ...bothWays(document),
  ];
}

/** Members whose value may be shown: of any other it could be a secret. */
const SHOWN = /mode$|^approval_policy$|^enabled$|^trust_level$|^profile$|timeout/;

function shown({ path, value }: WrongMember): string {
  const name = String(path.at(-1));
  const place = path.length > 2 ? name : placeOf(path);
  return typeof value === 'object' || !SHOWN.test(name) ? place : `${place} = ${JSON.stringify(value)}`;
}

function remedy({ path, value, words }: WrongMember): string {
  const name = path.at(-1);
  if (name === 'profile') return 'Profiles are files of their own by now: use --profile NAME with NAME.config.toml.';
  if (name === 'bearer_token') return 'Name a variable in bearer_token_env_var instead.';
  if (name === 'approval_policy' && value === 'untrusted') return 'It is supported no longer: remove it.';
  if (name === 'default_tools_approval_mode' || name === 'approval_mode')
    return `There are ${words}; to block a tool, put it in disabled_tools.`;
  return `It must be ${words}.`;
}

function bothWays(document: ClientDocument): RuleFinding[] {
  const servers = isObject(document.value.mcp_servers) ? document.value.mcp_servers : {};
  return Object.entries(servers).flatMap(([key, entry]): RuleFinding[] => {
    if (!isObject(entry)) return [];
    const kind = entry.command === undefined ? 'url' : 'command';
    if (entry[kind] === undefined) return [];
    const member = OF_KIND[kind === 'url' ? 'command' : 'url'].find((name) => entry[name] !== undefined);
    return member === undefined
      ? []
      : [
          {
            kind: 'breaks',
            at: ruleLine(document, ['mcp_servers', key, member], member),
            message: `Codex does not start with this member beside a ${kind}: leave one of them.`,
          },
        ];
  });
}
