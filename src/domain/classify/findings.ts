import type { Evidence, Finding } from '../record/classification.ts';
import type { ToolDefinition } from '../record/tool.ts';
import type { Parameter } from './read/schema-parameters.ts';
import { shortQuote } from './read/short-quote.ts';

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
    /<\s*(?:important|system|instructions?|hidden|critical|admin|override)\s*>/i,
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
    /^\s*you are (?:now )?(?:an? )(?:ai |helpful |expert |advanced |senior |professional |creative |world-class )*(?:assistant|agent|developer|engineer|expert|designer|ai|chatbot|writer|analyst|specialist)\b/i,
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

/** What is wrong with a character that a person does not see, or that changes what a person sees; undefined for others. */
function hiddenKind(code: number): string | undefined {
  if (code < 0x20)
    return code === 0x1b
      ? 'has terminal escape sequences'
      : code < 9 || code > 13
        ? 'has control characters'
        : undefined;
  if (code < 0x7f) return undefined;
  if (code === 0x7f) return 'has control characters';
  if (code === 0x9b) return 'has terminal escape sequences';
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069))
    return 'has characters that reorder text';
  if (ZERO_WIDTH.has(code) || (code >= 0x2060 && code <= 0x2064)) return 'has characters of no width';
  return code === 0xe0001 || (code >= 0xe0020 && code <= 0xe007f) ? 'has invisible tag characters' : undefined;
}

/** Zero-width space and joiners, soft hyphen, fillers. */
const ZERO_WIDTH: ReadonlySet<number> = new Set([
  0x200b, 0x200c, 0x200d, 0x180e, 0xad, 0x34f, 0x115f, 0x1160, 0x3164, 0xffa0,
]);

function hiddenCharacters(passages: readonly Passage[]): Evidence[] {
  const found: Evidence[] = [];
  for (const passage of passages) {
    const seen = new Set<string>();
    for (let index = 0; index < passage.text.length && found.length < 6; index += 1) {
      const unit = passage.text.charCodeAt(index);
      if (unit >= 0x20 && unit < 0x7f) continue;
      const code = passage.text.codePointAt(index) ?? unit;
      const says = hiddenKind(code);
      if (says === undefined || seen.has(says) || isOrdinary(passage.text, index, code)) continue;
      seen.add(says);
      found.push({
        from: passage.from,
        ...(passage.where === undefined ? {} : { where: passage.where }),
        text: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
        says,
      });
    }
  }
  return found;
}

const JOINS_EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const NEEDS_JOINERS =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Sinhala}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Telugu}\p{Script=Gujarati}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Thai}\p{Script=Mongolian}\p{Script=Hebrew}]/u;

/** A joiner inside an emoji or a script that needs it, a flag of tag characters, marks of direction around RTL text. */
function isOrdinary(text: string, index: number, code: number): boolean {
  const before = text.slice(Math.max(0, index - 2), index);
  const after = text.slice(index + 1, index + 3);
  if (code === 0x200d || code === 0x200c) {
    return (
      (JOINS_EMOJI.test(before) && JOINS_EMOJI.test(after)) || (NEEDS_JOINERS.test(before) && NEEDS_JOINERS.test(after))
    );
  }
  // A black flag followed by at most seven tags is the flag of a region.
  if (code >= 0xe0020) return text.slice(Math.max(0, index - 14), index).includes('\u{1F3F4}');
  const isDirection = code >= 0x202a && code !== 0x202d && code !== 0x202e;
  return isDirection && RIGHT_TO_LEFT.test(text.slice(Math.max(0, index - 60), index + 60));
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
  /\b(?:instead of|rather than|before (?:using|calling)|after (?:using|calling)|do not (?:use|call)|don't (?:use|call)|never (?:use|call)|when(?:ever)? (?:using|calling)|every time|replaces?|prefer(?:red)? (?:over|to)|also call|first call|then call|always call)\b\W{0,3}(?:the |tool )?\W{0,3}$/i;

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

/**
 * Names of other servers' tools in a description, where the text says how to deal with them.
 * @param own the server's own tools by name
 */
export function namesOtherTools(
  server: string,
  tool: ToolDefinition,
  own: ReadonlyMap<string, unknown>,
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
    if (!ORDERS.test(text.slice(Math.max(0, match.index - 60), match.index))) continue;
    evidence.push({ from: 'description', text: name, says: "names another server's tool and says how to use it" });
    if (evidence.length >= 3) break;
  }
  return evidence.length === 0 ? undefined : { id: 'names-other-tools', evidence };
}
