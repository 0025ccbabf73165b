import type { AnnotationState, AnnotationsVerdict } from '../record/classification.ts';
import { type DefinitionSource, HINTS, type Hint } from '../record/tool.ts';
import type { Category } from '../risk/category.ts';
import type { RiskSignal } from '../risk/signal.ts';
import type { JsonObject } from '../text/json.ts';

/** What the four states depend on. */
export interface AnnotationsInput {
  readonly annotations: JsonObject | undefined;
  readonly source: DefinitionSource;
  /** True where the server sends exactly the defaults on every tool: it has said nothing. */
  readonly saysNothing: boolean;
  readonly category: Category | null;
  readonly signals: readonly RiskSignal[];
}

/** The state of each hint beside the verdict (docs/taxonomy.md#annotations). */
export function annotationStates(input: AnnotationsInput): AnnotationsVerdict {
  const state = (hint: Hint): AnnotationState => {
    const value = input.annotations?.[hint];
    if (typeof value !== 'boolean') return { state: input.source === 'listed' ? 'not-said' : 'not-known' };
    if (input.saysNothing) return { state: 'not-said', value };
    return { state: contradicts(hint, value, input) ? 'contradicted' : 'declared', value };
  };
  const states = Object.fromEntries(HINTS.map((hint) => [hint, state(hint)]));
  return states as unknown as AnnotationsVerdict;
}

/** Whether a claim is milder than what the definition shows; an over-cautious hint is not a contradiction. */
function contradicts(hint: Hint, value: boolean, { category, signals }: AnnotationsInput): boolean {
  switch (hint) {
    case 'readOnlyHint':
      return value && category !== null && category !== 'Read';
    case 'destructiveHint':
      return !value && category === 'Destructive';
    case 'openWorldHint':
      return !value && (signals.includes('url') || signals.includes('outbound'));
    case 'idempotentHint':
      return false;
    default:
      return hint satisfies never;
  }
}
