import type { Evidence } from '../../record/classification.ts';
import { named } from '../lexicon/example.ts';
import { type ExampleTable, patternTable, plainTable } from '../lexicon/example-table.ts';
import { NAMES_ONLY } from '../lexicon/excuses.ts';
import { excuseOf } from '../read/governed-excuse.ts';
import { shortQuote } from '../read/short-quote.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { anyOf, byName, byParameter, firstOf, nameOf, type SignalRule } from './signal-rule.ts';

/** Alternatives of one list of words. */
const either = (...patterns: readonly string[]) => `(?:${patterns.join('|')})`;

/** What a name calls something that opens a door. */
const HELD = either(
  'secrets?|credentials?|passwords?|cookies?|private keys?|api keys?|access tokens?|tokens? secret|auth tokens?|secret value|vault value',
  'env|env vars?|environment variables?|connection strings?|mnemonic|kubeconfig|storage state|local storage|session storage|sas|otp|totp',
);
const MADE = either(
  'api keys?|api tokens?|access tokens?|auth tokens?|access keys?|auth keys?|deploy keys?|service account keys?|apikey|keys',
  'tokens?|secrets?|credentials?|keypairs?|key pairs?|client secrets?|wallets?|password',
);
const NAMED = anyOf(
  `(?:get|read|show|fetch|retrieve|reveal|export|view|describe|dump|access|lookup|find) (?:\\w+ ){0,3}${HELD}`,
  '(?:secrets?|credentials?|passwords?|cookies?|keys?) (?:get|read|reveal|value|values|show|export|fetch)|secret scanning',
  'list (?:\\w+ ){0,2}(?:cookies|environment variables|env vars|env|variables|credentials|secrets values|secret scanning alerts)',
  `(?:create|generate|issue|rotate|regenerate|refresh|new|mint|reset|exchange) (?:\\w+ ){0,3}${MADE}`,
);
/** Variables of builds and environments: their values are secrets as often as not. */
const VARIABLES =
  /\b(?:get|list|read|fetch|show|view) (?:\w+ ){0,2}(?:pipeline|ci|cicd|schedule|project|group|environment|build|deployment|service|shared) (?:\w+ )?(?:env )?variables?\b/;
const NETWORK = /\b(?:get|read|view|show|inspect) (?:\w+ )?(?:network )?(?:request|response|traffic|har)s?\b/;
const HEADERS = /\b(?:headers?|cookies?)\b/;
/** The same in descriptions. */
const SAID_HELD = either(
  'secret|api token|environment variable|env var|cookie|credential|password|private key|api key|access token|auth token|connection string',
  'bearer token|seed phrase|mnemonic|secret key|session token|jwt|secret value|access key|sas token|kubeconfig|refresh token',
  'client secret|authentication token|trigger token|deploy token|runner token|registration token',
);
const SAID_MADE = either(
  'api keys?|api tokens?|access tokens?|auth(?:entication)? tokens?|auth keys?|access keys?|jwts?|passwords?|keypairs?|key pairs?',
  'client secrets?|bearer tokens?|oauth tokens?|session tokens?|secret keys?',
);
const KIND = either(
  'an? |the |new |a new |your |and |fresh |temporary |short-lived |scoped |long-lived |ephemeral |specified |personal ',
  'service |account |user |auth(?:entication)? |access |oauth2? |bearer |project |\\w+ ',
);
const SAID = anyOf(
  `(?:returns?|get|gets|retrieves?|reveals?|shows?|exports?|lists?|fetch(?:es)?|reads?|obtains?|dumps?|prints?|displays?|provides?) (?:\\w+ ){0,5}${SAID_HELD}s?`,
  `(?:creates?|generates?|issues?|rotates?|regenerates?|obtains?|exchanges?) ${KIND}?${SAID_MADE}`,
);
const NOT_USABLE =
  /\b(?:token (?:price|balance|balances|info|metadata|holders?|supply|transfers?|address|contract|list|accounts?|pairs?|count|counter|usage)|erc-?20|erc-?721|nft|token standard|tokens? held|crypto|coins?|csrf|count tokens?|tokeni[sz]\w*|design tokens?|cookie (?:policy|banner|consent|recipe)|public key|foreign key|primary key|keywords?|password (?:policy|strength|policies)|secret names?|secret types?|secrets? by name|sui|solana|stellar|swap|symbol)\b/;
