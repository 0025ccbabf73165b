import { isDefaultRegistry, type RegistryFamily } from '../../configuration/default-registry.ts';
import type { EntryDialect } from '../../configuration/entry.ts';
import { COMMON_DIALECT, groupAt, type ServerForm } from '../../configuration/server-form.ts';
import { isObject, type Json, type JsonObject } from '../../text/json.ts';

const EVERY_MEMBER: EntryDialect = { ...COMMON_DIALECT, url: ['url'], disabled: () => false, members: null };

/** Whether a file is nothing but servers by name, as skills of Amp have them (ampcode.com/manual). */
export function isBareMap(value: JsonObject): boolean {
  const entries = Object.values(value);
  return (
    entries.length > 0 &&
    entries.every(isObject) &&
    entries.some((entry) => isObject(entry) && isStarted(entry)) &&
    !['mcpServers', 'servers', 'projects', 'mcp'].some(
      (member) => Object.hasOwn(value, member) && !isStarted(value[member]),
    )
  );
}

function isStarted(entry: Json | undefined): boolean {
  return (
    isObject(entry) &&
    ['command', 'url', 'httpUrl', 'serverUrl'].some(
      (member) => typeof entry[member] === 'string' || Array.isArray(entry[member]),
    )
  );
}

/** Servers by name, and nothing around them. */
export const BARE_MAP: ServerForm = {
  form: 'map',
  syntax: 'json',
  dialect: COMMON_DIALECT,
  groups: (value) => (isBareMap(value) ? [{ path: [], place: '', entries: value }] : []),
};

/** Whether a file is a publisher's entry in the registry of MCP servers. */
export function isRegistryEntry({ $schema, name, packages, remotes }: JsonObject): boolean {
  const isNamed = typeof name === 'string' && (Array.isArray(packages) || Array.isArray(remotes));
  return (
    isNamed && (String($schema).includes('modelcontextprotocol') || (name.includes('/') && !Array.isArray($schema)))
  );
}

/**
 * The registry's server.json (github.com/modelcontextprotocol/registry, generic-server-json.md): packages and addresses are
 * ways to the server, of which a client takes one. The first has the server's name.
 */
export const REGISTRY_ENTRY: ServerForm = {
  form: 'server.json',
  syntax: 'json',
  dialect: EVERY_MEMBER,
  groups: (value) =>
    isRegistryEntry(value)
      ? (['packages', 'remotes'] as const).flatMap((member) => {
          const list = value[member];
          if (!Array.isArray(list)) return groupAt(value, member);
          const steps = new Map<string, number>();
          const entries = (list as readonly Json[]).map((entry, index): readonly [string, Json] => {
            const isFirst = index === 0 && (member === 'packages' || !hasElements(value.packages));
            const key = isFirst ? String(value.name) : `${String(value.name)} (${member}[${index}])`;
            steps.set(key, index);
            return [key, entry];
          });
          return [{ path: [member], place: member, entries: Object.fromEntries(entries), steps }];
        })
      : [],
  plain: packageEntry,
};

function hasElements(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length > 0;
}

/** A package as it would be started; another registry than the usual one is named, so that it is not taken for that. */
function packageEntry(entry: unknown): unknown {
  if (!isObject(entry) || typeof entry.identifier !== 'string') return entry;
  const { identifier, registryType, registryBaseUrl, version } = entry;
  const base = typeof registryBaseUrl === 'string' ? registryBaseUrl.replace(/\/+$/, '') : null;
  const at = (sign: string) => (typeof version === 'string' ? `${identifier}${sign}${version}` : identifier);
  const other = (family: RegistryFamily, option: string) =>
    base === null || isDefaultRegistry(family, base) ? [] : [option, base];
  switch (registryType) {
    case 'npm':
      return { command: 'npx', args: ['-y', ...other('npm', '--registry'), at('@')] };
    case 'pypi':
      return { command: 'uvx', args: [...other('pypi', '--index-url'), at('==')] };
    case 'oci': {
      const host = base === null || /^https:\/\/docker\.io$/.test(base) ? '' : `${base.replace(/^https?:\/\//, '')}/`;
      const isTagged = typeof version !== 'string' || /[:@][^/]*$/.test(identifier);
      return { command: 'docker', args: ['run', '-i', '--rm', `${host}${isTagged ? identifier : at(':')}`] };
    }
    default:
      return { command: String(registryType ?? 'a package'), args: [identifier] };
  }
}

/** Whether a file is the manifest of an MCP bundle, as which it has a version of its own. */
export function isBundle(value: JsonObject): boolean {
  return (value.manifest_version !== undefined || value.dxt_version !== undefined) && isObject(value.server);
}

/** An MCP bundle's manifest.json (github.com/anthropics/mcpb, MANIFEST.md): server.mcp_config is what is started. */
export const BUNDLE: ServerForm = {
  form: 'manifest.json',
  syntax: 'json',
  dialect: { ...EVERY_MEMBER, url: [], members: ['command', 'args', 'env'] },
  groups: (value) =>
    isBundle(value)
      ? [
          {
            path: ['server'],
            place: 'server',
            entries: {
              [String(value.name ?? 'server')]: isObject(value.server) ? (value.server.mcp_config ?? null) : null,
            },
            steps: new Map([[String(value.name ?? 'server'), 'mcp_config']]),
          },
        ]
      : [],
};

/** The image of Docker's gateway, from any registry and with any tag. */
const GATEWAY = /(?:^|\/)docker\/mcp-gateway(?:[:@].*)?$/;

/** Whether a compose file runs Docker's gateway. */
export function isGatewayFile({ services }: JsonObject): boolean {
  return isObject(services) && Object.values(services).some(isGateway);
}

function isGateway(service: Json | undefined): boolean {
  return isObject(service) && typeof service.image === 'string' && GATEWAY.test(service.image);
}

/**
 * Docker's gateway as a service of a compose file (docs.docker.com/ai/mcp-catalog-and-toolkit/mcp-gateway): its command has what
 * `docker mcp gateway run` takes.
 */
export const COMPOSE: ServerForm = {
  form: 'compose',
  syntax: 'yaml',
  dialect: EVERY_MEMBER,
  groups: ({ services }) =>
    isObject(services) && Object.values(services).some(isGateway)
      ? [
          {
            path: ['services'],
            place: 'services',
            entries: Object.fromEntries(Object.entries(services).filter(([, service]) => isGateway(service))),
          },
        ]
      : [],
  plain: (entry) => {
    if (!isObject(entry)) return entry;
    const given = typeof entry.command === 'string' ? entry.command.split(/\s+/) : entry.command;
    const words = Array.isArray(given) ? (given as readonly Json[]).map(String) : [];
    return { command: 'docker', args: ['mcp', 'gateway', 'run', ...words] };
  },
};
