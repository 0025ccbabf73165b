import type { Category } from '../../risk/category.ts';
import { said, TEXT } from '../lexicon/example.ts';
import { type ExampleTable, patternTable } from '../lexicon/example-table.ts';
import type { Parameter } from '../read/schema-parameters.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { anyOf, byParameter, byPhrase, firstOf, type SignalRule } from './signal-rule.ts';

const KEY =
  /^(?:(?:\w+_)?(?:url|urls|uri|hostname|host|base_url|endpoint_url|webhook_url|image_url|video_url|audio_url|rpc_url|rpc|connection_string|conn_string|connection_uri|dsn|site_url|page_url|server_url|link|links|webpage|ip|ip_address|ip_addr|ssh_host|endpoint|hosts|urls|provider|web_page|target|site|server|domain|uris|database_url|connectionstring|feed_url|repo_url|file_url|source_url|start_url|target_url))$/;
const SURE = /(?:^|_)(?:url|urls|rpc_url|hostname|connection_string|connectionstring|dsn|connection_uri|webpage)$/;
const STORED =
  /(?:^|_)(?:callback|redirect|homepage|logo|avatar|icon|cover|thumbnail|website|profile|canonical|return|success|cancel|documentation|license|og|banner|social|linkedin|favicon|privacy_policy|terms|tracking|picture|photo|external|unsubscribe|reference)_?(?:url|uri|link|page)?s?$/;
const CONTACTS = anyOf(
  'fetch|fetches|fetching|scrape|scrapes|crawl|crawls|navigate|navigates|open|opens|visit|download|downloads',
  'request|requests|connect|connects|load|loads|screenshot|capture|scan|scans|ping|import|imports|extract',
  'extracts|analy[sz]e|analy[sz]es|check|checks|test|tests|read|reads|convert|converts|clone|clones|retrieve',
  'retrieves|transcribe|transcribes|get|gets|content|contents|summarize',
  'from (?:a|the|any|an|given|multiple)? ?(?:web ?page|website|url|site|link)|web ?pages?|upload|uploads',
  'audit|inspect|resolve|validate|verify|parse|probe|trace|lookup|execute|run|send|post|edit|generate|animate',
  'query|monitor|detect|use|rpc|http|provider|evaluates?|agent|interact|browse|task',
);
const ENDPOINT = /\b(?:url|host|server address|rpc|uri|connection string|web ?site|web ?page|hostname|ip address)\b/;
const NOT_CONTACTED =
  /\b(?:stored|bookmark|resource uri|at:\/\/|spotify:|identifier|uri of the (?:post|track|resource|record)|optional link|link to include|reference url|figma\.com|youtube video id|github\.com|linkedin (?:profile )?url|url slug|url-encoded|short ?code|relative|image url to display|profile url|to associate|attach(?:ed)?|metadata)\b/;

/** A text that calls the argument an address to begin with: "URL of the chart repository". */
const IS_ADDRESS =
  /^(?:(?:the|a|an|optional|full|target|base|complete|public|git|remote|repository|repo|registry|server|webhook|image|website|page|absolute) ){0,4}(?:urls?|uri|hostname|endpoint url)\b/;
const USES_ADDRESS =
  /\b(?:install|add|clone|fetch|pull|push|download|crawl|scrape|map|navigate|open|connect|request|import|load|upload|monitor|test|scan|check|visit|extract)\b/;

function isSaidToBeContacted(facts: ToolFacts, parameter: Parameter): boolean {
  const own = parameter.description.toLowerCase();
  return (
    parameter.values.length === 0 &&
    !STORED.test(parameter.key) &&
    IS_ADDRESS.test(own) &&
    !NOT_CONTACTED.test(own) &&
    !OF_AN_OBJECT.test(own) &&
    !/\b(?:pattern|regex|prefix|slug|encoded|parameters?|query)\b/.test(own) &&
    USES_ADDRESS.test(facts.nameWords.join(' '))
  );
}

/** An address that only says which object of the service is meant. */
const OF_AN_OBJECT =
  /\burls? (?:of|for|to) (?:the |a |an |your )?(?:[\w-]+ ){0,2}(?:project|pipeline|workflow|job|build|issue|ticket|task|board|pull request|merge request|document|spreadsheet|card|branch|design|database|block)s?\b/;

