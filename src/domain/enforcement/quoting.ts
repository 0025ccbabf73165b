/**
 * Names are strangers' text. Every format writes them as quoted strings in which nothing but plain printable characters
 * stands as itself: quotes, backslashes, control and formatting characters, line ends of any alphabet and unassigned
 * characters are escaped in the format's own way, so that no name ends its string or turns the text around for a reader.
 */
const ESCAPED = /["\\]|[\p{C}\p{Zl}\p{Zp}]/gu;

function quote(text: string, escaped: (character: string, code: number) => string): string {
  return `"${text.replace(ESCAPED, (character) => escaped(character, character.codePointAt(0) as number))}"`;
}

const hex = (code: number, digits: number) => code.toString(16).toUpperCase().padStart(digits, '0');
/** A surrogate pair where the character needs one, as JSON wants it. */
const units = (character: string) =>
  Array.from({ length: character.length }, (_, index) => `\\u${hex(character.charCodeAt(index), 4)}`).join('');

/** A JSON string. */
export function jsonString(text: string): string {
  return quote(text, (character) => (character === '"' || character === '\\' ? `\\${character}` : units(character)));
}

/** A basic string of TOML, a double-quoted scalar of YAML or a string of CEL: the three share these escapes. */
export function quotedString(text: string): string {
  return quote(text, (character, code) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
  });
}

/** A string of Cedar. */
export function cedarString(text: string): string {
  return quote(text, (character, code) =>
    character === '"' || character === '\\' ? `\\${character}` : `\\u{${code.toString(16)}}`,
  );
}

/** A pattern of Cedar's `like`, in which only the given `*` are wildcards: literal parts, joined by them. */
export function cedarPattern(...parts: readonly string[]): string {
  return `"${parts.map((part) => cedarString(part).slice(1, -1).replaceAll('*', '\\*')).join('*')}"`;
}

/** A key of TOML: bare where it may be. */
export function tomlKey(text: string): string {
  return /^[A-Za-z0-9_-]+$/.test(text) ? text : quotedString(text);
}

/** Text with everything that a regular expression gives a meaning outside of a class taken literally. */
export function regexLiteral(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** JSON as people read it, with two spaces; strings are written by `jsonString`. */
export function jsonText(value: unknown, indent = '', quoted: (text: string) => string = jsonString): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const deeper = `${indent}  `;
  const members = Array.isArray(value)
    ? value.map((member) => jsonText(member, deeper, quoted))
    : Object.entries(value).map(([key, member]) => `${quoted(key)}: ${jsonText(member, deeper, quoted)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (members.length === 0) return `${open}${close}`;
  return `${open}\n${deeper}${members.join(`,\n${deeper}`)}\n${indent}${close}`;
}

/** A JSON object whose members stand in the order given: objects of JavaScript put keys that look like integers first. */
export function orderedJson(entries: readonly (readonly [string, string])[], indent: string): string {
  if (entries.length === 0) return '{}';
  const deeper = `${indent}  `;
  const members = entries.map(([key, value]) => `${jsonString(key)}: ${jsonString(value)}`);
  return `{\n${deeper}${members.join(`,\n${deeper}`)}\n${indent}}`;
}

/** More names than this stand one a line. */
const MOST_IN_LINE = 4;

/** A list of names in TOML. */
export function tomlList(names: readonly string[]): string {
  const quoted = names.map(quotedString);
  return quoted.length > MOST_IN_LINE
    ? `[\n${quoted.map((name) => `  ${name},\n`).join('')}]`
    : `[${quoted.join(', ')}]`;
}
