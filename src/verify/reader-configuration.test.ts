import { parse as parseToml } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import type { EnforcementFormat } from '../domain/enforcement/format.ts';
import { formatById } from '../domain/snippet/formats.ts';
import { type ConfigurationFiles, TRIED_FORMATS, type TriedFormat, trialOf } from './reader-configuration.ts';

const surroundings = { server: { command: '/bin/node', args: ['server.ts', 'a "b"'] }, project: '/project' };
const tools = [
  { name: '2', category: 'Read', signals: [], doubts: [] },
  { name: '10', category: 'Write', signals: [], doubts: [] },
  { name: 'quo"te', category: 'Destructive', signals: [], doubts: [] },
] as const;

function snippet(id: TriedFormat, tool?: string): string {
  const rendered = (formatById(id) as EnforcementFormat).render({
    key: 'fx',
    tools,
    variant: 'recommended',
    unrecorded: 0,
    tool,
  });
  if ('refused' in rendered) throw new Error(rendered.refused);
  return rendered.text;
}

function configured(id: TriedFormat, text: string | null, open = false): ConfigurationFiles {
  return trialOf(id).configure({ key: 'fx', snippet: text, open, filledIn: true }, surroundings);
}

describe('the printed snippet stands in the reader’s configuration as its page says', () => {
  test('claude-code and gemini-cli: a file of its own, to the letter', () => {
    expect(configured('claude-code', snippet('claude-code'))['.claude/settings.json']).toBe(snippet('claude-code'));
    const file = configured('gemini-cli', snippet('gemini-cli'))['~/.gemini/policies/placard.toml'];
    expect(file).toBe(snippet('gemini-cli'));
  });

  test.each([undefined, 'quo"te'])('codex: the reader’s lines under the printed header (page of %s)', (tool) => {
    const text = snippet('codex', tool);
    const file = configured('codex', text)['~/.codex/config.toml'] ?? '';
    for (const line of text.split('\n')) expect(file.split('\n')).toContain(line);
    const printed = parseToml(text) as { mcp_servers: { fx: object } };
    expect(parseToml(file).mcp_servers).toEqual({ fx: { ...surroundings.server, ...printed.mcp_servers.fx } });
  });

  test('opencode: the order of the rules is that of the snippet', () => {
    const text = snippet('opencode');
    const file = configured('opencode', text)['opencode.json'] ?? '';
    expect(file.endsWith(text.slice(1))).toBe(true);
    expect(JSON.parse(file)).toMatchObject({ ...JSON.parse(text), mcp: { fx: { enabled: true } } });
  });

  test('claude-code-managed: the command with every argument, and the rules that the fleet had', () => {
    const text = snippet('claude-code-managed');
    const { '/etc/claude-code/managed-settings.json': file = '' } = configured('claude-code-managed', text, true);
    const printed = JSON.parse(text);
    expect(JSON.parse(file)).toEqual({
      ...printed,
      permissions: { ...printed.permissions, allow: [...printed.permissions.allow, 'mcp__fx'] },
      allowedMcpServers: [printed.allowedMcpServers[0], { serverCommand: ['/bin/node', 'server.ts', 'a "b"'] }],
    });
  });

  test('codex-requirements: the command', () => {
    const { '/etc/codex/requirements.toml': file = '' } = configured(
      'codex-requirements',
      snippet('codex-requirements'),
    );
    expect(parseToml(file)).toEqual({ mcp_servers: { fx: { identity: { command: '/bin/node' } } } });
  });

  test('copilot-cli: the list in the entry that has the command', () => {
    const { '~/.copilot/mcp-config.json': file = '' } = configured(
      'copilot-cli',
      JSON.stringify({ mcpServers: { fx: { tools: ['a'] } } }),
    );
    expect(JSON.parse(file)).toEqual({ mcpServers: { fx: { type: 'local', ...surroundings.server, tools: ['a'] } } });
  });
});

test.each(TRIED_FORMATS)('%s: without a snippet the server is there all the same', (id) => {
  expect(Object.values(configured(id, null)).join('\n')).toContain(surroundings.server.command);
});

test.each(['claude-code', 'codex', 'gemini-cli'] as const)('%s: an open reader is another than a new one', (id) => {
  expect(configured(id, null, true)).not.toEqual(configured(id, null));
});
