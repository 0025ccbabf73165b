import { type Audit, type AuditedTool, uncontrolledAt } from '../../src/domain/audit/audit.ts';
import {
  answerSentences,
  byWhat,
  chainSentence,
  copySentence,
  EFFECT_WORDS,
  FLOW_TITLES,
  flowSentence,
  NOT_READ_TITLE,
  named,
  tokensSentence,
  toolDoubtSentence,
  UNREAD_TITLE,
  unknownSentences,
  unseenSentence,
} from '../../src/domain/audit/audit-wording.ts';
import type { KnownCatalogue } from '../../src/domain/audit/known-catalogue.ts';
import { clientById } from '../../src/domain/clients/registry.ts';
import type { RiskLevel } from '../../src/domain/risk/risk-level.ts';
import { levelWord } from '../../src/domain/risk/risk-wording.ts';

/** The most rows of one table: a comment on a pull request has a limit, and nobody reads more. */
const MOST_ROWS = 40;

const TITLE = '## What your agents can do now';

/** The report for a comment on a pull request. */
export function auditMarkdown(audit: Audit, catalogue: KnownCatalogue, failOn: RiskLevel | null): string {
  const level = failOn ?? 'high';
  const [found, controlled] = answerSentences(audit, level);
  const unread = section(
    UNREAD_TITLE,
    audit.unusable.map(
      ({ file, place, message, remedy }) => `- ${code(file)} ${code(place)}: ${text(`${message}. ${remedy}`)}`,
    ),
  );
  const notRead = section(
    NOT_READ_TITLE,
    audit.notRead.map(({ at, message }) => `- ${code(`${at.file}:${at.line}`)} ${code(at.text)}: ${text(message)}`),
  );
  if (audit.reading === 'nothing') return [TITLE, '', `**${text(found)}**`, ...unread, ...notRead].join('\n');
  const open = uncontrolledAt(audit, level);
  const rows = open.map(({ server, tool }) =>
    row(
      levelWord(tool?.level ?? null),
      code(server.key),
      tool === null ? text(unknownSentences(server).join(' ')) : toolCell(tool),
      EFFECT_WORDS[(tool?.treatment ?? server.unrecorded).effect],
      text(byWhat(tool ?? { treatment: server.unrecorded })),
      tool === null ? '' : tool.recommended,
    ),
  );
  const findings = audit.clients.flatMap((client) => client.findings);
  return [
    TITLE,
    '',
    text(found),
    ...(controlled === undefined ? [] : ['', `**${controlled}**`]),
    ...unread,
    ...table(['Level', 'Server', 'Tool', 'Now', 'By', 'Recommended'], rows),
    ...section(
      'How the tools became known',
      audit.clients
        .flatMap(({ servers }) => servers)
        .flatMap((server) => {
          const says = copySentence(server);
          return says === '' ? [] : [`- ${code(server.key)}: ${text(says)}`];
        }),
    ),
    ...section(
      'Lines to look at twice',
      findings.map(
        ({ at, message, instead }) =>
          `- ${code(`${at.file}:${at.line}`)} ${code(at.text)}: ${text(message)}${instead === undefined ? '' : ` Did you mean ${code(instead)}?`}`,
      ),
    ),
    ...section(
      'What they open together',
      audit.clients.flatMap(({ client, servers, flows }) => [
        ...flows.map((flow) => {
          const attacks = flow.attacks.flatMap((id) =>
            Object.hasOwn(catalogue.attacks, id) ? [catalogue.attacks[id] as string] : [],
          );
          const known = attacks.length > 0 ? ` Known attacks: ${text(attacks.join('; '))}.` : '';
          return `- ${text(clientById(client).words.name)}: ${FLOW_TITLES[flow.id]}. ${flowSentence(flow)}${known}`;
        }),
        ...[chainSentence(servers), unseenSentence(servers)]
          .filter((words) => words !== '')
          .map((words) => `- ${text(clientById(client).words.name)}: ${text(words)}`),
      ]),
    ),
    ...section(
      'Cost',
      audit.clients
        .map(({ client, servers }) => ({ client, tokens: tokensSentence(servers) }))
        .filter(({ tokens }) => tokens !== '')
        .map(({ client, tokens }) => `- ${text(clientById(client).words.name)}: ${tokens}`),
    ),
    ...notRead,
  ].join('\n');
}

function toolCell(tool: AuditedTool): string {
  const doubt = toolDoubtSentence(tool);
  return doubt === '' ? code(tool.name) : `${code(tool.name)} ${text(doubt)}`;
}

function table(head: readonly string[], rows: readonly string[]): string[] {
  if (rows.length === 0) return [];
  const left = rows.length - MOST_ROWS;
  return [
    '',
    row(...head),
    row(...head.map(() => '---')),
    ...rows.slice(0, MOST_ROWS),
    ...(left > 0 ? ['', `And ${left} more.`] : []),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  const left = lines.length - MOST_ROWS;
  return lines.length === 0
    ? []
    : ['', `### ${title}`, '', ...lines.slice(0, MOST_ROWS), ...(left > 0 ? [`- And ${left} more.`] : [])];
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Text of ours with names of strangers in it: nothing of it may become markup, a mention or a link. */
function text(given: string): string {
  return given.replace(/[\\`*_{}[\]<>()#+!|~@:$&-]/g, (character) =>
    /[:@$&<>|]/.test(character) ? `&#${character.charCodeAt(0)};` : `\\${character}`,
  );
}

/** A name of a stranger as code: with a fence longer than any in it, and no cell's end. */
function code(given: string): string {
  const shown = named(given).replaceAll('|', '¦') || ' ';
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 || /^\s|\s$/.test(shown) ? ' ' : '';
  return `${fence}${space}${shown}${space}${fence}`;
}
