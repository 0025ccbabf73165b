import { ROUTER_ARGUMENTS, TEXT } from '../lexicon/example.ts';
import { type ExampleTable, patternTable, wordTable } from '../lexicon/example-table.ts';
import { words } from '../lexicon/word-list.ts';
import type { Description } from './description.ts';
import type { Parameter } from './schema-parameters.ts';
import { shortQuote } from './short-quote.ts';

/** A tool that passes calls on to operations of its own, which its schema does not list. */
export interface Router {
  /** The argument that names the operation. */
  readonly operation: Parameter;
  /** The words that name a deleting operation. */
  readonly deletes: string | undefined;
  /** Whether the definition names operations, and none that changes or starts anything. */
  readonly onlyReads: boolean;
}

/** Arguments that name an operation. */
const OPERATION: ReadonlySet<string> = words(
  'command operation action tool tool_name subcommand sub_command function_name method',
);
/** Arguments that carry what the operation takes. */
const OPERANDS: ReadonlySet<string> = words(
  'parameters params args arguments tool_args tool_arguments tool_params tool_parameters tool_input',
);
/** Arguments that only routers have: what the caller is after, and asking which operations there are. */
const ASIDES: ReadonlySet<string> = new Set(['intent', 'learn', 'list_commands', 'list_tools', 'discover']);

/** Words by which routers speak of themselves. */
const ROUTES =
  /\b(?:router|sub[- ]?commands?|sub[- ]?tools?|child tools?|(?:another|any|other|specific|specified|named) tool|tool(?:'s)? (?:command|to (?:call|invoke))|(?:call|invoke|execute)s? (?:a |any |the )?(?:tool|json-rpc method))\b/;
/** Where a router's text turns from what it can do to how it is used. */
const USAGE = /\b(?:hierarchical|(?:mcp )?command router|sub[- ]?commands? are|to invoke a)\b/;

const DELETES = /\b(?:deletes?|deleting|deletion|drops?|dropping|purges?|purging|destroys?|destroying|crud)\b/g;
const DENIED = /\b(?:not|never|no|cannot|without|don't)\b[^.]{0,24}$/;
const CHANGES =
  /\b(?:manag(?:e|es|ing|ement)|creat(?:e|es|ing|ion)|updat(?:e|es|ing)|modif(?:y|ies|ying)|configur(?:e|es|ing)|deploy(?:s|ing)?|provision(?:s|ing)?|run(?:s|ning)?|execut(?:e|es|ing)|send(?:s|ing)?|set(?:s|ting)?|writ(?:e|es|ing)|import(?:s|ing)?|upload(?:s|ing)?|add(?:s|ing)?|remov(?:e|es|ing)|start(?:s|ing)?|stop(?:s|ping)?|restart(?:s|ing)?|scal(?:e|es|ing)|migrat(?:e|es|ing|ion)|interact(?:s|ing)?|invok(?:e|es|ing)|call(?:s|ing)?|recogni[sz](?:e|es|ing)|synthesi[sz](?:e|es|ing)|administ(?:er|ering)|build(?:s|ing)?|append(?:s|ing)?)\b/;
const READS =
  /\b(?:list(?:s|ing)?|get(?:s|ting)?|retriev(?:e|es|ing|al)|return(?:s|ing)?|quer(?:y|ies|ying)|search(?:es|ing)?|generat(?:e|es|ing)|check(?:s|ing)?|show(?:s|ing)?|monitor(?:s|ing)?|diagnos(?:e|es|ing|tics?)|recommend\w*|guidance|advice)\b/;

/** The router that a definition shows, if it is one. */
export function routerOf(facts: {
  readonly parameters: readonly Parameter[];
  readonly description: Description;
}): Router | undefined {
  const outer = facts.parameters.filter((parameter) => parameter.depth === 0);
  const operation = outer.find(
    (parameter) =>
      OPERATION.has(parameter.key) &&
      parameter.values.length === 0 &&
      !parameter.isList &&
      (parameter.type === 'string' || parameter.type === undefined),
  );
  const operands = outer.some(
    (parameter) =>
      OPERANDS.has(parameter.key) &&
      !parameter.isList &&
      !['string', 'number', 'integer', 'boolean'].includes(parameter.type ?? ''),
  );
  if (operation === undefined || !operands) return undefined;
  const { lower, text } = facts.description;
  const isRouter =
    outer.some((parameter) => ASIDES.has(parameter.key)) ||
    ROUTES.test(`${lower} \n ${operation.description.toLowerCase()}`);
  if (!isRouter) return undefined;
  const usage = lower.search(USAGE);
  const does = usage > 20 ? lower.slice(0, usage) : facts.description.purposeLower;
  return {
    operation,
    deletes: deletingWords(does, text),
    onlyReads: READS.test(does) && !CHANGES.test(does),
  };
}

function deletingWords(does: string, text: string): string | undefined {
  for (const match of does.matchAll(DELETES)) {
    if (DENIED.test(does.slice(Math.max(0, match.index - 40), match.index))) continue;
    return shortQuote(text, match.index, match.index + match[0].length);
  }
  return undefined;
}

/** What an example of each row looks like. */
export const ROUTER_EXAMPLES: readonly ExampleTable[] = [
  wordTable('router.operation', OPERATION, {
    gives: 'Execute',
    example: (key) => ({
      name: 'boards',
      description: 'Manages boards',
      takes: { [key]: TEXT, parameters: { type: 'object' }, intent: TEXT },
    }),
  }),
  wordTable('router.operands', OPERANDS, {
    gives: 'Execute',
    example: (key) => ({
      name: 'boards',
      description: 'Manages boards',
      takes: { command: TEXT, [key]: { type: 'object' }, intent: TEXT },
    }),
  }),
  wordTable('router.aside', ASIDES, {
    gives: 'Execute',
    example: (key) => ({
      name: 'boards',
      description: 'Manages boards',
      takes: { command: TEXT, parameters: { type: 'object' }, [key]: TEXT },
    }),
  }),
  patternTable('router.text', ROUTES, {
    gives: 'Execute',
    example: (text) => ({
      name: 'boards',
      description: `Manages boards (${text})`,
      takes: { command: TEXT, parameters: { type: 'object' } },
    }),
  }),
  patternTable('router.usage', USAGE, {
    gives: 'Read',
    example: (text) => ({
      name: 'boards',
      description: `Lists the boards of a house. ${text}. Deletes boards.`,
      takes: ROUTER_ARGUMENTS,
    }),
  }),
  patternTable('router.deletes', DELETES, {
    gives: 'Destructive',
    example: (text) => ({ name: 'boards', description: `Boards: ${text}`, takes: ROUTER_ARGUMENTS }),
  }),
  patternTable('router.denied', DENIED, {
    gives: 'Execute',
    example: (text) => ({ name: 'boards', description: `Manages boards, ${text} deletes`, takes: ROUTER_ARGUMENTS }),
  }),
  patternTable('router.changes', CHANGES, {
    gives: 'Execute',
    example: (text) => ({ name: 'boards', description: `Lists boards: ${text}`, takes: ROUTER_ARGUMENTS }),
  }),
  patternTable('router.reads', READS, {
    gives: 'Read',
    example: (text) => ({ name: 'boards', description: `Boards: ${text}`, takes: ROUTER_ARGUMENTS }),
  }),
];
