import { type ConfigurationText, documentReader } from '../clients/read-document.ts';
import { clientById } from '../clients/registry.ts';
import { readYamlText } from '../configuration/yaml-text.ts';
import { type Audit, type AuditedServer, audit, uncontrolledAt } from './audit.ts';
import { serversOfLists } from './listed-server.ts';
import { type ExpectedAnswer, type Identity, LIST, WHOLE } from './strangers.cases.ts';
import { STRANGERS_CATALOGUE } from './strangers.fixture.ts';

/** What an answer is compared in. */
export const ASPECTS = ['client', 'servers', 'unread', 'notRead', 'decisions', 'levels', 'uncontrolled'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** How the answer to these files differs from what it must be, by aspect, as sentences; none where it is right. */
export function differences(files: readonly ConfigurationText[], expected: ExpectedAnswer): Record<Aspect, string[]> {
  const documents = files.map(documentReader(readYamlText));
  const answer = audit(documents, STRANGERS_CATALOGUE, serversOfLists(documents));
  const servers = answer.clients.flatMap((client) => client.servers);
  const names = [
    ...documents.map(({ client, label }) => `${clientById(client).words.name} ${label}`),
    ...answer.unusable.map(({ message, remedy }) => `${message} ${remedy}`),
  ];
  return {
    client: clientDifferences(
      answer.clients.map(({ client }) => client),
      names,
      expected,
    ),
    servers: serverDifferences(answer, servers, expected),
    unread: unreadDifferences(answer, files, expected),
    notRead: (expected.notRead ?? []).filter((key) => !isNamed(answer, key)).map((key) => `${key} is not named`),
    decisions: decisionDifferences(servers, expected),
    levels: Object.entries(expected.levels ?? {}).flatMap(([name, level]) => {
      const [key, tool] = partsOf(name);
      const found = servers.find((server) => server.key === key)?.tools.find((each) => each.name === tool)?.level;
      return found === level ? [] : [`${name} is ${found ?? 'not rated'}`];
    }),
    uncontrolled: (['low', 'high'] as const).flatMap((level, index) => {
      const fails = uncontrolledAt(answer, level).length > 0;
      return fails === (expected.exits[index + 1] === 1) ? [] : [`--fail-on ${level} ${fails ? 'fails' : 'passes'}`];
    }),
  };
}

/** A word that a person reads in it is enough where Placard has no room for the client. */
function clientDifferences(
  found: readonly string[],
  names: readonly string[],
  { client }: Pick<ExpectedAnswer, 'client'>,
): string[] {
  if (typeof client === 'string') return found.includes(client) ? [] : [`is ${found.join(', ') || 'nobody’s'}`];
  const isCalled = names.some((name) => name.toLowerCase().includes(client.named.toLowerCase()));
  return isCalled ? [] : [`is called ${names.join(' / ')}`];
}

function serverDifferences(answer: Audit, servers: readonly AuditedServer[], expected: ExpectedAnswer): string[] {
  const wanted = Object.entries(expected.servers);
  return [
    ...wanted.flatMap(([key, identity]) => {
      const server = servers.find((each) => each.key === key);
      if (server === undefined) return [`${key} is missing`];
      return isIdentity(answer, server, identity) ? [] : [`${key} is ${identityOf(server)}`];
    }),
    ...servers.filter(({ key }) => !Object.hasOwn(expected.servers, key)).map(({ key }) => `${key} is too many`),
  ];
}

function isIdentity(answer: Audit, server: AuditedServer, identity: Identity): boolean {
  if (typeof identity === 'string') {
    return identity === LIST
      ? server.match?.by === 'list'
      : server.match?.by !== 'list' && server.match?.server.slug === identity;
  }
  if (server.match !== null) return false;
  const near = server.namesake?.slug ?? null;
  const isLike = near === null ? identity.like.length === 0 : identity.like.includes(near);
  return isLike && (identity.slipOf === undefined || isNamed(answer, identity.slipOf));
}

function identityOf({ match, namesake }: AuditedServer): string {
  if (match !== null) return `${match.server.slug ?? 'a list'}, by ${match.by}`;
  return namesake === null ? 'unknown' : `unknown, like ${namesake.slug}`;
}

function unreadDifferences(
  answer: Audit,
  files: readonly ConfigurationText[],
  { unread = [] }: Pick<ExpectedAnswer, 'unread'>,
): string[] {
  const found = answer.unusable.map(({ file, place, whole }) => ({ file, place: whole ? WHOLE : place }));
  // A part may be named more narrowly: mcpServers.memory.command for mcpServers.memory.
  const isPart = (place: string, of: string) => place === of || place.startsWith(`${of}.`);
  const wanted = unread.map(({ file = files[0]?.name ?? '', place }) => ({ file, place }));
  return [
    ...wanted
      .filter((each) => !found.some(({ file, place }) => file === each.file && isPart(place, each.place)))
      .map(({ file, place }) => `${file}, ${place} is not said to be unread`),
    ...found
      .filter((each) => !wanted.some(({ file, place }) => file === each.file && isPart(each.place, place)))
      .map(({ file, place }) => `${file}, ${place} was not read`),
  ];
}

/** Whether a person finds this key in what the answer says of rules and of parts that cannot be used. */
function isNamed(answer: Audit, key: string): boolean {
  const said = [
    ...answer.clients.flatMap(({ findings }) => findings.map(({ at, message }) => `${at.text} ${message}`)),
    ...answer.unusable.map(({ place, message }) => `${place} ${message}`),
    ...answer.notRead.map(({ at, message }) => `${at.text} ${message}`),
  ];
  return said.some((each) => each.includes(key));
}

function decisionDifferences(servers: readonly AuditedServer[], { decisions = {} }: ExpectedAnswer): string[] {
  return Object.entries(decisions).flatMap(([name, wanted]) => {
    const [key, toolName] = partsOf(name);
    const server = servers.find((each) => each.key === key);
    const tool = server?.tools.find((each) => each.name === toolName);
    const treatment = toolName === '*' ? server?.unrecorded : tool?.treatment;
    if (treatment === undefined) return [`${name} is missing`];
    const { effect, by, reach } = treatment;
    const isControlled = toolName === '*' ? reach !== 'none' && effect !== 'allowed' : tool?.controlled === true;
    if (wanted === 'uncontrolled') return isControlled ? [`${name} is ${effect}, and controlled`] : [];
    const found = by === null ? effect : `${effect} ${by.file}:${by.line}`;
    return found === wanted ? [] : [`${name} is ${found}`];
  });
}

/** `server/tool`; keys may have slashes, names of tools here have none. */
function partsOf(name: string): readonly [string, string] {
  const at = name.lastIndexOf('/');
  return [name.slice(0, at), name.slice(at + 1)];
}

/** The list of what is not met, as the tests compare it: `id aspect`. */
export function notMet(
  cases: readonly {
    readonly id: string;
    readonly files: readonly ConfigurationText[];
    readonly answer: ExpectedAnswer;
  }[],
): Map<string, readonly string[]> {
  return new Map(
    cases.flatMap(({ id, files, answer }) => {
      const found = differences(files, answer);
      return ASPECTS.filter((aspect) => found[aspect].length > 0).map((aspect) => [`${id} ${aspect}`, found[aspect]]);
    }),
  );
}
