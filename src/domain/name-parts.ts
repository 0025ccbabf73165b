/** Longest name that is printed whole; the rest of a longer one is cut with a mark. */
const LONGEST_NAME = 300;

/**
 * The pieces of a name between which a line may break: after `_ - . / :` and before camel humps. Joined again they are the
 * name, so that copying stays clean (reference/ux.md, section 5).
 */
export function nameParts(name: string): string[] {
  const shown = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
  return shown.split(/(?<=[_\-./:])(?=[^_\-./:])|(?<=[a-z0-9])(?=[A-Z])/).filter((part) => part !== '');
}