function isContacted(facts: ToolFacts, parameter: Parameter, category: Category): boolean {
  if (['boolean', 'number', 'integer'].includes(parameter.type ?? '')) return false;
  if (!KEY.test(parameter.key)) return isSaidToBeContacted(facts, parameter);
  if (parameter.values.length > 1 || STORED.test(parameter.key)) return false;
  const own = parameter.description.toLowerCase();
  if (
    /^(?:connection_string|connectionstring|dsn|database_url|conn_string|connection_uri|remote_host|ssh_host|remote_ip_addr)$/.test(
      parameter.key,
    )
  )
    return true;
  if (NOT_CONTACTED.test(own) || OF_AN_OBJECT.test(own)) return false;
  // A list of sources beside a record is kept, not visited.
  if (category === 'Write' && parameter.path.includes('[].')) return false;
  if (/_target$/.test(parameter.key) && !ENDPOINT.test(own)) return false;
  const sure = SURE.test(parameter.key) || (parameter.format === 'uri' && !/uri$/.test(parameter.key));
  const isHost = /^(?:\w+_)?(?:host|hosts|hostname|ip|ip_address|ip_addr|server|domain|target)$/.test(parameter.key);
  if (isHost) {
    if (/^(?:ip|ip_address|ip_addr|domain|target|server)$/.test(parameter.key)) {
      return (
        /\b(?:scan|port|ssl|tls|ping|traceroute|connect|ssh|http|headers|probe|reach|certificate|nmap|whois server|banner)\b/.test(
          `${facts.about} ${own}`,
        ) &&
        /\b(?:host|hostname|ip|address|url|domain|server|target)\b/.test(own || parameter.key) &&
        !/\b(?:geolocat|country|reputation|mcp server name)\b/.test(facts.about)
      );
    }
    return category !== 'Write' || /\b(?:connect|ssh|server|database)\b/.test(facts.about);
  }
  if (/^(?:link|links|site|website|provider|endpoint|rpc|\w*uris?)$/.test(parameter.key) && !ENDPOINT.test(own))
    return false;
  if (!sure && !ENDPOINT.test(own)) return false;
  // An address beside a secret is the server that the secret is for.
  if (
    facts.parameters.some((each) => /^(?:token|auth_token|access_token|api_key|password)$/.test(each.key)) &&
    /^(?:url|base_url|server_url|api_url|host)$/.test(parameter.key)
  )
    return true;
  if (category === 'Write')
    return /\b(?:import|upload|download|monitor|watch|clone|fetch|crawl|scrape|load|ingest|retrieve|from (?:a )?url|connect|webhook url to|connection|extract)\b/.test(
      `${facts.nameWords.join(' ')} ${facts.description.purposeLower.slice(0, 400)} ${own}`,
    );
  return CONTACTS.test(`${facts.nameWords.join(' ')} ${facts.description.purposeLower} ${own}`);
}

const SAID =
  /\b(?:fetch|fetches|scrape|scrapes|crawl|crawls|navigate|navigates|visit|open|opens|download|downloads|load|loads|extract|extracts|convert|converts|read|reads|screenshot|capture|captures|get|gets|retrieves?|test|run|analyze|analyzes|describe|import|imports|connect|connects|ping|scan|scans|request|make|sends?)\b(?: [\w'-]+){0,6} (?:(?:from|of|to|at|on|by|for|into) )?(?:an? |any |the |given |specified |specific |web |multiple |one |or |more |public |image |target |video )*(?:urls?|hostname|ip address)\b/;

/** Takes a URL, host or connection string that it contacts. */
export const url: SignalRule = {
  id: 'url',
  find: (facts, category) =>
    firstOf(
      () =>
        facts.parameters
          .filter((each) => each.depth <= 3 && isContacted(facts, each, category))
          .slice(0, 3)
          .map((each) => byParameter(each, 'takes an address that it contacts')),
      () => (facts.parameters.length === 0 ? byPhrase(facts, SAID, 'contacts an address that the caller names') : []),
    ),
};

/** What an example of each row looks like. */
export const URL_EXAMPLES: readonly ExampleTable[] = [
  patternTable('url.argument', KEY, {
    shows: 'url',
    example: (key) => ({ name: 'scan_it', takes: { [key]: said('The host name or URL') } }),
  }),
  patternTable('url.sure', SURE, { shows: 'url', example: (key) => ({ name: 'open_it', takes: { [key]: TEXT } }) }),
  patternTable('url.stored', STORED, {
    hides: 'url',
    example: (key) => ({ name: 'open_it', takes: { [key]: said('The URL') } }),
  }),
  patternTable('url.contacts', CONTACTS, {
    shows: 'url',
    example: (text) => ({ name: 'click_mill', description: `About a mill (${text})`, takes: { url: TEXT } }),
  }),
  patternTable('url.endpoint', ENDPOINT, {
    shows: 'url',
    example: (text) => ({ name: 'open_it', takes: { link: said(`The ${text} of it`) } }),
  }),
  patternTable('url.not-contacted', NOT_CONTACTED, {
    hides: 'url',
    example: (text) => ({ name: 'open_it', takes: { url: said(`The ${text} of it`) } }),
  }),
  patternTable('url.is-address', IS_ADDRESS, {
    shows: 'url',
    example: (text) => ({ name: 'install_it', takes: { chart: said(`${text} there`) } }),
  }),
  patternTable('url.uses-address', USES_ADDRESS, {
    shows: 'url',
    example: (verb) => ({ name: `${verb}_it`, description: 'Get it', takes: { chart: said('URL there') } }),
  }),
  patternTable('url.of-an-object', OF_AN_OBJECT, {
    hides: 'url',
    example: (text) => ({ name: 'open_it', takes: { url: said(`The ${text}`) } }),
  }),
  patternTable('url.text', SAID, { shows: 'url', example: (text) => ({ name: 'make_mill', description: text }) }),
];
