import type { Choice } from '../clients/patch.ts';
import { clientById } from '../clients/registry.ts';
import { isOpen, NOW_EFFECTS, type NowEffect, type RuleFinding, shortened } from '../clients/treatment.ts';
import { together } from '../risk/capabilities.ts';
import { levelOrder, type RiskLevel } from '../risk/risk-level.ts';
import { chainNotShown, levelWord } from '../risk/risk-wording.ts';
import { count, formatDate, formatNumber, listWords, sentence } from '../text/english.ts';
import {
  type Audit,
  type AuditedServer,
  type AuditedTool,
  countedOrder,
  isDangerous,
  isDoubtful,
  isJudged,
  isUnidentified,
  type Uncontrolled,
  type UnusableText,
  uncontrolledAt,
} from './audit.ts';
import { CALLS_TOO_LATE, dangerSentence } from './danger-wording.ts';
import type { Flow, FlowId, FlowPart } from './flows.ts';
import type { MatchedBy, VersionState } from './recognise-server.ts';
import type { Summary } from './share.ts';

/** Every sentence of an audit that depends on an effect, a level or a count. The page and the command share them. */

/** What happens now, in a word or two. */
export const EFFECT_WORDS: Readonly<Record<NowEffect, string>> = {
  allowed: 'Allowed',
  limited: 'Limited',
  'not-known': 'Not known',
  asked: 'Asked',
  denied: 'Denied',
  hidden: 'Hidden',
};

/** What each word means. */
export const EFFECT_MEANING: Readonly<Record<NowEffect, string>> = {
  allowed: 'It runs without anybody being asked.',
  limited: 'It runs unasked with some arguments only.',
  'not-known': 'The files do not decide it.',
  asked: 'Somebody is asked before each call; without a person at the keyboard it is refused.',
  denied: 'Each call is refused.',
  hidden: 'The model is not offered it.',
};

/** The kinds of findings about rules. */
export const FINDING_TITLES: Readonly<Record<RuleFinding['kind'], string>> = {
  breaks: 'Stops the file',
  'matches-nothing': 'Matches nothing',
  ignored: 'Ignored',
  opens: 'Opens everything',
  imitates: 'Called almost like another',
  danger: 'Dangerous to start',
  note: 'Not read',
};

/** A name that a stranger or the reader chose, as it may stand in a sentence. */
export function named(text: string): string {
  return shortened(text, 80);
}

/**
 * The answer in two sentences: what there is, and what of it nothing controls. Where nothing could be read, that alone; where
 * there is no server, nothing is said to be controlled.
 */
export function answerSentences(answer: Audit, level: RiskLevel): readonly [string, string?] {
  if (answer.reading === 'nothing') return [nothingReadSentence(answer.unusable)];
  const found = countsSentence(answer);
  if (answer.clients.every(({ servers }) => servers.length === 0)) return [found];
  const open = uncontrolledAt(answer, level);
  const controlled = uncontrolledSentence(answer, open, level);
  const isPartly = answer.reading === 'partly' && open.length === 0;
  return [
    found,
    isPartly ? `In what could be read: ${controlled[0]?.toLowerCase()}${controlled.slice(1)}` : controlled,
  ];
}

/** The most parts that the first sentence names; all of them are listed below it. */
const MOST_UNREAD = 3;

function nothingReadSentence(unusable: readonly UnusableText[]): string {
  const shown = unusable
    .slice(0, MOST_UNREAD)
    .map(({ file, place, whole }) => `${named(file)}${whole ? '' : ` (${place})`}`);
  const left = unusable.length - shown.length;
  if (unusable.length === 0) return 'Nothing was given. There is no verdict.';
  return `Nothing could be read: ${listWords([...shown, ...(left > 0 ? [`${formatNumber(left)} more`] : [])])}. There is no verdict.`;
}

/** A part that could not be read, why, and what to do. */
export function unreadSentence({ file, place, message, remedy }: UnusableText): string {
  return `${named(file)}, ${place}: ${message}. ${remedy}`;
}

/** Title of what could not be read. */
export const UNREAD_TITLE = 'Could not be read';
/** Title of members that were found and decide nothing here. */
export const NOT_READ_TITLE = 'Not read here';

