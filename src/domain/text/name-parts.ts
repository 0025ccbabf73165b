/** Longest name that is printed whole; the rest of a longer one is cut with a mark. */
const LONGEST_NAME = 300;

/** Characters that show nothing, or turn the text around them: a name may be made of nothing else. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115F\u1160\u2800\u3164\uFFA0]|\u034F/gu;

/** A name as people are shown it: what they could not see stands there by its number, "⟨U+202E⟩". Policies keep the name as it is. */
export function shownName(name: string): string {
  return name.replace(name.trim() === '' ? /./gsu : INVISIBLE, (character) => {
    const number = (character.codePointAt(0) as number).toString(16).toUpperCase();
    return `⟨U+${number.padStart(4, '0')}⟩`;
  });
}

/**
 * The pieces of a name between which a line may break: after `_ - . / :` and before camel humps. Joined again they are the
 * name as it is shown, so that copying stays clean (docs/interface.md#look).
 */
export function nameParts(name: string): string[] {
  const shown = shownName(name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name);
  return shown.split(/(?<=[_\-./:])(?=[^_\-./:])|(?<=[a-z0-9])(?=[A-Z])/).filter((part) => part !== '');
}
