import type { Category } from '../../risk/category.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import type { CategoryVerdict } from './reading.ts';

/** Lets the server's own claims raise a Read that the words leave in doubt. A claim never lowers a category. */
export function weighClaims(facts: ToolFacts, verdict: CategoryVerdict): CategoryVerdict {
  const { readOnlyHint } = facts.hints;
  const claimed = (category: Category, hint: string, value: boolean, says: string): CategoryVerdict => ({
    category,
    evidence: [{ from: 'annotation', where: hint, text: String(value), says }, ...verdict.evidence.slice(0, 1)],
    ground: 'claim',
    sure: false,
    against: [{ category: verdict.category, text: verdict.evidence[0]?.text ?? '' }],
  });
  if (readOnlyHint === true && verdict.category === 'Read' && verdict.ground !== 'unread') {
    return {
      ...verdict,
      evidence: [
        ...verdict.evidence,
        { from: 'annotation', where: 'readOnlyHint', text: 'true', says: 'the server says that it only reads' },
      ],
    };
  }
  const unclearRead = verdict.category === 'Read' && !verdict.sure && verdict.ground !== 'unread';
  if (readOnlyHint === false && unclearRead && verdict.ground !== 'lowered')
    return claimed('Write', 'readOnlyHint', false, 'the server says that it changes something');
  return verdict;
}
