import type { ConfigurationText } from '../clients/read-document.ts';
import type { KnownCatalogue, KnownTool } from './known-catalogue.ts';

const tool = (name: string, rest: Omit<KnownTool, 'name' | 'shares' | 'doubts'>): KnownTool => ({
  name,
  shares: false,
  doubts: [],
  tokens: 100,
  ...rest,
});
const SAYS_NOTHING = { readOnlyHint: null, destructiveHint: null, openWorldHint: null };

/** The tools of `fx`, which also the runner of real clients offers (docs/enforcement-targets.md#how-clients-were-run). */
export const FX_TOOLS: readonly KnownTool[] = [
  tool('delete_thing', { category: 'Destructive', level: 'critical', signals: [], hints: SAYS_NOTHING }),
  tool('pay_thing', { category: 'Financial', level: 'critical', signals: [], hints: SAYS_NOTHING }),
  tool('run_thing', { category: 'Execute', level: 'critical', signals: ['code'], hints: SAYS_NOTHING }),
  tool('new_thing', { category: null, level: null, signals: [], hints: SAYS_NOTHING }),
  tool('write_thing', { category: 'Write', level: 'medium', signals: [], hints: SAYS_NOTHING }),
  tool('read_thing', { category: 'Read', level: 'low', signals: ['private'], hints: SAYS_NOTHING }),
];

/** A catalogue of two servers. */
export const KNOWN: KnownCatalogue = {
  schemaVersion: 1,
  servers: [
    {
      slug: 'fx',
      name: 'Fx',
      packages: [
        { registry: 'npm', name: 'fx-mcp-server' },
        { registry: 'docker', name: 'ghcr.io/example/fx' },
      ],
      endpoint: 'https://fx.example.com/mcp',
      version: '1.2.0',
      unrecorded: 0,
      tools: [...FX_TOOLS],
    },
    {
      slug: 'mail',
      name: 'Mail',
      packages: [{ registry: 'pypi', name: 'mail-mcp' }],
      unrecorded: null,
      tools: [
        tool('send_mail', {
          category: 'Execute',
          level: 'high',
          signals: ['outbound'],
          hints: { ...SAYS_NOTHING, destructiveHint: false, openWorldHint: false },
        }),
        tool('search_mail', {
          category: 'Read',
          level: 'low',
          signals: ['untrusted', 'private'],
          hints: { ...SAYS_NOTHING, readOnlyHint: true },
        }),
      ],
    },
  ],
  attacks: { 'outbound-exfiltration-lethal-trifecta': 'Lethal trifecta' },
};

/** A configuration and what it means, worked out by hand. */
export interface ConfigurationCase {
  readonly name: string;
  readonly files: readonly ConfigurationText[];
  /** By `server/tool`: the effect, then file and line, or "default". */
  readonly verdicts: Readonly<Record<string, string>>;
  /** Findings on rules, as `kind file:line`, in any order. */
  readonly findings?: readonly string[];
  /** Servers that are not in the catalogue. */
  readonly unknown?: readonly string[];
  /** Files that cannot be used, with the place. */
  readonly unusable?: readonly string[];
}

const NPX = '"command": "npx", "args": ["-y", "fx-mcp-server@1.2.0"]';

const claude: ConfigurationCase = {
  name: 'Claude Code: user and project settings, ask before allow, deny before both',
  files: [
    { name: '.mcp.json', text: `{ "mcpServers": { "fx": { ${NPX} } } }` },
    {
      name: '.claude/settings.json',
      text: `{
  "permissions": {
    "allow": [
      "mcp__fx__read_thing",
      "mcp__fx__write_thing",
      "mcp__*"
    ],
    "ask": ["mcp__fx__write_*"],
    "deny": [
      "mcp__fx__delete_thing(id:1)",
      "mcp__fx__pay_thing"
    ]
  }
}`,
    },
    {
      name: '/home/me/.claude/settings.json',
      text: `{
  "permissions": {
    "deny": ["mcp__fx__run_*"]
  }
}`,
    },
  ],
  verdicts: {
    'fx/read_thing': 'allowed .claude/settings.json:4',
    'fx/write_thing': 'asked .claude/settings.json:8',
    'fx/run_thing': 'hidden /home/me/.claude/settings.json:3',
    'fx/delete_thing': 'asked default',
    'fx/pay_thing': 'hidden .claude/settings.json:11',
    'fx/new_thing': 'asked default',
  },
  findings: ['matches-nothing .claude/settings.json:6', 'matches-nothing .claude/settings.json:10'],
};

