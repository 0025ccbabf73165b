import type { Evidence } from '../../record/classification.ts';
import type { Category } from '../../risk/category.ts';
import { OPERATION_KEYS } from '../category/operations.ts';
import { named, TEXT } from '../lexicon/example.ts';
import { type ExampleTable, patternTable, wordTable } from '../lexicon/example-table.ts';
import { singular } from '../lexicon/inflection.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { namesOwnSystem, OWN_SYSTEM } from './own-systems.ts';
import { anyOf, byPhrase, type SignalRule } from './signal-rule.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''));

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
const FIGURES: ReadonlySet<string> = new Set('trend rating ranking benchmark leaderboard'.split(' '));
/** Nouns that stay private even where they are only counted. */
const PERSONAL: ReadonlySet<string> = new Set(
  'email mail message customer patient order invoice contact account'.split(' '),
);
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

function forgePoints(facts: ToolFacts, name: string): number {
  if (!FORGES.test(facts.about)) return 0;
  if (FORGE_PUBLIC.test(name) && !/\b(?:secret|dependabot|issues|merge requests|protected)\b/.test(name)) return -4;
  return FORGE_WORK.test(name) ? 3 : 0;
}

/** Verbs of working on a text that the caller brings along. */
const WORKING: ReadonlySet<string> = new Set(
  'validate verify check analyze analyse convert parse lint format evaluate reflect think xpath review explain'.split(
    ' ',
  ),
);
const BROUGHT =
  /^(?:xml|html|json|yaml|code|text|config|content|snippet|markdown|sql|workflow|node_?type|thought|analysis)$/;

/** A tool that works on what the caller gives returns nothing of anybody else's. */
function givesText(facts: ToolFacts): boolean {
  const base = facts.nameActions[0]?.verb.base ?? facts.nameWords[0] ?? '';
  return WORKING.has(base) && facts.parameters.some((each) => each.depth === 0 && BROUGHT.test(each.key));
}

/** Points for and against: where it is kept, what it is, whose it is said to be. */
function pointsOf(facts: ToolFacts): number {
  const lead = facts.description.purposeLower.slice(0, 240);
  const nouns = nounsOf(facts);
  const textNouns = [
    ...(facts.textActions[0]?.object ?? []),
    ...(facts.textActions[0]?.preposition === 'of' ? (facts.textActions[0]?.rest.slice(0, 5) ?? []) : []),
  ];
  const name = facts.nameWords.join(' ');
  let points = 0;
  if (namesOwnSystem(facts.about)) points += 2;
  if (nouns.some((word) => OWN_NOUNS.has(word))) points += 3;
  else if (textNouns.some((word) => OWN_NOUNS.has(word))) points += 2;
  else if (nouns.some((word) => LIKELY_NOUNS.has(word))) points += 2;
  else if ([...nouns, ...textNouns].some((word) => LIKELY_NOUNS.has(word) || MAYBE_NOUNS.has(word))) points += 1;
  if (STRONG_MARKS.test(lead)) points += 3;
  else if (OWN_MARKS.test(lead)) points += 2;
  if (PUBLIC.test(name) || /\b(?:help|tools?|models|capabilities)\b/.test(name)) points -= 3;
  else if (PUBLIC.test(lead)) points -= points >= 3 ? 1 : 2;
  points += forgePoints(facts, name);
  if (MEASURES.test(name) && !nouns.some((word) => PERSONAL.has(word))) points -= 4;
  if (facts.topics.device && BROWSER.test(facts.about)) points -= 4;
  if (givesText(facts)) points -= 6;
  if (textNouns.some((word) => FIGURES.has(word))) points -= 3;
  const { takes } = facts.topics;
  const signsIn = ['token', 'api_key', 'password', 'username'].some((key) => takes.has(key));
  if (takes.has('url') && !signsIn && !namesOwnSystem(facts.about)) points -= 3;
  if (takes.has('inbox_id') || takes.has('mailbox_id') || takes.has('message_id')) points += 3;
  if (facts.topics.chain && !/\b(?:your|my|wallets? (?:group|list))\b/.test(lead)) points -= 2;
  if (!facts.description.present && points > 0) points += 1;
  return points;
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
