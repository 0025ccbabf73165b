import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePolicy, policyErrorLine } from './parse.ts';

const lines = (text: string) => {
  const parsed = parsePolicy(text);
  return 'errors' in parsed ? parsed.errors.map(policyErrorLine) : ['no error'];
};

describe('text that is no JSON: the line, what is wrong, the remedy', () => {
  test.each<[string, string, RegExp]>([
    ['nothing', ' \n', /^line 1, column 1: .*: there is nothing\. Write/],
    [
      'a trailing comma',
      '{\n  "version": "1",\n}',
      /^line 3, column 1: .*: nothing follows the comma\. Remove the comma/,
    ],
    ['a missing comma', '{\n  "version": "1"\n  "default": "deny"\n}', /^line 3, column 3: .*comma is expected/],
    ['single quotes', "{\n'version': '1'}", /^line 2, column 1: /],
    ['a comment', '{\n  // mine\n  "version": "1"\n}', /^line 2, column 3: .*no comments\. Remove the comment/],
    ['an object that never ends', '{"version": "1",\r\n"hide": ["a"]', /^line 2, column \d+: .*not closed\. Write \}/],
    ['a text that never ends', '{"version": "1', /^line 1, column 13: .*not closed on its line\. Write "/],
    ['a word', '{"version": one}', /^line 1, column 13: .*no value of JSON\. Put text into double quotes/],
    ['something behind it', '{}\n{}', /^line 2, column 1: .*follows the end\. Remove/],
    ['brackets without end', '['.repeat(100_000), /^line 1, column /],
  ])('%s', (_, text, message) => {
    expect(lines(text)[0]).toMatch(message);
  });

  test('a text is refused exactly where JSON refuses it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(lines(text)[0]?.includes('cannot be read as JSON') ?? false).toBe(!isJson);
      }),
    );
  });
});

describe('a policy that does not fit: each error at its line, in their order', () => {
  test('of several kinds', () => {
    const text = `{
  "version": "2",
  "default": "ask",
  "all_tool": {},
  "tools": {
    "a b/c": {
      "action": "deny",
      "limits": [
        { "counter": "a", "window": "week", "max": 0, "scope": "grant" }
      ]
    }
  }
}`;
    expect(lines(text)).toEqual([
      expect.stringMatching(/^line 2, column 14: \/version: is no value that may stand here\. Write "version": "1"\.$/),
      expect.stringMatching(/^line 3, column 14: \/default: .*\. Write "default": "allow" or "default": "deny"\.$/),
      'line 4, column 3: /all_tool: is no member that a policy has here. Remove it, or correct its spelling.',
      'line 7, column 7: /tools/a b~1c/action: is no member that a policy has here. Remove it, or correct its spelling.',
      expect.stringMatching(/^line 9, column 37: .*\/window: .*\. Write "minute", "hour" or "day"\.$/),
      expect.stringMatching(
        /^line 9, column 52: .*\/max: is no value that may stand here\. Write a whole number from 1 up\.$/,
      ),
    ]);
  });

  test('never in the words of the validator', () => {
    const limit = { window: 'minute', max: 1, scope: 'grant' };
    const texts = [
      [],
      { version: '1', default: 'deny', hide: [1] },
      { version: '1', default: 'deny', tools: { a: null } },
      { version: '1', default: 'deny', tools: { a: { limits: [limit] } } },
      { version: '1', default: 'deny', tools: { a: { require: [{ op: 'is' }], deny_if: [{}] } } },
      { version: '1', default: 'deny', all_tools: { limits: [{ ...limit, counter: '' }] } },
    ].map((policy) => lines(JSON.stringify(policy)).join('\n'));
    for (const text of texts) {
      expect(text).toMatch(/(is missing|is no value that may stand here)\. Write/);
      expect(text).not.toMatch(/invalid|received|too small|expected (string|object|array|number)/i);
    }
  });

  test('an element of a list at its own line, two on one line in their order', () => {
    const text = '{"version": "1", "default": "deny",\n"hide": [\n"a",\n1, 2],\n"tools": 5}';
    expect(lines(text)).toEqual([
      'line 4, column 1: /hide/1: is no value that may stand here. Write a list of tool names: ["delete_item"].',
      'line 4, column 4: /hide/2: is no value that may stand here. Write a list of tool names: ["delete_item"].',
      expect.stringMatching(/^line 5, column 10: \/tools: expected an object/),
    ]);
  });

  test('what is missing is said at the object that should have it', () => {
    expect(lines('{\n  "version": "1"\n}')).toEqual([
      'line 1, column 1: /default: is missing. Write "default": "allow" or "default": "deny".',
    ]);
  });

  test('a name that stands twice: the last one counts, as it does for JSON', () => {
    expect(lines('{"version": "1",\n"default": "deny",\n"default": "ask"}')).toEqual([
      expect.stringMatching(/^line 3, column 12: /),
    ]);
  });

  test('the name of a tool never looks like a place of the format', () => {
    const text = JSON.stringify({ version: '1', default: 'deny', tools: { 'x deny_if': [] } });
    expect(lines(text)[0]).toMatch(/Write \{\} or an object with "require", "deny_if" and "limits"\.$/);
  });
});
