import { type ExampleTable, patternTable } from '../lexicon/example-table.ts';
import { readVerb } from '../lexicon/verbs.ts';
import { textWords, type Word } from './tokenize.ts';

/** One sentence of a description, cleaned of mark-up. */
export interface Sentence {
  readonly text: string;
  readonly words: readonly Word[];
}

/** A description as the rules read it. */
export interface Description {
  /** Whether there is a text that says anything at all. */
  readonly present: boolean;
  /** The text without mark-up, cut to what rules read. */
  readonly text: string;
  /** `text` in lower case. */
  readonly lower: string;
  /** What the tool says of itself first: no argument lists, examples or advice on when to use which tool. */
  readonly purpose: string;
  /** `purpose` in lower case. */
  readonly purposeLower: string;
  /** Whether the text has pictures, which the rules do not read. */
  readonly hasPictures: boolean;
  /** The sentences of the purpose. */
  readonly sentences: readonly Sentence[];
}

const LONGEST_TEXT = 8_000;
const LONGEST_PURPOSE = 900;
const MOST_SENTENCES = 8;

/** Texts that stand where a description should and say nothing. */
const PLACEHOLDER =
  /^(?:no |this tool has no )?(?:description|desc|documentation|docs?)?(?: is)?(?: ?(?:not|un)? ?(?:available|provided|specified|given|found|set|yet)| missing| goes here| todo| tbd)?$/;
const NOTHING =
  /^(?:n\/?a|none|null|undefined|todo|tbd|tba|unknown|-+|\.+|\?+|test|string|tool|no|coming soon|lorem ipsum.*)$/;

/** True for a text that says nothing: empty, or a placeholder such as "Description not available". */
export function isPlaceholder(text: string | undefined): boolean {
  const plain = (text ?? '')
    .slice(0, 200)
    .toLowerCase()
    .replace(/[\s.!:_*"'`()[\]<>{}]+/g, ' ')
    .trim();
  return plain === '' || NOTHING.test(plain) || PLACEHOLDER.test(plain);
}

/** Headings after which a description speaks of arguments, examples and other tools instead of what the tool does. */
const ASIDE =
  /(?:^|\n|[.!] ) ?(?:#+ ?)?(?:args?|arguments?|param(?:eter)?s?|inputs?|input schema|returns?|return value|outputs?|output format|examples?|example usage|usage|usage examples?|notes?|when to use|when not to use|use this when|use this tool when|use when|use cases?|not for|do not use|prerequisites?|next steps?|related|raises|errors?|error handling|response(?: format)?|requirements?|limitations?|workflow|see also|tips?|best for|best practices|fields|options|alternatives?|required|optional|parameter required|purpose|technical notes?)(?: [a-z]{1,12})? ?:/i;

/** Labels that some generators put before the sentence that counts. */
const LEADING_LABEL =
  /^(?:description|summary|purpose|what it does|overview|tool description|function|tool|(?:required )?(?:first |next )?step(?: \d{1,2})?)\s*[:：-]\s*/i;

/** Reads a description once for all rules. */
export function readDescription(source: string | undefined): Description {
  if (isPlaceholder(source)) return NO_DESCRIPTION;
  const text = (source ?? '')
    .slice(0, LONGEST_TEXT)
    .replace(/<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,200})?\/?>/gi, ' ')
    .replace(/[*`#]{1,6}|__|\p{Extended_Pictographic}|\uFE0F/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
  if (text === '') return NO_DESCRIPTION;
  const purpose = purposeOf(text);
  return {
    present: true,
    text,
    lower: text.toLowerCase(),
    purpose,
    purposeLower: purpose.toLowerCase(),
    hasPictures: /\p{Extended_Pictographic}/u.test((source ?? '').slice(0, LONGEST_PURPOSE)),
    sentences: sentencesOf(purpose),
  };
}

const NO_DESCRIPTION: Description = {
  present: false,
  text: '',
  lower: '',
  purpose: '',
  purposeLower: '',
  hasPictures: false,
  sentences: [],
};

function purposeOf(text: string): string {
  const unlabelled = text
    .replace(/^(?:\[[^\]\n]{1,40}\]\s*)+/, '')
    .replace(/^[\w .-]{1,20} \| /, '')
    .replace(LEADING_LABEL, '');
  const start = unlabelled === '' ? text : unlabelled;
  const head = start.slice(0, LONGEST_PURPOSE);
  const aside = head.slice(1).search(ASIDE);
  return (aside > 8 ? head.slice(0, aside + 2) : head).trim();
}

function sentencesOf(purpose: string): Sentence[] {
  const sentences: Sentence[] = [];
  // A line that goes on in small letters is only wrapped.
  const unwrapped = purpose.replace(/(?<=[a-z,])\n(?=[a-z])/g, ' ');
  for (const piece of unwrapped.split(/(?<=[.!?。！？;])\s+|\n+|(?<=[。！？；])/)) {
    // Lists, code and headings after the first sentence speak of options and examples.
    if (sentences.length > 0 && /^(?:[-•–—|✓×→>]|\d+[.)]|```|[A-Z ]{6,60}:)/.test(piece)) break;
    const text = piece
      .replace(/^[\s\-•✓×→>|–—\d.)(]+(?=\D)/, '')
      .replace(USED_TO, '')
      .trim();
    if (!/\p{L}/u.test(text) || /^when to use:?$/i.test(text)) continue;
    sentences.push({ text, words: textWords(text, 80) });
    if (sentences.length >= MOST_SENTENCES) break;
  }
  const [first, second] = sentences;
  return second !== undefined && saysOnlyWhen(first as Sentence) && saysReading(second)
    ? sentences.slice(1)
    : sentences;
}