const codex: ConfigurationCase = {
  name: 'Codex: lists, modes, a misspelt key, no wildcards',
  files: [
    {
      name: '.codex/config.toml',
      text: `model = "x"

[mcp_servers.fx]
command = "npx"
args = ["-y", "fx-mcp-server@1.2.0"]
enabled_tools = [
  "read_thing",
  "write_thing",
  "run_thing",
  "delete_*",
]
disabled_tools = ["run_thing"]

[mcp_servers.fx.tools.read_thing]
approval_mode = "approve"

[mcp_servers.mail]
command = "uvx"
args = ["mail-mcp"]
enabled_toolz = ["search_mail"]
`,
    },
  ],
  verdicts: {
    'fx/read_thing': 'allowed .codex/config.toml:15',
    'fx/write_thing': 'asked .codex/config.toml:8',
    'fx/run_thing': 'hidden .codex/config.toml:12',
    'fx/delete_thing': 'hidden .codex/config.toml:6',
    'fx/pay_thing': 'hidden .codex/config.toml:6',
    'fx/new_thing': 'hidden .codex/config.toml:6',
    // The server says that it only reads, or neither destroys nor reaches out: Codex believes it.
    'mail/search_mail': 'allowed default',
    'mail/send_mail': 'allowed default',
  },
  findings: ['matches-nothing .codex/config.toml:10', 'ignored .codex/config.toml:20'],
};

const gemini: ConfigurationCase = {
  name: 'Gemini CLI: the highest priority wins, a condition on arguments, excludeTools',
  files: [
    {
      name: '.gemini/settings.json',
      text: `{
  "mcpServers": {
    "fx": {
      "command": "npx",
      "args": ["-y", "fx-mcp-server@1.2.0"],
      "excludeTools": ["new_thing"]
    }
  }
}`,
    },
    {
      name: '~/.gemini/policies/own.toml',
      text: `[[rule]]
mcpName = "fx"
toolName = "*"
decision = "deny"
priority = 100

[[rule]]
mcpName = "fx"
toolName = ["read_thing", "write_thing"]
decision = "ask_user"
priority = 150

[[rule]]
mcpName = "fx"
toolName = "read_thing"
decision = "allow"
priority = 200

[[rule]]
mcpName = "fx"
toolName = "pay_thing"
argsPattern = "\\\\x00\\"amount\\":[0-9]{1,2}\\\\x00"
decision = "allow"
priority = 300

[[rule]]
mcpName = "fx"
toolName = "delete-thing"
decision = "ask_user"
priority = 400
`,
    },
  ],
  verdicts: {
    'fx/read_thing': 'allowed ~/.gemini/policies/own.toml:13',
    'fx/write_thing': 'asked ~/.gemini/policies/own.toml:7',
    'fx/run_thing': 'hidden ~/.gemini/policies/own.toml:1',
    'fx/delete_thing': 'hidden ~/.gemini/policies/own.toml:1',
    'fx/pay_thing': 'limited ~/.gemini/policies/own.toml:19',
    'fx/new_thing': 'hidden .gemini/settings.json:6',
  },
  findings: ['matches-nothing ~/.gemini/policies/own.toml:26'],
};

const opencode: ConfigurationCase = {
  name: 'opencode: the last rule wins, the default allows',
  files: [
    {
      name: 'opencode.json',
      text: `{
  "$schema": "https://opencode.ai/config.json",
  "mcp": {
    "fx": { "type": "local", "command": ["npx", "-y", "fx-mcp-server@1.2.0"] }
  },
  "tools": { "fx_new_thing": false },
  "permission": {
    "fx_delete_thing": "deny",
    "fx_*_thing": "ask",
    "fx_read_thing": "allow",
    "fx_run_thing": { "rm *": "deny" },
    "fx_pay_thing": { "*": "deny" },
    "fx_wirte_thing": "deny"
  }
}`,
    },
  ],
  verdicts: {
    'fx/read_thing': 'allowed opencode.json:10',
    'fx/write_thing': 'asked opencode.json:9',
    'fx/run_thing': 'asked opencode.json:9',
    // Its own line stands before the pattern, and the last one wins.
    'fx/delete_thing': 'asked opencode.json:9',
    'fx/pay_thing': 'hidden opencode.json:12',
    'fx/new_thing': 'asked opencode.json:9',
  },
  findings: ['matches-nothing opencode.json:11', 'matches-nothing opencode.json:13'],
};

