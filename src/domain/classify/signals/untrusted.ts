import type { Evidence } from '../../record/classification.ts';
import { named, oneOf, TEXT } from '../lexicon/example.ts';
import { type ExampleTable, patternTable, wordTable } from '../lexicon/example-table.ts';
import { words } from '../lexicon/word-list.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { SHARED_PLACES } from './shared-places.ts';
import { anyOf, byName, byParameter, byPhrase, byValue, firstOf, nameOf, type SignalRule } from './signal-rule.ts';

const READS = '(?:get|list|search|read|fetch|find|view|unread|retrieve)';

/** Names of tools that return the web or what people post there. */
const NAMED = anyOf(
  'web search|search web|(?:google|bing|brave) (?:web )?search|search google|web fetch|web extract|deep research',
  'fetch (?:url|html|markdown|webpage|page|website|txt|text|web content|web|json|web page)',
  'scrape\\w*|crawl\\w*|visit page|page content|visible (?:text|html)|url (?:content|to markdown)',
  `${READS} (?:\\w+ ){0,2}(?:emails?|mails?|inbox|tweets?|comments?|replies|reviews?|mentions|timeline|feed|posts?|discussions?|transcripts?|subtitles|captions|webpages?|gists?|skeets?|newsletters|threads?|subreddits?|dms?|unread|hacker news|hn|stories)`,
  'get (?:page source|html|dom|text content|visible text|visible html|markdown)|read messages?',
  '(?:reddit|twitter|youtube|hackernews|stackoverflow|stack overflow|bluesky) (?:search|posts|comments)',
  'search (?:reddit|twitter|youtube|news|stackoverflow|hackernews|x|posts)',
  '(?:form|survey|quiz|contact) (?:submissions?|responses?|entries|answers)|get (?:\\w+ )?news',
  'tavily \\w+|exa \\w+|firecrawl \\w+|browser (?:snapshot|get text|read|extract|content)|snapshot',
);

/** The same in descriptions. */
const SAID = anyOf(
  'web ?pages?|(?:the|a|any|search the|from the) web|web search|search(?:es|ing)? the (?:web|internet)|internet search|from (?:the )?internet|browse the',
  'google search|bing|duckduckgo|brave search|search engine|tavily|perplexity|serper|serp|searxng|exa|up-to-date information|real-time (?:web )?information',
  'scrap(?:e|es|ing)|crawl(?:s|ing)?|html (?:of|content|from)|fetch(?:es)? (?:an? |any |the )?urls?|http (?:get )?requests?',
  '(?:from|of|on|any) (?:an? |any |the |given |specified |multiple )*websites?|contents? (?:of|from) (?:an? |any |the |given |specified |multiple )*(?:urls?|pages?|sites?)',
  'e-?mails?|inbox|tweets?|reddit|subreddit|hacker news|stack ?overflow|forum|bluesky|mastodon|social media posts?|linkedin (?:posts?|jobs?|profiles?)|job postings?',
  '(?:customer|user|app|product) reviews?|reviews of|comments? (?:on|from|for|of) (?:an? |the )?(?:video|post|issue|pull request|article|story|discussion)',
  'youtube (?:video )?(?:transcript|comments?|subtitles?|captions?)|transcripts? (?:of|from|for) (?:a |the )?(?:youtube|video)|podcasts?',
  'pull requests? (?:comments?|reviews?)|rss|news (?:articles?|stories|headlines)|articles? (?:from|by|about|on|matching|using)|blog posts?',
  'telegram|whatsapp|discord|zhihu|weibo|xiaohongshu|douyin|bilibili|wikipedia|wikis?|product ?hunt',
);

/** Words that only look like it: addresses, settings, figures and the vendor's own pages. */
const NOT_STRANGERS = anyOf(
  'email (?:routing|address|template|validation|verification|domain|deliverability|campaign|stats|settings|domains?)|(?:verify|validate|send) email|(?:by|user by) e-?mail|email (?:of|and)',
  'web ?site (?:traffic|analytics|ranking|settings|id|certificates?)|websites? (?:you own|in your account)|documentation|docs|web ?hooks?|app ?store',
  'list of (?:available )?(?:feeds|tools)|discover tools?|robots\\.txt|sitemap|number of|count|dns|whois|status code|user information|screenshot of (?:the|your) screen|crawl (?:status|jobs|stats)|usage',
);

