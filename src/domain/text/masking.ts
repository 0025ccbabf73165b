import { isObject, type Json } from './json.ts';
import { HIDDEN, type NamedSecret } from './secret.ts';

/** Words in a name that say that its value is a secret. */
export const SECRET_NAME = /key|token|secret|passw|pwd|auth|credential|cookie|session|private|bearer|signature|pat$/i;

/** Forms of well-known secrets: vendors' prefixes, JSON web tokens. */
const SECRET_TEXT =
  /\b(?:sk|pk|rk|ghp|gho|ghs|github_pat|glpat|xox[abprs]|npm|AKIA|ntn|secret|fc|tvly)[_-][\w-]{12,}|\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g;

/** Values shorter than this are left: replacing "true" or "test" everywhere would garble what a server says. */
const SHORTEST_SECRET = 8;
const SHORTEST_OTHER = 12;

/** Arguments as they may be stored and printed: what follows a name such as `--api-key`, and what looks like a secret, is gone. */
export function maskArguments(args: readonly string[]): string[] {
  return args.map((argument, index) => {
    const before = args[index - 1] ?? '';
    if (/^--?[\w-]+$/.test(before) && SECRET_NAME.test(before) && !argument.startsWith('-')) return HIDDEN;
    const [, name, value] = /^(--?[\w-]+=|[A-Za-z_]\w*=)(.*)$/s.exec(argument) ?? [];
    if (name !== undefined && value !== '' && SECRET_NAME.test(name)) return `${name}${HIDDEN}`;
    // A header in an argument: "Authorization: Bearer …", "--header=Authorization: Bearer …", "-HAuthorization: Bearer …".
    const [, header] = /^((?:--?[\w-]+=|-H)?[\w-]+:\s*)\S/.exec(argument) ?? [];
    if (header !== undefined && SECRET_NAME.test(header)) return `${header}${HIDDEN}`;
    return maskText(argument);
  });
}

/** A text without secrets of well-known forms and without the user part and query values of addresses. */
export function maskText(text: string): string {
  return text
    .replace(SECRET_TEXT, HIDDEN)
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, `$1${HIDDEN}@`)
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]+\?[^\s"'<>]+/gi, (url) => maskQuery(url));
}

/** An address as it may be stored: no user, no password, no values in its query. */
export function maskUrl(url: string): string {
  const parsed = new URL(url);
  parsed.username = '';
  parsed.password = '';
  parsed.hash = '';
  return maskQuery(parsed.href);
}

function maskQuery(url: string): string {
  const at = url.indexOf('?');
  return at < 0 ? url : url.slice(0, at) + url.slice(at).replace(/([?&][^=&#]*=)[^&#]*/g, `$1${HIDDEN}`);
}

/** Replaces the values that a server was given by `${NAME}`, so that what it echoes stores none of them. */
export interface Masker {
  readonly text: (text: string) => string;
  /** A copy of the value with every text masked, and how many texts changed. */
  readonly json: (value: Json) => { readonly value: Json; readonly masked: number };
}

/** A masker for the values given; longer ones first, so that one inside another does not break it up. */
export function createMasker(values: readonly NamedSecret[]): Masker {
  const secrets = values
    .map(({ name, value }) => ({ name, value: value.reveal() }))
    .filter(({ name, value }) => value.length >= (SECRET_NAME.test(name) ? SHORTEST_SECRET : SHORTEST_OTHER))
    .sort((one, other) => other.value.length - one.value.length);
  const text = (given: string): string =>
    secrets.reduce((masked, { name, value }) => masked.replaceAll(value, `\${${name}}`), given);
  return { text, json: (value) => maskJson(value, text) };
}

function maskJson(given: Json, mask: (text: string) => string): { value: Json; masked: number } {
  let masked = 0;
  const maskOne = (text: string): string => {
    const result = mask(text);
    if (result !== text) masked++;
    return result;
  };
  const walk = (value: Json): Json => {
    if (typeof value === 'string') return maskOne(value);
    if (Array.isArray(value)) return value.map((item: Json) => walk(item));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [maskOne(key), walk(member as Json)]));
  };
  const value = walk(given);
  return { value, masked };
}
