import type { Category } from '../../category.ts';
import type { Evidence } from '../../classification.ts';
import type { ToolFacts } from '../facts.ts';
import { anyOf, byName, byParameter, byPhrase, byValue, firstOf, nameOf, type SignalRule } from './rule.ts';

const SENDS = anyOf(
  'send|reply|forward|post|publish|share|broadcast|tweet|notify|email|dm|retweet|message|create|submit|schedule|make|start|initiate|resend|add|respond|dispatch|write|update|manage|comment|call|sms|quote|upload',
);
/** What reaches people. */
const CHANNEL = anyOf(
  'e-?mails?|mails?|sms|text messages?|direct messages?|dms?|push notifications?|voice messages?|chat messages?|messages?|notifications?|newsletters?|announcements?|stickers?|fax|campaigns?',
  'tweets?|toots?|skeets?|posts?|threads?|replies|reply|comments?|whatsapp|imessages?|wechat|phone calls?|outbound calls?|calls?|webhooks?',
);
const SAID = anyOf(
  '(?:send|sends|sending|forward|forwards|deliver|delivers) (?:\\w+ ){0,6}(?:e-?mails?|sms|messages?|texts?|notifications?|whatsapp|dms?|stickers?|alerts?|replies|reply|mails?|webhooks?|invitations?|files?|images?|photos?|videos?|documents?|http requests?|post requests?|requests? (?:to|with)|mensagem|mensaje)',
  '(?:post|posts|publish|publishes) (?:\\w+ ){0,5}(?:tweets?|messages?|posts?|threads?|status|skeets?|stor(?:y|ies)|reels?|toots?|content|to (?:an? |the |your )?(?:slack|discord|twitter|x|linkedin|facebook|instagram|channel|social|reddit|bluesky|mastodon|telegram|thread|timeline))',
  '(?:make|place|initiate|start)s? (?:an? )?(?:\\w+ )?(?:phone |outbound |voice )calls?|repl(?:y|ies) (?:to (?:\\w+ ){0,4}(?:e-?mails?|tweets?|messages?|posts?|threads?|reviews?|comments?)|with|in)',
  'broadcasts? (?:an? |the )?messages?|tweets? (?:a|the)|envia (?:\\w+ )?mensagem|envía (?:\\w+ )?mensaje',
);
/** Sending that stays inside: keys to a device, a transaction to a chain, a prompt to the own agent. */
const STAYS_INSIDE = anyOf(
  'to the (?:agent|browser|terminal|device|debugger|console|page|model|assistant)|keystroke|key press|keys|dialog|mcp|command|transaction|eth|sol|token|btc',
);

/** Forges where the public reads along. */
const PUBLIC = anyOf('github|gitlab|gitee');
const PUBLIC_ACTS = anyOf(
  '(?:create|add|update|post|reply|submit|open|comment|write|edit|merge|close) (?:\\w+ ){0,2}(?:issues?|comments?|pull requests?|review|discussions?|gists?|merge requests?|pr|releases?)',
  'push files|create or update file|(?:issue|review) write|add reply|fork repository|create gist|create repository|push',
);

const ASKS_MODEL =
  /\b(?:send|sends|ask|asks|chat with|consult)\b(?: \w+){0,5} (?:openai|gpt\S*|chatgpt|claude|anthropic|gemini|deepseek|perplexity|mistral|grok|qwen|sonar|model|models|codex|openrouter|llms?)\b/;
const BODY = /^(?:body|data|payload|json|request_body|headers|form_data|post_data|json_body|raw_body)$/;
const REQUESTS = anyOf('https?|api|rest|post|curl|fetch|requests?|webhook|endpoint');

/** Sends data that the caller chooses to people or systems outside. */
export const outbound: SignalRule = {
  id: 'outbound',
  find: (facts, category) =>
    firstOf(
      () => (category === 'Read' ? [] : request(facts)),
      () => (category === 'Execute' || category === 'Financial' ? message(facts) : []),
      () =>
        category !== 'Read' && category !== 'Destructive' && PUBLIC.test(facts.about)
          ? byName(facts, PUBLIC_ACTS, 'writes where others can read it')
          : [],
      () => otherModel(facts, category),
    ),
};

/** A request with a body to an address that the caller names. */
function request(facts: ToolFacts): readonly Evidence[] {
  const target = facts.parameters.find((each) =>
    /^(?:url|uri|endpoint|webhook_url|target_url|full_url)$/.test(each.key),
  );
  const body = facts.parameters.find((each) => BODY.test(each.key) && (each.key !== 'headers' || each.depth === 0));
  if (target === undefined || body === undefined || !REQUESTS.test(facts.about)) return [];
  return [byParameter(body, 'sends what the caller gives to an address'), byParameter(target, 'sends to this address')];
}

/** A message to people. */
function message(facts: ToolFacts): readonly Evidence[] {
  const name = nameOf(facts);
  const [main] = facts.nameActions;
  const isSending = main === undefined || main.clarity !== 3 || SENDS.test(main.verb.base);
  const isInside = STAYS_INSIDE.test(facts.description.purposeLower.slice(0, 160)) && !CHANNEL.test(name);
  return firstOf(
    () =>
      isSending && !isInside && SENDS.test(name) && facts.topics.social
        ? byName(facts, CHANNEL, 'sends to people')
        : [],
    () => (isSending && !isInside ? byPhrase(facts, SAID, 'sends to people or systems outside') : []),
    () => (facts.topics.social ? byValue(facts, /^(?:send|reply|forward|post)(?:[_-]|$)/, 'can send to people') : []),
  );
}

/** The caller's text or files given to another company's model. */
function otherModel(facts: ToolFacts, category: Category): readonly Evidence[] {
  if (category !== 'Read' || facts.nameActions[0]?.verb.base === 'list') return [];
  const takes = facts.parameters.some((each) =>
    /^(?:prompt|messages?|question|text|code|paths|files|content|query|input)$/.test(each.key),
  );
  return takes ? byPhrase(facts, ASKS_MODEL, "gives the caller's text to another model") : [];
}
