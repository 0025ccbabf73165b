import type { Evidence, Finding } from '../classification.ts';
import type { ToolDefinition } from '../tool.ts';
import type { Parameter } from './parameters.ts';
import { shortQuote } from './words.ts';

/** As much of a text as findings look at: enough for every real definition, and a bound for hostile ones. */
const LONGEST_SCAN = 60_000;

/** One text of a definition with its place. */
interface Passage {
  readonly from: Evidence['from'];
  readonly where?: string;
  readonly text: string;
}

function passagesOf(tool: ToolDefinition, parameters: readonly Parameter[]): Passage[] {
  const passages: Passage[] = [{ from: 'name', text: String(tool.name) }];
  if (typeof tool.title === 'string') passages.push({ from: 'title', text: tool.title });
  if (typeof tool.description === 'string') passages.push({ from: 'description', text: tool.description });
  for (const parameter of parameters) {
    passages.push({ from: 'parameter', where: parameter.path, text: `${parameter.name} ${parameter.description}` });
    if (parameter.values.length > 0)
      passages.push({ from: 'enum', where: parameter.path, text: parameter.values.join(' ') });
  }
  return passages.map((passage) => ({ ...passage, text: passage.text.slice(0, LONGEST_SCAN) }));
}

/** Orders to a model that have no business in a definition. Advice on when to use a tool is not one of them. */
const INSTRUCTIONS: readonly (readonly [RegExp, string])[] = [
  [
    /<\s*(?:important|system|secret|instructions?|hidden|critical|admin|sys|override)\s*>/i,
    'carries a block of orders in mark-up',
  ],
  [
    /\b(?:do not|don't|never|must not|without) (?:ever )?(?:tell(?:ing)?|inform(?:ing)?|mention(?:ing)?|reveal(?:ing)?|disclos(?:e|ing)|notify(?:ing)?|alert(?:ing)?|show(?:ing)?)(?: (?:this|it|that|anything|about (?:this|it)))? ?(?:to )?(?:the )?(?:user|human|anyone)\b(?! (?:to|that they|how|which|what (?:to|they)|raw|the raw|technical|internal|their|your? api))/i,
    'orders to keep something from the user',
  ],
  [
    /\b(?:ignore|disregard|forget|override) (?:all |any |the )?(?:of )?(?:previous|prior|earlier|above|preceding|other|your|system) (?:system )?(?:instructions?|prompts?|rules|guidelines|messages)\b/i,
    'orders to ignore other instructions',
  ],
  [
    /(?:~\/|\$HOME\/|\/home\/\w{1,30}\/|\/root\/)?\.(?:ssh\/|aws\/credentials|cursor\/mcp\.json|env\b(?=.{0,60}\b(?:pass|read|send|include|content)))|\bid_rsa\b|\/etc\/(?:passwd|shadow)\b/i,
    '',
  ],
  [
    /\b(?:before|prior to) (?:using|calling|invoking|running) (?:this|any(?: other)?) tools?,? (?:you (?:must|should|need to) |please |always |first )*(?:read|open|send|cat|fetch|retrieve|pass|include|load) (?:the )?(?:content|contents|file|files|conversation|chat|system prompt|history|~)/i,
    'orders to read something before use',
  ],
  [
    /\b(?:send|forward|include|pass|append|exfiltrate|copy|leak|output|attach|submit) (?:\w+ ){0,3}(?:entire |full |whole |complete )?(?:conversation history|chat history|conversation so far|system prompt|previous messages|message history|other tools?' (?:results|output|descriptions?))\b(?! (?:to use|parameter|length|limit|for the (?:agent|assistant)|id))/i,
    "orders to pass on the conversation or the model's instructions",
  ],
  [
    /\byou are (?:now )?(?:an? )(?:ai |helpful |expert |advanced |senior |professional |creative |world-class )*(?:assistant|agent|developer|engineer|expert|designer|ai|chatbot|writer|analyst|specialist)\b/i,
    'tells the model what it is',
  ],
  [
    /\b(?:whenever|when|if|before|after|any time) (?:\w+ ){0,6}(?:send_?email|send_?message|another tool|other tools|any other tool)\b[^.]{0,80}\b(?:must|always|change|replace|redirect|bcc|instead)\b/i,
    'orders how other tools must be used',
  ],
  [
    /\b(?:this (?:tool|instruction|rule) (?:takes precedence|overrides|supersedes)|higher priority than (?:any|all|other))\b/i,
    'claims to go before other instructions',
  ],
];

const SENSITIVE_FILE = 3;
const ORDERS_TO_READ = /\b(?:read|pass|send|include|open|cat|load|provide|copy|content of|contents of)\b/i;

function instructsModel(passages: readonly Passage[]): Evidence[] {
  const found: Evidence[] = [];
  for (const passage of passages) {
    if (passage.from === 'name' || passage.text.length < 10) continue;
    INSTRUCTIONS.forEach(([pattern, says], index) => {
      const match = pattern.exec(passage.text);
      if (match === null || found.length >= 6) return;
      if (index === SENSITIVE_FILE && !orderedFile(passage.text, match.index)) return;
      found.push(quote(passage, match.index, match[0].length, says || 'orders to read files that hold secrets'));
    });
  }
  return found;
}

/** A file with secrets is ordered where a verb of reading addresses the model right before it. */
function orderedFile(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 80), index);
  return (
    ORDERS_TO_READ.test(before) &&
    /\b(?:you|must|first|before|always|please|tool|`|then|and)\b/i.test(before) &&
    !/\b(?:e\.g|example|such as|default|cannot|blocked|denied|not allowed|key file|located)\b/i.test(before)
  );
}

function quote(passage: Passage, index: number, length: number, says: string): Evidence {
  return {
    from: passage.from,
    ...(passage.where === undefined ? {} : { where: passage.where }),
    text: shortQuote(passage.text, index, index + length),
    says,
  };
}

interface HiddenKind {
  readonly pattern: RegExp;
  readonly says: string;
}

/** Characters that a person does not see, or that change what a person sees. */
const HIDDEN: readonly HiddenKind[] = [
  { pattern: /[\u{E0020}-\u{E007F}\u{E0001}]+/gu, says: 'has invisible tag characters' },
  { pattern: /[\u202A-\u202E\u2066-\u2069]/gu, says: 'has characters that reorder text' },
  {
    pattern: /[\u200B\u2060-\u2064\u180E\u00AD\u034F\u115F\u1160\u3164\uFFA0]|[\u200C\u200D]/gu,
    says: 'has characters of no width',
  },
  { pattern: /\u001B(?:\[|\]|[@-_])|\u009B/gu, says: 'has terminal escape sequences' },
  { pattern: /[\u0000-\u0008\u000E-\u001A\u001C-\u001F\u007F]/gu, says: 'has control characters' },
  { pattern: /[\uFE00-\uFE0E\u{E0100}-\u{E01EF}]{3,}/gu, says: 'has runs of invisible selectors' },
];

function hiddenCharacters(passages: readonly Passage[]): Evidence[] {
  const found: Evidence[] = [];
  for (const passage of passages) {
    for (const { pattern, says } of HIDDEN) {
      const match = [...passage.text.matchAll(pattern)]
        .slice(0, 500)
        .find((each) => !isOrdinary(passage.text, each.index, each[0]));
      if (match === undefined || found.length >= 6) continue;
      found.push({
        from: passage.from,
        ...(passage.where === undefined ? {} : { where: passage.where }),
        text: [...match[0]]
          .slice(0, 6)
          .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
          .join(' '),
        says,
      });
    }
  }
  return found;
}

const JOINS_EMOJI = /\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}\uFE0F]/u;
const NEEDS_JOINERS =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Sinhala}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Telugu}\p{Script=Gujarati}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Thai}\p{Script=Mongolian}\p{Script=Hebrew}]/u;

/** A joiner inside an emoji or a script that needs it, a byte-order mark, a flag of tag characters, paired isolates around RTL text. */
function isOrdinary(text: string, index: number, found: string): boolean {
  const before = text.slice(Math.max(0, index - 2), index);
  const after = text.slice(index + found.length, index + found.length + 2);
  if (found === '\u200D' || found === '\u200C')
    return (
      (JOINS_EMOJI.test(before) && JOINS_EMOJI.test(after)) || (NEEDS_JOINERS.test(before) && NEEDS_JOINERS.test(after))
    );
  if (/^[\u{E0020}-\u{E007F}]+$/u.test(found)) return before === '\u{1F3F4}' && found.length <= 14;
  if (/[\u2066-\u2069\u202A-\u202C]/.test(found) && found !== '\u202D')
    return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text.slice(Math.max(0, index - 60), index + 60));
  return false;
}

/** Findings of one definition by itself. */
export function findingsOfTool(tool: ToolDefinition, parameters: readonly Parameter[]): Finding[] {
  const passages = passagesOf(tool, parameters);
  const findings: Finding[] = [];
  const instructs = instructsModel(passages);
  if (instructs.length > 0) findings.push({ id: 'instructs-model', evidence: instructs });
  const hidden = hiddenCharacters(passages);
  if (hidden.length > 0) findings.push({ id: 'hidden-characters', evidence: hidden });
  return findings;
}

/** A name that cannot be a word of ordinary text: two parts or more, joined by `_` or `-` or by a capital. */
const DISTINCT = /^(?=.{8,64}$)[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)+$|^(?=.{8,64}$)[a-z]+(?:[A-Z][a-z0-9]+)+$/;
const IDENTIFIER = /[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)+|[a-z]+(?:[A-Z][a-z0-9]+)+/g;
const ORDERS =
  /\b(?:instead of|rather than|before|after|do not use|don't use|never use|always|must|replaces?|when(?:ever)?|every time|prefer(?:red)? over|also call|first call|then call)\b/i;

/** Which tools of other servers are known by which names. */
export type NameOwners = ReadonlyMap<string, ReadonlySet<string>>;

/** The distinct tool names of a set of servers. */
export function nameOwners(inputs: readonly { readonly server: string; readonly tool: ToolDefinition }[]): NameOwners {
  const owners = new Map<string, Set<string>>();
  for (const { server, tool } of inputs) {
    if (!DISTINCT.test(tool.name)) continue;
    owners.set(tool.name, (owners.get(tool.name) ?? new Set()).add(server));
  }
  return owners;
}

/** Names of other servers' tools in a description, where the text says how to deal with them. */
export function namesOtherTools(
  server: string,
  tool: ToolDefinition,
  own: ReadonlySet<string>,
  owners: NameOwners,
): Finding | undefined {
  if (typeof tool.description !== 'string' || owners.size === 0) return undefined;
  const text = tool.description.slice(0, LONGEST_SCAN);
  const parameters = new Set(Object.keys((tool.inputSchema?.properties ?? {}) as object).slice(0, 500));
  const evidence: Evidence[] = [];
  for (const match of text.matchAll(IDENTIFIER)) {
    const name = match[0];
    const others = owners.get(name);
    if (others === undefined || others.has(server) || own.has(name) || parameters.has(name)) continue;
    const around = text.slice(Math.max(0, match.index - 60), match.index + name.length + 40);
    if (!ORDERS.test(around)) continue;
    evidence.push({ from: 'description', text: name, says: "names another server's tool and says how to use it" });
    if (evidence.length >= 3) break;
  }
  return evidence.length === 0 ? undefined : { id: 'names-other-tools', evidence };
}