/** "Use this tool when you need to …": what follows is what it does. */
const USED_TO =
  /^"?(?:(?:important[:!] ?)?(?:(?:always|only|please) )*(?:use|call) (?:this|the) (?:tool|function|endpoint) |useful (?:for )?)?(?:when|whenever|if) you (?:need|want) to (?=[a-z])/i;

/** First sentences that tell when to use the tool, or whose it is, and not what it does. */
const PREFACE =
  /^(?:important[:!] ?)?(?:(?:always|only|please) )*(?:use|call) (?:this|the) (?:tool|function|endpoint) (?:when|whenever|if|first|before|after)\b|^this is an? (?:\w+ )?tool (?:from|of) the\b|^purpose:?$/i;

/** Whether a sentence begins with a verb of reading. */
function saysReading({ words }: Sentence): boolean {
  const first = words.find(({ lower }) => !/^(?:it|this|the|tool|function)$/.test(lower));
  return readVerb(first?.lower ?? '')?.verb.category === 'Read';
}

/** Whether a sentence only prefaces what a tool does: it names no deed. */
function saysOnlyWhen({ text, words }: Sentence): boolean {
  return (
    PREFACE.test(text) &&
    !words.slice(1).some(({ lower }) => {
      const verb = readVerb(lower)?.verb;
      return verb !== undefined && !verb.loose && verb.category !== 'Read';
    })
  );
}

/** What an example of each row looks like. */
export const DESCRIPTION_EXAMPLES: readonly ExampleTable[] = [
  patternTable('text.placeholder', PLACEHOLDER, {
    except: ['this tool has no ', ' is', ' missing', ' goes here'],
    gives: null,
    example: (text) => ({ name: 'rose', description: text }),
  }),
  patternTable('text.nothing', NOTHING, { gives: null, example: (text) => ({ name: 'rose', description: text }) }),
  patternTable('text.aside', ASIDE, {
    gives: 'Read',
    example: (text) => ({ name: 'get_rose', description: `Get a rose.\n${text}\nDeletes a fence.` }),
  }),
  patternTable('text.label', LEADING_LABEL, {
    gives: 'Read',
    example: (text) => ({ name: 'rose', description: `${text} Fetch a fence` }),
  }),
];
