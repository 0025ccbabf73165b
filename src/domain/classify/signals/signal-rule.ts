import type { Evidence } from '../../record/classification.ts';
import type { Category } from '../../risk/category.ts';
import type { RiskSignal } from '../../risk/signal.ts';
import type { Parameter } from '../read/schema-parameters.ts';
import { shortQuote } from '../read/short-quote.ts';
import type { ToolFacts } from '../read/tool-facts.ts';

/** How one risk signal is found: what shows it in a definition, or nothing. */
export interface SignalRule {
  readonly id: RiskSignal;
  readonly find: (facts: ToolFacts, category: Category) => readonly Evidence[];
}

/** A pattern that matches any of the given ones as whole words. Case is folded by whoever uses it. */
export function anyOf(...patterns: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${patterns.join('|')})\\b`);
}

/** The name's words joined by spaces, as patterns for names expect them. */
export function nameOf(facts: ToolFacts): string {
  return facts.nameWords.join(' ');
}

/** Evidence that a parameter shows. */
export function byParameter(parameter: Parameter, says: string): Evidence {
  return { from: 'parameter', where: parameter.path, text: parameter.name, says };
}

/** Evidence from the first match of a pattern in the first characters of the purpose. */
export function byPhrase(facts: ToolFacts, pattern: RegExp, says: string, within = 900): Evidence[] {
  const { purpose, purposeLower } = facts.description;
  const match = pattern.exec(purposeLower.slice(0, within));
  if (match === null) return [];
  return [{ from: 'description', text: shortQuote(purpose, match.index, match.index + match[0].length), says }];
}

/** Evidence from the name, where its words match. */
export function byName(facts: ToolFacts, pattern: RegExp, says: string): Evidence[] {
  return pattern.test(nameOf(facts)) ? [{ from: 'name', text: facts.name.slice(0, 80), says }] : [];
}

/** Evidence from the first value of an enum that matches. */
export function byValue(facts: ToolFacts, pattern: RegExp, says: string): Evidence[] {
  for (const parameter of facts.parameters) {
    const value = parameter.values.find((each) => pattern.test(each.toLowerCase()));
    if (value !== undefined) return [{ from: 'enum', where: parameter.path, text: value, says }];
  }
  return [];
}

/** The first of several lists of evidence that is not empty. */
export function firstOf(...lists: readonly (() => readonly Evidence[])[]): readonly Evidence[] {
  for (const list of lists) {
    const found = list();
    if (found.length > 0) return found;
  }
  return [];
}
