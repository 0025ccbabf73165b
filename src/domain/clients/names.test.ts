import { describe, expect, test } from 'vitest';
import { collision } from '../enforcement/collision.ts';
import { claudeName } from './claude-code/names.ts';
import { copilotName } from './copilot-cli/names.ts';
import { geminiName, isTooLongForGemini } from './gemini-cli/names.ts';
import { opencodeName } from './opencode/names.ts';

describe('names as the targets spell them (observed, docs/enforcement-targets.md#names)', () => {
  test.each([
    ['fx', 'read_thing', 'mcp__fx__read_thing'],
    ['My Srv.1', 'read_thing', 'mcp__My_Srv_1__read_thing'],
    ['fx', 'read.thing', 'mcp__fx__read_thing'],
    ['fx', 'a-b', 'mcp__fx__a-b'],
    ['fx', '語', 'mcp__fx___'],
    ['fx', 'x'.repeat(86), `mcp__fx__${'x'.repeat(86)}`],
  ])('Claude Code: %s, %s → %s', (key, tool, expected) => expect(claudeName(key, tool)).toBe(expected));

  test.each([
    ['fx', 'read_thing', 'fx_read_thing'],
    ['My Srv.1', 'read_thing', 'My_Srv_1_read_thing'],
    ['fx', 'a/b', 'fx_a_b'],
    ['fx', '', 'fx_'],
  ])('opencode: %s, %s → %s', (key, tool, expected) => expect(opencodeName(key, tool)).toBe(expected));

  test.each([
    ['write thing', 'write_thing'],
    ['a.b:c-d', 'a.b:c-d'],
    ['*', '_'],
    ['😀', '__'],
  ])('Gemini CLI: %s → %s', (tool, expected) => expect(geminiName(tool)).toBe(expected));

  test.each([
    ['fx', 'x'.repeat(56), false],
    ['fx', 'x'.repeat(57), true],
    ['a'.repeat(50), 'x'.repeat(9), true],
  ])('Gemini CLI cuts mcp_%s_%s: %s', (key, tool, expected) => expect(isTooLongForGemini(key, tool)).toBe(expected));

  test.each([
    ['fx', 'read_thing', 'fx-read_thing'],
    ['fx', 'a.b', 'fx-a-b'],
  ])('GitHub Copilot CLI: %s, %s → %s', (key, tool, expected) => expect(copilotName(key, tool)).toBe(expected));
});

test('names that cannot be told apart are named', () => {
  const tools = [{ name: 'a.b' }, { name: 'c' }, { name: 'a b' }];
  expect(collision('opencode', tools, (name) => opencodeName('fx', name))).toBe(
    'opencode cannot tell "a.b" and "a b" apart: both become fx_a_b. A rule for one would hold for the other.',
  );
  expect(collision('opencode', tools.slice(1), (name) => opencodeName('fx', name))).toBeNull();
});
