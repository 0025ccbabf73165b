import { type Parameter, parametersOf } from '../classify/read/schema-parameters.ts';
import type { RiskSignal } from '../risk/signal.ts';
import type { JsonObject } from '../text/json.ts';

/** What a rule of the variant `narrow` holds an argument to. */
export const RULE_KINDS = ['path', 'url', 'host', 'recipient', 'amount', 'values', 'command', 'list'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

/**
 * A rule on one argument (docs/policies.md#argument-rules). Without `allowed`, all but `values` are placeholders that no
 * value meets until a person fills them in.
 */
export interface ArgumentRule {
  readonly kind: RuleKind;
  /** Name of the argument, at the top of the schema. */
  readonly parameter: string;
  /**
   * `fit`: must be given and meet the rule. `fit-or-absent`: may be left out. `absent`: must not be given, because the
   * tool has another argument of this kind and no format can say "if given, it matches".
   */
  readonly must: 'fit' | 'fit-or-absent' | 'absent';
  /** Only for `values`: those of the schema's values that only read. */
  readonly values: readonly string[];
  /**
   * What a person filled in: roots, hosts, recipients, values, commands or members of one-member lists; for `amount` the cap
   * as the only member. Then nothing is left to fill in.
   */
  readonly allowed?: readonly (string | number)[] | undefined;
}

/** What a kind of rule asks for and what still gets past it: printed beside every policy that has one. */
export const NARROWING: Readonly<Record<RuleKind, { readonly asks: string; readonly past: string }>> = {
  path: {
    asks: 'a path under a root that you name, without "." and ".." as parts',
    past: 'symbolic links under the root that lead out of it, other spellings of a name where the file system ignores case, and paths inside other arguments',
  },
  url: {
    asks: 'an https address on a host that you list',
    past: 'redirects away from the host, a host name that resolves to an inner address, and addresses inside other arguments',
  },
  host: {
    asks: 'a host that you list, spelt exactly so',
    past: 'redirects, and a host name that resolves to an inner address',
  },
  recipient: {
    asks: 'a recipient that you list, spelt exactly so',
    past: 'recipients in other arguments, lists and groups behind an address, and forwarding',
  },
  amount: {
    asks: 'a number over 0 and up to a cap that you set',
    past: 'many small calls, another currency or unit, and a quantity or price in another argument',
  },
  values: {
    asks: 'one of the values that only read',
    past: 'what the other arguments make of a harmless value',
  },
  command: {
    asks: 'a whole command or query that you list, word for word',
    past: 'what a listed command does with files, variables and data that others can change',
  },
  list: {
    asks: 'exactly one of the lists that you write out, in the same order',
    past: 'values of the same kind in other arguments',
  },
};

/** What rules are made from. */
export interface NarrowableTool {
  readonly signals: readonly RiskSignal[];
  /** As received; without it there are no rules. */
  readonly inputSchema?: JsonObject | undefined;
  /** The arguments that a signal was seen in, where that is known: then no others are taken for its kind. */
  readonly shownBy?: Readonly<Partial<Record<RiskSignal, readonly string[]>>> | undefined;
}

/**
 * Arguments by their keys (lower case, words joined by `_`). A rule is only made where the tool has the signal, and where it
 * is known which arguments showed it, for those alone.
 */
const KEYS: readonly { readonly kind: RuleKind; readonly signal: RiskSignal | null; readonly keys: RegExp }[] = [
  {
    kind: 'path',
    signal: 'path',
    keys: /^(?:source|destination|src|dst|dest|target|root|cwd|uri|location|(?:\w+_)?(?:path|paths|file|files|filepath|filename|file_name|dir|directory|folder|workdir|root|uri))$/,
  },
  { kind: 'host', signal: 'url', keys: /^(?:\w+_)?(?:host|hosts|hostname|domain|domains|server|ip|ip_address)$/ },
  { kind: 'url', signal: 'url', keys: /^(?:\w+_)?(?:url|urls|uri|uris|link|links|endpoint|website)$/ },
  {
    kind: 'recipient',
    signal: 'outbound',
    keys: /^(?:to|cc|bcc|(?:\w+_)?(?:recipients?|channel|channels|channel_id|chat_id|emails?|email_address|phone|phone_number|to_number|user_id|conversation_id|webhook_url))$/,
  },
  { kind: 'amount', signal: null, keys: /^(?:\w+_)?(?:amount|amount_cents|notional|budget)$|^(?:price|total)$/ },
  {
    kind: 'command',
    signal: 'code',
    keys: /^(?:\w+_)?(?:command|cmd|code|script|sql|query|statement|expression|function|javascript|js|program|source_code)$/,
  },
];

const ACTION_KEYS = /^(?:action|operation|op|method|command|cmd|verb|task|http_method)$/;
/** First words of values that can mean nothing but reading. Short on purpose: a word that is missing only blocks. */
const READING_WORDS: ReadonlySet<string> = new Set(
  'get list read search find show view fetch describe inspect count check status info exists stat head options help'.split(
    ' ',
  ),
);

/** The rules on a tool's arguments that its schema allows: at most one for each argument, in the schema's order. */
export function argumentRules(tool: NarrowableTool): readonly ArgumentRule[] {
  const required = new Set(Array.isArray(tool.inputSchema?.required) ? tool.inputSchema.required : []);
  const found = parametersOf(tool.inputSchema)
    // A dot would lead into an object, and a format's path could not tell the two apart.
    .filter((parameter) => parameter.depth === 0 && parameter.path === parameter.name && !parameter.name.includes('.'))
    .flatMap((parameter) => {
      const kind = kindOf(parameter, tool);
      return kind === null ? [] : [{ parameter, ...kind }];
    });
  return found.map(({ parameter, kind, values, group }) => {
    const alone = found.filter((other) => other.group === group).length === 1;
    const fits = required.has(parameter.name) || alone;
    return { kind, parameter: parameter.name, must: fits ? 'fit' : OPTIONAL[kind], values };
  });
}

/** What becomes of an argument that may be left out, beside another one of its kind. */
const OPTIONAL: Readonly<Record<RuleKind, ArgumentRule['must']>> = {
  path: 'absent',
  url: 'absent',
  amount: 'absent',
  host: 'fit-or-absent',
  recipient: 'fit-or-absent',
  values: 'fit-or-absent',
  command: 'fit-or-absent',
  list: 'fit-or-absent',
};

interface Kind {
  readonly kind: RuleKind;
  /** The kind that the key speaks of: a list of paths stands beside paths. */
  readonly group: RuleKind;
  readonly values: readonly string[];
}

function kindOf(parameter: Parameter, tool: NarrowableTool): Kind | null {
  if (parameter.values.length > 0) {
    const values = ACTION_KEYS.test(parameter.key) && !parameter.isList ? parameter.values.filter(onlyReads) : [];
    const narrows = values.length > 0 && values.length < parameter.values.length;
    return narrows ? { kind: 'values', group: 'values', values } : null;
  }
  const isNumber = parameter.type === 'number' || parameter.type === 'integer';
  const isText = parameter.type === 'string' || parameter.type === undefined;
  for (const { kind, signal, keys } of KEYS) {
    if (signal !== null && !tool.signals.includes(signal)) continue;
    const shownBy = signal === null ? undefined : tool.shownBy?.[signal];
    const isNamed = keys.test(parameter.key);
    // By its evidence an argument is contacted; whether it is an address or a bare host, its name says.
    const isMeant = shownBy === undefined ? isNamed : shownBy.includes(parameter.name) && (isNamed || kind !== 'host');
    if (!isMeant) continue;
    if (parameter.isList && kind !== 'amount') return { kind: 'list', group: kind, values: [] };
    if (kind === 'amount' ? isNumber : isText) return { kind, group: kind, values: [] };
  }
  return null;
}

/** Whether a value of an enum names something that only returns information. */
function onlyReads(value: string): boolean {
  const [first = ''] = value.toLowerCase().split(/[^a-z0-9]+/);
  return READING_WORDS.has(first);
}
