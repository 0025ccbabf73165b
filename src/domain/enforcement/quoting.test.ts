import { evaluate } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { HOSTILE_NAMES } from '../snippet/sample.fixture.ts';
import {
  cedarPattern,
  cedarString,
  jsonString,
  jsonText,
  orderedJson,
  quotedString,
  regexLiteral,
  tomlKey,
} from './quoting.ts';

const anyText = fc.oneof(fc.constantFrom(...HOSTILE_NAMES), fc.string(), fc.string({ unit: 'binary' }));
const wholeText = anyText.filter((text) => text.isWellFormed());

const READERS: readonly [string, (text: string) => string, (quoted: string) => unknown][] = [
  ['JSON', jsonString, JSON.parse],
  ['TOML', quotedString, (quoted) => parseToml(`a = ${quoted}`).a],
  ['TOML key', tomlKey, (quoted) => Object.keys(parseToml(`${quoted} = 1`))[0]],
  ['YAML', quotedString, parseYaml],
  ['YAML in a list', quotedString, (quoted) => (parseYaml(`- ${quoted}`) as string[])[0]],
  ['CEL', quotedString, (quoted) => evaluate(quoted)],
];

describe.each(READERS)('%s', (_, quote, read) => {
  test('a parser reads what went in', () => {
    fc.assert(
      fc.property(wholeText, (text) => void expect(read(quote(text))).toBe(text)),
      { numRuns: 500 },
    );
  });

  test('nothing in the text ends the line or cannot be seen', () => {
    fc.assert(fc.property(wholeText, (text) => void expect(quote(text)).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u)));
  });
});

test('JSON also holds broken Unicode', () => {
  expect(JSON.parse(jsonString('\ud800'))).toBe('\ud800');
});

test.each([
  ['a"b', '"a\\"b"'],
  ['a\\b', '"a\\\\b"'],
  ['a\nb', '"a\\u{a}b"'],
  ['\u{e0041}', '"\\u{e0041}"'],
])('Cedar: %j → %s', (text, expected) => expect(cedarString(text)).toBe(expected));

test('a star of a name is no wildcard in Cedar', () => {
  expect(cedarPattern('a*', '')).toBe('"a\\**"');
});

test('a text in a pattern stands for itself', () => {
  fc.assert(
    fc.property(fc.string(), (text) => void expect(new RegExp(`^${regexLiteral(text)}$`, 'u').test(text)).toBe(true)),
  );
});

test('JSON with two spaces, empty lists and objects on one line', () => {
  const value = { a: ['x'], b: [], c: {}, d: true };
  expect(jsonText(value)).toBe(JSON.stringify(value, null, 2));
});

test('members keep the order given, keys like numbers too', () => {
  expect(
    orderedJson(
      [
        ['z', 'a'],
        ['1', 'b'],
      ],
      '',
    ),
  ).toBe('{\n  "z": "a",\n  "1": "b"\n}');
  expect(orderedJson([], '')).toBe('{}');
});