const copilot: ConfigurationCase = {
  name: 'Copilot CLI: the list and the approvals of a folder',
  files: [
    {
      name: '~/.copilot/mcp-config.json',
      text: `{
  "mcpServers": {
    "fx": {
      "type": "local", ${NPX},
      "tools": ["read_thing", "write_thing", "fx-run_thing"]
    }
  }
}`,
    },
    {
      name: '~/.copilot/permissions-config.json',
      text: `{
  "locations": {
    "/work": {
      "tool_approvals": [
        { "kind": "mcp", "serverName": "fx", "toolName": "read_thing" },
        { "kind": "mcp", "serverName": "fx", "toolName": "delete_thing" }
      ]
    }
  }
}`,
    },
  ],
  verdicts: {
    'fx/read_thing': 'allowed ~/.copilot/permissions-config.json:5',
    'fx/write_thing': 'asked ~/.copilot/mcp-config.json:5',
    'fx/run_thing': 'hidden ~/.copilot/mcp-config.json:5',
    'fx/delete_thing': 'hidden ~/.copilot/mcp-config.json:5',
    'fx/pay_thing': 'hidden ~/.copilot/mcp-config.json:5',
    'fx/new_thing': 'hidden ~/.copilot/mcp-config.json:5',
  },
  findings: ['matches-nothing ~/.copilot/mcp-config.json:5'],
};

/** Every tool of `fx` with one verdict. */
const allFx = (verdict: string, key = 'fx') =>
  Object.fromEntries(FX_TOOLS.map(({ name }) => [`${key}/${name}`, verdict]));

const SIXTY = Array.from({ length: 61 }, (_, index) => `"s${index}": { "command": "server-number-${index}" }`);

/**
 * The fourteen configurations of the acceptance, five clients with permissions first. Those five were also run in the real
 * clients on 26 November 2026 (Claude Code 2.1.329, Codex 0.169.0, Gemini CLI 0.61.0, opencode 1.18.33, GitHub Copilot CLI
 * 1.0.102; without a person, offline, `fx` alone): all thirty verdicts were as they stand here. Of Gemini's limited tool a call
 * for 50 reached the server and one for 500 did not.
 */
