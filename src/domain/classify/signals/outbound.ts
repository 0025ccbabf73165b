import { byName, byParameter, byPhrase, firstOf, type SignalRule } from './rule.ts';

const SENDS =
  /\b(?:send|reply|forward|post|publish|share|broadcast|tweet|notify|email|dm|retweet|message|create|submit|schedule|make|start|initiate|resend|add|respond|dispatch|write|update|manage|delete|edit|comment|call|sms|quote|upload)\b/;
const CHANNEL =
  /\b(?:e-?mails?|sms|text messages?|tweets?|whatsapp|direct messages?|dms?|push notifications?|voice messages?|imessages?|wechat|slack messages?|chat messages?|social (?:media )?posts?|messages?|phone calls?|outbound calls?|linkedin posts?|toots?|notifications?|newsletters?|replies|reply|announcements?|stickers?|webhooks?|calls?|posts?|mails?|skeets?|threads?|fax|campaigns?)\b/;
const SAID =
  /\b(?:(?:send|sends|sending|forward|forwards|deliver|delivers) (?:\w+ ){0,6}(?:e-?mails?|sms|messages?|texts?|notifications?|whatsapp|dms?|stickers?|alerts?|replies|reply|mails?|webhooks?|invitations?|files?|images?|photos?|videos?|documents?|http requests?|post requests?|requests? (?:to|with))|(?:post|posts|publish|publishes) (?:\w+ ){0,5}(?:tweets?|messages?|to (?:a |the |your )?(?:slack|discord|twitter|x|linkedin|facebook|instagram|channel|social|reddit|bluesky|mastodon|telegram|thread|timeline)|posts?|threads?|status|skeets?|stor(?:y|ies)|reels?|toots?|content)|(?:make|place|initiate|start)s? (?:\w+ ){0,3}(?:phone |outbound |voice )?calls?(?: to)?\b(?<!api calls?)|reply to (?:\w+ ){0,4}(?:e-?mails?|tweets?|messages?|posts?|threads?|reviews?|comments?)|repl(?:y|ies) (?:with|in) |broadcasts? (?:a |the )?messages?|tweets? (?:a|the)\b)/;
const PUBLIC = /\b(?:github|gitlab|gitee)\b/;
const PUBLIC_ACTS =
  /\b(?:(?:create|add|update|post|reply|submit|open|comment|write|edit|merge|close) (?:\w+ ){0,2}(?:issues?|comments?|pull requests?|review|discussions?|gists?|merge requests?|pr|releases?)|push files|create or update file|issue write|review write|add reply|fork repository|create gist|create repository|push)\b/;
const OTHER_MODEL =
  /\b(?:openai|gpt-?\d?\w*|chatgpt|claude|anthropic|gemini|deepseek|perplexity|mistral|grok|qwen|llama|codex|sonar|o1|o3|openrouter)\b/;
const ASKS_MODEL =
  /\b(?:ask|asks|chat|consult|query|prompt|send|sends|generate text|complete|completion|review|reason|second opinion)\b/;
const BODY = /^(?:body|data|payload|json|request_body|headers|form_data|post_data|json_body|raw_body)$/;
const REQUESTS = /\b(?:http|https|api|rest|post|curl|fetch|request|requests|webhook|endpoint)\b/;

/** Sends data that the caller chooses to people or systems outside. */
export const outbound: SignalRule = {
  id: 'outbound',
  find: (facts, category) => {
    const name = facts.nameWords.join(' ');
    const { about, parameters } = facts;
    return firstOf(
      () => {
        const target = parameters.find((each) =>
          /^(?:url|uri|endpoint|path|webhook_url|target_url|full_url)$/.test(each.key),
        );
        const body = parameters.find(
          (each) => (BODY.test(each.key) && each.key !== 'headers') || (each.key === 'headers' && each.depth === 0),
        );
        return category !== 'Read' &&
          target !== undefined &&
          body !== undefined &&
          /url|uri|endpoint/.test(target.key) &&
          REQUESTS.test(about)
          ? [
              byParameter(body, 'sends what the caller gives to an address'),
              byParameter(target, 'sends to this address'),
            ]
          : [];
      },
      () => {
        if (category !== 'Execute' && category !== 'Financial') return [];
        if (
          /\b(?:to the (?:agent|browser|terminal|device|debugger|console|page|model|assistant)|keystroke|key press|keys|dialog|mcp|command|transaction|eth|sol|token|btc)\b/.test(
            facts.description.purposeLower.slice(0, 160),
          ) &&
          !CHANNEL.test(name)
        )
          return [];
        const verb = facts.nameActions[0]?.verb.base ?? '';
        const sends = SENDS.test(verb) || verb === '' || facts.nameActions[0]?.clarity !== 3;
        return firstOf(
          () =>
            sends && SENDS.test(name) && CHANNEL.test(name) && facts.topics.social && verb !== 'delete'
              ? byName(facts, CHANNEL, 'sends to people')
              : [],
          () => (sends || verb === 'batch' ? byPhrase(facts, SAID, 'sends to people or systems outside') : []),
        );
      },
      () =>
        category === 'Execute' &&
        facts.parameters.some((each) =>
          each.values.some((value) => /^(?:send|reply|forward|post)(?:[_-]|$)/i.test(value)),
        ) &&
        facts.topics.social
          ? enumEvidence(facts.parameters)
          : [],
      () =>
        category !== 'Read' && category !== 'Destructive' && PUBLIC.test(about)
          ? byName(facts, PUBLIC_ACTS, 'writes where others can read it')
          : [],
      () =>
        category === 'Read' &&
        OTHER_MODEL.test(about) &&
        ASKS_MODEL.test(about) &&
        parameters.some((each) =>
          /^(?:prompt|message|messages|question|text|code|paths|files|content|query|input)$/.test(each.key),
        ) &&
        facts.nameActions[0]?.verb.base !== 'list'
          ? byPhrase(
              facts,
              /\b(?:send|sends|ask|asks|chat with|consult|query|querying)\b(?: \w+){0,5} (?:openai|gpt\S*|chatgpt|claude|anthropic|gemini|deepseek|perplexity|mistral|grok|qwen|sonar|sage|model|codex|openrouter)\b/,
              "gives the caller's text to another model",
            )
          : [],
    );
  },
};

function enumEvidence(parameters: readonly { path: string; values: readonly string[] }[]) {
  for (const parameter of parameters) {
    const value = parameter.values.find((each) => /^(?:send|reply|forward|post)(?:[_-]|$)/i.test(each));
    if (value !== undefined)
      return [{ from: 'enum' as const, where: parameter.path, text: value, says: 'can send to people' }];
  }
  return [];
}
