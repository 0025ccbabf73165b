import type { FindingId } from '../../domain/record/classification.ts';
import { anchorOf, type ToolRecord } from '../../domain/record/record.ts';
import { FINDING_WORDS } from '../../domain/record/record-wording.ts';
import { levelOf } from '../../domain/risk/risk-level.ts';
import { scoreOf } from '../../domain/risk/score.ts';
import type { Content, ServerContent } from '../read/content.ts';
import type { Problem } from '../read/problem.ts';
import type { Rule } from './content-rule.ts';

/** Names that the MCP specification (2025-11-25, Tool Names) allows. */
const SPECIFIED_NAME = /^[A-Za-z0-9_.-]{1,128}$/;

/** Something that a browser would read as markup if a page forgot to escape it. */
const MARKUP = /<[a-z!/][^>]{0,200}>/i;

/** What holds of each record. A hostile server is said, not refused: its page is the one that people need. */
export const definitionRules: readonly Rule[] = [
  eachTool('tool-name', 'Names keep to the specification.', (tool) =>
    SPECIFIED_NAME.test(tool.name)
      ? []
      : [
          {
            severity: 'warning',
            field: 'name',
            message: `${JSON.stringify(tool.name.slice(0, 60))} is outside the specification's pattern; its page gets a cleaned address`,
            remedy: 'Nothing to mend here: tell the publisher. Many clients refuse or change such a name.',
          },
        ],
  ),
  eachTool('tool-markup', 'Publishers’ text has no markup.', (tool) => {
    const field = (['title', 'description'] as const).find((part) => MARKUP.test(tool[part] ?? ''));
    if (field === undefined) return [];
    return [
      {
        severity: 'warning',
        field,
        message: 'holds markup; pages show it as text',
        remedy: 'Nothing to mend here: look whether the server means to address a model or a browser.',
      },
    ];
  }),
  eachTool('tool-findings', 'Definitions describe; they do not order, hide or steer.', (tool, server) =>
    tool.classification.findings
      .filter(({ id }) => id !== 'duplicate-name')
      .map(({ id }) => {
        const wasRead = readFindings(tool, server).includes(id);
        return {
          severity: wasRead ? ('warning' as const) : ('unreviewed' as const),
          field: 'classification.findings',
          message: `${JSON.stringify(tool.name.slice(0, 60))}: ${FINDING_WORDS[id]}`,
          remedy: wasRead
            ? 'A review says that somebody has read it: leave the tool out until its publisher explains.'
            : `Read the definition before anybody connects this server, and leave the tool out until its publisher explains. Then say in review.yaml that you have read it: \`findings: [${id}]\`, with the reason.`,
        };
      }),
  ),
  {
    name: 'tool-duplicate',
    description: 'A name stands once in a server.',
    check: ({ servers }) =>
      servers.flatMap((server) => {
        const seen = new Set<string>();
        return server.tools.tools.flatMap((tool, index) => {
          const again = seen.has(tool.name);
          seen.add(tool.name);
          if (!again) return [];
          return [
            at(server, index, {
              severity: 'warning',
              field: 'name',
              message: `${JSON.stringify(tool.name.slice(0, 60))} is listed more than once; one page shows the stricter verdict`,
              remedy: 'Nothing to mend here: clients may call either of them.',
            }),
          ];
        });
      }),
  },
  eachTool('classification-sums', 'Level and score follow from category and signals.', (tool) => {
    const { category, level, score, signals } = tool.classification;
    const ids = signals.map((signal) => signal.id);
    const expected = category === null ? [null, null] : [levelOf(category, ids), scoreOf(category, ids)];
    if (level === expected[0] && score === expected[1]) return [];
    return [
      {
        severity: 'error',
        field: 'classification',
        message: `gives level ${level} and score ${score}; category and signals give ${expected[0]} and ${expected[1]}`,
        remedy: 'Never edit tools.json: import or scan the server again.',
      },
    ];
  }),
  {
    name: 'publisher-text',
    description: 'Under `publisherText: omit` no publisher’s sentences are in the content.',
    check: (content) => (content.site.publisherText === 'omit' ? publisherText(content) : []),
  },
];

function publisherText(content: Content): Problem[] {
  return content.servers.flatMap((server) =>
    server.tools.tools.flatMap((tool, index) =>
      (['title', 'description'] as const)
        .filter((part) => tool[part] !== undefined)
        .map((part) =>
          at(server, index, {
            severity: 'error',
            field: part,
            message: 'is a publisher’s text, which `publisherText: omit` in site.yaml keeps out',
            remedy: 'Import the server again, or set `publisherText: keep` if you may publish the text.',
          }),
        ),
    ),
  );
}

/** Findings that a review of this very definition names. */
function readFindings(tool: ToolRecord, { tools: { listed }, review }: ServerContent): readonly FindingId[] {
  const reviews = review?.tools ?? {};
  const given = Object.hasOwn(reviews, tool.name) ? reviews[tool.name] : undefined;
  return given?.for === anchorOf(tool, listed) ? (given.findings ?? []) : [];
}

type ToolProblem = Omit<Problem, 'file'>;

function eachTool(
  name: string,
  description: string,
  check: (tool: ToolRecord, server: ServerContent) => ToolProblem[],
): Rule {
  return {
    name,
    description,
    check: ({ servers }) =>
      servers.flatMap((server) =>
        server.tools.tools.flatMap((tool, index) => check(tool, server).map((problem) => at(server, index, problem))),
      ),
  };
}

function at(server: ServerContent, index: number, problem: ToolProblem): Problem {
  return { ...problem, file: `${server.folder}/tools.json`, field: `tools[${index}].${problem.field}` };
}