/** That nothing was judged, because no file given lists servers, and which file does. */
export function noListSentence({ clients }: Audit): string {
  const files = clients.flatMap(
    ({ client }) => clientById(client).words.give?.servers.replaceAll('`', '').split(', ') ?? [],
  );
  return `No list of servers was given, so that nothing was judged: add ${files.length === 0 ? 'the file in which the client lists them' : listWords(files, 'or')}.`;
}

/** How many tools there are, and what happens to them. */
function countsSentence(answer: Audit): string {
  const { counts, clients, reading } = answer;
  if (reading === 'all' && !isJudged(answer)) return noListSentence(answer);
  const total = NOW_EFFECTS.reduce((sum, effect) => sum + counts[effect], 0);
  const servers = clients.reduce((sum, client) => sum + client.servers.length, 0);
  if (servers === 0) {
    return reading === 'all'
      ? 'No MCP server is configured here.'
      : 'No MCP server is configured here, as far as it could be read.';
  }
  const parts = NOW_EFFECTS.filter((effect) => counts[effect] > 0).map(
    (effect) => `${formatNumber(counts[effect])} ${EFFECT_WORDS[effect].toLowerCase()}`,
  );
  return `${count(servers, 'server')}, ${count(total, 'recorded tool')}${parts.length > 0 ? `: ${listWords(parts)}` : ''}.`;
}

/** What is uncontrolled; where nothing is, what is controlled, which is never more than what is known. */
function uncontrolledSentence(answer: Audit, found: readonly Uncontrolled[], level: RiskLevel): string {
  const risk = level === 'critical' ? 'critical risk' : `${level} risk or worse`;
  const known = found.length > 0 ? openSentences(found, risk) : closedSentences(answer, level, risk);
  return [...known, ...notCountedSentences(answer, level)].join(' ');
}

function openSentences(found: readonly Uncontrolled[], risk: string): string[] {
  const tools = found.flatMap(({ tool }) => tool ?? []);
  const known = tools.filter((tool) => tool.level !== null);
  const doubtful = known.filter((tool) => countedOrder(tool) < levelOrder(tool.level)).length;
  const assessed = known.length - doubtful;
  const whole = found.filter(({ tool }) => tool === null);
  const unknown = whole.filter(({ server }) => !isDangerous(server));
  const dangerous = whole.length - unknown.length;
  const guessed = unknown.filter(({ server }) => server.match !== null).length;
  const parts = [
    ...(assessed > 0 ? [`${count(assessed, 'tool')} of ${risk}`] : []),
    ...(tools.length > known.length ? [`${count(tools.length - known.length, 'tool')} that nobody has assessed`] : []),
    ...(doubtful > 0 ? [`${count(doubtful, 'tool')} whose definition leaves a doubt`] : []),
    ...(unknown.length > guessed ? [serversThat(unknown.length - guessed, 'not in the catalogue')] : []),
    ...(guessed > 0 ? [serversThat(guessed, 'known by a name alone')] : []),
  ];
  return [
    ...(parts.length > 0 ? [`No line of yours controls ${listWords(parts)}.`] : []),
    ...(dangerous > 0 ? [dangerousSentence(dangerous)] : []),
  ];
}

/** Nothing is uncontrolled: of which tools that can be said, and that of an unknown server it is said of its calls alone. */
function closedSentences({ clients }: Audit, level: RiskLevel, risk: string): string[] {
  const servers = clients.flatMap((client) => client.servers);
  const tools = servers.flatMap((server) => server.tools);
  const unassessed = tools.filter((tool) => tool.level === null && isCounted(level)).length;
  const meant = tools.filter((tool) => tool.level !== null && levelOrder(tool.level) <= levelOrder(level)).length;
  const unidentified = servers.filter(isUnidentified).length;
  const unknown = isCounted(level) ? unidentified : 0;
  const which = [
    ...(meant > 0 ? [`every recorded tool of ${risk}`] : []),
    ...(unassessed > 0 ? [`${count(unassessed, 'tool')} that nobody has assessed`] : []),
  ];
  const controlled = `${listWords(which)} ${meant === 0 && unassessed > 1 ? 'are' : 'is'} controlled by a line of yours.`;
  return [
    ...(which.length > 0 ? [`${controlled[0]?.toUpperCase()}${controlled.slice(1)}`] : []),
    ...(meant === 0 && (tools.length > 0 || unidentified === 0)
      ? [`No ${unassessed > 0 ? 'assessed' : 'recorded'} tool is of ${risk}.`]
      : []),
    ...(unknown > 0
      ? [
          `A line of yours decides about the calls of ${serversThat(unknown, 'not in the catalogue')}: what ${unknown === 1 ? 'its' : 'their'} tools can do, nobody knows.`,
        ]
      : []),
  ];
}

