import type { EnforcementFormat } from '../enforcement/format.ts';
import type { FormatId } from '../enforcement/format-ids.ts';
import type { PolicyRequest } from '../enforcement/request.ts';
import { POLICY_VARIANTS, type Variant } from '../policy/decide.ts';
import { VARIANT_WORDS } from '../policy/policy-wording.ts';
import { flowSentences, formatCaption, remainingFlows } from './format-caption.ts';
import { stepSentences } from './steps.ts';
import { type VerifiedClients, verificationSentence } from './verified.ts';

/** A policy with everything that stands beside it: what a panel of a page shows. Sentences may name tools of strangers. */
export interface Snippet {
  readonly id: FormatId;
  /** The file that it goes to; names in it stand between backticks. */
  readonly file: string;
  /** Whether it is the whole of that file. */
  readonly isOwnFile: boolean;
  /** Null where the format refuses. */
  readonly text: string | null;
  /** The note in place of the text. */
  readonly refused: string | null;
  /** What the variant means; null for the recommended one, and where it says nothing of what the text does. */
  readonly meaning: string | null;
  /** What it does. */
  readonly caption: string;
  /** What still flows, in the variant `reads`, unless it only blocks a tool. */
  readonly flows: readonly string[];
  /** What a reader must know, most important first. */
  readonly caveats: readonly string[];
  /** The command that starts the client with it; null for most. */
  readonly command: string | null;
  /** How to put it to work. */
  readonly steps: readonly string[];
  /** How it was verified: in the real client, and in our tests. */
  readonly verified: string;
}

/** Renders a policy in a format, for a page. */
export function snippetOf(format: EnforcementFormat, request: PolicyRequest, clients: VerifiedClients): Snippet {
  const { id, file, isOwnFile, merge, verified } = format;
  const blocks = format.plan(request).shape === 'block';
  const meaning = meaningOf(format, request);
  const named = { id, file, isOwnFile, meaning, verified: `${verificationSentence(format, clients)} ${verified.says}` };
  const rendered = format.render(request);
  if ('refused' in rendered) {
    const { refused } = rendered;
    return { ...named, text: null, refused, caption: '', flows: [], caveats: [], command: null, steps: [] };
  }
  return {
    ...named,
    text: rendered.text,
    refused: null,
    caption: formatCaption(format, request),
    flows: request.variant === 'reads' && !blocks ? flowSentences(remainingFlows(format, request)) : [],
    // Two of them have places of their own on a page.
    caveats: format.caveats(request).filter((sentence) => sentence !== merge && sentence !== verified.says),
    command: format.command(request),
    steps: stepSentences(format, request),
  };
}

/** What the variant means for this text. One that only blocks a tool leaves the others alone, whatever the variant's words. */
function meaningOf(format: EnforcementFormat, request: PolicyRequest): string | null {
  if (request.variant === 'recommended') return null;
  if (format.plan(request).shape !== 'block') return VARIANT_WORDS[request.variant].meaning;
  const textOf = (variant: Variant) => {
    const rendered = format.render({ ...request, variant });
    return 'text' in rendered ? rendered.text : null;
  };
  const text = textOf(request.variant);
  if (POLICY_VARIANTS.every((variant) => textOf(variant) === text)) return 'The same in every variant.';
  return textOf('recommended') === text ? 'The same as the recommended policy.' : null;
}

/**
 * The name that a download gets: that of the file which the snippet is the whole of, else one that can replace no file of the
 * reader's.
 */
export function downloadName({ id, file, isOwnFile }: Pick<Snippet, 'id' | 'file' | 'isOwnFile'>): string {
  if (isOwnFile) return file.split('/').at(-1) as string;
  return `placard-${id}.${/\.(json|toml|yaml)$/.exec(file)?.[1] ?? 'json'}`;
}