const ACTS =
  /\b(?:set|delete|remove|update|put|revoke|store|add|save|clear|validate|check|verify|test|scan|detect|audit|count|use|encrypt|hash|import)\b/;

/** Words that make a condition of what stands behind them: "if neither provides valid credentials". */
const CONDITION = /\b(?:if|unless|whether|neither|until|once)\b[^.,;:\n]*$/;

/** Phrases of the text, outside of conditions. */
function saidOfEveryCall({ description }: ToolFacts): Evidence[] {
  const text = description.purposeLower.slice(0, 900);
  const match = [...text.matchAll(new RegExp(SAID, 'g'))].find(({ index }) => !CONDITION.test(text.slice(0, index)));
  if (match === undefined) return [];
  const quote = shortQuote(description.purpose, match.index, match.index + match[0].length);
  return [{ from: 'description', text: quote, says: 'returns a secret' }];
}

/** Returns, or may return, a usable secret. */
export const secrets: SignalRule = {
  id: 'secrets',
  find: (facts, category) => {
    // A token that is made on a chain is a coin.
    if (category === 'Financial' && facts.topics.chain && facts.nameActions[0]?.object.at(-1) === 'token') return [];
    if (
      NOT_USABLE.test(facts.about) &&
      !/\b(?:private key|api key|secret key|seed phrase|mnemonic|cookies)\b/.test(facts.about)
    )
      return [];
    if (
      excuseOf(facts, NAMES_ONLY) !== undefined &&
      !/\b(?:values?|secret value) (?:of|from|for|and|as)\b/.test(facts.description.purposeLower)
    )
      return [];
    const verb = facts.nameActions[0]?.verb.base ?? facts.textActions[0]?.verb.base ?? '';
    if (ACTS.test(verb) || category === 'Destructive') return [];
    const manages = facts.parameters.find((each) => /^(?:operation|action)$/.test(each.key));
    return firstOf(
      () => byName(facts, NAMED, 'returns a secret'),
      () => saidOfEveryCall(facts),
      () => byName(facts, VARIABLES, 'returns variables, which may hold secrets'),
      () =>
        facts.topics.device && HEADERS.test(`${nameOf(facts)} ${facts.description.lower}`)
          ? byName(facts, NETWORK, 'returns requests with their headers and cookies')
          : [],
      () =>
        manages !== undefined &&
        /\b(?:api|auth|authentication|access) ?(?:keys?|tokens?)\b/.test(facts.about) &&
        /\b(?:manage|create|generate)\b/.test(facts.about)
          ? [byParameter(manages, 'may create and return a key')]
          : [],
    );
  },
};

/** What an example of each row looks like. */
export const SECRETS_EXAMPLES: readonly ExampleTable[] = [
  patternTable('secrets.name', NAMED, {
    shows: 'secrets',
    example: (text) => ({ name: named(text), description: 'Get it of a mill' }),
  }),
  patternTable('secrets.variables', VARIABLES, { shows: 'secrets', example: (text) => ({ name: named(text) }) }),
  patternTable('secrets.network', NETWORK, {
    shows: 'secrets',
    example: (text) => ({ name: named(text), description: 'Get it with all headers', server: 'browser' }),
  }),
  patternTable('secrets.headers', HEADERS, {
    shows: 'secrets',
    example: (text) => ({ name: 'get_request', description: `Get it with ${text}`, server: 'browser' }),
  }),
  patternTable('secrets.text', SAID, {
    shows: 'secrets',
    example: (text) => ({ name: 'make_mill', description: text }),
  }),
  patternTable('secrets.not-usable', NOT_USABLE, {
    hides: 'secrets',
    example: (text) => ({ name: 'get_credentials', description: `Get those of a mill (${text})` }),
  }),
  plainTable('secrets.coin', new Set(['bittensor', 'tron', 'hedera']), {
    hides: 'secrets',
    neutral: 'ticketing',
    example: (server) => ({ name: 'create_token', description: 'Create a token', server }),
  }),
  patternTable('secrets.acts', ACTS, {
    hides: 'secrets',
    example: (verb) => ({ name: `${verb}_it`, description: 'Gets a password' }),
  }),
];
