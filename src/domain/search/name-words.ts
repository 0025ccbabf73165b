import { letters } from '../text/letters.ts';

/** Characters of a name or query that count; the rest of a longer one is not looked at. */
const LONGEST_TEXT = 200;

/** What a name or query is compared by as a whole: its letters. */
export function nameKey(text: string): string {
  return letters(text.slice(0, LONGEST_TEXT));
}

/** The words of a name, in lower case: cut at separators and before camel humps. `getWHOISProfile` is get, whois, profile. */
export function nameWords(text: string): string[] {
  return separated(text).flatMap((part) => humps(part).map((word) => word.toLowerCase()));
}

/** The words of a name, and the pieces between its separators as they stand: `createIssue` is createissue, create and issue. */
export function searchWords(text: string): Set<string> {
  return new Set([...plainWords(text), ...nameWords(text)]);
}

/** The pieces between separators alone: GitHub is one word, not git and hub. */
export function plainWords(text: string): string[] {
  return separated(text).map((part) => part.toLowerCase());
}

function separated(text: string): string[] {
  return text
    .slice(0, LONGEST_TEXT)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
}

function humps(part: string): string[] {
  return part.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
}