/** What people write to each other there. */
const SHARED_TEXT = anyOf(
  `(?:${READS}|my|wait|export) (?:\\w+ ){0,3}(?:issues?|tickets?|pull requests?|prs?|mrs?|merge requests?|discussions?|comments?|replies|notes?|threads?|reviews?|notifications?|gists?|file contents?|file content|readme|commits?|diffs?|blame|releases?|events?|todos?|code|repositor(?:y|ies)|attachments?|catalog resources?|actions?|messages?|conversations?|channel|chats?|history|transcripts?|pages?|documents?|docs?|blocks?|tasks?|cards?|stor(?:y|ies)|epics?|bugs?|work items?|articles?|posts?|updates?|incidents?|errors?|traces?|submissions?|responses?|contacts?|deals|leads|cases?|engagements?|objects?|canvas|jql|cql|spaces?)`,
  '(?:issue|mr|pr|merge request|pull request|discussion|dependency|actions|ticket|page|document) (?:\\w+ )?(?:read|view|list|get|comments|discussions|details)|find duplicates?',
  '(?:channels?|conversations?|threads?|messages?|dms?) (?:history|replies|messages|context)|history|(?:jql|cql) search|search (?:jql|cql)',
);
/** Marks and figures of the same objects, which carry no text. */
const SHARED_SIDES =
  /(?:links?|reactions?|versions?|pipelines?|status(?:es)?|approvals?(?: state| rules?)?|approval state|changed files|categories|types?|fields?|labels?|milestones?|settings|templates?|stats|variables?|branches|tags|contributors|collaborators|tree|alerts?|reviewers|participants|advisories|findings?|burndown events|draft notes?|actions list|users?|members?|metadata|schemas?|counts?|transitions?|watchers?|permissions?|sprints?|boards?|teams?|workspaces?|tokens?|properties|propert(?:y|ies) definitions?|owners?)$/;

/** Pages about the place itself, which its maker wrote. */
const VENDORS_OWN = anyOf('documentation|api reference|help (?:center|centre)');

/** What programs write down of what strangers sent them. */
const LOGS = anyOf(
  `(?:${READS}|tail|stream|kubectl|fetch) (?:\\w+ ){0,3}(?:logs?|stack ?traces?|log entries)|(?:pods?|containers?|services?|servers?|deployments?|builds?|jobs?|workflows?|runtime|errors?|functions?|apps?|applications?|compute) (?:\\w+ )?logs?`,
);
const NO_LOGS = anyOf(
  'log (?:levels?|groups?|streams?|sinks?|in|out|buckets?|drains?)|login|logout|changelogs?|time ?logs?|work ?logs?|logs? (?:settings|config\\w*)',
);

/** Invitations come from whoever has the address. */
const CALENDARS = anyOf('calendars?|google workspace|outlook|caldav');
const INVITATIONS = anyOf(`(?:${READS}) (?:\\w+ ){0,3}(?:events?|invitations?|meetings?|calendar)`);

/** Channels over which strangers write. */
const PEOPLE = anyOf(
  'whatsapp|telegram|imessage|apple messages|messages app|sms|discord|wechat|signal|gmail|outlook|imap|e-?mails?',
  'linkedin|twitter|instagram|facebook|messenger|bluesky|mastodon|nostr|farcaster',
);
const MESSAGES = anyOf(`${READS} (?:\\w+ ){0,3}(?:messages?|chats?|conversations?|mails?|mentions|replies)`);

const BROWSER = anyOf('browsers?|web ?pages?|puppeteer|playwright|selenium|chrome|dom|tabs?');
const PAGE_TEXT = anyOf(
  'text content|inner ?text|inner ?html|page (?:content|text|source|html|snapshot)|content of (?:the |a )?(?:current )?(?:web ?)?page|html (?:of|content)',
  'accessibility (?:tree|snapshot)|visible (?:text|html)|dom (?:snapshot|content)|elements? text|from (?:the|a) (?:current )?(?:web ?)?page|console (?:messages?|logs?)|network requests?|screenshots? of (?:the |a )?(?:current |full |entire )?(?:web ?)?page|text snapshot',
);

