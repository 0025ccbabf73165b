import type { AnnotationState, FindingId } from './classification.ts';
import { comparableVersion, isAsked } from './own-listing.ts';
import type { Listed } from './record.ts';
import type { DefinitionSource, Hint } from './tool.ts';

/** Where a definition comes from, given how its record says that the server was listed. */
export function definitionSourceWords(source: DefinitionSource, listed: Pick<Listed, 'how' | 'asOf'>): string {
  return source === 'listed' && !isAsked(listed) ? IMPORTED_WORDS : DEFINITION_SOURCE_WORDS[source];
}

const IMPORTED_WORDS = 'an answer to tools/list, imported from a file; who asked which server is not on record';

const DEFINITION_SOURCE_WORDS: Readonly<Record<DefinitionSource, string>> = {
  listed: 'listed by the running server',
  snapshot: "a public copy of the server's list",
  documented: 'read from documentation or source, not listed by a running server',
  derived: 'names and descriptions from a public collection; argument types were guessed there and are not shown',
};

/** The recorded version; of a copy it is what our source says, and nothing is compared with it. Empty where none is recorded. */
export function versionWords(listed: Pick<Listed, 'how' | 'asOf' | 'version'>): string {
  const { version = '' } = listed;
  return version === '' || comparableVersion(listed) !== undefined ? version : `${version}, as our source has it`;
}

/** What each hint claims when it is true. */
export const HINT_CLAIM: Readonly<Record<Hint, string>> = {
  readOnlyHint: 'changes nothing',
  destructiveHint: 'may destroy or overwrite',
  idempotentHint: 'repeating a call changes nothing more',
  openWorldHint: 'reaches an open set of outside systems',
};

/** An annotation's state in words. */
export function annotationWords(state: AnnotationState): string {
  switch (state.state) {
    case 'declared':
      return `declared ${state.value}`;
    case 'contradicted':
      return `declared ${state.value}, contradicted by the definition`;
    case 'not-said':
      return 'not said';
    case 'not-known':
      return 'not known';
    default:
      return state.state satisfies never;
  }
}

/** What a finding means. */
export const FINDING_WORDS: Readonly<Record<FindingId, string>> = {
  'instructs-model': 'The definition gives the model orders that go beyond using the tool.',
  'hidden-characters': 'The definition has characters that a reader cannot see.',
  'names-other-tools': "The definition speaks of another server's tools.",
  'duplicate-name': 'The server lists this name more than once; this page shows the stricter verdict.',
};

/** "GitHub MCP server"; a name that ends in "server" already stays as it is. */
export function serverTitle(name: string): string {
  return /\bserver$/i.test(name.trim()) ? name.trim() : `${name.trim()} MCP server`;
}

/** That somebody else than the product's maker wrote a server. */
export function notOfficialWords(publisher: string | undefined): string {
  return `Not the official server: made by ${publisher ?? 'a third party'}, not by the maker of the product.`;
}

/** What stands in lists beside a server of a third party. */
export const NOT_OFFICIAL = 'not the official server';

/** Who wrote a server: the maker of the product, or somebody else. */
export const PUBLISHER_WORDS = {
  official: 'the maker of the product',
  third: 'a third party',
} as const;
