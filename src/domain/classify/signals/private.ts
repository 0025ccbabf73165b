import type { Evidence } from '../../record/classification.ts';
import type { Category } from '../../risk/category.ts';
import { OPERATION_KEYS } from '../category/operations.ts';
import { type Example, named, TEXT } from '../lexicon/example.ts';
import { type ExampleTable, patternTable, wordTable } from '../lexicon/example-table.ts';
import { singular } from '../lexicon/inflection.ts';
import { words } from '../lexicon/word-list.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { namesOwnSystem, OWN_SYSTEM } from './own-systems.ts';
import { anyOf, byPhrase, type SignalRule } from './signal-rule.ts';

/** Things that are somebody's own wherever they are kept. */
const OWN_NOUNS =
  words(`email mail inbox calendar contact customer invoice employee patient bookmark memory memo conversation
  reminder ticket deal lead pod cluster namespace deployment environment subscription clipboard voicemail recording workspace tenant
  task todo timesheet timeslip payslip expense playlist subscriber candidate applicant attendee payout dispute order
  credential secret cookie diary journal reservation booking appointment prescription client member teammate account message
  chat dm alarm incident saved draft purchase receipt household device thermostat crm opportunity
  sprint backlog epic board worklog standup retro meeting portfolio position holding variable`);
/** Things that are somebody's own as a rule, where nothing speaks for the public. */
const LIKELY_NOUNS =
  words(`project user team database table schema row dashboard monitor alert build job pipeline workflow container vm instance
  bucket campaign form submission survey agent call webhook setting preference profile backup folder note role permission inventory
  space app application datasource certificate connector integration milestone segment budget branch repository log trace transaction
  activity notification collection document file sharepoint drive queue volume service replica field issue flag worker cell sheet worksheet workbook spreadsheet teammember course student enrollment grade case`);
/** Things that may be. */
const MAYBE_NOUNS =
  words(`record column index directory page report metric run image network list response assistant transcript key balance payment
  site domain zone snapshot group rule policy comment history tag label product organization organisation function event session node
  resource stat usage server config configuration experiment feedback goal category bill commit repo query dataset view share disk process
  port connection host address company asset counterparty assignment entity relation observation graph definition template plan status diff
  change conflict attribute inspection hardware parity location test suite item board map layer scene feed video`);
