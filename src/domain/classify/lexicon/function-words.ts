import { type ExampleTable, wordTable } from './example-table.ts';
import { words } from './word-list.ts';

/** Prepositions, and pronouns that begin what is said about an object. */
export const PREPOSITIONS: ReadonlySet<string> =
  words(`by per for from to in into on onto with of at as via using through about between within based against over across
  under without out that which where when whose including such`);

/** Prepositions after which a name speaks of circumstances: `random_item_by_type`. */
export const NAME_PREPOSITIONS: ReadonlySet<string> = words('by for from with of via using in on at');

/** Prepositions that belong to the verb before them: switch to, connect to, reply to. */
export const PHRASAL_PREPOSITIONS: ReadonlySet<string> = words('to into on in out ');

/** Words that join verbs. */
export const CONNECTORS: ReadonlySet<string> = words('and or then to');

/** Nouns that only measure out another. */
export const MEASURE_NOUNS: ReadonlySet<string> = words(
  'amount number list set quantity batch series pair type kind piece copy version range array',
);

/** Words before the verb of a sentence that carry nothing: "This tool allows you to …". */
export const FILLER_WORDS: ReadonlySet<string> =
  words(`this the a an tool tools api endpoint function method command operation action utility helper service server mcp
  it that which use used using uses to for allows allow allowing lets let enables enable helps help user users you
  your we can could will would may must should able be is simple simply also only just force please when useful advanced enhanced comprehensive unified powerful fast
  designed easy ability way provides provide performs perform new capability feature
  interface async and batch bulk first basic smart deprecated beta experimental internal admin premium legacy
  preferred recommended important either deeply rpc structured multi-step`);

/** "Permanently": how something is done. */
export const isManner = (word: string): boolean => word.length > 5 && /[^p]ly$/.test(word);

/** Words that begin an object: what stands before them is a verb, also where it could be a noun. */
export const DETERMINERS: ReadonlySet<string> =
  words(`a an the real-time all your any this these that multiple one new existing specific some my its several more current given
  every each another selected both specified user user's single details information two or only`);

/** Words that are only said behind a verb: "posts it". */
export const OBJECT_PRONOUNS: ReadonlySet<string> = words('it them him her everything everyone everybody');

/** Words that begin a clause about something else than what the tool does. */
export const CLAUSE_OPENERS: ReadonlySet<string> =
  words(`that which when if where whose who because after before so unless without not don't never instead via including
  such like e eg`);

/** Verbs in front of which a word is a noun: "Writes are refused". */
export const AUXILIARIES: ReadonlySet<string> = words('is are was were gets will cannot use need require');

/** What an example of each word looks like at its place. */
export const FUNCTION_WORD_EXAMPLES: readonly ExampleTable[] = [
  wordTable('word.preposition', PREPOSITIONS, {
    gives: 'Write',
    example: (word) => ({ name: `move_rose_${word}_eth`, server: 'solana' }),
  }),
  wordTable('word.name-preposition', NAME_PREPOSITIONS, {
    gives: 'Read',
    example: (word) => ({ name: `shelf_${word}_delete`, description: 'List of shelves' }),
  }),
  wordTable('word.phrasal', PHRASAL_PREPOSITIONS, {
    example: (word) => ({ name: `move_${word}_eth_vault`, server: 'solana' }),
  }),
  wordTable('word.connector', CONNECTORS, {
    except: ['to'],
    gives: 'Destructive',
    example: (word) => ({ name: `get_item_${word}_delete_item` }),
  }),
  wordTable('word.measure', MEASURE_NOUNS, {
    gives: 'Financial',
    example: (noun) => ({ name: 'rose', description: `Move a ${noun} of eth`, server: 'solana' }),
  }),
  wordTable('word.filler', FILLER_WORDS, {
    except: ['to', 'is', 'provide', 'provides'],
    gives: 'Read',
    example: (word) => ({ name: 'rose', description: `${word} fetch fences` }),
  }),
  wordTable('word.determiner', DETERMINERS, {
    except: ["user's", 'details'],
    gives: 'Execute',
    example: (word) => ({ name: 'rose', description: `To post ${word} parcel` }),
  }),
  wordTable('word.clause', CLAUSE_OPENERS, {
    gives: 'Read',
    example: (word) => ({ name: 'get_rose', description: `Get a rose ${word} and delete a fence` }),
  }),
  wordTable('word.auxiliary', AUXILIARIES, {
    gives: null,
    example: (word) => ({ name: 'rose', description: `Writes ${word} refused` }),
  }),
];
