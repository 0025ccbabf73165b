import type { Evidence } from '../../record/classification.ts';
import type { Category } from '../../risk/category.ts';
import { named, oneOf, steps, TEXT } from '../lexicon/example.ts';
import { type ExampleTable, patternTable, wordTable } from '../lexicon/example-table.ts';
import { words } from '../lexicon/word-list.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { anyOf, byName, byParameter, byPhrase, byValue, firstOf, nameOf, type SignalRule } from './signal-rule.ts';

const SENDS = anyOf(
  'send|reply|forward|post|publish|share|broadcast|tweet|notify|email|dm|retweet|message|create|submit|schedule|make|start|initiate|resend|add|respond|dispatch|write|update|manage|comment|call|sms|quote|upload',
);
/** What reaches people. */
const CHANNEL = anyOf(
  'e-?mails?|mails?|sms|text messages?|direct messages?|dms?|push notifications?|voice messages?|chat messages?|messages?|notifications?|newsletters?|announcements?|stickers?|fax|campaigns?',
  'tweets?|toots?|skeets?|posts?|threads?|replies|reply|comments?|whatsapp|imessages?|wechat|phone calls?|outbound calls?|calls?|webhooks?',
);
const SAID = anyOf(
  '(?:send|sends|sending|forward|forwards|deliver|delivers) (?:\\w+ ){0,6}(?:e-?mails?|sms|messages?|texts?|notifications?|whatsapp|dms?|stickers?|alerts?|replies|reply|mails?|webhooks?|invitations?|invoices?|reminders?|receipts?|quotes?|estimates?|files?|images?|photos?|videos?|documents?|http requests?|post requests?|requests? (?:to|with)|mensagem|mensaje)',
  '(?:post|posts|publish|publishes) (?:\\w+ ){0,5}(?:tweets?|messages?|posts?|threads?|status|skeets?|stor(?:y|ies)|reels?|toots?|content|to (?:an? |the |your )?(?:slack|discord|twitter|x|linkedin|facebook|instagram|channel|social|reddit|bluesky|mastodon|telegram|thread|timeline))',
  '(?:make|place|initiate|start)s? (?:an? )?(?:\\w+ )?(?:phone |outbound |voice )calls?|repl(?:y|ies) (?:to (?:\\w+ ){0,4}(?:e-?mails?|tweets?|messages?|posts?|threads?|reviews?|comments?)|with|in)',
  'broadcasts? (?:an? |the )?messages?|tweets? (?:a|the)|envia (?:\\w+ )?mensagem|envía (?:\\w+ )?mensaje',
);
/** Sending that stays inside: keys to a device, a transaction to a chain, a prompt to the own agent. */
const STAYS_INSIDE = anyOf(
  'redis|kafka|mqtt|rabbitmq|nats|message queue|pub ?sub|to the (?:agent|browser|terminal|device|debugger|console|page|model|assistant)|keystroke|key press|keys|dialog|mcp|command|transaction|eth|sol|token|btc',
);

/** Forges where the public reads along. */
const PUBLIC = anyOf('github|gitlab|gitee|codeberg');
/** What outsiders read there: texts of issues and the like, and files. */
const PUBLIC_TEXTS = anyOf(
  'issues?|pull requests?|merge requests?|prs?|mrs?|discussions?|comments?|notes?|threads?|reply|reviews?|gists?|releases?',
);
const PUBLIC_FILES = anyOf(
  'push files?|(?:create|update|write|edit|commit|upload|put) (?:\\w+ ){0,3}files?|file (?:write|create|update)',
);
/** Sides of those objects that are no text for outsiders, and texts that wait to be published. */
const NO_TEXT = anyOf(
  'reactions?|emojis?|labels?|milestones?|assignees?|links?|relations?|dependenc(?:y|ies)|states?|status|forks?|branch(?:es)?|types?|fields?|sub issues?|pending|drafts?|reviewers?|notifications?|resolve|lock|pin|subscribe|move|transfer',
);
/** Making a waiting text public. */
const PUBLISHING = anyOf('publish (?:\\w+ )?(?:drafts?|notes?|reviews?|releases?)|submit (?:\\w+ )?review');
/** Arguments with text or files of the caller's. */
const TEXT_KEYS: ReadonlySet<string> = words(
  'body content contents title description note comment message text notes reply comment_body files patch edits summary',
);

const ASKS_MODEL =
  /\b(?:send|sends|ask|asks|chat with|consult)\b(?: \w+){0,5} (?:openai|gpt\S*|chatgpt|claude|anthropic|gemini|deepseek|perplexity|mistral|grok|qwen|sonar|model|models|codex|openrouter|llms?)\b/;
