import type { StdioTransport } from './configured-server.ts';
import { plainWords } from './plain-words.ts';
import { programOf } from './program.ts';

/** What is really started, once that which only passes on is taken off. */
export interface Started {
  readonly command: string;
  readonly args: readonly string[];
  /** Variables that are set for it; a value is there only where it stands in the command line. */
  readonly variables: readonly Variable[];
}

/** A variable and what it is set to. */
export interface Variable {
  readonly name: string;
  readonly value: string;
}

const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'zsh', 'dash', 'ash']);
/** Nobody wraps deeper. */
const DEEPEST = 4;

/**
 * Looks through `cmd /c`, `wsl`, `env NAME=VALUE` and a shell with one plain command; null where a shell is given anything else,
 * so that what runs is anybody's guess.
 */
export function startedBy({ command, args, env }: StdioTransport): Started | null {
  const variables = env.map(({ name, value }) => ({ name, value: value.reveal() }));
  return unwrapped({ command, args, variables }, 0);
}

function unwrapped(given: Started, depth: number): Started | null {
  const inside = stepInside(given);
  if (inside === given) return given;
  if (inside === null || depth === DEEPEST) return null;
  return unwrapped(inside, depth + 1);
}

/** What a wrapper starts; the same where it is none, null where it cannot be told. */
function stepInside(given: Started): Started | null {
  const { command, args } = given;
  const program = programOf(command);
  if (program === 'cmd') return insideText(given, afterFlags(args, /^\/[cds]$/i, /^\/c$/i));
  if (program === 'wsl') return insideText(given, afterFlags(args, /^(?:-e|--exec|--)$/, null));
  if (program !== null && SHELLS.has(program)) {
    const [flag = '', text, ...more] = args;
    // A script, or none: the shell is the program then.
    if (!/^-\w*c$/.test(flag)) return args.some((each) => /^-\w*c$/.test(each)) ? null : given;
    return /^-[le]?c$/.test(flag) && text !== undefined && more.length === 0 ? insideText(given, [text]) : null;
  }
  return program === 'env' ? insideVariables(given, args) : given;
}

/** What stands after a wrapper's own flags; null where `needed` is not among them. */
function afterFlags(args: readonly string[], flag: RegExp, needed: RegExp | null): readonly string[] | null {
  const first = args.findIndex((each) => !flag.test(each));
  const flags = args.slice(0, first < 0 ? args.length : first);
  return needed === null || flags.some((each) => needed.test(each)) ? args.slice(flags.length) : null;
}

/** A command that a shell reads as text, or the words of one, in which no mark may do anything. */
function insideText(given: Started, texts: readonly string[] | null): Started | null {
  if (texts === null) return null;
  const [only = ''] = texts;
  const words = texts.length === 1 ? plainWords(only) : texts.some((text) => MARKS.test(text)) ? null : texts;
  if (words === null || words.some((word) => word.includes('%'))) return null;
  return insideVariables(given, words[0] === 'exec' ? words.slice(1) : words);
}

/** What cmd and shells take for more than a letter. */
const MARKS = /[&|<>^!"'`$;\r\n]/;

/** `NAME=VALUE … command arguments`. */
function insideVariables({ variables }: Started, words: readonly string[]): Started | null {
  const first = words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word));
  const command = words[first];
  // An option of env, or nothing to run.
  if (command === undefined || command.startsWith('-')) return null;
  const set = words.slice(0, first).map((word) => {
    const at = word.indexOf('=');
    return { name: word.slice(0, at), value: word.slice(at + 1) };
  });
  return { command, args: words.slice(first + 1), variables: [...variables, ...set] };
}
