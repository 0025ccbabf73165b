import { expect, test } from 'vitest';
import { recognised } from '../recognised.fixture.ts';

const a = '[mcp_servers.a]\ncommand = "x"\n';
const CONFIG = 'codex codex-config project';

test.each([
  ['x.toml', a, `${CONFIG}: a`],
  ['x.toml', `${a}enabled = false\n`, `${CONFIG}: (a)`],
  ['x.toml', `${a}enabled = true\n`, `${CONFIG}: a`],
  ['x.toml', 'approval_policy = "never"\n', CONFIG],
  ['x.toml', 'mcp_servers = 1\n', 'unknown unusable project'],
  ['config.toml', 'model = "x"\n', CONFIG],
  ['.codex/config.toml', 'model = "x"\n', CONFIG],
  ['~/.codex/config.toml', a, 'codex codex-config user: a'],
  ['myconfig.toml', 'model = "x"\n', 'unknown unusable project'],
  ['config.toml.bak', 'model = "x"\n', 'unknown unusable project'],
  // A fleet's file has no servers of its own to start: their identity is what may run.
  ['requirements.toml', a, 'codex codex-requirements managed'],
  ['/etc/codex/requirements.toml', 'x = 1\n', 'codex codex-requirements managed'],
  ['requirements.toml.bak', 'x = 1\n', 'unknown unusable project'],
  ['x.toml', '[mcp_servers.a.identity]\ncommand = "x"\n', 'codex codex-requirements project'],
  [
    'x.toml',
    '[mcp_servers.b]\ncommand = "x"\n[mcp_servers.a]\nidentity = { command = "x" }\n',
    'codex codex-requirements project',
  ],
  ['x.toml', 'mcp_servers = { a = 1 }\n', CONFIG],
  // Codex reads TOML and nothing else.
  ['config.toml.json', '{"mcp_servers": {"a": {"command": "x"}}}', 'unknown unusable project'],
])('%s with %j: %s', (path, content, expected) => expect(recognised(path, content)).toBe(expected));
