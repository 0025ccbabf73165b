import { printable } from '../../src/catalogue/read/problem.ts';
import { type Audit, type AuditedServer, isUncontrolled } from '../../src/domain/audit/audit.ts';
import {
  answerSentences,
  byWhat,
  chainSentence,
  copySentence,
  dangerSentences,
  EFFECT_WORDS,
  FINDING_TITLES,
  FLOW_TITLES,
  flowSentence,
  MATCH_WORDS,
  NOT_READ_TITLE,
  named,
  tokensSentence,
  toolDoubtSentence,
  UNREAD_TITLE,
  unknownSentences,
  unreadSentence,
  unrecordedSentence,
  unseenSentence,
  versionSentence,
} from '../../src/domain/audit/audit-wording.ts';
import type { KnownCatalogue } from '../../src/domain/audit/known-catalogue.ts';
import { clientById } from '../../src/domain/clients/registry.ts';
import type { RiskLevel } from '../../src/domain/risk/risk-level.ts';
import { levelWord } from '../../src/domain/risk/risk-wording.ts';

/** The report for a person at a terminal: the answer, what is uncontrolled, then server by server. */
export function auditText(audit: Audit, catalogue: KnownCatalogue, failOn: RiskLevel | null): string {
  const [found, controlled] = answerSentences(audit, failOn ?? 'high');
  const lines = [
    found,
    ...(controlled === undefined ? [] : [controlled, '“!” marks what no line of yours controls.']),
    ...(audit.unusable.length > 0
      ? ['', UNREAD_TITLE, ...audit.unusable.map((each) => `  ${unreadSentence(each)}`)]
      : []),
  ];
  // Of nothing there is no verdict, not even what is in a client's files.
  for (const client of audit.reading === 'nothing' ? [] : audit.clients) {
    lines.push(
      '',
      `${clientById(client.client).words.name}${client.files.length > 0 ? `: ${client.files.map(named).join(', ')}` : ''}`,
    );
    for (const server of client.servers) lines.push(...serverLines(server));
    if (client.findings.length > 0) lines.push('', '  Lines to look at twice');
    for (const { kind, at, message, instead } of client.findings) {
      lines.push(`    ${named(at.file)}:${at.line}  ${FINDING_TITLES[kind].toLowerCase()}: ${at.text}`);
      lines.push(`      ${message}${instead === undefined ? '' : ` Did you mean ${named(instead)}?`}`);
    }
    const said = [chainSentence(client.servers), unseenSentence(client.servers)].filter((words) => words !== '');
    if (client.flows.length > 0 || said.length > 0) lines.push('', '  What they open together');
    for (const flow of client.flows) {
      lines.push(`    ${FLOW_TITLES[flow.id]}. ${flowSentence(flow)}`);
      for (const { step, tools } of flow.parts) {
        const shown = tools.slice(0, 4).map(({ server, name }) => `${named(server)}/${named(name)}`);
        lines.push(`      ${step}: ${shown.join(', ')}${tools.length > 4 ? `, and ${tools.length - 4} more` : ''}`);
      }
      const attacks = flow.attacks.filter((id) => Object.hasOwn(catalogue.attacks, id));
      if (attacks.length > 0) lines.push(`      attacks: ${attacks.join(', ')}`);
    }
    lines.push(...said.map((words) => `    ${words}`));
    const tokens = tokensSentence(client.servers);
    if (tokens !== '') lines.push('', `  ${tokens}`);
    for (const spot of clientById(client.client).words.blindSpots) lines.push(`  Not read: ${spot}`);
  }
  if (audit.notRead.length > 0) lines.push('', NOT_READ_TITLE);
  for (const { at, message } of audit.notRead) lines.push(`  ${named(at.file)}:${at.line}  ${at.text}: ${message}`);
  return lines.map(printable).join('\n');
}

function serverLines(server: AuditedServer): string[] {
  const { match } = server;
  const place = server.at === null ? '' : ` (${named(server.at.file)}:${server.at.line})`;
  const head = `${isUncontrolled(server) ? '!' : ' '} ${named(server.key)}${place}: ${server.label}`;
  const version = versionSentence(server.version);
  if (match === null)
    return [
      '',
      head,
      ...[...unknownSentences(server), version, unrecordedSentence(server)]
        .filter((words) => words !== '')
        .map((words) => `    ${words}`),
    ];
  const names = server.tools.map(({ name }) => named(name));
  const width = Math.min(Math.max(0, ...names.map((name) => name.length)), 40);
  return [
    '',
    head,
    `    ${[`${match.server.name}, ${MATCH_WORDS[match.by]}.`, version, copySentence(server)].filter((words) => words !== '').join(' ')}`,
    ...dangerSentences(server).map((words) => `    ${words}`),
    ...server.tools.flatMap((tool, index) => [
      [
        `   ${tool.controlled ? ' ' : '!'}`,
        levelWord(tool.level).padEnd(12),
        (names[index] as string).padEnd(width),
        EFFECT_WORDS[tool.treatment.effect].padEnd(9),
        byWhat(tool),
      ]
        .join(' ')
        .trimEnd(),
      ...[toolDoubtSentence(tool)].filter((words) => words !== '').map((words) => `${' '.repeat(18)}${words}`),
    ]),
    // Of a list that may lack some, what happens to those.
    ...(match.server.unrecorded === 0 && match.server.note === undefined ? [] : [`    ${unrecordedSentence(server)}`]),
  ];
}
