import { expect, test } from 'vitest';
import { readConfigurationText, syntaxOf } from './read-text.ts';
import { readYamlText } from './yaml-text.ts';

const value = (text: string) => {
  const read = readYamlText(text);
  return 'problem' in read ? read.problem : read.value;
};

test.each([
  ['x.yaml', '{"a": 1}', 'yaml'],
  ['x.YML', 'a = 1', 'yaml'],
  ['x.json', 'a: 1', 'json'],
  ['x.toml', 'a: 1', 'toml'],
  ['pasted text 1', '{"a": 1}', 'json'],
  ['pasted text 1', '// mine\n{}', 'json'],
  ['pasted text 1', '[{"name": "x"}]', 'json'],
  ['pasted text 1', '# mine\n\n[mcp_servers.a]\ncommand = "x"', 'toml'],
  ['pasted text 1', '# mine\r\nmodel = "x"', 'toml'],
  ['pasted text 1', '# mine\nmcpServers:\n  a:\n    command: x', 'yaml'],
  ['pasted text 1', '---\na: 1', 'yaml'],
  ['pasted text 1', '- a\n- b', 'yaml'],
  ['pasted text 1', '"quoted name": 1', 'yaml'],
  ['pasted text 1', '', 'json'],
])('%s with %j is %s', (name, text, syntax) => expect(syntaxOf(name, text)).toBe(syntax));

test('lines of members and elements, through aliases as well', () => {
  const read = readYamlText('# one\na: &a\n  b: 1\nc:\n  - x\n  - d: 2\ne: *a\n');
  if ('problem' in read) throw new Error('it is YAML');
  expect([['a', 'b'], ['c', 1, 'd'], ['c', 0], ['e', 'b'], ['c', 'none'], ['none'], []].map(read.lineOf)).toEqual([
    3, 6, 5, 3, 4, 1, 1,
  ]);
});

test('merge keys count, as in compose files; what a name alone would set on every object is a member', () => {
  expect(value('a: &a {x: 1}\nb:\n  <<: *a\n  y: 2')).toEqual({ a: { x: 1 }, b: { x: 1, y: 2 } });
  const read = value('__proto__: {polluted: true}\n') as object;
  expect(Object.keys(read)).toEqual(['__proto__']);
  expect('polluted' in {}).toBe(false);
});

test.each([
  ['a:\n\t- b', 'line 2'],
  ['a: 1\na: 2', 'line 2, column 1'],
  ['a: {b: 1', 'line 1'],
  ['a: 1\n---\nb: 2', 'line 2, column 1'],
  ['token: "open-sesame\n', 'line'],
])('%j: its first fault, without the text around it', (text, place) => {
  const problem = value(text) as { place: string; message: string };
  expect(problem.place).toMatch(new RegExp(`^${place}`));
  expect(problem.message).toMatch(/^cannot be read as YAML: /);
  expect(problem.message).not.toContain('sesame');
});

test('a text that would fill a memory or a stack is refused', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let n = 1; n < 12; n += 1)
    lines.push(
      `a${n}: &a${n} [${Array(10)
        .fill(`*a${n - 1}`)
        .join(', ')}]`,
    );
  for (const text of [lines.join('\n'), '['.repeat(100_000), '- '.repeat(50_000), `a: "${'x'.repeat(300_000)}"`]) {
    expect(value(text)).toMatchObject({ message: expect.stringMatching(/^cannot be read as YAML/) });
  }
});

test('no tag makes anything but text', () => {
  expect(value('a: !!js/function "function () {}"\nb: !env TOKEN')).toEqual({ a: 'function () {}', b: 'TOKEN' });
});

test('where YAML is not loaded, it is called what it is', () => {
  expect(readConfigurationText('x.yaml', 'a: 1', null)).toMatchObject({
    problem: { message: 'is YAML, which is not read here' },
  });
});
