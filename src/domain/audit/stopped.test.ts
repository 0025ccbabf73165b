import { describe, expect, test } from 'vitest';
import { type ConfigurationText, readDocument } from '../clients/read-document.ts';
import { audit, exitCodeOf } from './audit.ts';
import { answerSentences } from './audit-wording.ts';
import { KNOWN } from './configurations.fixture.ts';

const answerOf = (files: readonly ConfigurationText[]) => audit(files.map(readDocument), KNOWN);
const MCP = { name: '.mcp.json', text: '{"mcpServers":{"fx":{"command":"npx","args":["fx-mcp-server"]}}}' };
const claude = (text: string, mcp = MCP) => [mcp, { name: '.claude/settings.json', text }];
const codex = (text: string) => [
  { name: 'config.toml', text: `[mcp_servers.fx]\ncommand = "npx"\nargs = ["fx-mcp-server"]\n${text}` },
];
const opencode = (permission: string, more = '') => [
  {
    name: 'opencode.json',
    text: `{"mcp":{"fx":{"type":"local","command":["npx","fx-mcp-server"]${more}}},"permission":${permission}}`,
  },
];

describe('a file that stops itself or its client controls nothing', () => {
  test.each<[string, readonly ConfigurationText[], readonly ConfigurationText[]]>([
    [
      'Claude Code: a text for a list',
      claude('{"permissions":{"deny":["mcp__fx"]}}'),
      claude('{"permissions":{"deny":["mcp__fx"],"ask":"x"}}'),
    ],
    [
      'Claude Code: a comment',
      claude('{"permissions":{"deny":["mcp__fx"]}}'),
      claude('{"permissions":{"deny":["mcp__fx"]}} // x'),
    ],
    [
      'Claude Code: a list of servers under another name',
      claude('{"permissions":{"deny":["mcp__fx"]}}'),
      claude('{"permissions":{"deny":["mcp__fx"]}}', { ...MCP, text: MCP.text.replace('mcpServers', 'servers') }),
    ],
    ['Codex: a server that is off', codex('enabled = false'), codex('enabled = false\nstartup_timeout_sec = "x"')],
    ['Codex: a switch in quotes', codex('enabled = false'), codex('enabled = "false"')],
    [
      'Codex: a mode that is none',
      codex('enabled_tools = []'),
      codex('enabled_tools = []\ndefault_tools_approval_mode = "deny"'),
    ],
    ['opencode: a value that is none', opencode('"deny"'), opencode('{"*":"deny","other":"never"}')],
    ['opencode: a server that is off', opencode('{}', ',"enabled":false'), opencode('7', ',"enabled":false')],
  ])('%s', (_, holding, stopped) => {
    expect(exitCodeOf(answerOf(holding), 'low', false)).toBe(0);
    const answer = answerOf(stopped);
    expect(exitCodeOf(answer, 'low', false)).toBe(1);
    expect(exitCodeOf(answer, 'high', false)).toBe(1);
    expect(answerSentences(answer, 'high').join(' ')).not.toMatch(/controlled by|decides about/);
    expect(answer.clients[0]?.findings.map(({ kind }) => kind)).toContain('breaks');
  });
});

test('a member that a finding names is not listed as not read besides', () => {
  const answer = answerOf(claude('{"permissions":{},"permision":{"deny":["mcp__fx"]},"allowedTools":["x"]}'));
  expect(answer.clients[0]?.findings.map(({ at }) => at.text)).toContain('permision');
  expect(answer.notRead.map(({ at }) => at.text)).toEqual(['allowedTools']);
});
