import { describe, expect, test } from 'vitest';
import { judge, seen } from '../judge.fixture.ts';

const SERVER = '[mcp_servers.fx]\ncommand = "npx"';
/** A file by whose rules the tool is hidden, unless something in it keeps Codex from starting. */
const codex = (head: string, entry: string, rest = '') =>
  judge(
    'codex',
    [{ name: 'config.toml', text: [head, SERVER, 'disabled_tools = ["read_thing"]', entry, rest].join('\n') }],
    [seen('read_thing')],
  );

describe('what Codex does not start with (each was tried in it): no rule of the file controls anything', () => {
  test.each<[head: string, entry: string, rest: string, finding: string]>([
    ['model = 7', '', '', 'breaks config.toml:1'],
    ['approval_policy = "sometimes"', '', '', 'breaks config.toml:1'],
    ['approval_policy = "untrusted"', '', '', 'breaks config.toml:1'],
    ['approval_policy = {granular = {rules = true}}', '', '', 'breaks config.toml:1'],
    ['sandbox_mode = "none"', '', '', 'breaks config.toml:1'],
    ['profile = "p"', '', '', 'breaks config.toml:1'],
    ['', 'enabled_tools = "read_thing"', '', 'breaks config.toml:5'],
    ['', 'enabled_tools = [7]', '', 'breaks config.toml:5'],
    ['', 'enabled = "false"', '', 'breaks config.toml:5'],
    ['', 'startup_timeout_sec = "x"', '', 'breaks config.toml:5'],
    ['', 'startup_timeout_sec = -1', '', 'breaks config.toml:5'],
    ['', 'startup_timeout_ms = 1.5', '', 'breaks config.toml:5'],
    ['', 'default_tools_approval_mode = "deny"', '', 'breaks config.toml:5'],
    ['', 'default_tools_approval_mode = 7', '', 'breaks config.toml:5'],
    ['', 'tools = 7', '', 'breaks config.toml:5'],
    ['', 'tools = {read_thing = "prompt"}', '', 'breaks config.toml:5'],
    ['', 'tools = {read_thing = {approval_mode = "never"}}', '', 'breaks config.toml:5'],
    ['', 'http_headers = {A = "b"}', '', 'breaks config.toml:5'],
    ['', 'bearer_token = "x"', '', 'breaks config.toml:5'],
    ['', '', '[mcp_servers.two]\nurl = "https://two.example/mcp"\nargs = ["x"]', 'breaks config.toml:8'],
    ['', '', '[mcp_servers.two]\ncommand = "x"\nenabled = false\ndisabled_tools = "x"', 'breaks config.toml:9'],
    ['', '', '[profiles.p]\nsandbox_mode = "x"', 'breaks config.toml:7'],
    ['', '', '[projects."/srv"]\ntrust_level = "x"', 'breaks config.toml:7'],
    ['', '', '[features]\nx = "y"', 'breaks config.toml:7'],
  ])('%s %s %s', (head, entry, rest, finding) => {
    const found = codex(head, entry, rest);
    expect(found.findings).toContain(finding);
    expect(found.messages[0]).toMatch(/^Codex does not start with this/);
    expect(found.treat('read_thing')).toBe(`not-known by ${finding.slice('breaks '.length)} (none)`);
    expect(found.says('read_thing')).toBe('Codex does not start with this file.');
  });

  test.each([
    ['model = "m"\napproval_policy = "on-failure"\nsandbox_mode = "read-only"', '', ''],
    ['approval_policy = {granular = {sandbox_approval = true, rules = true, mcp_elicitations = true}}', '', ''],
    ['other = 7', 'startup_timeout_sec = 1.5\nenv_vars = ["A", {name = "B"}]\nscopes = ["x"]', ''],
    ['', 'tools = {read_thing = {enabled = false}}', '[profiles.p]\napproval_policy = "untrusted"'],
  ])('it starts with %s %s %s', (head, entry, rest) =>
    expect(codex(head, entry, rest).treat('read_thing')).toBe(
      `hidden by config.toml:${3 + head.split('\n').length} (tool)`,
    ),
  );

  test('a fault in one file stops what stands in another too', () => {
    const own = { name: '/home/me/.codex/config.toml', text: `${SERVER}\nenabled = false` };
    const project = { name: '.codex/config.toml', text: 'model = 7' };
    expect(judge('codex', [own, project], [seen('a')]).treat('a')).toBe('not-known by .codex/config.toml:1 (none)');
  });
});
