import { isObject, type Json, type JsonObject } from '../text/json.ts';

/** What a client wants a member of its file to be. */
export interface Wanted {
  readonly fits: (value: Json) => boolean;
  /** After "must be": "a list of texts". */
  readonly words: string;
}

/** Any text. */
export const TEXT: Wanted = { fits: (value) => typeof value === 'string', words: 'a text' };
/** A truth value. */
export const SWITCH: Wanted = { fits: (value) => typeof value === 'boolean', words: 'true or false, without quotes' };
/** A list of anything. */
export const LIST: Wanted = { fits: (value) => Array.isArray(value), words: 'a list' };
/** An object or a table. */
export const OBJECT: Wanted = { fits: isObject, words: 'an object' };
/** A list of nothing but texts. */
export const TEXTS: Wanted = {
  fits: (value) => Array.isArray(value) && (value as readonly Json[]).every((each) => typeof each === 'string'),
  words: 'a list of texts',
};
/** A duration or a count, which is not negative. */
export const NUMBER: Wanted = {
  fits: (value) => typeof value === 'number' && value >= 0,
  words: 'a number that is not negative',
};
/** The same without a fraction. */
export const WHOLE: Wanted = {
  fits: (value) => NUMBER.fits(value) && Number.isInteger(value),
  words: 'a whole number that is not negative',
};

/** One of some words, and nothing else. */
export function oneOf(...values: readonly string[]): Wanted {
  return { fits: (value) => typeof value === 'string' && values.includes(value), words: values.join(', ') };
}

/** Whether something else than the first is right too. */
export function either(wanted: Wanted, other: Wanted): Wanted {
  return { fits: (value) => wanted.fits(value) || other.fits(value), words: `${wanted.words} or ${other.words}` };
}

/** A member that is not what its client wants. */
export interface WrongMember {
  readonly path: readonly string[];
  readonly value: Json;
  readonly words: string;
}

/**
 * The members of a file that are not what a client wants, by the order of the table.
 * @param table by the way to a member, with slashes and a star for any name: `permissions/deny`
 */
export function wrongMembers(value: JsonObject, table: Readonly<Record<string, Wanted>>): WrongMember[] {
  return Object.entries(table).flatMap(([way, wanted]) =>
    membersAt(value, way.split('/')).flatMap((member) =>
      wanted.fits(member.value) ? [] : [{ ...member, words: wanted.words }],
    ),
  );
}

/** What stands at a way; what is not there is not among it. */
function membersAt(
  value: Json,
  [step, ...rest]: readonly string[],
): { readonly path: string[]; readonly value: Json }[] {
  if (step === undefined) return [{ path: [], value }];
  if (!isObject(value)) return [];
  const names = step === '*' ? Object.keys(value) : Object.hasOwn(value, step) ? [step] : [];
  return names.flatMap((name) => {
    const member = value[name];
    return member === undefined
      ? []
      : membersAt(member, rest).map((found) => ({ path: [name, ...found.path], value: found.value }));
  });
}
