import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameParts, shownName } from './name-parts.ts';

test.each([
  ['kv_namespace_delete', ['kv_', 'namespace_', 'delete']],
  ['getHTTPServer', ['get', 'HTTPServer']],
  ['issues.list-all', ['issues.', 'list-', 'all']],
  ['/api/v1:run', ['/', 'api/', 'v1:', 'run']],
  ['__init__', ['__', 'init__']],
  ['plain', ['plain']],
  ['', []],
])('%s', (name, parts) => expect(nameParts(name)).toEqual(parts));

describe('shownName', () => {
  test.each([
    ['get_item', 'get_item'],
    ['日本語 🔥', '日本語 🔥'],
    ['evil\u202etxt.exe', 'evil⟨U+202E⟩txt.exe'],
    ['zero\u200bwidth', 'zero⟨U+200B⟩width'],
    ['line\nbreak', 'line⟨U+000A⟩break'],
    ['\u{e0041}', '⟨U+E0041⟩'],
    ['  ', '⟨U+0020⟩⟨U+0020⟩'],
  ])('%j is shown as %s', (name, shown) => expect(shownName(name)).toBe(shown));
});

test('the parts are the name, none of them empty', () => {
  const name = fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.string({ unit: fc.constantFrom('a', 'B', '_', '-', '.', '/') }),
  );
  fc.assert(
    fc.property(name, (given) => {
      const parts = nameParts(given);
      expect(parts.join('')).toBe(shownName(given));
      expect(parts).not.toContain('');
    }),
  );
});

test('a name without end is cut, with a mark', () => {
  const shown = nameParts('long_'.repeat(1000)).join('');
  expect(shown).toBe(`${'long_'.repeat(60)}…`);
});
