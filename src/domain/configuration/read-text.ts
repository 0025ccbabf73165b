import { parse, TomlError } from 'smol-toml';
import { readCommentedJson } from '../text/json-text.ts';
import type { FindLine, Place } from '../text/place.ts';
import type { ConfigurationProblem } from './configured-server.ts';
import { tomlLines } from './toml-text.ts';

/** How the text of a configuration is written. */
export type Syntax = 'json' | 'toml';

/** The text of a configuration, parsed once. */
export interface ParsedText {
  /** Every member is an object's own, `__proto__` too. */
  readonly value: unknown;
  readonly syntax: Syntax;
  readonly lineOf: FindLine;
}

/**
 * Reads a text as TOML or as JSON with comments and trailing commas. Never throws: a text that is neither gives its first
 * fault, which never repeats the text around it.
 * @param name decides between the two where it ends in .toml, .json or .jsonc; else the text does
 */
export function readConfigurationText(
  name: string,
  text: string,
): ParsedText | { readonly problem: ConfigurationProblem } {
  return READERS[isTomlText(name, text) ? 'toml' : 'json'](text);
}

/** What reads each syntax. */
const READERS: Readonly<Record<Syntax, (text: string) => ParsedText | { readonly problem: ConfigurationProblem }>> = {
  json: (text) => {
    const { value, fault, lineOf } = readCommentedJson(text);
    if (fault === null) return { value, syntax: 'json', lineOf };
    const { message, remedy } = fault;
    return { problem: { place: placeName(fault), message: `cannot be read as JSON: ${message}`, remedy } };
  },
  toml: (text) => {
    try {
      return { value: parse(text.replace(/^\uFEFF/, '')), syntax: 'toml', lineOf: tomlLines(text) };
    } catch (error) {
      return { problem: tomlProblem(error) };
    }
  },
};

function isTomlText(name: string, text: string): boolean {
  if (/\.toml$/i.test(name)) return true;
  if (/\.jsonc?$/i.test(name)) return false;
  return /^\s*(?:\[\[?[A-Za-z_]|[A-Za-z_][\w.-]*\s*=|#)/.test(text) || /^\s*\[mcp_servers\b/m.test(text);
}

function tomlProblem(error: unknown): ConfigurationProblem {
  const place = error instanceof TomlError ? placeName(error) : 'line 1';
  // The library's message goes on with an excerpt, which may hold a secret.
  const [message = ''] = error instanceof Error ? error.message.split('\n') : [];
  return { place, message: `cannot be read as TOML (${message})`, remedy: 'Correct the text there.' };
}

function placeName({ line, column }: Place): string {
  return `line ${line}, column ${column}`;
}
