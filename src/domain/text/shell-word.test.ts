import { expect, test } from 'vitest';
import { policyCommand, shellWord, withContentOption } from './shell-word.ts';

test.each<[string, string | null]>([
  ['create_issue', 'create_issue'],
  ['a b', "'a b'"],
  ["it's", "'it'\\''s'"],
  ['$(id)', "'$(id)'"],
  ['`id`', "'`id`'"],
  ['; rm -rf x', "'; rm -rf x'"],
  ['', "''"],
  ['~', "'~'"],
  ['a\nb', null],
  ['a\u202eb', null],
  ['\u001b[31m', null],
  ['half \ud800', null],
])('%j', (text, word) => {
  expect(shellWord(text)).toBe(word);
});

test('a name that begins with a dash is no option; one that nobody should paste is left out', () => {
  expect(policyCommand('s', { tool: '--help' })).toBe(
    'npm run -s policy -- s --tool=--help --format claude-code --key KEY',
  );
  expect(policyCommand('s', { tool: 'a\u0007' })).toBe('npm run -s policy -- s --format claude-code --key KEY');
});

test.each([
  [undefined, ''],
  ['../our-tools', ' --content=../our-tools'],
  ['../our tools & more', " --content='../our tools & more'"],
  ['../a\u0007', ' --content=DIR'],
])('a catalogue in %j: a command has%s', (content, option) => {
  expect(policyCommand('s', { content })).toBe(`npm run -s policy -- s --format claude-code --key KEY${option}`);
});

test.each([
  ['Run `npm run stamp -- notes`.', 'Run `npm run stamp -- notes --content=../own`.'],
  ['`npm run import` or `npm run scan`', '`npm run import -- --content=../own` or `npm run scan -- --content=../own`'],
  ['`npm run -s import -- … --content DIR`', '`npm run -s import -- … --content DIR`'],
  ['Run `npm run accuracy`.', 'Run `npm run accuracy`.'],
  ['a `word`', 'a `word`'],
])('%s, for another catalogue', (text, changed) => {
  expect(withContentOption(text, '../own')).toBe(changed);
  expect(withContentOption(text, undefined)).toBe(text);
});
