/** The options of a program that put nothing else in the place of what it is asked to run. */
export interface KnownOptions {
  /** Without a value. */
  readonly flags: RegExp;
  /** With a value, in the next word or after `=`; the value has to fit. */
  readonly values?: Readonly<Record<string, RegExp>>;
}

/** What stands before the first word that is no option. */
export interface Options {
  /** Values by option, in their order; of flags nothing is kept. */
  readonly given: readonly (readonly [option: string, value: string])[];
  /** The first option that is not known, or whose value does not fit. */
  readonly unknown?: string;
  /** The words from the first one that is no option on; `--` itself is not among them. */
  readonly rest: readonly string[];
  /** Whether a `--` stands before them. */
  readonly split: boolean;
}

/** Reads options up to the first word that is none. */
export function readOptions(args: readonly string[], { flags, values = {} }: KnownOptions): Options {
  const given: [string, string][] = [];
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] as string;
    if (word === '--') return { given, rest: args.slice(index + 1), split: true };
    if (!word.startsWith('-')) return { given, rest: args.slice(index), split: false };
    if (flags.test(word)) continue;
    const [, option = word, inline] = /^(--?[\w-]+)=(.*)$/s.exec(word) ?? [];
    const fits = Object.hasOwn(values, option) ? values[option] : undefined;
    if (inline === undefined) index += 1;
    const value = inline ?? args[index];
    if (fits === undefined || value === undefined || !fits.test(value)) {
      return { given, unknown: option, rest: [], split: false };
    }
    given.push([option, value]);
  }
  return { given, rest: [], split: false };
}
