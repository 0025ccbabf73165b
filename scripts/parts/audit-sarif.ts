import { type Audit, countedOrder, isJudged, uncontrolledAt } from '../../src/domain/audit/audit.ts';
import {
  controlSentence,
  FINDING_TITLES,
  FLOW_TITLES,
  flowSentence,
  NOT_READ_TITLE,
  named,
  noListSentence,
  toolDoubtSentence,
  UNREAD_TITLE,
  unknownSentences,
  unreadSentence,
} from '../../src/domain/audit/audit-wording.ts';
import type { KnownCatalogue } from '../../src/domain/audit/known-catalogue.ts';
import type { RuleFinding, RuleLine } from '../../src/domain/clients/treatment.ts';
import { levelOrder, type RiskLevel } from '../../src/domain/risk/risk-level.ts';
import { levelLabel } from '../../src/domain/risk/risk-wording.ts';
import { plainJson } from './audit-json.ts';

interface Result {
  readonly rule: keyof typeof RULES;
  readonly level: 'error' | 'warning' | 'note';
  readonly text: string;
  readonly at: RuleLine | null;
  /** What makes two runs' results the same one. */
  readonly fingerprint: string;
}

/** What a result is about, for the list of rules. */
const RULES = {
  'uncontrolled-tool': 'A tool that no line of the configuration decides about',
  'unknown-server':
    'A server that is not in the catalogue and that nothing closes, or that is dangerous by being started',
  'rule-breaks': 'A rule that stops its file',
  'rule-matches-nothing': 'A rule that matches nothing',
  'rule-ignored': 'A member that the client ignores',
  'rule-opens': 'A line that opens everything',
  'rule-imitates': 'A package that is called almost like one of the catalogue',
  'rule-danger': 'A server that is dangerous by being started at all',
  'rule-note': 'Something that is not read here',
  unread: 'Something that could not be read',
  'nothing-judged': 'Files without a list of servers',
  'not-read-here': 'A member that may be a rule, and that is not read here',
  'open-flow': 'Tools that open a known attack together',
} as const;

/** The report as SARIF 2.1.0, for code scanning. */
export function auditSarif(audit: Audit, _: KnownCatalogue, failOn: RiskLevel | null): string {
  const results = [
    ...unreadResults(audit),
    ...noListResults(audit),
    ...uncontrolledResults(audit, failOn),
    ...findingResults(audit),
    ...flowResults(audit),
    ...notReadResults(audit),
  ];
  const ids = Object.keys(RULES);
  return plainJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Placard audit',
            rules: Object.entries(RULES).map(([id, words]) => ({ id, shortDescription: { text: `${words}.` } })),
          },
        },
        invocations: [{ executionSuccessful: audit.reading === 'all' }],
        columnKind: 'utf16CodeUnits',
        results: results.map(({ rule, level, text, at, fingerprint }) => ({
          ruleId: rule,
          ruleIndex: ids.indexOf(rule),
          level,
          message: { text },
          locations: at === null ? [] : [locationOf(at)],
          partialFingerprints: { 'placard/v1': fingerprint },
        })),
      },
    ],
  });
}

function locationOf({ file, line }: RuleLine) {
  const uri = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  // A path from the root is an address of its own kind.
  const address = uri.startsWith('/') ? `file://${uri}` : uri.replace(/^\.\//, '');
  return { physicalLocation: { artifactLocation: { uri: address }, region: { startLine: line } } };
}

function unreadResults({ unusable, reading }: Audit): Result[] {
  return unusable.map((each): Result => {
    const { file, place, line } = each;
    return {
      rule: 'unread',
      level: 'error',
      text: `${reading === 'nothing' ? 'Nothing could be read' : UNREAD_TITLE}: ${unreadSentence(each)}`,
      at: { file, line, text: place },
      fingerprint: JSON.stringify([file, place]),
    };
  });
}

function noListResults(audit: Audit): Result[] {
  if (audit.reading !== 'all' || isJudged(audit)) return [];
  const file = audit.clients.flatMap(({ files }) => files)[0];
  return [
    {
      rule: 'nothing-judged',
      level: 'warning',
      text: noListSentence(audit),
      at: file === undefined ? null : { file, line: 1, text: '' },
      fingerprint: JSON.stringify(['nothing-judged']),
    },
  ];
}

function notReadResults({ notRead }: Audit): Result[] {
  return notRead.map(({ at, message }) => ({
    rule: 'not-read-here',
    level: 'note',
    text: `${NOT_READ_TITLE}: ${at.text}. ${message}`,
    at,
    fingerprint: JSON.stringify([at.file, at.text]),
  }));
}

function uncontrolledResults(audit: Audit, failOn: RiskLevel | null): Result[] {
  return uncontrolledAt(audit, 'low').map(({ server, tool }): Result => {
    const own = tool?.level ?? null;
    const order = countedOrder(tool);
    const fails = failOn !== null && order <= levelOrder(failOn);
    const where = `${named(server.key)}`;
    return {
      rule: tool === null ? 'unknown-server' : 'uncontrolled-tool',
      level: fails ? 'error' : order <= levelOrder('high') ? 'warning' : 'note',
      text:
        tool === null
          ? `${where}: ${unknownSentences(server).join(' ')}`
          : `${named(tool.name)} of ${where} (${levelLabel(own)}): ${[tool.treatment.says, controlSentence(tool), toolDoubtSentence(tool)].filter((words) => words !== '').join(' ')}`,
      at: tool?.treatment.by ?? server.at,
      fingerprint: JSON.stringify([server.client, where, tool === null ? null : named(tool.name)]),
    };
  });
}

const LEVELS: Readonly<Record<RuleFinding['kind'], Result['level']>> = {
  breaks: 'error',
  opens: 'warning',
  imitates: 'error',
  danger: 'error',
  'matches-nothing': 'warning',
  ignored: 'warning',
  note: 'note',
};

function findingResults(audit: Audit): Result[] {
  return audit.clients.flatMap(({ client, findings }) =>
    findings.map(({ kind, at, message, instead }) => ({
      rule: `rule-${kind}` as const,
      level: LEVELS[kind],
      text: `${FINDING_TITLES[kind]}: ${at.text}. ${message}${instead === undefined ? '' : ` Did you mean ${named(instead)}?`}`,
      at,
      fingerprint: JSON.stringify([client, kind, at.text]),
    })),
  );
}

function flowResults(audit: Audit): Result[] {
  return audit.clients.flatMap(({ client, servers, flows }) =>
    flows.map((flow) => {
      const first = flow.parts[0]?.tools[0]?.server;
      return {
        rule: 'open-flow' as const,
        level: flow.unasked ? ('warning' as const) : ('note' as const),
        text: `${FLOW_TITLES[flow.id]}. ${flowSentence(flow)}`,
        at: servers.find(({ key }) => key === first)?.at ?? null,
        fingerprint: JSON.stringify([client, flow.id]),
      };
    }),
  );
}
