import type { Listed } from './record.ts';
import type { DefinitionSource } from './tool.ts';

/** How `how` begins in a listing that we asked a running server for. */
const ASKED = 'tools/list over ';

/** What of a record says where its definitions come from. */
interface Sourced {
  readonly listed: Pick<Listed, 'how' | 'asOf'>;
  readonly tools: readonly { readonly definitionSource: DefinitionSource }[];
}

/** Whether a record is a listing of our own from a running server: only such a one can be complete. */
export function isOwnListing({ listed, tools }: Sourced): boolean {
  return isAsked(listed) && !isCopied(tools);
}

/** Whether we asked a running server: an answer that was saved in a file says nothing of who asked which server. */
export function isAsked({ asOf, how }: Sourced['listed']): boolean {
  return asOf === undefined && how.startsWith(ASKED);
}

/**
 * The version of a listing of our own, to compare with versions of its package; undefined for a copy: what a copy calls its version
 * need not be one of the package.
 */
export function comparableVersion(listed: Pick<Listed, 'how' | 'asOf' | 'version'>): string | undefined {
  return isAsked(listed) ? listed.version : undefined;
}

/** Whether a definition among them was copied or read elsewhere, so that it needs the day of what it describes. */
export function isCopied(tools: Sourced['tools']): boolean {
  return tools.some(({ definitionSource }) => definitionSource !== 'listed');
}
