import { parse, TomlError } from 'smol-toml';
import { readCommentedJson } from '../text/json-text.ts';
import type { FindLine, Place } from '../text/place.ts';
import type { ConfigurationProblem } from './configured-server.ts';
import { tomlLines } from './toml-text.ts';

/** How the text of a configuration is written. */
export type Syntax = 'json' | 'toml' | 'yaml';

/** The text of a configuration, parsed once. */
export interface ParsedText {
  /** Every member is an object's own, `__proto__` too. */
  readonly value: unknown;
  readonly syntax: Syntax;
  readonly lineOf: FindLine;
  /** Ways to members whose name stands twice; absent in syntaxes that refuse such a text. */
  readonly twice?: readonly (readonly (string | number)[])[];
}

/** What reads a text of one syntax. */
export type TextReader = (text: string) => ParsedText | { readonly problem: ConfigurationProblem };

/**
 * Reads a text as TOML, as YAML, or as JSON with comments and trailing commas. Never throws: a text that is none of them gives
 * its first fault, which never repeats the text around it.
 * @param name decides where it ends in .toml, .yaml, .yml, .json or .jsonc; else the text does
 * @param readYaml `readYamlText`: what it needs is large, and a page loads it only where `syntaxOf` says so
 */
export function readConfigurationText(
  name: string,
  text: string,
  readYaml: TextReader | null,
): ParsedText | { readonly problem: ConfigurationProblem } {
  const kind = otherKind(name);
  if (kind !== null) return { problem: { place: 'line 1', message: `is ${kind}, which is not read`, remedy: READ } };
  const syntax = syntaxOf(name, text);
  if (syntax === 'yaml') return readYaml?.(text) ?? { problem: { place: 'line 1', ...NO_YAML } };
  return READERS[syntax](text);
}

/** How a text is written, by its name or, where that does not say, by its beginning. */
export function syntaxOf(name: string, text: string): Syntax {
  const [, ending = ''] = /\.(toml|jsonc?|ya?ml)$/i.exec(name) ?? [];
  if (/^toml$/i.test(ending)) return 'toml';
  if (/^json/i.test(ending)) return 'json';
  if (/^y/i.test(ending)) return 'yaml';
  if (isTomlText(text)) return 'toml';
  return isYamlText(text) ? 'yaml' : 'json';
}

const READ =
  'Read are JSON with comments, TOML and YAML: give the file in which the client keeps its servers or rules.';
const NO_YAML = { message: 'is YAML, which is not read here', remedy: 'Give it to the audit on the command line.' };

/** What a file is by the ending of its name, in words, where it is of a kind that is not read; null for any other. */
function otherKind(name: string): string | null {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.entries(OTHER_KINDS).find(([, endings]) => endings.split(' ').includes(ending))?.[0] ?? null;
}

const OTHER_KINDS: Readonly<Record<string, string>> = {
  'Markdown, with or without front matter': 'md mdc mdx markdown',
  'a program': 'js mjs cjs ts mts cts jsx tsx py rb go rs java kt cs php lua pl ps1 sh bash zsh fish bat cmd exe nix',
  'an archive': 'zip mcpb dxt tgz gz tar vsix whl',
  'a file of variables, of INI or of XML': 'env ini cfg conf properties plist xml html',
  'a picture or a document': 'png jpg jpeg gif svg webp pdf docx',
};

/** What reads each of the other syntaxes. */
const READERS: Readonly<Record<Exclude<Syntax, 'yaml'>, TextReader>> = {
  json: (text) => {
    const { value, fault, lineOf, twice } = readCommentedJson(text);
    if (fault === null) return { value, syntax: 'json', lineOf, twice };
    const { message, remedy } = fault;
    return { problem: { place: placeName(fault), message: `cannot be read as JSON: ${message}`, remedy } };
  },
  toml: (text) => {
    try {
      return { value: ordinary(parse(text.replace(/^\uFEFF/, ''))), syntax: 'toml', lineOf: tomlLines(text) };
    } catch (error) {
      return { problem: tomlProblem(error) };
    }
  },
};

function isTomlText(text: string): boolean {
  return /^(?:\[\[?[A-Za-z_]|[A-Za-z_][\w.-]*\s*=)/.test(firstLine(text)) || /^\s*\[mcp_servers\b/m.test(text);
}

/** A name and a colon, an element, or the mark of a document: JSON begins with a bracket. */
function isYamlText(text: string): boolean {
  return /^(?:---(?:\s|$)|%YAML|-\s|(?:[\w.@/-]+|"[^"]*"|'[^']*')\s*:(?:\s|$))/.test(firstLine(text));
}

/** Tables as objects like those of JSON: the parser's own have no prototype, and what is no text cannot be made one. */
function ordinary(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordinary);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, ordinary(member)]));
}

/** The first line that says anything; both TOML and YAML have comments with #. */
function firstLine(text: string): string {
  return /^(?:\uFEFF|[ \t]*(?:#.*)?(?:\r\n?|\n))*[ \t]*(.*)/.exec(text)?.[1] ?? '';
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
