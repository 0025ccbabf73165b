import type { Category } from '../../category.ts';
import type { Evidence } from '../../classification.ts';
import type { RiskSignal } from '../../signal.ts';
import type { ToolFacts } from '../facts.ts';
import type { Parameter } from '../parameters.ts';
import { shortQuote } from '../words.ts';

/** How one risk signal is found: what shows it in a definition, or nothing. */
export interface SignalRule {
  readonly id: RiskSignal;
  readonly find: (facts: ToolFacts, category: Category) => readonly Evidence[];
}

/** Evidence that a parameter shows. */
export function byParameter(parameter: Parameter, says: string): Evidence {
  return { from: 'parameter', where: parameter.path, text: parameter.name, says };
}

/** Evidence from the first match of a pattern in the purpose, or in another stretch of the description. */
export function byPhrase(
  facts: ToolFacts,
  pattern: RegExp,
  says: string,
  stretch: 'purpose' | 'text' = 'purpose',
): Evidence[] {
  const { description } = facts;
  const [lower, text] =
    stretch === 'purpose' ? [description.purposeLower, description.purpose] : [description.lower, description.text];
  const match = pattern.exec(lower);
  if (match === null) return [];
  return [{ from: 'description', text: shortQuote(text, match.index, match.index + match[0].length), says }];
}

/** Evidence from the name's words, joined by spaces. */
export function byName(facts: ToolFacts, pattern: RegExp, says: string): Evidence[] {
  return pattern.test(facts.nameWords.join(' ')) ? [{ from: 'name', text: facts.name.slice(0, 80), says }] : [];
}

/** The first of several lists of evidence that is not empty. */
export function firstOf(...lists: readonly (() => readonly Evidence[])[]): readonly Evidence[] {
  for (const list of lists) {
    const found = list();
    if (found.length > 0) return found;
  }
  return [];
}
