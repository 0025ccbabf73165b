import { VARIANT_WORDS } from '../wording.ts';
import { flowSentences, formatCaption, remainingFlows } from './caption.ts';
import type { EnforcementFormat, FormatId, PolicyRequest } from './format.ts';
import { stepSentences } from './steps.ts';
import { type VerifiedClients, verificationSentence } from './verified.ts';

/** A policy with everything that stands beside it: what a panel of a page shows. Sentences may name tools of strangers. */
export interface Snippet {
  readonly id: FormatId;
  /** The file that it goes to; names in it stand between backticks. */
  readonly file: string;
  /** Null where the format refuses. */
  readonly text: string | null;
  /** The note in place of the text. */
  readonly refused: string | null;
  /** What the variant means; null for the recommended one. */
  readonly meaning: string | null;
  /** What it does. */
  readonly caption: string;
  /** What still flows, in the variant `reads`. */
  readonly flows: readonly string[];
  /** What a reader must know, most important first. */
  readonly caveats: readonly string[];
  /** How to put it to work. */
  readonly steps: readonly string[];
  /** How it was verified: in the real client, and in our tests. */
  readonly verified: string;
}

/** Renders a policy in a format, for a page. */
export function snippetOf(format: EnforcementFormat, request: PolicyRequest, clients: VerifiedClients): Snippet {
  const { id, file, merge, verified } = format;
  const meaning = request.variant === 'recommended' ? null : VARIANT_WORDS[request.variant].meaning;
  const named = { id, file, meaning, verified: `${verificationSentence(format, clients)} ${verified.says}` };
  const rendered = format.render(request);
  if ('refused' in rendered) {
    const { refused } = rendered;
    return { ...named, text: null, refused, caption: '', flows: [], caveats: [], steps: [] };
  }
  return {
    ...named,
    text: rendered.text,
    refused: null,
    caption: formatCaption(format, request),
    flows: request.variant === 'reads' ? flowSentences(remainingFlows(format, request)) : [],
    // Two of them have places of their own on a page.
    caveats: format.caveats(request).filter((sentence) => sentence !== merge && sentence !== verified.says),
    steps: stepSentences(format, request),
  };
}

/** The name of the file that a download gets: that of the file it goes to, or one made from the format's id. */
export function downloadName({ id, file }: Pick<Snippet, 'id' | 'file'>): string {
  const name = file.split('/').at(-1) as string;
  return /^[\w-]+\.(json|toml|yaml)$/.test(name) ? name : `${id}.json`;
}
