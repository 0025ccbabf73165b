import { patchFor } from '../audit/patch.ts';
import type { Choice } from './patch.ts';
import { readDocument } from './read-document.ts';
import type { ClientId } from './registry.ts';

/** Files by name, as a client has them or gets them. */
export type Files = Readonly<Record<string, string>>;

/** What is chosen for the tools of a server, by raw name. */
export type Chosen = Readonly<Record<string, Choice>>;

/** One tool of each choice. */
export const ONE_OF_EACH: Chosen = { read_it: 'allow', write_it: 'ask', drop_it: 'deny' };

/** The files that change when tools of `fx` (and of other servers) are treated as chosen, as one text; then what is said beside. */
export function patched(
  client: ClientId,
  files: Files,
  chosen: Chosen = ONE_OF_EACH,
  others: Readonly<Record<string, Chosen>> = {},
): string {
  const documents = Object.entries(files).map(([name, text]) => readDocument({ name, text }));
  const servers = Object.entries({ fx: chosen, ...others });
  const { files: changed, notes } = patchFor(
    client,
    documents,
    servers.map(([key, choices]) => ({ key, choices: new Map(Object.entries(choices)) })),
  );
  const texts = changed.map(({ name, before, after }) => `== ${name}${before === null ? ' (new)' : ''}\n${after}`);
  return [...texts, ...notes.map((note) => `-- ${note}`)].join('\n');
}