export const CONFIGURATIONS: readonly ConfigurationCase[] = [
  claude,
  codex,
  gemini,
  opencode,
  copilot,
  {
    name: 'JSON with comments, trailing commas and a byte order mark',
    files: [
      {
        name: '.vscode/mcp.json',
        text: `\uFEFF{
  // our servers
  "servers": {
    "fx": { "type": "stdio", ${NPX}, /* "env": {} */ },
  },
}`,
      },
    ],
    verdicts: allFx('not-known default'),
  },
  {
    name: 'npx with an older version, in a list that does not say whose it is, beside Cursor’s allowlist',
    files: [
      { name: 'mcp.json', text: '{"mcpServers":{"fx":{"command":"npx","args":["-y","fx-mcp-server@1.0.0"]}}}' },
      {
        name: '.cursor/permissions.json',
        text: '{\n  "mcpAllowlist": ["fx:read_thing",\n    "fx:*_thing", "fy:x"]\n}',
      },
    ],
    verdicts: {
      ...allFx('allowed .cursor/permissions.json:3'),
      'fx/read_thing': 'allowed .cursor/permissions.json:2',
    },
    findings: ['matches-nothing .cursor/permissions.json:3'],
  },
  {
    name: 'uvx, and a mode that denies what nobody allowed',
    files: [
      {
        name: '.mcp.json',
        text: '{"mcpServers":{"post":{"command":"uvx","args":["--from","Mail_MCP==2.0","mail-mcp"]}}}',
      },
      {
        name: '.claude/settings.local.json',
        text: '{"permissions": {\n"defaultMode": "dontAsk",\n"allow": ["mcp__post__search_mail"] } }',
      },
    ],
    verdicts: {
      'post/search_mail': 'allowed .claude/settings.local.json:3',
      'post/send_mail': 'denied .claude/settings.local.json:2',
    },
  },
  {
    name: 'docker run, and a mode that runs everything',
    files: [
      {
        name: '~/.claude.json',
        text: `{"mcpServers": {"My Srv.1": {"command": "docker",
  "args": ["run", "-i", "--rm", "-e", "TOKEN", "--network=none", "ghcr.io/example/fx:1.2"]}}}`,
      },
      {
        name: '~/.claude/settings.json',
        text: `{"permissions": {
  "defaultMode": "bypassPermissions",
  "ask": ["mcp__My_Srv_1__run_thing",
    "mcp__My Srv.1__pay_thing"],
  "deny": ["mcp__My_Srv_1__delete_thing"]}}`,
      },
    ],
    verdicts: {
      ...allFx('allowed ~/.claude/settings.json:2', 'My Srv.1'),
      'My Srv.1/run_thing': 'asked ~/.claude/settings.json:3',
      'My Srv.1/delete_thing': 'hidden ~/.claude/settings.json:5',
    },
    findings: ['opens ~/.claude/settings.json:2', 'matches-nothing ~/.claude/settings.json:4'],
  },
  {
    name: 'an address with headers, trusted',
    files: [
      {
        name: '~/.gemini/settings.json',
        text: `{
  "mcpServers": {
    "fx": {
      "httpUrl": "https://FX.example.com/mcp/?key=abcdefgh",
      "headers": { "Authorization": "Bearer abcdefghijkl" },
      "trust": true
    }
  }
}`,
      },
    ],
    verdicts: allFx('allowed ~/.gemini/settings.json:6'),
    findings: ['opens ~/.gemini/settings.json:6'],
  },
  {
    name: 'wrong JSON beside a file that can be read',
    files: [
      { name: '.mcp.json', text: `{ "mcpServers": { "fx": { ${NPX} } } }` },
      { name: '.claude/settings.json', text: '{\n  "permissions": {\n    "deny": ["mcp__fx" }\n}' },
    ],
    verdicts: allFx('asked default'),
    unusable: ['.claude/settings.json line 3, column 24'],
  },
  {
    name: 'empty',
    files: [{ name: '.mcp.json', text: '\n' }],
    verdicts: {},
    unusable: ['.mcp.json line 1'],
  },
  {
    name: 'sixty-one servers',
    files: [{ name: '.mcp.json', text: `{"mcpServers": {${SIXTY.join(',\n')}}}` }],
    verdicts: {},
    unknown: SIXTY.slice(0, 60).map((_, index) => `s${index}`),
    unusable: ['.mcp.json line 1'],
  },
  {
    name: 'secrets and hostile names',
    files: [
      {
        name: '.mcp.json',
        text: `{"mcpServers": {
  "__proto__": {"command": "evil-one", "args": ["--api-key", "open-sesame-1"]},
  "<img src=x onerror=alert(1)>": {"command": "evil-two", "env": {"API_TOKEN": "open-sesame-2"}},
  "fx": {"command": "npx", "args": ["-y", "fx-mcp-server", "--token=open-sesame-3"]},
  "\\u202egnp\\n]]>": {"url": "https://me:open-sesame-4@evil.example/?key=open-sesame-5"}
}}`,
      },
      {
        name: '.claude/settings.json',
        text: `{"permissions": {"allow": [
  "mcp__constructor__toString", "mcp__fx__<script>", "mcp____proto__"],
  "deny": ["mcp__fx"]}, "__proto__": {"permissions": {"allow": ["mcp__fx"]}}}`,
      },
    ],
    verdicts: allFx('hidden .claude/settings.json:3'),
    findings: [
      'ignored .mcp.json:5',
      'matches-nothing .claude/settings.json:2',
      'matches-nothing .claude/settings.json:2',
    ],
    unknown: ['__proto__', '<img src=x onerror=alert(1)>', '\u202egnp\n]]>'],
  },
];