/** Whether what nobody has assessed counts at a level (docs/taxonomy.md#not-assessed). */
function isCounted(level: RiskLevel): boolean {
  return levelOrder(null) <= levelOrder(level);
}

/** What is left out at the level critical, because nobody knows whether it is. */
function notCountedSentences({ clients }: Audit, level: RiskLevel): string[] {
  if (isCounted(level)) return [];
  const servers = clients.flatMap((client) => client.servers);
  const unassessed = servers.flatMap(({ tools }) => tools.filter((tool) => tool.level === null)).length;
  const unknown = servers.filter(isUnidentified).length;
  const doubtful = servers.flatMap(({ tools }) =>
    tools.filter((tool) => tool.level !== null && tool.level !== 'critical' && isDoubtful(tool)),
  ).length;
  const parts = [
    ...(unassessed > 0 ? [`${count(unassessed, 'tool')} that nobody has assessed`] : []),
    ...(doubtful > 0 ? [`${count(doubtful, 'tool')} whose definition leaves a doubt`] : []),
    ...(unknown > 0 ? [serversThat(unknown, 'not in the catalogue')] : []),
  ];
  const dangerous = servers.filter(isDangerous).length;
  return [
    ...(parts.length > 0
      ? [`Nothing is said of ${listWords(parts)}: nobody knows whether anything there is critical.`]
      : []),
    ...(dangerous > 0 ? [dangerousSentence(dangerous)] : []),
  ];
}

function dangerousSentence(number: number): string {
  return `${count(number, 'server')} ${number === 1 ? 'is' : 'are'} dangerous by being started at all, whatever your lines say of ${number === 1 ? 'its' : 'their'} calls.`;
}

function serversThat(number: number, are: string): string {
  return `${count(number, 'server')} that ${number === 1 ? 'is' : 'are'} ${are}`;
}

/** What happens to a tool and why: "Asked by line 4 of settings.json". */
export function byWhat({ treatment: { by, effect } }: Pick<AuditedTool, 'treatment'>): string {
  if (by !== null) return `${named(by.file)}, line ${by.line}`;
  return effect === 'not-known' ? 'no line that is read here' : 'client’s default';
}

/** What speaks against letting a tool run unasked, whatever its level; empty for most. */
export function toolDoubtSentence({ doubts, level }: Pick<AuditedTool, 'doubts' | 'level'>): string {
  if (doubts.includes('finding'))
    return 'Its definition has something in it that may steer a model, or hide from a reader: read it first.';
  // What is critical cannot be worse than it is said to be.
  return doubts.length > 0 && level !== 'critical' ? 'Its definition says too little to be sure of this level.' : '';
}

/** Whether anything governs a tool, for the reader. */
export function controlSentence({ controlled, treatment }: AuditedTool): string {
  if (controlled) return '';
  return treatment.reach === 'none'
    ? 'Nothing governs this tool.'
    : 'Only a line that opens everything, or a pattern, speaks of this tool.';
}

/** How a server was recognised. */
export const MATCH_WORDS: Readonly<Record<MatchedBy, string>> = {
  package: 'recognised by its package',
  image: 'recognised by its image',
  address: 'recognised by its address',
  repository: 'recognised by its repository',
  name: 'recognised by its name alone, which anybody may choose',
  list: 'from the list of tools that you gave',
};

/** What to do about a server that is not in the catalogue. */
export const NOT_IN_CATALOGUE =
  'It is not in the catalogue, so nothing is known of its tools, nor whether your lines name them rightly. Give its answer to tools/list along, or scan it into a catalogue.';

/** A variable’s name, which is no secret though `npm_config_registry` begins as some do: those have digits. */
function variable(name = ''): string {
  return `“${/^[A-Za-z_]{1,60}$/.test(name) ? name : named(name)}”`;
}

