import { HINT_DEFAULTS, HINTS, type Hint, type ToolDefinition } from '../../record/tool.ts';
import type { JsonObject } from '../../text/json.ts';
import { topicsOf } from '../lexicon/topics.ts';
import { readDescription } from './description.ts';
import { languageOf } from './language.ts';
import { actionsOfName } from './name-actions.ts';
import { routerOf } from './router.ts';
import { parametersOf } from './schema-parameters.ts';
import { actionsOfSentence } from './sentence-actions.ts';
import { nameWords } from './tokenize.ts';
import type { ToolFacts } from './tool-facts.ts';

/** Parameters that only tools for blockchains or payments have. */
const TELLING_KEYS =
  /^(?:wallet address|token address|contract address|chain id|slippage.*|lamports|mint address|wallet private key|spender|payment method(?: id)?)$/;

/** Reads a definition. `saysNothing` is true for a server whose annotations only repeat the specification's defaults. */
export function readTool(server: string, tool: ToolDefinition, saysNothing = false): ToolFacts {
  const name = typeof tool.name === 'string' ? tool.name : '';
  const annotationTitle = tool.annotations?.title;
  const title = (tool.title ?? (typeof annotationTitle === 'string' ? annotationTitle : '')).slice(0, 200);
  const description = readDescription(typeof tool.description === 'string' ? tool.description : undefined);
  const words = nameWords(name).map((word) => word.lower);
  const parameters = parametersOf(tool.inputSchema);
  const serverWords = nameWords(server.slice(0, 120)).map((word) => word.lower);
  const about = [serverWords.join(' '), words.join(' '), title.toLowerCase(), description.purposeLower].join(' \n ');
  const facts = {
    name,
    title,
    server: serverWords,
    nameWords: words,
    description,
    parameters,
    nameActions: actionsOfName(name, server),
    titleActions: actionsOfName(title, server, 'title'),
    textActions: description.sentences.flatMap((sentence, index) =>
      languageOf(sentence.text) === 'en' && !isOfAnother(sentence.text, description.sentences[index - 1]?.text ?? '')
        ? actionsOfSentence(sentence, index === 0)
        : [],
    ),
    topics: topicsOf(
      `${about} \n ${parameters
        .slice(0, 40)
        .map((parameter) => parameter.key.replaceAll('_', ' '))
        .filter((key) => TELLING_KEYS.test(key))
        .join(' \n ')}`,
      new Set(parameters.filter((parameter) => parameter.depth === 0).map((parameter) => parameter.key)),
    ),
    about,
    hints: saysNothing ? {} : hintsOf(tool.annotations),
  };
  return { ...facts, router: routerOf(facts) };
}

/** "Use the other endpoint for that. It replaces …": whether a sentence speaks of the tool that the one before it sends to. */
function isOfAnother(text: string, before: string): boolean {
  return (
    /^(?:it|that)\b/i.test(text) && /\b(?:use|call|see) (?:the )?\S[^\n]{0,80} (?:endpoint|tool|method)\b/i.test(before)
  );
}

/** The hints with a boolean value. */
export function hintsOf(annotations: JsonObject | undefined): Partial<Record<Hint, boolean>> {
  const hints: Partial<Record<Hint, boolean>> = {};
  for (const hint of HINTS) {
    const value = annotations?.[hint];
    if (typeof value === 'boolean') hints[hint] = value;
  }
  return hints;
}

/** True when annotations are exactly the specification's defaults. */
export function areDefaults(annotations: JsonObject | undefined): boolean {
  return HINTS.every((hint) => annotations?.[hint] === HINT_DEFAULTS[hint]);
}