/** Marks of the reader's own account, and of a place that belongs to somebody. */
const STRONG_MARKS =
  /\b(?:your|my|current user(?:'s)?|authenticated (?:\w+ )?user(?:'s)?|logged[- ]in user(?:'s)?|user's|owned|for (?:the|that) (?:org|account))\b/;
const OWN_MARKS =
  /\b(?:current user|in the (?:current |specified |given |\w+ )?(?:workspace|account|organi[sz]ation|namespace|tenant|project|database|team|cluster|subscription|space|vault|environment|site|folder)|account|workspace|tenant|organi[sz]ation's|own|internal|in a (?:workspace|project|database|team|cluster|namespace)|from (?:a|the|your) (?:local )?(?:database|workspace|account|project|inbox|crm)|knowledge base|about the user)\b/;
/** Words of what anybody can have. */
const PUBLIC = anyOf(
  'public|publicly|weather|forecasts?|news|stocks?|market|crypto\\w*|coins?|tokens?|exchange rates?|wikipedia',
  'arxiv|pubmed|papers?|npm|pypi|documentation|docs|official|filings?|census|countries|country|recipes?',
  'movies?|tv|anime|pokemon|games?|champions?|league|sports?|players?|flights?|hotels?|restaurants?|trains?',
  'stations?|traffic|directions|geocod\\w*|earthquakes?|nasa|astronomy|clinical trials?|proteins?|genes?',
  'chemical|compounds?|dictionary|jokes?|trivia|horoscope|cves?|vulnerabilit(?:y|ies)|open data|government',
  'parliament|legislation|patents?|trends?|trending|hacker ?news|reddit|blockchain|on-?chain|ethereum|solana',
  'bitcoin|ens|nfts?|defi|gas|smart contracts?|whois|lyrics|museum|art|icons?|supported|version|health|ping',
  'time ?zones?|current time|math|search results|prospects|job postings?|real estate|listings?|hugging ?face',
  'docker hub|terraform registry|congress|court|case law|capabilities',
  'available (?:models?|voices?|tools?|options?|templates?|regions?|languages?|categories)|web(?! ?apps?\\b)',
  'internet|website|web ?pages?|youtube|tiktok|twitter|tweets?|subreddits?|radar|best practices?|guidelines?',
  'examples?|prompt|library docs|components?|stories|quotes?|characters?|models|pricing|prices?|symbols?',
  'ticker|etf|earnings|historical|search engine|google search|domain names?|ip address(?:es)?|css|html',
  'translations?|calculat\\w*|regions|trends?|corporate actions?|options? (?:contracts?|chains?)|tracks|albums',
  'artists|songs|hand|deck|best practices?|recommendations and|metric definitions|syntax|schema types',
  'snippets?|registry|marketplace|landing zones?|libraries|voices?',
);
const RETURNS =
  words(`get fetch retrieve read list search find view show query download export describe inspect summarize summarise analyze analyse
  state look lookup recall browse access check status count head tail poll ls cat grep obtain return info display explore aggregate trace
  monitor extract filter profile explain diff log foreign http-GET collect manage glob discover run execute select use sample report audit
  compare capture watch locate gather preview open has is track debug diagnose screenshot map scan ask review examine enumerate`);

/** A tool that changes things may give data back too: only where the definition says so. */
const SAID_TO_RETURN =
  /\b(?:retriev(?:e|es|ing)|read|reads|reading|fetch(?:es|ing)?|search(?:es|ing)?|list(?:s|ing)?|get or|check(?:s)? unread)\b/;

/** Returns data that is private to a person or organisation. */
export const privateData: SignalRule = {
  id: 'private',
  find: (facts, category) => {
    if (category === 'Read' ? !readsData(facts) : !alsoReads(facts, category)) return [];
    const local = localFiles(facts);
    if (local.length > 0) return local;
    return pointsOf(facts) >= 1 ? evidenceOf(facts) : [];
  },
};

function readsData(facts: ToolFacts): boolean {
  const verbs = [facts.nameActions[0]?.verb.base, facts.textActions[0]?.verb.base].filter((base) => base !== undefined);
  return verbs.length === 0 || verbs.some((base) => RETURNS.has(base));
}

function alsoReads(facts: ToolFacts, category: Category): boolean {
  if (facts.router !== undefined) return true;
  // A tool that reads, and that an argument makes worse: it saves what it returns, or runs a free query.
  const [main] = facts.nameActions;
  if (category !== 'Destructive' && category !== 'Financial' && main?.verb.category === 'Read' && main.clarity >= 2)
    return readsData(facts);
  if (
    facts.parameters.some(
      (each) =>
        OPERATION_KEYS.has(each.key) &&
        each.values.some((value) => /^(?:read|get|list|search|unread|query|fetch)(?:[_-]|$)/i.test(value)),
    )
  )
    return true;
  const runsQuery = facts.nameActions
    .concat(facts.textActions)
    .some(
      (each) =>
        /^(?:execute|run|query)$/.test(each.verb.base) &&
        each.object.some((word) => /^(?:query|sql|statement)$/.test(word)),
    );
  return (
    runsQuery ||
    (SAID_TO_RETURN.test(facts.description.purposeLower) &&
      facts.textActions.some(
        (each) => /^(?:retrieve|read|fetch|search|list|get)$/.test(each.verb.base) && each.clarity >= 2,
      ))
  );
}

/** Nouns of the name, or of the text where the name has none. */
function nounsOf(facts: ToolFacts): string[] {
  const ofName = facts.nameWords.map(singular);
  return facts.nameActions.length > 0 && ofName.length > 1
    ? ofName
    : [...ofName, ...(facts.textActions[0]?.object ?? [])];
}

/** Figures and definitions about what is kept, and none of it. */
const MEASURES = anyOf(
  'size|length|len|count|dbsize|exists|type|types|categories|number|(?:index|server|db|database|collection) (?:info|stats)|schema types?|field definitions',
  '(?:list|get) (?:all )?(?:index(?:es)?|indices|connections|knowledge sources?|templates?)|explain|qr code|install|(?:crawl|scrape|agent|batch) (?:\\w+ )?status|wait for \\w+',
);
/** What is worked out over many, and no one's own. */
const FIGURES: ReadonlySet<string> = words('trend rating ranking benchmark leaderboard');
/** Nouns that stay private even where they are only counted. */
const PERSONAL: ReadonlySet<string> = words('email mail message customer patient order invoice contact account');
const BROWSER = /\b(?:browser|web ?page|puppeteer|playwright|selenium|chrome|devtools|console)\b/;

const FORGES = anyOf('github|gitlab|gitee|gitea|bitbucket');
/** Work that a forge keeps for those who may see the project. */
const FORGE_WORK = anyOf(
  'issues?|pull requests?|merge requests?|prs?|mrs?|discussions?|commits?|code|files?|pipelines?|jobs?|workflows?|actions?|gists?|notifications?|projects?|todos?|events?|findings?|alerts?|artifacts?|diffs?|ui',
);
/** Labels and marks of a project, and what everybody can look up. */
const FORGE_PUBLIC = anyOf(
  'labels?|tags?|releases?|branch(?:es)?|categories|types|fields|global|advisories|users?|orgs|starred|catalog|templates?|licen[sc]es?|verify',
);

/** Verbs of working on a text that the caller brings along. */
const WORKING: ReadonlySet<string> = words(
  'validate verify check analyze analyse convert parse lint format evaluate reflect think xpath review explain',
);
const BROUGHT =
  /^(?:xml|html|json|yaml|code|text|config|content|snippet|markdown|sql|workflow|node_?type|thought|analysis)$/;

/** A tool that works on what the caller gives returns nothing of anybody else's. */
function givesText(facts: ToolFacts): boolean {
  const base = facts.nameActions[0]?.verb.base ?? facts.nameWords[0] ?? '';
  return WORKING.has(base) && facts.parameters.some((each) => each.depth === 0 && BROUGHT.test(each.key));
}

/** What marks are looked for in. */
interface Looked {
  readonly facts: ToolFacts;
  readonly name: string;
  /** The first words of the description. */
  readonly lead: string;
  /** Nouns of the name. */
  readonly nouns: readonly string[];
  /** Nouns of what the text says first. */
  readonly textNouns: readonly string[];
}

/** A mark that what comes back is somebody's own, or that it is not. */
export interface PrivateMark {
  readonly id: string;
  readonly points: number;
  /** @param soFar the points of the marks before it */
  readonly holds: (looked: Looked, soFar: number) => boolean;
  /** With the mark it just is private: one point less, and it is not. */
  readonly enough: Example;
  /** With the mark it just is not private: one point more, and it is. */
  readonly short: Example;
}

/** Marks and what they weigh; of a group the first that holds counts. One point in all is enough. */
export const PRIVATE_MARKS: readonly (readonly PrivateMark[])[] = [
  [
    {
      id: 'own-system',
      points: 2,
      holds: ({ facts }) => namesOwnSystem(facts.about),
      enough: { name: 'get_record', title: 'Notion', description: 'Get it', server: 'solana' },
      short: { name: 'get_it', title: 'Notion', description: 'Get it', server: 'solana' },
    },
  ],
  [
    {
      id: 'own-noun',
      points: 3,
      holds: ({ nouns }) => nouns.some((word) => OWN_NOUNS.has(word)),
      enough: { name: 'get_inbox', description: 'Get it', server: 'solana' },
      short: { name: 'get_inbox', description: 'Get a ranking' },
    },
    {
      id: 'own-noun-in-text',
      points: 2,
      holds: ({ textNouns }) => textNouns.some((word) => OWN_NOUNS.has(word)),
      enough: { name: 'get_it', title: 'Notion', description: 'Get the inbox ranking' },
      short: { name: 'get_it', description: 'Get the inbox', server: 'solana' },
    },
    {
      id: 'likely-noun',
      points: 2,
      holds: ({ nouns }) => nouns.some((word) => LIKELY_NOUNS.has(word)),
      enough: { name: 'get_project', description: 'Get a ranking for our own' },
      short: { name: 'get_project', description: 'Get it', server: 'solana' },
    },
    {
      id: 'maybe-noun',
      points: 1,
      holds: ({ nouns, textNouns }) =>
        [...nouns, ...textNouns].some((word) => LIKELY_NOUNS.has(word) || MAYBE_NOUNS.has(word)),
      enough: { name: 'get_record', description: 'Get it' },
      short: { name: 'get_record', title: 'Notion', description: 'Get a ranking' },
    },
  ],
  [
    {
      id: 'strong-mark',
      points: 3,
      holds: ({ lead }) => STRONG_MARKS.test(lead),
      enough: { name: 'get_record', description: 'Get your ranking' },
      short: { name: 'get_it', description: 'Get your ranking' },
    },
    {
      id: 'own-mark',
      points: 2,
      holds: ({ lead }) => OWN_MARKS.test(lead),
      enough: { name: 'get_project', description: 'Get a leaderboard for our own' },
      short: { name: 'get_it', description: 'Get it for our own', server: 'solana' },
    },
  ],
  [
    {
      id: 'public-name',
      points: -3,
      holds: ({ name }) => PUBLIC.test(name) || ABOUT_TOOLS.test(name),
      enough: { name: 'get_weather_inbox', description: 'Get it', server: 'solana', takes: { inbox_id: TEXT } },
      short: { name: 'get_weather_inbox', description: 'Get it' },
    },
    {
      id: 'public-text-beside-own',
      points: -1,
      holds: ({ lead }, soFar) => soFar >= 3 && PUBLIC.test(lead),
      enough: { name: 'get_inbox', title: 'Notion', description: 'Get a weather ranking' },
      short: { name: 'get_inbox', description: 'Get it with weather', server: 'solana' },
    },
    {
      id: 'public-text',
      points: -2,
      holds: ({ lead }) => PUBLIC.test(lead),
      enough: { name: 'get_project', description: 'Get it with weather', server: 'solana', takes: { inbox_id: TEXT } },
      short: { name: 'get_project', description: 'Get it with weather' },
    },
  ],
  [
    {
      id: 'forge-public',
      points: -4,
      holds: ({ facts, name }) => FORGES.test(facts.about) && isForgePublic(name),
      enough: { name: 'get_inbox_label', title: 'Notion', description: 'Get it', server: 'github' },
      short: { name: 'get_record_label', description: 'Get your thing', server: 'github' },
    },
    {
      id: 'forge-work',
      points: 3,
      holds: ({ facts, name }) => FORGES.test(facts.about) && !isForgePublic(name) && FORGE_WORK.test(name),
      enough: { name: 'get_finding', title: 'Solana', description: 'Get it', server: 'github' },
      short: { name: 'get_finding', description: 'Get a ranking', server: 'github' },
    },
  ],
  [
    {
      id: 'measure',
      points: -4,
      holds: ({ name, nouns }) => MEASURES.test(name) && !nouns.some((word) => PERSONAL.has(word)),
      enough: { name: 'get_inbox_count', title: 'Notion', description: 'Get it' },
      short: { name: 'get_record_count', description: 'Get your thing' },
    },
  ],
  [
    {
      id: 'browser',
      points: -4,
      holds: ({ facts }) => facts.topics.device && BROWSER.test(facts.about),
      enough: { name: 'get_inbox', title: 'Notion', description: 'Get it', server: 'browser' },
      short: { name: 'get_record', description: 'Get your thing', server: 'browser' },
    },
  ],
  [
    {
      id: 'brought',
      points: -6,
      holds: ({ facts }) => givesText(facts),
      enough: { name: 'check_inbox', title: 'Notion', description: 'Check it for our own', takes: { config: TEXT } },
      short: { name: 'check_inbox', description: 'Check your thing', takes: { config: TEXT } },
    },
  ],
  [
    {
      id: 'figure',
      points: -3,
      holds: ({ textNouns }) => textNouns.some((word) => FIGURES.has(word)),
      enough: { name: 'get_it', title: 'Notion', description: 'Get a ranking for our own' },
      short: { name: 'get_contact', description: 'Get a ranking' },
    },
  ],
  [
    {
      id: 'address',
      points: -3,
      holds: ({ facts }) =>
        facts.topics.takes.has('url') &&
        !SIGNS_IN.some((key) => facts.topics.takes.has(key)) &&
        !namesOwnSystem(facts.about),
      enough: { name: 'get_project', description: 'Get it for our own', takes: { url: TEXT } },
      short: { name: 'get_inbox', description: 'Get it', takes: { url: TEXT } },
    },
  ],
  [
    {
      id: 'mailbox',
      points: 3,
      holds: ({ facts }) => MAILBOX.some((key) => facts.topics.takes.has(key)),
      enough: { name: 'get_it', description: 'Get it', server: 'solana', takes: { mailbox_id: TEXT } },
      short: { name: 'get_it', description: 'Get a ranking', takes: { message_id: TEXT } },
    },
  ],
  [
    {
      id: 'chain',
      points: -2,
      holds: ({ facts, lead }) => facts.topics.chain && !OWN_WALLET.test(lead),
      enough: { name: 'get_contact', description: 'Get it', server: 'solana' },
      short: { name: 'get_folder', description: 'Get it', server: 'solana' },
    },
  ],
];

/** Names of tools that tell of tools. */
const ABOUT_TOOLS = /\b(?:help|tools?|models|capabilities)\b/;
/** What belongs to those who may see a project, beside the words of what everybody can look up. */
const FORGE_OWN = /\b(?:secret|dependabot|issues|merge requests|protected)\b/;
/** Arguments with which a call signs in at an address. */
const SIGNS_IN = ['token', 'api_key', 'password', 'username'];
/** Arguments that name a mailbox or what is in one. */
const MAILBOX = ['inbox_id', 'mailbox_id', 'message_id'];
/** A wallet of the reader's own. */
const OWN_WALLET = /\b(?:your|my|wallets? (?:group|list))\b/;

const isForgePublic = (name: string) => FORGE_PUBLIC.test(name) && !FORGE_OWN.test(name);

/** How much speaks for data that is somebody's own. */
function pointsOf(facts: ToolFacts): number {
  const [said] = facts.textActions;
  const looked: Looked = {
    facts,
    name: facts.nameWords.join(' '),
    lead: facts.description.purposeLower.slice(0, 240),
    nouns: nounsOf(facts),
    textNouns: [...(said?.object ?? []), ...(said?.preposition === 'of' ? said.rest.slice(0, 5) : [])],
  };
  return PRIVATE_MARKS.reduce(
    (soFar, group) => soFar + (group.find(({ holds }) => holds(looked, soFar))?.points ?? 0),
    0,
  );
}

function evidenceOf(facts: ToolFacts): Evidence[] {
  const own = facts.nameWords.find(
    (word) => OWN_NOUNS.has(singular(word)) || LIKELY_NOUNS.has(singular(word)) || MAYBE_NOUNS.has(singular(word)),
  );
  const says = 'returns data of a person or organisation';
  const named: Evidence[] = own === undefined ? [] : [{ from: 'name', text: facts.name.slice(0, 80), says }];
  const found = [...named, ...byPhrase(facts, OWN_MARKS, says, 240)];
  return found.length > 0
    ? found
    : [{ from: 'name', text: facts.name.slice(0, 80), says: "returns data from the user's own system" }];
}

function localFiles(facts: ToolFacts): Evidence[] {
  const name = facts.nameWords.join(' ');
  const reads =
    /\b(?:read|get|search|grep|cat|head|tail|view|list|open|show|find|ls|glob|directory tree|diff|blame|log|status)\b/;
  const file = facts.parameters.find((each) =>
    /(?:^|_)(?:file_?path|filepath|path|paths|directory|dir|repo_path|folder)$/.test(each.key),
  );
  if (
    file === undefined ||
    !reads.test(name) ||
    !/\b(?:files?|director(?:y|ies)|local|filesystem|repo(?:sitory)?|folder|commit|git|codebase|document|workbook|database)\b/.test(
      facts.about,
    )
  )
    return [];
  if (PUBLIC.test(name) || /\b(?:github|gitlab|gitee)\b/.test(facts.about)) return [];
  return [{ from: 'parameter', where: file.path, text: file.name, says: 'returns what local files hold' }];
}

/** What an example of each row looks like. */
export const PRIVATE_EXAMPLES: readonly ExampleTable[] = [
  wordTable('private.own', OWN_NOUNS, {
    shows: 'private',
    example: (noun) => ({ name: `get_${noun}`, description: 'Get it', server: 'solana' }),
  }),
  wordTable('private.likely', LIKELY_NOUNS, {
    except: ['sharepoint'],
    shows: 'private',
    example: (noun) => ({ name: `get_${noun}`, description: 'Get a ranking for our own' }),
  }),
  wordTable('private.maybe', MAYBE_NOUNS, {
    except: ['board'],
    shows: 'private',
    example: (noun) => ({ name: `read_${noun}`, description: 'Get it' }),
  }),
  patternTable('private.system', OWN_SYSTEM, {
    except: ['cosmos'],
    shows: 'private',
    example: (title) => ({ name: 'get_it', title, description: 'Get it' }),
  }),
  patternTable('private.strong-mark', STRONG_MARKS, {
    shows: 'private',
    example: (text) => ({ name: 'get_it', description: `Get it (${text})` }),
  }),
  patternTable('private.mark', OWN_MARKS, {
    shows: 'private',
    example: (text) => ({ name: 'get_it', description: `Get it (${text})` }),
  }),
  patternTable('private.public', PUBLIC, {
    except: ['docker hub'],
    hides: 'private',
    example: (text) => ({ name: 'get_project', description: `Get a project (${text})` }),
  }),
  wordTable('private.verb', RETURNS, {
    except: ['state', 'count', 'explain', 'log', 'foreign', 'http-GET', 'manage', 'run', 'execute', 'use', 'open'],
    shows: 'private',
    example: (verb) => ({ name: `${verb}_inbox` }),
  }),
  patternTable('private.measure', MEASURES, {
    hides: 'private',
    example: (text) => ({ name: `get_project_${named(text)}` }),
  }),
  wordTable('private.figure', FIGURES, {
    except: ['trend'],
    hides: 'private',
    example: (noun) => ({ name: 'get_project', description: `Get a ${noun} of projects` }),
  }),
  wordTable('private.personal', PERSONAL, { shows: 'private', example: (noun) => ({ name: `get_${noun}_count` }) }),
  patternTable('private.forge', FORGES, {
    shows: 'private',
    example: (server) => ({ name: 'get_finding', description: 'Get a finding', server }),
  }),
  patternTable('private.forge-work', FORGE_WORK, {
    shows: 'private',
    example: (text) => ({ name: `get_${named(text)}`, description: 'Get it', server: 'github' }),
  }),
  patternTable('private.forge-public', FORGE_PUBLIC, {
    hides: 'private',
    example: (text) => ({ name: `get_project_${named(text)}`, description: 'Get it', server: 'github' }),
  }),
  wordTable('private.working', WORKING, {
    except: ['explain'],
    hides: 'private',
    neutral: 'get',
    example: (verb) => ({ name: `${verb}_project`, description: 'Get it', takes: { config: TEXT } }),
  }),
  patternTable('private.brought', BROUGHT, {
    hides: 'private',
    example: (key) => ({ name: 'check_project', takes: { [key]: TEXT } }),
  }),
  patternTable('private.browser', BROWSER, {
    hides: 'private',
    example: (text) => ({ name: 'get_project', description: `Get a project (${text}) on a screen` }),
  }),
  patternTable('private.also-reads', SAID_TO_RETURN, {
    example: (text) => ({ name: 'update_inbox', description: `Fetches the inbox, updates it and ${text}` }),
  }),
];
