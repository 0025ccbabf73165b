import type { Category } from '../../risk/category.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import type { CategoryVerdict } from './reading.ts';

/** Lets the server's own claims decide where the words leave doubt; they never outweigh clear words. */
export function weighClaims(facts: ToolFacts, verdict: CategoryVerdict): CategoryVerdict {
  const { readOnlyHint, destructiveHint } = facts.hints;
  const claimed = (category: Category, hint: string, value: boolean, says: string): CategoryVerdict => ({
    category,
    evidence: [{ from: 'annotation', where: hint, text: String(value), says }, ...verdict.evidence.slice(0, 1)],
    ground: 'claim',
    sure: false,
    against: [{ category: verdict.category, text: verdict.evidence[0]?.text ?? '' }],
  });
  if (readOnlyHint === true && verdict.category !== 'Read' && !verdict.sure)
    return claimed('Read', 'readOnlyHint', true, 'the server says that it only reads');
  if (readOnlyHint === true && verdict.category === 'Read') {
    return {
      ...verdict,
      evidence: [
        ...verdict.evidence,
        { from: 'annotation', where: 'readOnlyHint', text: 'true', says: 'the server says that it only reads' },
      ],
    };
  }
  const unclearRead = verdict.category === 'Read' && !verdict.sure;
  if (readOnlyHint === false && unclearRead && verdict.ground !== 'lowered')
    return claimed('Write', 'readOnlyHint', false, 'the server says that it changes something');
  if (destructiveHint === false && verdict.category === 'Destructive' && !verdict.sure)
    return claimed('Write', 'destructiveHint', false, 'the server says that it destroys nothing');
  return verdict;
}
