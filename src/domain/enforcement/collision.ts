/** Why names cannot be told apart after mangling, or null. */
export function collision(
  format: string,
  tools: readonly { readonly name: string }[],
  mangle: (name: string) => string,
): string | null {
  const groups = Map.groupBy(tools, ({ name }) => mangle(name));
  const meeting = [...groups.values()].find((group) => group.length > 1);
  if (meeting === undefined) return null;
  const [first, second] = meeting.map(({ name }) => JSON.stringify(name));
  return `${format} cannot tell ${first} and ${second} apart: both become ${[...groups].find(([, group]) => group === meeting)?.[0]}. A rule for one would hold for the other.`;
}
