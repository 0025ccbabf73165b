import type { Alternative } from '../../record/classification.ts';
import { type Category, categoryRank } from '../../risk/category.ts';
import type { CategoryVerdict } from './reading.ts';

/** What a definition would need for each category, from the point of view of another. */
const IF: Readonly<Record<Category, string>> = {
  Read: 'Read, if it only returned something and kept nothing',
  Write: 'Write, if what it does could be corrected by another call',
  Execute: 'Execute, if it set something in motion beyond the call',
  Destructive: 'Destructive, if it removed something for good',
  Financial: 'Financial, if it moved money or committed somebody to pay',
};

/** Words of the case that neighbours meet most. */
const BETWEEN: Readonly<Record<string, string>> = {
  'Read>Write': 'Write, if it kept the result',
  'Read>Execute': 'Execute, if it set something in motion instead of only looking',
  'Write>Read': 'Read, if it only returned the result and kept nothing',
  'Write>Execute': 'Execute, if it reached people or running systems',
  'Write>Destructive': 'Destructive, if what it replaces could not be brought back',
  'Execute>Read': 'Read, if nothing happened beyond the answer',
  'Execute>Write': 'Write, if it only kept a record',
  'Destructive>Write': 'Write, if what it removes could be put back by another call',
  'Financial>Write': 'Write, if it only recorded or drafted the payment',
  'Financial>Read': 'Read, if it only quoted, prepared or simulated it',
};

const NEIGHBOURS: Readonly<Record<Category, readonly Category[]>> = {
  Read: ['Write', 'Execute'],
  Write: ['Read', 'Execute', 'Destructive'],
  Execute: ['Write', 'Read'],
  Destructive: ['Write'],
  Financial: ['Write', 'Read'],
};

/** The neighbouring categories, those first that words of the definition speak for. */
export function alternativesTo(verdict: CategoryVerdict): Alternative[] {
  const { category } = verdict;
  const named = new Map<Category, string>();
  for (const { category: other, text } of verdict.against) {
    if (other !== category && !named.has(other)) named.set(other, text);
  }
  const alternatives: Alternative[] = [...named].map(([other, text]) => ({
    category: other,
    because: text === '' ? IF[other] : `${other}, if "${text}" told what a call does`,
  }));
  for (const other of NEIGHBOURS[category]) {
    if (!named.has(other) && alternatives.length < 3)
      alternatives.push({ category: other, because: BETWEEN[`${category}>${other}`] ?? IF[other] });
  }
  return alternatives.sort(
    (a, b) =>
      Number(named.has(b.category)) - Number(named.has(a.category)) || distance(a, category) - distance(b, category),
  );
}

const distance = (alternative: Alternative, category: Category) =>
  Math.abs(categoryRank(alternative.category) - categoryRank(category));
