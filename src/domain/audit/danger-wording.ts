import { shortened } from '../clients/treatment.ts';
import type { Danger } from './danger.ts';
import { slipSentence } from './slip-wording.ts';

/** Why a server is dangerous by being started or asked at all: a sentence or two, and what to do. */
export function dangerSentence(danger: Danger): string {
  switch (danger.kind) {
    case 'imitates':
      return slipSentence(danger.slip);
    case 'downloads':
      return 'Its command line fetches a text and runs it unseen: whoever answers that address decides what runs on this machine. Install it first, and start what was installed.';
    case 'unencrypted':
      return `It is asked over http, where the address of ${danger.server.name} is https: whoever stands between reads and changes everything, tokens included. Write https.`;
    case 'registry':
      return `It asks for ${shortened(danger.name, 80)}, a package of ${danger.server.name}, from another registry than everybody’s: whoever keeps that one decides what runs. Keep it only where that registry is your own.`;
    default:
      return danger satisfies never;
  }
}

/** What would have been meant, as it should be written; undefined where nobody can tell. */
export function insteadOf(danger: Danger): string | undefined {
  switch (danger.kind) {
    case 'imitates':
      return danger.slip.of;
    case 'unencrypted':
      return danger.server.endpoint;
    default:
      return undefined;
  }
}

/** Why no rule of the reader's on its calls helps. */
export const CALLS_TOO_LATE =
  'Lines about its calls come too late: it is controlled only where the client does not load it.';
