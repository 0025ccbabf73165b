import { type ExampleTable, wordTable } from './example-table.ts';
import { verbForms } from './inflection.ts';
import { VERBS } from './verbs.ts';
import { words } from './word-list.ts';

/** Verbs of reading that are nouns as often when another verb ends the name: `task_list_delete`, `search_update`. */
export const NOUNS_BEFORE_LAST_VERB: ReadonlySet<string> = words(
  'list search read check export download filter access head wait',
);

/** Verbs that are nouns when they stand between the product's name and a verb. */
export const NOUNS_INSIDE_NAMES: ReadonlySet<string> = words(`upload store import backup save watch deploy
  install launch run start stop`);

/** Verbs that are most often nouns at the end of a name: `play_style_comment`, `fear_index`. */
export const NOUNS_AT_NAME_END: ReadonlySet<string> =
  words(`comment note record log index message post call order invoice state type match plan trade mail email charge
  draft design stage command request report quote score forecast group label tag link `);

/** Verbs that are nouns elsewhere, but hardly ever at the front of a name. */
export const VERBS_AT_NAME_FRONT: ReadonlySet<string> = words(
  'set change mark put use switch clear reset drop handle push claim place',
);

/** Verbs of setting, also before a noun of state: `set_status`. */
export const VERBS_BEFORE_STATE_NOUNS: ReadonlySet<string> = words('set change mark put use switch clear reset');

/** Noun-like verbs that stay the verb before a noun that looks like one: `post_update`, `test_export`. */
export const VERBS_BEFORE_VERBLIKE_NOUNS: ReadonlySet<string> = words(
  'post share test plan type play build call schedule open draft quote',
);

/** Verbs that are the object behind such a verb. */
export const VERBLIKE_NOUNS: ReadonlySet<string> = words(
  'update export import download upload register press access send stop start watch buy sell setup backup',
);

/** Loose verbs that are orders when a text begins with them: "Control playback". */
export const VERBS_AT_SENTENCE_FRONT: ReadonlySet<string> = words(
  'control set play open mark change switch clear reset put push turn fill empty drop swap stake wire power',
);

/** Loose verbs of reading that are no nouns when a text begins with them: "Returns the departures", "Query DNS records". */
export const ANSWERING_VERBS: ReadonlySet<string> = words(
  'return provide display view query monitor plot look trace print select solve measure',
);

/** Nouns of what only tells how something is done. */
export const ADVICE_NOUNS: ReadonlySet<string> = words('instruction guidance guideline advice recommendation tutorial');

/** Verbs that a later sentence adds to what the first one said; others speak of arguments, answers and other tools. */
export const VERBS_OF_LATER_SENTENCES: ReadonlySet<string> =
  words(`delete remove erase wipe purge send post publish create update write save store upload deploy install overwrite
  charge transfer commit merge drop terminate modify insert append replace restart cancel sign broadcast swap buy
  sell pay retrieve fetch`);

/** Verbs that only announce others: "Manage tags: create, delete". */
export const ANNOUNCING_VERBS: ReadonlySet<string> = words('manage handle perform control interact do provide ');

/** Verbs that say little by themselves: what the text says of the work goes first. */
export const GENERIC_VERBS: ReadonlySet<string> =
  words(`run execute perform do process handle manage start call use request make trigger invoke state is has test
  initiate submit go set complete exec action command build `);

/** Verbs that say of a text's tool that it only gets something. */
export const RETRIEVING_VERBS: ReadonlySet<string> = words(
  'get fetch retrieve list search find lookup describe show calculate compute analyze check view return',
);

/** Nouns that end a name which only tells what is returned: `order_status`, `swap_quote`, `charge_history`. */
export const STATE_NOUNS: ReadonlySet<string> =
  words(`status statuses state info information detail details history count counts stats statistics summary log logs
  result results progress metric metrics schema version versions help price prices pricing balance balances quote
  quotes rate rates doc docs documentation overview analysis search lookup definition definitions fee fees limits
  data list usage health availability insights trends calculator calculation estimator example examples
  guide guides tips news recommendations suggestions converter validator checker parser analyzer reader
  explorer viewer finder comparison`);

/** What an example of each verb or noun looks like at its place. */
export const PLACE_EXAMPLES: readonly ExampleTable[] = [
  wordTable('place.before-last', NOUNS_BEFORE_LAST_VERB, {
    neutral: 'get',
    gives: 'Destructive',
    example: (verb) => ({ name: `${verb}_delete` }),
  }),
  wordTable('place.inside', NOUNS_INSIDE_NAMES, {
    neutral: 'get',
    gives: 'Destructive',
    example: (verb) => ({ name: `acme_${verb}_rm` }),
  }),
  wordTable('place.end', NOUNS_AT_NAME_END, {
    except: ['log', 'state', 'match', 'report', 'quote', 'score', 'forecast'],
    gives: null,
    example: (verb) => ({ name: `grape_style_${verb}`, description: 'About grapes' }),
  }),
  wordTable('place.front', VERBS_AT_NAME_FRONT, { example: (verb) => ({ name: `${verb}_export_folder` }) }),
  wordTable('place.before-state', VERBS_BEFORE_STATE_NOUNS, { example: (verb) => ({ name: `${verb}_status` }) }),
  wordTable('place.before-verblike', VERBS_BEFORE_VERBLIKE_NOUNS, {
    example: (verb) => ({ name: `${verb}_${verb === 'quote' ? 'import' : 'export'}` }),
  }),
  wordTable('place.verblike', VERBLIKE_NOUNS, {
    example: (noun) => ({ name: `${VERBS.get(noun)?.category === 'Write' ? 'play' : 'draft'}_${noun}` }),
  }),
  wordTable('place.sentence-front', VERBS_AT_SENTENCE_FRONT, {
    example: (verb) => ({ name: 'rose', description: `${verb} trash` }),
  }),
  wordTable('place.later', VERBS_OF_LATER_SENTENCES, {
    except: ['retrieve', 'fetch'],
    example: (verb) => ({ name: 'rose', description: `A rose. It ${verbForms(verb).third} a fence.` }),
  }),
  wordTable('place.announcing', ANNOUNCING_VERBS, {
    neutral: 'play',
    gives: 'Destructive',
    example: (verb) => ({ name: 'rose', description: `${verb} shelves that delete fences` }),
  }),
  wordTable('place.generic', GENERIC_VERBS, {
    neutral: 'deploy',
    except: [
      'perform',
      'do',
      'process',
      'call',
      'request',
      'state',
      'is',
      'has',
      'test',
      'go',
      'complete',
      'action',
      'command',
      'build',
    ],
    gives: 'Read',
    example: (verb) => ({ name: `${verb}_petals`, description: 'Analyze petals' }),
  }),
  wordTable('place.retrieving', RETRIEVING_VERBS, {
    except: ['view', 'return'],
    gives: 'Read',
    example: (verb) => ({ name: 'petal_send_box', description: `${verb} petals` }),
  }),
  wordTable('place.state', STATE_NOUNS, {
    except: ['search', 'lookup', 'list'],
    gives: 'Read',
    example: (noun) => ({ name: `order_${noun}` }),
  }),
];