const BODY = /^(?:body|data|payload|value|form|json|request_body|headers|form_data|post_data|json_body|raw_body)$/;
/** Arguments that name the address. */
const TARGET = /^(?:url|uri|endpoint|webhook_url|target_url|full_url)$/;
/** Arguments that name an address to which results go. */
const WEBHOOKS = /^(?:webhook|webhook_url|callback_url|notify_url)$/;
/** Steps that put a text into a page. */
const TYPING = /^(?:write|type|fill|press|input)$/i;
/** Operations that send. */
const SENDING_VALUES = /^(?:send|reply|forward|post)(?:[_-]|$)/;
/** Arguments with a text that a model is given. */
const GIVEN_TO_MODEL = /^(?:prompt|messages?|question|text|code|paths|files|content|query|input)$/;
const REQUESTS = anyOf('https?|api|rest|post|put|patch|curl|fetch|requests?|webhook|endpoint');

/** Sends data that the caller chooses to people or systems outside. */
export const outbound: SignalRule = {
  id: 'outbound',
  find: (facts, category) =>
    firstOf(
      () => (category === 'Read' ? [] : request(facts)),
      () => (category === 'Execute' || category === 'Financial' ? message(facts) : []),
      () => (category !== 'Read' && PUBLIC.test(facts.about) ? publicText(facts) : []),
      () => (category === 'Execute' ? [...uploadToPage(facts), ...resultsTo(facts), ...pageActions(facts)] : []),
      () => otherModel(facts, category),
    ),
};

/** A request with a body to an address that the caller names. */
function request(facts: ToolFacts): readonly Evidence[] {
  const target = facts.parameters.find((each) => TARGET.test(each.key));
  const body = facts.parameters.find((each) => BODY.test(each.key) && (each.key !== 'headers' || each.depth === 0));
  if (target === undefined || body === undefined || !REQUESTS.test(facts.about)) return [];
  return [byParameter(body, 'sends what the caller gives to an address'), byParameter(target, 'sends to this address')];
}

/** Text or files of the caller's where the public can read them. */
function publicText(facts: ToolFacts): readonly Evidence[] {
  const name = nameOf(facts);
  const says = 'writes where others can read it';
  if (PUBLISHING.test(name)) return byName(facts, PUBLISHING, says);
  const base = facts.nameActions[0]?.verb.base ?? '';
  if (NO_TEXT.test(name) || /^(?:merge|delete|remove|close|reopen|approve|unapprove|assign|request)$/.test(base))
    return [];
  const isFile = PUBLIC_FILES.test(name);
  if (!isFile && !PUBLIC_TEXTS.test(name)) return [];
  if (facts.parameters.length === 0) return byName(facts, isFile ? PUBLIC_FILES : PUBLIC_TEXTS, says);
  return facts.parameters
    .filter((each) => each.depth === 0 && TEXT_KEYS.has(each.key) && each.type !== 'boolean')
    .slice(0, 2)
    .map((each) => byParameter(each, says));
}

/** A file of the caller's that is given to a web page. */
function uploadToPage(facts: ToolFacts): readonly Evidence[] {
  const uploads = [facts.nameActions[0], facts.textActions[0]].some((each) => each?.verb.base === 'upload');
  const file = facts.parameters.find((each) => /(?:^|_)(?:path|paths|file|files)$/.test(each.key));
  return uploads && facts.topics.device && file !== undefined ? [byParameter(file, 'gives a file to a web page')] : [];
}

/** A job that posts its results to an address that the caller names. */
function resultsTo(facts: ToolFacts): readonly Evidence[] {
  const webhook = facts.parameters.find((each) => each.depth <= 1 && WEBHOOKS.test(each.key));
  return webhook === undefined ? [] : [byParameter(webhook, 'posts its results to an address')];
}

/** A list of steps on a page at any address, with typing among them. */
function pageActions(facts: ToolFacts): readonly Evidence[] {
  const takesUrl = facts.parameters.some((each) => /^(?:url|urls|query)$/.test(each.key) && each.depth === 0);
  const steps = facts.parameters.find(
    (each) =>
      each.depth > 0 && each.values.some((value) => TYPING.test(value)) && /(?:^|\.)actions\[\]/.test(each.path),
  );
  return takesUrl && steps !== undefined ? [byParameter(steps, 'can type into pages')] : [];
}