/** Why nothing in its entry says what it is; empty where something does. */
export function doubtSentence({ doubt, match }: Pick<AuditedServer, 'doubt' | 'match'>): string {
  if (doubt === null || match !== null) return '';
  const what = doubt.what === undefined ? '' : `“${named(doubt.what)}”`;
  switch (doubt.because) {
    case 'local':
      return 'It is a program or a file of this machine: what that is called says nothing of what it is.';
    case 'command':
      return 'Its command line is not one plain command, so that it cannot be told what runs.';
    case 'elsewhere':
      return 'It is fetched from elsewhere than the registry of its launcher: whoever keeps that place decides what runs.';
    case 'option':
      return `${what} may put another program in its place.`;
    case 'variable':
      return `The variable ${variable(doubt.what)} may put another program in its place.`;
    case 'not-said':
      return 'The file does not say what is started.';
    case 'gateway':
      return 'It is a gateway: what it offers are the tools of other servers.';
    default:
      return doubt.because satisfies never;
  }
}

/** That the catalogue has a server of that name; empty when it has none. */
export function namesakeSentence({ namesake }: AuditedServer): string {
  return namesake === null
    ? ''
    : `The catalogue has a server called ${namesake.name}, but nothing in this entry tells whether it is the same.`;
}

/** Why a server is dangerous by being started, and that no line on its calls helps; empty for one that is not, or is not loaded. */
export function dangerSentences(server: Pick<AuditedServer, 'danger' | 'unrecorded'>): string[] {
  return server.danger === null || !isDangerous(server) ? [] : [dangerSentence(server.danger), CALLS_TOO_LATE];
}

/**
 * What is said of a server as a whole, a sentence each: why it is dangerous, and where nothing identifies it what to do, why it was
 * not recognised, what it is like.
 */
export function unknownSentences(server: AuditedServer): string[] {
  const dangers = dangerSentences(server);
  if (server.match !== null) {
    if (server.match.by !== 'name') return dangers;
    return [
      `Only rules name it. That it is ${named(server.match.server.name)} is a guess by its key, which anybody may choose: give the file that lists the servers along.`,
    ];
  }
  return [...dangers, NOT_IN_CATALOGUE, doubtSentence(server), namesakeSentence(server)].filter(
    (words) => words !== '',
  );
}

/**
 * Which links of the chain no definition shows, of a client's tools that are not denied; empty where all are shown, and where no such
 * tool is on record.
 */
export function chainSentence(servers: readonly AuditedServer[]): string {
  const open = servers.flatMap(({ tools }) => tools.filter(({ treatment }) => isOpen(treatment)));
  return open.length === 0 ? '' : chainNotShown(together(open, (tool) => tool));
}

/** The servers that may add to what the tools open together; empty when all are known. */
export function unseenSentence(servers: readonly AuditedServer[]): string {
  const unseen = servers.filter(({ match }) => match === null).map(({ key }) => named(key));
  if (unseen.length === 0) return '';
  return `Not counted: ${listWords(unseen)}, because nobody knows what ${unseen.length === 1 ? 'its' : 'their'} tools can do.`;
}

/** What is to be said of a version; empty when nothing is. */
export function versionSentence(version: VersionState): string {
  switch (version?.state) {
    case undefined:
      return '';
    case 'unpinned':
      return 'No version is pinned: what runs tomorrow may be another program than today.';
    case 'behind':
      return `Version ${named(version.asked)} is older than ${version.recorded}, which we recorded: its tools may differ.`;
    case 'ahead':
      return `Version ${named(version.asked)} is newer than ${version.recorded}, which we recorded: its tools may differ.`;
    default:
      return version satisfies never;
  }
}

/** Of which day the tools of a server are, where they were copied, and how it was started when they were recorded; else empty. */
export function copySentence({ match }: Pick<AuditedServer, 'match'>): string {
  const { asOf, note } = match?.server ?? {};
  return [
    ...(asOf === undefined
      ? []
      : [`Its tools are known from elsewhere only, as of ${formatDate(asOf)}: it may have others now.`]),
    ...(note === undefined ? [] : [sentence(`Recorded as: ${note}`)]),
  ].join(' ');
}

/** The titles of flows. */
export const FLOW_TITLES: Readonly<Record<FlowId, string>> = {
  exfiltration: 'Private data can leave',
  'untrusted-code': 'A stranger’s text can run code',
  'untrusted-action': 'A stranger’s text can destroy or spend',
  'untrusted-memory': 'A stranger’s text can leave something behind',
};