/** Operations that bring something back. */
const READING_VALUES = /^(?:read|unread|search|get|list|fetch)(?:[_-]|$)/;

const SCRIPTED = anyOf('evaluate|script|javascript');

const VERBS_THAT_RETURN: ReadonlySet<string> =
  words(`get fetch retrieve read list search find scrape crawl extract browse view show query download summarize summarise analyze analyse look
  explore monitor describe state capture open research collect watch answer ask discover poll check lookup transcribe parse convert manage
  obtain import ingest`);

/** Returns text that others may have written. */
export const untrusted: SignalRule = {
  id: 'untrusted',
  find: (facts, category) => {
    if (category === 'Destructive' || category === 'Financial') return [];
    if (facts.router !== undefined) return [];
    const readsByName = facts.nameActions[0]?.verb.category === 'Read' && facts.nameActions[0].clarity === 3;
    if (category === 'Execute') {
      const browsed = byBrowsing(facts);
      if (!readsByName || browsed.length > 0) return browsed;
    }
    if (category !== 'Read' && !returnsSomething(facts)) return [];
    const { about, topics } = facts;
    const isShared = SHARED_PLACES.test(about) && !VENDORS_OWN.test(facts.description.purposeLower.slice(0, 110));
    const isPlain =
      !(isShared && SHARED_SIDES.test(nameOf(facts))) &&
      !NOT_STRANGERS.test(`${nameOf(facts)} ${facts.description.purposeLower.slice(0, 110)}`);
    return firstOf(
      () => (topics.device && BROWSER.test(about) ? pageText(facts) : []),
      () => (PEOPLE.test(about) ? byName(facts, MESSAGES, 'returns what others wrote') : []),
      () =>
        isShared && !SHARED_SIDES.test(nameOf(facts)) ? byName(facts, SHARED_TEXT, 'returns what others wrote') : [],
      () =>
        CALENDARS.test(about) && !SHARED_SIDES.test(nameOf(facts))
          ? byName(facts, INVITATIONS, 'returns what others wrote')
          : [],
      () =>
        NO_LOGS.test(nameOf(facts)) ? [] : byName(facts, LOGS, 'returns what programs noted of what they were sent'),
      () => mailObject(facts),
      () =>
        isPlain || /scrape|crawl|web search/.test(nameOf(facts))
          ? byName(facts, NAMED, 'returns what others wrote')
          : [],
      () => (isPlain ? byPhrase(facts, SAID, 'returns text that others may have written', 320) : []),
    );
  },
};

/** A message or its attachment, told by the ids that the call takes. */
function mailObject(facts: ToolFacts): readonly Evidence[] {
  const { takes } = facts.topics;
  const isMail =
    takes.has('inbox_id') ||
    takes.has('mailbox') ||
    takes.has('mailbox_id') ||
    (takes.has('message_id') && takes.has('attachment_id'));
  return isMail
    ? byName(facts, /\b(?:messages?|threads?|attachments?|mails?|emails?|drafts?)\b/, 'returns what others wrote')
    : [];
}

function returnsSomething(facts: ToolFacts): boolean {
  return [facts.nameActions[0], facts.textActions[0]].some((action) => VERBS_THAT_RETURN.has(action?.verb.base ?? ''));
}

function pageText(facts: ToolFacts): readonly Evidence[] {
  const says = 'returns what a web page says';
  return firstOf(
    () => byPhrase(facts, PAGE_TEXT, says, 160),
    () => byName(facts, PAGE_TEXT, says),
  );
}

/** What an Execute tool brings back: a script's view of a page, a browsing agent's report, messages beside sending. */
function byBrowsing(facts: ToolFacts): readonly Evidence[] {
  const { about, parameters, topics } = facts;
  const task = parameters.find((each) => /^(?:task|goal|instructions?)$/.test(each.key));
  const snapshot = parameters.find((each) => /^(?:include|return|with)_(?:snapshot|content|html|text)$/.test(each.key));
  return firstOf(
    () => (topics.device && snapshot !== undefined ? [byParameter(snapshot, 'returns what a web page says')] : []),
    () =>
      topics.device && BROWSER.test(about) ? byName(facts, SCRIPTED, 'returns what a script finds on a page') : [],
    () =>
      task !== undefined && /\b(?:browser|web ?sites?|web ?pages?|the web)\b/.test(about)
        ? [byParameter(task, 'browses for the caller and reports')]
        : [],
    () => (PEOPLE.test(about) ? byValue(facts, READING_VALUES, 'also returns what others wrote') : []),
  );
}

