import { COMMON_DIALECT, groupAt, namedEntries, type ServerForm } from '../../configuration/server-form.ts';
import { isObject, type Json } from '../../text/json.ts';
import { type Client, defineClient } from '../client.ts';
import { withoutRules } from '../without-rules.ts';

/** Kinds of extensions that have no program of their own. */
const STARTED_BY: Readonly<Record<string, string>> = {
  builtin: 'built into Goose',
  platform: 'built into Goose',
  frontend: 'offered by the program that runs Goose',
  inline_python: 'a program that stands in the file',
};

/** Goose (block.github.io/goose/docs/guides/config-files): `extensions` by key; a recipe has a list of them. */
const EXTENSIONS: ServerForm = {
  form: 'goose',
  syntax: 'yaml',
  dialect: {
    ...COMMON_DIALECT,
    url: ['uri', 'url'],
    disabled: (entry) => entry.enabled === false,
    members: [
      ...[
        'type',
        'name',
        'display_name',
        'description',
        'cmd',
        'args',
        'envs',
        'env_keys',
        'uri',
        'headers',
        'enabled',
      ],
      ...['timeout', 'bundled', 'socket', 'code', 'dependencies'],
    ],
  },
  groups: (value) =>
    Array.isArray(value.extensions)
      ? [namedEntries(['extensions'], 'extensions', value.extensions as readonly Json[])]
      : groupAt(value, 'extensions'),
  startedBy: ({ type }) =>
    typeof type === 'string' && Object.hasOwn(STARTED_BY, type) ? (STARTED_BY[type] as string) : null,
  plain: (entry) => {
    if (!isObject(entry)) return entry;
    const { cmd, envs, ...rest } = entry;
    return {
      ...rest,
      ...(cmd === undefined ? {} : { command: cmd }),
      ...(envs === undefined ? {} : { env: envs }),
    };
  },
};

/** Goose: its extensions; what rules their tools is listed and not read. */
export const goose: Client = defineClient({
  words: {
    name: 'Goose',
    short: 'Goose',
    blindSpots: ['Its file of permissions, variables of the shell, and modes of a session.'],
    give: { servers: '`~/.config/goose/config.yaml`', permissions: 'the same, not read yet' },
  },
  files: {
    forms: [
      {
        kind: 'goose-config',
        label: 'configuration',
        precedence: 130,
        syntax: 'yaml',
        hasServers: true,
        recognises: ({ path, value }) =>
          /(^|\/)\.?goose\/config\.ya?ml$/.test(path) ||
          Object.keys(value).some((member) => member.startsWith('GOOSE_')) ||
          Object.values((value.extensions ?? {}) as object).some(
            (entry) => isObject(entry) && typeof entry.type === 'string' && ('cmd' in entry || 'uri' in entry),
          ),
      },
    ],
    lists: [EXTENSIONS],
    listPath: null,
    ownsMembers: () => false,
    members: {
      read: [],
      unread: {
        GOOSE_MODE: 'In Goose, auto runs every tool unasked, approve and smart_approve ask, chat runs none.',
        available_tools: 'In Goose these tools alone are offered.',
      },
      roots: null,
    },
    scope: () => null,
  },
  permissions: withoutRules('What Goose’s configuration says of single tools is not read here.'),
  policy: null,
  patch: null,
});
