import { expect, test } from 'vitest';
import { judge, seen } from '../judge.fixture.ts';

const judged = (settings: object) => {
  const text = JSON.stringify({ mcp: { servers: { fx: { command: 'x' } } }, ...settings }, null, 1);
  return judge('vscode', [{ name: 'settings.json', text }], [seen('read_thing')]);
};

test.each<[object, string]>([
  [{}, 'not-known by default (none)'],
  [{ 'chat.tools.global.autoApprove': true }, 'allowed by settings.json:9 (blanket)'],
  [{ 'chat.tools.autoApprove': true }, 'allowed by settings.json:9 (blanket)'],
  [{ 'chat.tools.global.autoApprove': false, 'chat.tools.autoApprove': 'true' }, 'not-known by default (none)'],
])('%j: %s', (settings, expected) => expect(judged(settings).treat('read_thing')).toBe(expected));

test('what opens everything is a finding and says so; without it no file decides', () => {
  const opened = judged({ 'chat.tools.global.autoApprove': true });
  expect(opened.findings).toEqual(['opens settings.json:9']);
  expect(opened.messages).toEqual(['Every tool of every server runs unasked.']);
  expect(opened.says('a')).toBe('This setting runs every tool unasked.');
  const plain = judged({});
  expect([plain.findings, plain.named, plain.says('a')]).toEqual([[], [], expect.stringMatching(/kept in the editor/)]);
});
