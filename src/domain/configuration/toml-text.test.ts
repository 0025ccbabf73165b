import { expect, test } from 'vitest';
import { tomlLines, tomlStatements } from './toml-text.ts';

const TEXT = `# [not.a.table]
model = "x" # = [no]
[mcp_servers."a.b"] # ]
args = [ # [
  "[mcp_servers.no]",
  '# no',
]
note = """
[mcp_servers.no]
key = \\"""
"""
[[rule]]
name = "one"
[rule.limits]
most = 1
[[rule]]
"\\x6eame" = 'two'
limits.most = 2
`;

test.each([
  [['model'], 2],
  [['mcp_servers', 'a.b'], 3],
  [['mcp_servers', 'a.b', 'args'], 4],
  [['mcp_servers', 'a.b', 'args', 0], 5],
  [['mcp_servers', 'a.b', 'args', 1], 6],
  [['mcp_servers', 'a.b', 'note'], 8],
  [['rule', 0, 'name'], 13],
  [['rule', 0, 'limits', 'most'], 15],
  [['rule', 1], 16],
  [['rule', 1, 'name'], 17],
  [['rule', 1, 'limits', 'most'], 18],
])('%j stands in line %i', (path, line) => {
  expect(tomlLines(TEXT)(path)).toBe(line);
});

test('of what is not there, the line of what is around it', () => {
  const lineOf = tomlLines(TEXT);
  expect(lineOf(['mcp_servers', 'a.b', 'enabled_tools', 0])).toBe(3);
  expect(lineOf(['mcp_servers', 'no'])).toBe(1);
});

test('a byte order mark and line ends of Windows move nothing', () => {
  const text = '\uFEFFa = 1\r\n[b]\r\nc = 2\r\n';
  expect(tomlStatements(text).map(({ path, start, end }) => [path.join('.'), text.slice(start, end)])).toEqual([
    ['a', 'a = 1'],
    ['b', '[b'],
    ['b.c', 'c = 2'],
  ]);
});

test('what is no TOML, or too much for the parser, stops nothing', () => {
  expect(tomlLines('a = [1, "')(['a'])).toBe(1);
  expect(tomlLines(`a = "${'x'.repeat(400_000)}"`)(['a'])).toBe(1);
});

test('a key named after a part of JavaScript is a key like others', () => {
  expect(tomlStatements('__proto__.read = 1\n[constructor]\n').map(({ path }) => path)).toEqual([
    ['__proto__', 'read'],
    ['constructor'],
  ]);
  expect(Object.hasOwn(Object.prototype, 'read')).toBe(false);
});