/** What an example of each row looks like. */
export const UNTRUSTED_EXAMPLES: readonly ExampleTable[] = [
  patternTable('untrusted.name', NAMED, {
    shows: 'untrusted',
    example: (text) => ({ name: named(text), description: 'Gets it' }),
  }),
  patternTable('untrusted.text', SAID, {
    shows: 'untrusted',
    example: (text) => ({ name: 'get_it', description: `Get it by ways of old: ${'about '.repeat(20)}${text}` }),
  }),
  patternTable('untrusted.no-strangers', NOT_STRANGERS, {
    hides: 'untrusted',
    example: (text) => ({ name: 'get_it', description: `Get ${text} and a podcast` }),
  }),
  patternTable('untrusted.place', SHARED_PLACES, {
    shows: 'untrusted',
    example: (server) => ({ name: 'get_issue', description: 'Get it', server }),
  }),
  patternTable('untrusted.shared-text', SHARED_TEXT, {
    shows: 'untrusted',
    example: (text) => ({ name: named(text), description: 'Gets it', server: 'github' }),
  }),
  patternTable('untrusted.shared-side', SHARED_SIDES, {
    hides: 'untrusted',
    example: (text) => ({ name: `get_issue_${named(text)}`, description: 'Gets it', server: 'github' }),
  }),
  patternTable('untrusted.vendors-own', VENDORS_OWN, {
    hides: 'untrusted',
    example: (text) => ({ name: 'get_page', description: `Gets a page of the ${text}`, server: 'jira' }),
  }),
  patternTable('untrusted.log', LOGS, {
    shows: 'untrusted',
    example: (text) => ({ name: named(text), description: 'Gets it' }),
  }),
  patternTable('untrusted.no-log', NO_LOGS, {
    hides: 'untrusted',
    example: (text) => ({ name: `get_pod_${named(text)}_logs`, description: 'Gets it' }),
  }),
  patternTable('untrusted.calendar', CALENDARS, {
    shows: 'untrusted',
    example: (text) => ({ name: 'list_events', description: `Lists it (${text})` }),
  }),
  patternTable('untrusted.invitation', INVITATIONS, {
    shows: 'untrusted',
    example: (text) => ({ name: named(text), description: 'Gets it', server: 'calendar' }),
  }),
  patternTable('untrusted.people', PEOPLE, {
    shows: 'untrusted',
    example: (text) => ({ name: 'get_messages', description: `Gets it (${text})` }),
  }),
  patternTable('untrusted.messages', MESSAGES, {
    shows: 'untrusted',
    example: (text) => ({ name: named(text), description: 'Gets it', server: 'gmail' }),
  }),
  patternTable('untrusted.browser', BROWSER, {
    shows: 'untrusted',
    example: (text) => ({ name: 'get_inner_text', description: `Gets it (${text}) on the screen` }),
  }),
  patternTable('untrusted.page', PAGE_TEXT, {
    shows: 'untrusted',
    example: (text) => ({ name: 'get_it', description: `Get ${text}`, server: 'playwright' }),
  }),
  patternTable('untrusted.script', SCRIPTED, {
    shows: 'untrusted',
    example: (text) => ({ name: `run_${text}`, description: 'Runs it', server: 'playwright' }),
  }),
  wordTable('untrusted.verb', VERBS_THAT_RETURN, {
    except: ['state', 'open'],
    shows: 'untrusted',
    example: (verb) => ({
      name: `${verb}_it`,
      description: 'Saves a podcast',
      takes: { output_path: TEXT },
    }),
  }),
  patternTable('untrusted.value', READING_VALUES, {
    shows: 'untrusted',
    example: (value) => ({ name: 'send_it', server: 'gmail', takes: { action: oneOf(value) } }),
  }),
];
