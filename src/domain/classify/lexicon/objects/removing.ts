import { CONTAINERS, DATABASE, MEMBERSHIP, SCRATCH } from '../kinds.ts';
import { type ObjectRule, words } from '../object-rule.ts';

/** Removing, clearing, restoring, taking back: first match wins. */
export const REMOVING_RULES: readonly ObjectRule[] = [
  // Deleting that only takes something off, or clears what the tool itself keeps.
  {
    verbs: words('delete remove clear dismiss undo'),
    any: words('reaction star like vote follow favorite favourite emoji notification'),
    category: 'Write',
    says: 'takes something off that can be put back',
    when: (_, { object }) => !object.some((word) => /^(?:rule|policy|channel|template|hook)$/.test(word)),
  },
  {
    verbs: words('delete remove'),
    head: words('subscription'),
    category: 'Write',
    says: 'ends a subscription that can be made again',
    when: (t) => !t.money,
  },
  {
    verbs: words('delete remove clear purge flush reset invalidate empty prune wipe'),
    head: words('cache cached'),
    category: 'Write',
    says: 'clears a cache',
  },
  {
    verbs: words('purge flush invalidate clear'),
    any: words('cache cached cdn url'),
    category: 'Write',
    says: 'clears a cache',
  },
  {
    verbs: words('delete'),
    head: words('tag label member'),
    rest: words('from'),
    category: 'Write',
    says: 'takes something off that can be put back',
    when: (_, { preposition }) => preposition === 'from',
  },
  { verbs: words('clear reset'), head: SCRATCH, category: 'Write', says: 'clears what can be set again' },
  {
    verbs: words('clear reset'),
    any: words('filter format formatting cache console highlight breakpoint selection override counter session'),
    category: 'Write',
    says: 'clears what can be set again',
  },
  {
    verbs: words('reset'),
    any: words('hard factory database all data device everything erase'),
    category: 'Destructive',
    says: 'resets to nothing',
  },
  {
    verbs: words('reset'),
    any: words('pod vm instance server machine modem router device game simulation'),
    category: 'Execute',
    says: 'restarts something',
  },
  { verbs: words('clear'), any: words('text'), category: 'Execute', says: 'clears a field', when: (t) => t.device },
  {
    verbs: words('clear'),
    category: 'Destructive',
    says: 'removes what is there',
    unsure: true,
    when: (_, { object }) => object.length > 0,
  },
  {
    verbs: words('flush'),
    any: words('db all database flushall flushdb data'),
    category: 'Destructive',
    says: 'removes all data',
  },
  {
    verbs: words('empty'),
    any: words('trash bin recycle bucket folder spam'),
    category: 'Destructive',
    says: 'empties a bin',
  },
  {
    verbs: words('empty'),
    category: 'Read',
    says: 'describes something empty',
    unsure: true,
    when: (_, { clarity }) => clarity < 3,
  },
  { verbs: words('drop'), any: DATABASE, category: 'Destructive', says: 'drops data' },
  {
    verbs: words('drop'),
    any: words('file element drag item marker pin'),
    category: 'Execute',
    says: 'drops one thing on another',
  },
  {
    verbs: words('terminate'),
    any: words(
      'process session thread query call program connection run job execution command pid application app workflow debug debugger script',
    ),
    category: 'Execute',
    says: 'stops something that runs',
  },
  { verbs: words('discard'), any: words('draft dialog session'), category: 'Write', says: 'drops a draft' },
  {
    verbs: words('expire'),
    any: words('snapshot version backup data log history'),
    category: 'Destructive',
    says: 'removes what is old',
  },
  {
    verbs: words('expire'),
    any: words('session invite link invitation key'),
    category: 'Write',
    says: 'ends the validity of something',
  },
  { verbs: words('trash'), category: 'Write', says: 'moves something to a bin' },
  {
    verbs: words('cleanup clean'),
    any: words(
      'resource image volume container branch snapshot orphan backup old unused database record namespace environment',
    ),
    category: 'Destructive',
    says: 'removes what is left over',
    unsure: true,
  },
  {
    verbs: words('cancel'),
    any: words('event meeting appointment invitation reminder leave request edit change draft'),
    category: 'Write',
    says: 'calls something off',
  },
  {
    verbs: words('remove'),
    any: words('background noise watermark whitespace duplicate vocal accent stopword punctuation html space silence'),
    category: 'Read',
    says: 'returns a cleaned copy',
    unsure: true,
  },
  { verbs: words('remove'), head: MEMBERSHIP, category: 'Write', says: 'takes something off that can be put back' },
  {
    verbs: words('remove'),
    rest: CONTAINERS,
    category: 'Write',
    says: 'takes something out of a group or list',
    when: (_, { preposition, rest }) =>
      preposition === 'from' &&
      !rest.some((word) => /^(?:disk|storage|table|database|server|cluster|system)$/.test(word)),
  },
  {
    verbs: words('remove'),
    category: 'Destructive',
    says: 'removes something',
    unsure: true,
    when: (_, { object }) => object.length > 0,
  },
  {
    verbs: words('restore rollback revert'),
    any: words('backup snapshot database instance dump'),
    category: 'Destructive',
    says: 'restores over what is there',
    when: (_, { verb }) => verb.base === 'restore',
  },
  {
    verbs: words('restore'),
    rest: words('backup snapshot dump'),
    category: 'Destructive',
    says: 'restores over what is there',
  },
  {
    verbs: words('convert turn transform promote move'),
    head: words('issue ticket task subtask story epic lead discussion draft opportunity milestone idea'),
    category: 'Write',
    says: 'changes what kind a record is of',
  },
  { verbs: words('revoke rotate'), category: 'Write', says: 'takes back or renews a right' },
  {
    verbs: words('resolve'),
    any: words(
      'issue thread comment incident alert ticket conflict discussion task conversation annotation feedback case bug dispute todo finding request market',
    ),
    category: 'Write',
    says: 'settles something',
  },
  {
    verbs: words('make send perform issue execute do run'),
    any: words('get head'),
    head: words('request'),
    category: 'Read',
    says: 'fetches from an address',
  },
  {
    verbs: words('make send perform issue execute do call'),
    head: words('request call'),
    category: 'Execute',
    says: 'sends a request that the caller makes up',
    when: (_, { verb, object }) =>
      verb.base !== 'make' ||
      object.some((word) =>
        /^(?:api|http|custom|raw|rest|authenticated|generic|arbitrary|post|put|graphql|web|phone|voice|outbound)$/.test(
          word,
        ),
      ),
  },
];
