import { categoryRank } from '../../risk/category.ts';
import { type ExampleTable, patternTable, wordTable } from '../lexicon/example-table.ts';
import { NOT_RUN, READS_ONLY } from '../lexicon/excuses.ts';
import { excuseOf } from '../read/governed-excuse.ts';
import { runArguments } from '../read/run-argument.ts';
import { shortQuote } from '../read/short-quote.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import type { CategoryVerdict } from './reading.ts';

/** Names that leave open what is done. */
const VAGUE_NAMES: ReadonlySet<string> = new Set(['', 'manage', 'handle', 'perform', 'state']);

/** Deleting is one of the four that the word stands for. */
const CRUD = /\bcrud\b(?! app)/;

/** Calls that pay for themselves. */
const PAYS_ITSELF =
  /\b(?:automatic(?:ally)? pay(?:s|ment|ments)?|pays? (?:automatically|for (?:itself|each call|the call))|using (?:the )?x402 payments?|via x402|settles? (?:the )?payment)\b/;

/** Lets phrases of the description correct what its verbs say. */
export function weighPhrases(facts: ToolFacts, verdict: CategoryVerdict): CategoryVerdict {
  const crud = CRUD.exec(facts.description.purposeLower);
  if (
    crud !== null &&
    categoryRank(verdict.category) < categoryRank('Destructive') &&
    VAGUE_NAMES.has(facts.nameActions[0]?.verb.base ?? '')
  ) {
    return {
      category: 'Destructive',
      evidence: [
        {
          from: 'description',
          text: shortQuote(facts.description.purpose, crud.index, crud.index + 30),
          says: 'also deletes',
        },
      ],
      ground: 'operation',
      sure: false,
      against: [{ category: verdict.category, text: verdict.evidence[0]?.text ?? '' }],
    };
  }
  const pays = PAYS_ITSELF.exec(facts.description.purposeLower);
  if (pays !== null && (verdict.category === 'Read' || verdict.category === 'Write')) {
    return {
      category: 'Financial',
      evidence: [
        {
          from: 'description',
          text: shortQuote(facts.description.purpose, pays.index, pays.index + pays[0].length),
          says: 'pays for the call',
        },
      ],
      ground: 'text',
      sure: false,
      against: [{ category: verdict.category, text: verdict.evidence[0]?.text ?? '' }],
    };
  }
  if (verdict.category === 'Read') return verdict;
  // Words do not excuse what runs the caller's code.
  if (verdict.category === 'Destructive' || verdict.category === 'Write' || runArguments(facts).length > 0)
    return verdict;
  const excuse = excuseOf(facts, READS_ONLY) ?? (verdict.sure ? undefined : excuseOf(facts, NOT_RUN));
  if (excuse === undefined) return verdict;
  if (verdict.sure && /^(?:it |this |the tool |this tool )?(?:does|no |never|without)/.test(excuse)) return verdict;
  return {
    category: 'Read',
    evidence: [{ from: 'description', text: shortQuote(excuse, 0, excuse.length), says: 'is bound to reading' }],
    ground: 'lowered',
    sure: true,
    against: [{ category: verdict.category, text: verdict.evidence[0]?.text ?? '' }],
  };
}

/** What an example of each row looks like. */
export const PHRASE_EXAMPLES: readonly ExampleTable[] = [
  wordTable('phrase.vague', VAGUE_NAMES, {
    neutral: 'list',
    except: ['state'],
    gives: 'Destructive',
    example: (verb) => ({ name: `${verb}_fences`, description: 'CRUD for fences' }),
  }),
  patternTable('phrase.pays', PAYS_ITSELF, {
    gives: 'Financial',
    example: (text) => ({ name: 'get_rose', description: `Get a rose (${text})` }),
  }),
];