/** A message to people. */
function message(facts: ToolFacts): readonly Evidence[] {
  const name = nameOf(facts);
  const [main] = facts.nameActions;
  const isSending = main === undefined || main.clarity !== 3 || SENDS.test(main.verb.base);
  const isInside =
    facts.router === undefined &&
    STAYS_INSIDE.test(facts.description.purposeLower.slice(0, 160)) &&
    !CHANNEL.test(name);
  return firstOf(
    () =>
      isSending && !isInside && SENDS.test(name) && facts.topics.social
        ? byName(facts, CHANNEL, 'sends to people')
        : [],
    () => (isSending && !isInside ? byPhrase(facts, SAID, 'sends to people or systems outside') : []),
    () => (facts.topics.social ? byValue(facts, SENDING_VALUES, 'can send to people') : []),
  );
}

/** The caller's text or files given to another company's model. */
function otherModel(facts: ToolFacts, category: Category): readonly Evidence[] {
  if (category !== 'Read' || facts.nameActions[0]?.verb.base === 'list') return [];
  const takes = facts.parameters.some((each) => GIVEN_TO_MODEL.test(each.key));
  return takes ? byPhrase(facts, ASKS_MODEL, "gives the caller's text to another model") : [];
}

/** What an example of each row looks like. */
export const OUTBOUND_EXAMPLES: readonly ExampleTable[] = [
  patternTable('outbound.verb', SENDS, {
    shows: 'outbound',
    example: (verb) => ({ name: `${verb}_newsletter`, description: 'Sends it', server: 'slack' }),
  }),
  patternTable('outbound.channel', CHANNEL, {
    shows: 'outbound',
    example: (text) => ({ name: `send_${named(text)}`, server: 'slack' }),
  }),
  patternTable('outbound.text', SAID, {
    shows: 'outbound',
    example: (text) => ({ name: 'send_it', description: text }),
  }),
  patternTable('outbound.inside', STAYS_INSIDE, {
    hides: 'outbound',
    example: (text) => ({ name: 'send_it', description: `Send messages (${text})` }),
  }),
  patternTable('outbound.public', PUBLIC, {
    shows: 'outbound',
    example: (forge) => ({ name: 'create_note', server: forge, takes: { body: TEXT } }),
  }),
  patternTable('outbound.public-text', PUBLIC_TEXTS, {
    shows: 'outbound',
    example: (text) => ({ name: `write_${named(text)}`, server: 'github', takes: { body: TEXT } }),
  }),
  patternTable('outbound.public-file', PUBLIC_FILES, {
    shows: 'outbound',
    example: (text) => ({ name: named(text), server: 'github', takes: { content: TEXT } }),
  }),
  patternTable('outbound.no-text', NO_TEXT, {
    hides: 'outbound',
    example: (text) => ({ name: `update_issue_${named(text)}`, server: 'github', takes: { body: TEXT } }),
  }),
  patternTable('outbound.publishing', PUBLISHING, {
    shows: 'outbound',
    example: (text) => ({ name: named(text), server: 'github', takes: { id: TEXT } }),
  }),
  wordTable('outbound.text-argument', TEXT_KEYS, {
    shows: 'outbound',
    example: (key) => ({ name: 'create_issue', server: 'github', takes: { [key]: TEXT } }),
  }),
  patternTable('outbound.model', ASKS_MODEL, {
    shows: 'outbound',
    example: (text) => ({ name: 'think', description: `Thinks, and may ${text}`, takes: { prompt: TEXT } }),
  }),
  patternTable('outbound.model-argument', GIVEN_TO_MODEL, {
    shows: 'outbound',
    example: (key) => ({ name: 'ask_it', description: 'Ask a model', takes: { [key]: TEXT } }),
  }),
  patternTable('outbound.body', BODY, {
    shows: 'outbound',
    example: (key) => ({ name: 'run_request', takes: { url: TEXT, [key]: TEXT } }),
  }),
  patternTable('outbound.target', TARGET, {
    shows: 'outbound',
    example: (key) => ({ name: 'run_request', takes: { [key]: TEXT, body: TEXT } }),
  }),
  patternTable('outbound.request', REQUESTS, {
    shows: 'outbound',
    example: (text) => ({ name: `upload_${text}`, takes: { url: TEXT, body: TEXT } }),
  }),
  patternTable('outbound.webhook', WEBHOOKS, {
    shows: 'outbound',
    example: (key) => ({ name: 'run_mill', takes: { [key]: TEXT } }),
  }),
  patternTable('outbound.typing', TYPING, {
    shows: 'outbound',
    example: (value) => ({ name: 'run_mill', takes: { url: TEXT, actions: steps('type', oneOf(value)) } }),
  }),
  patternTable('outbound.value', SENDING_VALUES, {
    shows: 'outbound',
    example: (value) => ({ name: 'run_mill', server: 'gmail', takes: { action: oneOf(value) } }),
  }),
];
