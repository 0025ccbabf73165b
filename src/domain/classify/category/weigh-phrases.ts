import { categoryRank } from '../../risk/category.ts';
import { type ExampleTable, patternTable, wordTable } from '../lexicon/example-table.ts';
import { shortQuote } from '../read/short-quote.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import type { CategoryVerdict } from './reading.ts';

/** Phrases that bind a tool to reading. */
const BINDS_TO_READING =
  /\b(?:read[- ]?only|select[- ]only|only select|select (?:queries|statements|query|statement)(?: only)?|(?:a|run|execute|executes|runs) (?:a )?(?:sql )?select\b|dry[- ]run only|does not (?:modify|change|execute|send|sign|broadcast|write)|doesn't (?:modify|change|execute|send|sign|broadcast|write)|without (?:executing|broadcasting|signing|sending|modifying|running)|no (?:changes|modifications) (?:are|will be) made|unsigned transaction|never (?:writes|modifies|changes|executes))\b/;
/** …unless they speak of something else. */
const NOT_BINDING =
  /\b(?:read[- ]?only (?:unless|by default|mode (?:can|off)|false)|not read[- ]?only|insert|update|delete|ddl|dml|create table)\b/;

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
  const { purposeLower, purpose } = facts.description;
  const match = BINDS_TO_READING.exec(purposeLower);
  if (match === null || verdict.category === 'Destructive' || verdict.category === 'Write') return verdict;
  if (verdict.sure && /^(?:does|no |never|without)/.test(match[0])) return verdict;
  const around = purposeLower.slice(Math.max(0, match.index - 120), match.index + 160);
  if (NOT_BINDING.test(around) && !/\b(?:only|no|not|never|cannot|without)\b/.test(around)) return verdict;
  return {
    category: 'Read',
    evidence: [
      {
        from: 'description',
        text: shortQuote(purpose, match.index, match.index + match[0].length),
        says: 'is bound to reading',
      },
    ],
    ground: 'lowered',
    sure: true,
    against: [{ category: verdict.category, text: verdict.evidence[0]?.text ?? '' }],
  };
}

/** What an example of each row looks like. */
export const PHRASE_EXAMPLES: readonly ExampleTable[] = [
  patternTable('phrase.binds', BINDS_TO_READING, {
    gives: 'Read',
    example: (text) => ({ name: 'play_it', description: `About it, ${text}` }),
  }),
  patternTable('phrase.binds-not', NOT_BINDING, {
    except: ['read-only unless', 'read only unless', 'not readonly', 'not read-only', 'not read only'],
    gives: 'Execute',
    example: (text) => ({ name: 'execute_it', description: `Execute it: select query, ${text}` }),
  }),
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
