import { TEXT } from './example.ts';
import { type ExampleTable, patternTable } from './example-table.ts';

/** Words that take something back from what a definition says. Where they count, `governed-excuse.ts` decides. */
export interface Excuse {
  /** As a part of the clause that says what the tool does: "run a read-only query". */
  readonly inDeed: RegExp;
  /** As a clause of its own, from its first word on: "only select statements are accepted". */
  readonly asClause: RegExp;
  /** What behind it makes it speak of some calls only. */
  readonly limits: RegExp;
}

/** Alternatives of one list of words. */
const either = (...patterns: readonly string[]) => `(?:${patterns.join('|')})`;

const READ_ONLY = '(?:read[- ]?only|select[- ]only)';
const QUERIES =
  '(?:sql|t-sql|mysql|postgres\\w*|cypher|graphql|gremlin|aql|surrealql|kql|query|queries|select|selects|statement|statements|traversal|analytics|analytic)';
const REFUSED =
  '(?:rejected|refused|blocked|denied|disabled|forbidden|prohibited|disallowed|not (?:allowed|permitted|supported|possible|accepted|executed))';
const ACCEPTED = '(?:accepted|allowed|permitted|available|supported|given|executed|run|valid|work|possible|used)';
const WRITES =
  '(?:writes|mutations?|modifications?|changes|write (?:operations|queries|statements|access)|dml(?: statements)?|ddl(?: statements)?|inserts?|updates|data modification|modifying (?:queries|statements)|insert\\b[^.]{0,60})';
/** What a clause says it of, so that it holds for every call. */
const EVERY_CALL = either(
  'this',
  'it',
  '(?:this|the) (?:tool|query|endpoint|function|command)',
  '(?:(?:all|every|each|the|any) )?(?:sql )?(?:query|queries|statements?|connections?|sessions?|transactions?|access|operations?|execution|traversals?)',
);
const IS =
  '(?:is|are|runs?|opened|will be|must be|can only be|has to be)(?: (?!(?:not|never|no|designed|intended|meant|recommended|suitable)\\b)[a-z]+){0,3}';

/** What binds a tool that takes a query, or starts something, to reading. */
export const READS_ONLY: Excuse = {
  inDeed: new RegExp(
    `\\b${either(
      `${READ_ONLY} (?:\\w+ ){0,2}(?:${QUERIES}|functions?|methods?|calls?|requests?|operations?|commands?)`,
      `(?:in|on|over|through|via|using|as|with|under) (?:an? |the )?${READ_ONLY}(?: (?:transaction|mode|connection|session|access|endpoint|replica|role|operation))?`,
      `${QUERIES}(?: (?:query|queries|statements?))? ?,? ${READ_ONLY}`,
      `${READ_ONLY}$`,
      'select[- ]only|only selects?',
      'select (?:query|queries|statements?)',
      '(?:run|runs|execute|executes|running|executing|an?|sql) select',
      'selects? only',
      '(?:run|runs|execute|executes|perform|performs|get|returns?|using|via|with|an) explain',
      'without (?:executing|broadcasting|signing|sending|modifying|running)',
      'dry[- ]run only|unsigned transaction|cannot modify|no writes?',
      'safe (?:sql )?quer(?:y|ies)',
    )}(?![\\w-])`,
  ),
  asClause: new RegExp(
    `^${either(
      `(?:strictly |always |fully )?${READ_ONLY}(?: (?:access|mode|operation|operations|query|queries|sql|tool|only|select))?(?=[.,!]?$|,| and )`,
      `${EVERY_CALL} ${IS} ${READ_ONLY}`,
      `only ${either(READ_ONLY, 'selects?', 'reads?', 'reading', 'explain', 'show')}\\b[^.]{0,60}\\b${ACCEPTED}`,
      `only (?:selects?|${READ_ONLY}) ?(?:query|queries|statements?)?[.!]*$`,
      `(?:it |this tool |the tool )?(?:only )?(?:allows|accepts|supports|permits|runs|executes) (?:only )(?:select|${READ_ONLY})`,
      `(?:it |this tool |the tool )?only (?:allows|accepts|supports|permits|runs|executes) (?:select|${READ_ONLY})`,
      `(?:is |are )?(?:limited|restricted) to (?:select|${READ_ONLY}|reading)`,
      `${EVERY_CALL} must (?:start with|be an?|begin with) (?:select|${READ_ONLY})`,
      `must (?:start with|be an?|begin with) (?:select|${READ_ONLY})`,
      `(?:everything|anything|all statements|any statement|statements?|queries) (?:but|except|other than|besides) (?:selects?|reads?|reading)\\b[^.]{0,20}${REFUSED}`,
      `(?:all |any )?${WRITES} (?:is|are|will be) (?:always |strictly )?${REFUSED}`,
      `(?:it |this tool |the tool |this )?(?:rejects|blocks|refuses|disallows|forbids|prevents) (?:all |any )?${WRITES}`,
      '(?:this tool |it )?explains?(?: analyze)? (?:an? |the |how )?(?:sql|plan|query|execution|queries|statement)\\b',
      'queries only(?=[.,!]?$|,)',
      `no ${WRITES}(?: (?:are|is|will be) (?:made|allowed|permitted|possible|accepted))?(?=[.,!]?$|,| and )`,
      "(?:it |this |this tool |the tool )?(?:does not|doesn't|will not) (?:modify|change|execute|send|sign|broadcast|write)\\b",
      '(?:it |this |this tool |the tool )?never (?:modifies|changes|executes|writes)\\b',
      '(?:it|this|this tool|the tool) (?:cannot|never) (?:modify|change|execute|send|write)\\b',
      `no (?:changes|modifications) (?:are|will be) made`,
      `(?:dry[- ]run only|unsigned transaction)`,
    )}`,
  ),
  limits: /^[^,]*\b(?:unless|until|by default|when|if|can be turned off)\b/,
};