/** The steps of flows. */
export const STEP_WORDS: Readonly<Record<FlowPart['step'], string>> = {
  private: 'returns private data',
  untrusted: 'returns text that others may have written',
  'way-out': 'gives data a way out',
  code: 'runs free-form code',
  action: 'destroys, or moves money',
  memory: 'leaves behind what acts later',
};

/** Whether somebody stands in the way of a flow. */
export function flowSentence({ unasked }: Flow): string {
  return unasked
    ? 'Every step has a tool that may run unasked.'
    : 'At least one step asks first: it depends on somebody reading what they approve.';
}

/** The tokens of the definitions that a client hands to the model. */
export function tokensSentence(servers: readonly AuditedServer[]): string {
  const tokens = servers.reduce((sum, server) => sum + server.tokens.count, 0);
  if (tokens === 0) return '';
  const partly = servers.some(({ tokens: { complete }, match }) => !complete || match === null);
  return `${partly ? 'At least about' : 'About'} ${formatNumber(tokens)} tokens of every conversation go to the definitions of these tools (o200k_base).`;
}

/** What a reader can choose, in a word. */
export const CHOICE_WORDS: Readonly<Record<Choice, string>> = { allow: 'Allow', ask: 'Ask', deny: 'Block' };

/** "2 asked and 1 hidden": what happens to a server's tools. */
export function effectCounts(tools: readonly AuditedTool[]): string {
  const parts = NOW_EFFECTS.flatMap((effect) => {
    const number = tools.filter(({ treatment }) => treatment.effect === effect).length;
    return number > 0 ? [`${formatNumber(number)} ${EFFECT_WORDS[effect].toLowerCase()}`] : [];
  });
  return listWords(parts);
}

/** What happens to a tool that nobody recorded, and by which line. */
export function unrecordedEffect({ match, unrecorded: { effect, by } }: AuditedServer): string {
  const which = match === null ? 'A tool of it that no line names' : 'A tool that is not recorded';
  const line = by === null ? '' : ` (${named(by.file)}, line ${by.line})`;
  return `${which}: ${EFFECT_WORDS[effect].toLowerCase()}${line}.`;
}

/** The same, with the reason. */
export function unrecordedSentence(server: AuditedServer): string {
  return `${unrecordedEffect(server)} ${server.unrecorded.says}`;
}

/** A summary as text, a line for each fact. */
export function summaryText(summary: Summary): string {
  const { counts, uncontrolled, servers, left = 0, others, open: whole, unread = 0, worst } = summary;
  const parts = NOW_EFFECTS.flatMap((effect) => {
    const number = counts[effect] ?? 0;
    return number > 0 ? [`${formatNumber(number)} ${EFFECT_WORDS[effect].toLowerCase()}`] : [];
  });
  const open = (['critical', 'not-assessed', 'high', 'medium', 'low'] as const).flatMap((level) => {
    const number = uncontrolled[level] ?? 0;
    return number > 0 ? [`${formatNumber(number)} ${level === 'not-assessed' ? 'not assessed' : level}`] : [];
  });
  const known = [...servers, ...(left > 0 ? [`${formatNumber(left)} more`] : [])];
  const unknown =
    others > 0
      ? [
          `Besides: ${serversThat(others, 'not in it')}, so that nothing is known of what ${others === 1 ? 'it' : 'they'} can do.`,
        ]
      : [];
  return [
    `Tools on record: ${parts.length > 0 ? listWords(parts) : 'none'}.`,
    ...(open.length > 0 ? [`Nothing controls: ${listWords(open)}.`] : []),
    ...(whole !== undefined && whole > 0
      ? [`Nothing controls as a whole: ${count(whole, 'server')}, not in the catalogue or dangerous by being started.`]
      : []),
    ...(open.length === 0 && parts.length > 0
      ? [
          unread > 0
            ? 'In what could be read, every recorded tool is controlled by a line.'
            : 'Every recorded tool is controlled by a line.',
        ]
      : []),
    ...(unread > 0 ? [`Could not be read: ${count(unread, 'part')}. Nothing is said of what stands there.`] : []),
    // Of no tool there is no worst one.
    ...(parts.length > 0 ? [`Worst level on record: ${levelWord(worst).toLowerCase()}.`] : []),
    `Servers of the catalogue: ${known.length > 0 ? known.join(', ') : 'none'}.`,
    ...unknown,
  ].join('\n');
}
