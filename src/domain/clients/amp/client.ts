import { COMMON_DIALECT, groupAt, type ServerForm } from '../../configuration/server-form.ts';
import { type Client, defineClient } from '../client.ts';
import { withoutRules } from '../without-rules.ts';

/** Amp (ampcode.com/manual): `amp.mcpServers` is one name, of its own settings or of an editor's. */
const AMP_SERVERS: ServerForm = {
  form: 'amp',
  syntax: 'json',
  dialect: { ...COMMON_DIALECT, url: ['url'] },
  groups: (value) => groupAt(value, 'amp.mcpServers'),
};

/** Amp: servers in its settings; what rules tools there is listed and not read. */
export const amp: Client = defineClient({
  words: {
    name: 'Amp',
    short: 'Amp',
    blindSpots: ['What was approved in a session, servers of skills, and managed settings.'],
    give: {
      servers: '`~/.config/amp/settings.json`, `.amp/settings.json`',
      permissions: 'the same, not read yet',
    },
  },
  files: {
    forms: [
      {
        kind: 'amp-settings',
        label: 'settings',
        precedence: 34,
        syntax: 'json',
        hasServers: true,
        recognises: ({ path, value }) =>
          /(^|\/)\.?amp\/settings\.jsonc?$/.test(path) ||
          (!/\.vscode\//.test(path) && Object.keys(value).some((member) => member.startsWith('amp.'))),
      },
    ],
    lists: [AMP_SERVERS],
    listPath: null,
    ownsMembers: () => false,
    members: {
      read: [],
      unread: {
        'amp.permissions': 'In Amp these rules allow tools, ask, reject or hand on.',
        'amp.dangerouslyAllowAll': 'In Amp, true runs every tool unasked.',
        'amp.tools.disable': 'In Amp these tools are not offered.',
        'amp.tools.enable': 'In Amp these tools alone are offered.',
        includeTools: 'In Amp these tools alone are offered.',
      },
      roots: /^amp\./,
    },
    scope: () => null,
  },
  permissions: withoutRules('What Amp’s settings say of single tools is not read here.'),
  policy: null,
  patch: null,
});
