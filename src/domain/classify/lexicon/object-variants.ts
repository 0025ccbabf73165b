import type { Example } from './example.ts';
import { singular } from './inflection.ts';
import type { ObjectRule } from './object-rule.ts';

/** One more example of a row: with another of its verbs, or another of its words. */
export interface ObjectVariant {
  /** The verb or word. */
  readonly word: string;
  readonly example: Example;
}

/**
 * Examples of an object rule for every verb and every word that it names, made from its own example: `cancel_booking` gives
 * `pause_booking` and `cancel_order`. A row before it may be the one that takes some of them.
 */
export function objectVariants({ example, verbs, head, any, rest }: ObjectRule): ObjectVariant[] {
  return [verbs, new Set([...(head ?? []), ...(any ?? [])]), rest ?? new Set<string>()].flatMap((list) => {
    const own = wordsOf(example).find((word) => list.has(word));
    return [...list]
      .filter((word) => word !== own)
      .map((word) => ({ word, example: own === undefined ? named(example, word) : withWord(example, own, word) }));
  });
}

/** The words of an example's name and description in the singular. */
function wordsOf({ name, description = '' }: Example): string[] {
  return `${name} ${description}`
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map(singular);
}

/** An example with one word in the place of another. */
function withWord(example: Example, own: string, word: string): Example {
  const swap = (text: string) =>
    text.replace(/[a-z0-9]+/gi, (each) => (singular(each.toLowerCase()) === own ? word : each));
  const { name, description } = example;
  return { ...example, name: swap(name), ...(description === undefined ? {} : { description: swap(description) }) };
}

/** An example in which none of the words stands: one is put behind its verb. */
function named(example: Example, word: string): Example {
  return { ...example, name: `${example.name.split('_')[0]}_${word}` };
}
