/** Words that people and publishers use for the same thing. Each word stands in one group. */
const GROUPS: readonly (readonly string[])[] = [
  ['delete', 'remove', 'erase', 'drop', 'wipe', 'purge'],
  ['create', 'make', 'add', 'new', 'open'],
  ['buy', 'purchase'],
  ['email', 'mail'],
  ['repository', 'repo'],
  ['search', 'find'],
  ['image', 'picture', 'photo'],
  ['run', 'execute', 'exec'],
  ['directory', 'folder'],
  ['kubernetes', 'k8s'],
  ['update', 'edit', 'change', 'modify'],
  ['get', 'read', 'fetch', 'retrieve', 'show', 'list', 'view'],
  ['send', 'post'],
  ['pay', 'payment'],
  ['start', 'launch'],
  ['stop', 'end', 'terminate', 'kill'],
  ['refund', 'reimburse'],
];

const OTHERS: ReadonlyMap<string, readonly string[]> = new Map(
  GROUPS.flatMap((group) => group.map((word) => [word, group.filter((other) => other !== word)] as const)),
);

/** Other words for a word; none for most. */
export function synonyms(word: string): readonly string[] {
  return OTHERS.get(word) ?? [];
}
