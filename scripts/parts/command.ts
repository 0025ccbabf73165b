import path from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { ContentError, type Problem, printable } from '../../src/catalogue/read/problem.ts';
import { withContentOption } from '../../src/domain/text/shell-word.ts';

/**
 * Exit codes of every command (docs/contracts.md#commands); 130 is what a shell gives for Ctrl-C. `misuse` is also that of
 * a broken environment and of a file that cannot be used.
 */
export const EXIT = { done: 0, no: 1, misuse: 2, interrupted: 130 } as const;

/** Thrown for wrong use or a broken environment: one line that says what to do, exit 2. */
export class MisuseError extends Error {}

/** Thrown when the answer is "no" or the input is wrong: exit 1. */
export class RefusedError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** What a command gets: its options by name and the words that are none. */
export interface Arguments {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Options that may be given several times. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly words: readonly string[];
  /** Those of the words that come after `--`. */
  readonly rest: readonly string[];
}

/** A command: its help text, its options, and what it does. */
export interface Command {
  /** Printed for `--help`, and after a wrong use. */
  readonly usage: string;
  readonly options: Options;
  /** Set where words that are no options are expected; elsewhere they are a wrong use. */
  readonly takesWords?: true;
  /** @returns the exit code; nothing is 0 */
  readonly run: (args: Arguments) => Promise<number | undefined>;
}

/** Runs a command: parses its arguments, prints errors for the person who must mend them, sets the exit code. */
export async function runCommand(command: Command): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // `… | head` closes the pipe: that is no error of ours.
    if (error.code === 'EPIPE') process.exit(EXIT.done);
  });
  let content: string | undefined;
  try {
    const args = parse(command);
    content = givenContent(args.options);
    if (args.options.help === true) {
      process.stdout.write(`${command.usage.trim()}\n`);
      return;
    }
    process.exitCode = (await command.run(args)) ?? EXIT.done;
  } catch (error) {
    process.exitCode = report(error, command.usage, content);
  }
}

function parse({ options, takesWords }: Command): Arguments {
  try {
    const { values, positionals, tokens } = parseArgs({
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: takesWords === true,
      strict: true,
      tokens: true,
    });
    const end = tokens.find(({ kind }) => kind === 'option-terminator')?.index ?? Number.POSITIVE_INFINITY;
    const before = tokens.filter(({ kind, index }) => kind === 'positional' && index < end).length;
    const entries = Object.entries(values as Record<string, string | boolean | string[] | undefined>);
    return {
      options: Object.fromEntries(entries.flatMap(([key, value]) => (Array.isArray(value) ? [] : [[key, value]]))),
      lists: Object.fromEntries(entries.flatMap(([key, value]) => (Array.isArray(value) ? [[key, value]] : []))),
      words: positionals,
      rest: positionals.slice(before),
    };
  } catch (error) {
    throw new MisuseError((error as Error).message);
  }
}

function report(error: unknown, usage: string, content: string | undefined): number {
  if (error instanceof ContentError) {
    process.stderr.write(`${problemLines(error.problems, content)}\n${error.message} Nothing was built.\n`);
    return EXIT.no;
  }
  if (error instanceof RefusedError) {
    process.stderr.write(`${printableLines(error.message)}\n`);
    return EXIT.no;
  }
  if (error instanceof MisuseError) {
    process.stderr.write(`${printableLines(error.message)}\n\n${usage.trim()}\n`);
    return EXIT.misuse;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT.misuse;
}

function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/**
 * Problems as lines, by file: severity, field, what is wrong, how to mend it.
 * @param content what was given as `--content`: commands among the remedies need it too
 */
export function problemLines(problems: readonly Problem[], content?: string): string {
  const lines: string[] = [];
  for (const [file, group] of Map.groupBy(problems, (problem) => problem.file)) {
    lines.push(printable(file));
    for (const { severity, field, message, remedy } of group) {
      lines.push(`  ${severity}: ${printable(field === '' ? message : `${field}: ${message}`)}`);
      lines.push(`    → ${printable(withContentOption(remedy, content))}`);
    }
  }
  return lines.join('\n');
}

/** A path that a person gave, from where they stood when they ran npm. */
export function givenPath(value: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), value);
}

/** What was given as `--content`, as it was typed. */
export function givenContent({ content }: Arguments['options']): string | undefined {
  return typeof content === 'string' ? content : undefined;
}

/** The content root of `--content`, default `content` of this project. */
export function contentRoot(options: Arguments['options']): string {
  return typeof options.content === 'string' ? givenPath(options.content) : path.resolve('content');
}

/** Where the labelled tools, captures and the corpus are; tests and measurements skip aloud without. */
export function sharedFolder(): string {
  return path.resolve(process.env.PLACARD_SHARED ?? '../shared');
}
