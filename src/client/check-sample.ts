import type { ConfigurationText } from '../domain/clients/read-document.ts';

/** A configuration to try the page with: three servers, a rule that does nothing, and tools that nothing governs. */
export const SAMPLE: readonly ConfigurationText[] = [
  {
    name: '.mcp.json',
    text: `{
  "mcpServers": {
    "github": {
      "command": "docker",
      "args": ["run", "-i", "--rm", "-e", "GITHUB_PERSONAL_ACCESS_TOKEN", "ghcr.io/github/github-mcp-server"],
      "env": { "GITHUB_PERSONAL_ACCESS_TOKEN": "replace-me" }
    },
    "files": {
      "command": "npx",
      "args": ["-y", "@modelcontextprotocol/server-filesystem@2025.7.1", "/home/me/work"]
    },
    "notes": { "command": "./tools/notes-server" }
  }
}
`,
  },
  {
    name: '.claude/settings.json',
    text: `{
  "permissions": {
    "allow": [
      "mcp__files__read_text_file",
      "mcp__files__list_directory",
      "mcp__github__get_*"
    ],
    "ask": ["mcp__files__write_file"],
    "deny": [
      "mcp__github__delete_file(path:*)",
      "mcp__files__mvoe_file"
    ]
  }
}
`,
  },
];
