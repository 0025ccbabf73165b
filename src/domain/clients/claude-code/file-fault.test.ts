import { describe, expect, test } from 'vitest';
import { judge, seen } from '../judge.fixture.ts';

const MCP = { name: '.mcp.json', text: '{"mcpServers":{"fx":{"command":"npx","args":["fx-mcp-server"]}}}' };
const MANAGED = '/etc/claude-code/managed-settings.json';
const TOOLS = [seen('read_thing')];
/** What becomes of a deny of the whole server in a file that is written so. */
const withSettings = (text: string, name = '.claude/settings.json') =>
  judge('claude-code', [MCP, { name, text }], TOOLS);
const withMember = (member: string, name?: string) =>
  withSettings(`{"disabledMcpjsonServers":["fx"],\n${member}}`, name);

describe('what makes Claude Code drop a settings file (each was tried in it)', () => {
  test.each<[string, string]>([
    ['// x\n{"permissions":{"deny":["mcp__fx"]}}', 'no comments'],
    ['{"permissions":{"deny":["mcp__fx"],}}', 'nothing follows the comma'],
    ['{"permissions":{"deny":["mcp__fx",]}}', 'nothing follows the comma'],
    ['{"permissions":{"deny":["mcp__fx"]}} // x', 'no comments'],
  ])('%s', (text, message) => {
    const found = withSettings(text);
    expect(found.treat('read_thing')).toBe('asked by default (none)');
    expect(found.findings).toEqual([expect.stringMatching(/^breaks .claude\/settings.json:1/)]);
    expect(found.messages[0]).toContain(message);
    expect(found.messages[0]).toContain('drops the whole file, so none of its rules holds.');
  });

  test.each([
    '"permissions":["mcp__fx"]',
    '"permissions":null',
    '"permissions":{"deny":"mcp__fx"}',
    '"permissions":{"ask":{}}',
    '"permissions":{"allow":null}',
    '"permissions":{"defaultMode":"aks"}',
    '"permissions":{"defaultMode":"Default"}',
    '"permissions":{"defaultMode":7}',
    '"permissions":{"disableBypassPermissionsMode":true}',
    '"permissions":{"disableAutoMode":"x"}',
    '"permissions":{"additionalDirectories":"x"}',
    '"permissions":{"additionalDirectories":[7]}',
    '"env":"x"',
    '"env":null',
    '"model":7',
    '"model":null',
    '"enabledMcpjsonServers":[7]',
    '"enableAllProjectMcpServers":"x"',
    '"allowManagedPermissionRulesOnly":"x"',
    '"hooks":{"PreToolUse":"x"}',
    '"sandbox":{"enabled":"x"}',
    '"cleanupPeriodDays":-1',
    '"cleanupPeriodDays":1.5',
    '"$schema":7',
  ])('%s', (member) => {
    const found = withMember(member);
    expect(found.treat('read_thing')).toBe('asked by default (none)');
    expect(found.findings.filter((finding) => !finding.startsWith('note'))).toEqual([
      expect.stringMatching(/^breaks .claude\/settings.json:2/),
    ]);
  });

  test.each([
    '"permissions":{"deny":[5]}',
    '"permissions":{"defaultMode":"manual","foo":7}',
    '"permissions":{"allow":["Bash(ls"]}',
    '"env":{"A":7}',
    '"hooks":"x"',
    '"hooks":{"PostToolUse":"x"}',
    '"enabledMcpjsonServers":"x"',
    '"enableAllProjectMcpServers":null',
    '"deniedMcpServers":"x"',
    '"theme":7',
  ])('%s is taken as it is', (member) =>
    expect(withMember(member).treat('read_thing')).toBe('hidden by .claude/settings.json:1 (blanket)'),
  );

  test('a byte order mark is let through', () =>
    expect(withSettings('\uFEFF{"permissions":{"deny":["mcp__fx"]}}').treat('read_thing')).toMatch(/^hidden/));

  test('the other files hold all the same', () => {
    const broken = { name: '.claude/settings.json', text: '{"permissions":{"deny":["mcp__fx"],"ask":"x"}}' };
    const own = { name: '.claude/settings.local.json', text: '{"permissions":{"ask":["mcp__fx__read_thing"]}}' };
    expect(judge('claude-code', [MCP, broken, own], TOOLS).treat('read_thing')).toBe(
      'asked by .claude/settings.local.json:1 (tool)',
    );
  });
});

describe('managed settings', () => {
  test.each(['"model":7', '"permissions":["x"]', '"permissions":{"defaultMode":"aks"}', '"permissions":{"deny":"x"}'])(
    'of a wrong member only that is passed over: %s',
    (member) => {
      const found = withMember(member, MANAGED);
      expect(found.treat('read_thing')).toBe(`hidden by ${MANAGED}:1 (blanket)`);
      expect(found.findings).toEqual([`ignored ${MANAGED}:2`]);
      expect(found.messages[0]).toContain('passes over this member');
    },
  );

  test('a mode that is none leaves that of another level', () => {
    const managed = { name: MANAGED, text: '{"permissions":{"defaultMode":"aks"}}' };
    const own = { name: '.claude/settings.json', text: '{"permissions":{"defaultMode":"dontAsk"}}' };
    expect(judge('claude-code', [MCP, managed, own], TOOLS).treat('read_thing')).toMatch(/^denied by .claude/);
  });

  test('with a comment Claude Code does not start: nothing is said to be controlled', () => {
    const found = withMember('"model":"x" // x\n', MANAGED);
    expect(found.treat('read_thing')).toBe(`not-known by ${MANAGED}:2 (none)`);
    expect(found.says('read_thing')).toBe('Claude Code does not start with these managed settings.');
  });
});

describe('a project’s list of servers', () => {
  const SETTINGS = { name: '.claude/settings.json', text: '{"permissions":{"deny":["mcp__fx"]}}' };
  const listed = (text: string, name = '.mcp.json') => judge('claude-code', [{ name, text }, SETTINGS], TOOLS);
  test.each<[string, string]>([
    ['{"servers":{"fx":{"command":"x"}}}', 'breaks .mcp.json:1 -> mcpServers'],
    ['{ // x\n"mcpServers":{"fx":{"command":"x"}}}', 'breaks .mcp.json:1'],
    ['{"mcpServers":{"fx":{"command":"x"}},}', 'breaks .mcp.json:1'],
  ])('%s is not read, so that no rule controls what stands there', (text, finding) => {
    const found = listed(text);
    expect(found.treat('read_thing')).toBe('not-known by .mcp.json:1 (none)');
    expect(found.says('read_thing')).toBe('Claude Code does not read the file that lists this server.');
    expect(found.findings).toEqual([finding]);
  });

  test('a list of another name is not judged so: nobody knows that Claude Code reads it as it is', () =>
    expect(listed('{ // x\n"mcpServers":{"fx":{"command":"x"}}}', 'mcp.json').treat('read_thing')).toMatch(/^hidden/));

  test('a server with a url and no type is skipped', () => {
    const found = listed('{"mcpServers":{"fx":{"command":"x"},\n"far":{"url":"https://far.example/mcp"}}}');
    expect(found.findings).toEqual(['ignored .mcp.json:2 -> "type": "http"']);
    expect(found.treat('read_thing')).toMatch(/^hidden/);
  });
});