const STARTED = '(?:run|executed|evaluated|started|invoked|launched)';
const IN_HAND =
  '(?:the |this |your )?(?:code|command|script|query|statement|it|expression|program|snippet|function|source)(?: itself)?';

/** What says that code, a command or a query is looked at and not run. */
export const NOT_RUN: Excuse = {
  inDeed:
    /\b(?:without (?:actually |ever )?(?:running|executing|evaluating|invoking|launching|starting)|dry[- ]run|simulat(?:e|es|ing) the (?:execution|running))\b/,
  asClause: new RegExp(
    `^${either(
      `(?:it|this) is (?:only )?a dry[- ]run`,
      `dry[- ]run(?: only)?(?=[.,!]?$|,)`,
      `(?:nothing|no (?:code|command|script|query|statement)) is (?:actually )?${STARTED}`,
      `${IN_HAND} (?:is|will be) (?:not|never)(?: actually)? ${STARTED}`,
      `(?:it |this |this tool |the tool )?(?:does not|doesn't|never|will not) (?:actually )?(?:run|runs|execute|executes|evaluate|evaluates)\\b`,
    )}`,
  ),
  limits: /^(?: again)?[^,]*\b(?:unless|until|when|if|as|by|in|under|with)\b/,
};

const SECRET = '(?:values?|secrets?|keys?|tokens?|strings?|passwords?|credentials?|cookies|they|it|contents?)';
const HELD_BACK =
  '(?:(?:not|never) (?:returned|shown|exposed|included|revealed|displayed|given|readable|retrieved|available)|(?:always )?(?:masked|redacted|hidden|obfuscated|omitted|excluded|encrypted))';

/** What says that secrets are named or counted and not given back. */
export const NAMES_ONLY: Excuse = {
  inDeed: new RegExp(
    `\\b${either(
      '(?:names?|properties|versions|metadata|labels?|public keys?) (?:and (?:\\w+ )?(?:\\w+ )?)?(?:of|for|only|about)',
      '(?:secret|key|credential|variable|token|cookie)s? (?:names|metadata|properties|versions)',
      '(?:without|not|never|excluding|no) (?:\\w+ ){0,3}(?:values?|secrets?)',
      'metadata|public keys?|masked|redacted',
    )}\\b`,
  ),
  asClause: new RegExp(
    `^${either(
      `(?:the |their |its |your |all |any |secret |sensitive |private |api |access |actual |raw |plaintext |variable )*${SECRET}(?: values?)?(?: itself| themselves)? (?:is|are|will be) ${HELD_BACK}`,
      `(?:they|it) (?:come|comes) without (?:\\w+ )?(?:values?|secrets?|tokens?)`,
      `no (?:secret |actual )?(?:values?|secrets?|keys?|tokens?|passwords?) (?:is|are|will be) (?:returned|shown|exposed|included|revealed|given)`,
      `(?:it |this |this tool |the tool )?(?:does not|doesn't|never|will not) (?:return|returns|expose|exposes|reveal|reveals|include|includes|show|shows) (?:the |any |their |actual |secret |raw )*(?:values?|secrets?|keys?|tokens?|passwords?)`,
      `(?:names?|metadata|properties) only`,
      `(?:masked|redacted|values? (?:masked|redacted|hidden|excluded))`,
      `(?:without|not|no|excluding) (?:\\w+ ){0,3}(?:values?|secrets?)(?=[.,!]?$)`,
    )}`,
  ),
  limits: /^[^,]*\b(?:unless|until|by default|when|if)\b/,
};

/** What an example of each row looks like. */
export const EXCUSE_EXAMPLES: readonly ExampleTable[] = [
  patternTable('excuse.reads-only', READS_ONLY.inDeed, {
    except: ['cannot modify'],
    gives: 'Read',
    example: (text) => ({ name: 'ask_it', description: `Query ${text}`, takes: { sql: TEXT } }),
  }),
  patternTable('excuse.reads-only-clause', READS_ONLY.asClause, {
    gives: 'Read',
    example: (text) => ({ name: 'query_it', description: `Query it. ${text}.`, takes: { sql: TEXT } }),
  }),
  patternTable('excuse.not-run', NOT_RUN.inDeed, {
    hides: 'code',
    example: (text) => ({ name: 'mill', description: `Describe a shell command ${text}`, takes: { command: TEXT } }),
  }),
  patternTable('excuse.not-run-clause', NOT_RUN.asClause, {
    hides: 'code',
    example: (text) => ({ name: 'mill', description: `Describe a shell command. ${text}.`, takes: { command: TEXT } }),
  }),
  patternTable('excuse.names-only', NAMES_ONLY.inDeed, {
    hides: 'secrets',
    example: (text) => ({ name: 'get_secret', description: `Get ${text} it` }),
  }),
  patternTable('excuse.names-only-clause', NAMES_ONLY.asClause, {
    hides: 'secrets',
    example: (text) => ({ name: 'get_secret', description: `Get it. ${text}.` }),
  }),
];
