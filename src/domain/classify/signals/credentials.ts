import { said, TEXT } from '../lexicon/example.ts';
import { type ExampleTable, patternTable, wordTable } from '../lexicon/example-table.ts';
import { words } from '../lexicon/word-list.ts';
import type { Parameter } from '../read/schema-parameters.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { byParameter, type SignalRule } from './signal-rule.ts';

/** Keys, and ends of keys, that mean a secret. */
const SECRET = words(`
  api_key apikey subscription_key access_token auth_token api_token bearer_token secret_key secretkey password
  passwd pwd passphrase private_key privatekey refresh_token session_token pat bot_token jwt seed_phrase mnemonic
  mnemonic_phrase ssh_key connection_string connectionstring authorization oauth_token csrf_token user_token
  id_token credentials secret auth cookie cookies accesskey access_key totp otp pin sessdata auth_header
  security_token client_assertion license_key encryption_key account_key conn_string connection_uri database_url
  secret_value signing_key key_pair nsec dsn accesstoken authtoken credential`);
const namesSecret = ({ words: parts }: Parameter) => parts.some((_, index) => SECRET.has(parts.slice(index).join('_')));
const AUTH =
  /\b(?:auth|authentication|authenticate|authorization|api token|api key|access token|bearer|oauth|login|personal access|jwt|secret|password|credential|session token|github token|your token)\b/;
const NOT_SECRET =
  /\b(?:name of|id of|key id|secret id|identifier|path of|public key|primary key|issue key|arn|type of|method|page|cursor|pagination|number of|list of secret (?:names|types)|whether|issue_key|enable|enabled|filter)\b/;

/** Tools that are about a secret's name, not given one. */
const BY_NAME = /\b(?:get|list|delete|describe|show|read|fetch)\b/;

function isSecret(facts: ToolFacts, parameter: Parameter): boolean {
  if (['boolean', 'number', 'integer'].includes(parameter.type ?? '') || parameter.values.length > 0) return false;
  const own = parameter.description.toLowerCase();
  if (parameter.key === 'token')
    return (
      AUTH.test(own) ||
      (own === '' &&
        !facts.topics.chain &&
        !/\b(?:page|next|cursor|contract|mint|symbol|coin)\b/.test(facts.about) &&
        facts.parameters.length > 1 &&
        /\b(?:auth|login|api|account|user|session)\b/.test(facts.about))
    );
  if (parameter.key === 'key' || parameter.key === 'authentication')
    return /\b(?:api key|secret key|private key|encryption key|decryption key)\b/.test(own);
  if (!namesSecret(parameter)) return false;
  if (
    /^(?:auth|secret|credentials|credential|pin|authorization|cookies?|otp|pat|access_key|accesskey|\w*secret)$/.test(
      parameter.key,
    )
  ) {
    if (parameter.key.startsWith('auth') && parameter.isList) return false;
    if (
      /^(?:secret|credentials?|pin)$/.test(parameter.key) &&
      (NOT_SECRET.test(own) || BY_NAME.test(facts.nameWords.join(' ')))
    )
      return false;
    return !NOT_SECRET.test(own) || AUTH.test(own);
  }
  if (/database_url|dsn|connection/.test(parameter.key)) return !/\bname\b/.test(own);
  return (
    !/\b(?:name of the (?:environment )?(?:variable|secret)|whether|id of the)\b/.test(own) &&
    !/\bpublic key\b/.test(own)
  );
}

/** Takes a secret as an argument. */
export const credentials: SignalRule = {
  id: 'credentials',
  find: (facts) =>
    facts.parameters
      .filter((each) => each.depth <= 3 && isSecret(facts, each))
      .slice(0, 3)
      .map((each) => byParameter(each, 'takes a secret')),
};

/** What an example of each row looks like. */
export const CREDENTIALS_EXAMPLES: readonly ExampleTable[] = [
  wordTable('credentials.argument', SECRET, {
    shows: 'credentials',
    example: (key) => ({ name: 'open_hatch', takes: { [key]: TEXT } }),
  }),
  patternTable('credentials.token', AUTH, {
    shows: 'credentials',
    example: (text) => ({ name: 'open_hatch', takes: { token: said(`The ${text} of it`) } }),
  }),
  patternTable('credentials.no-secret', NOT_SECRET, {
    hides: 'credentials',
    example: (text) => ({ name: 'open_hatch', takes: { secret: said(`The ${text} it`) } }),
  }),
  patternTable('credentials.by-name', BY_NAME, {
    hides: 'credentials',
    neutral: 'open',
    example: (verb) => ({ name: `${verb}_hatch`, description: 'About a hatch', takes: { secret: TEXT } }),
  }),
];
