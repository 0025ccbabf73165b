import type { AttackFile } from '../../domain/attacks/attack.ts';
import { doubtsOf } from '../../domain/policy/doubt.ts';
import type { ToolRecord } from '../../domain/record/record.ts';
import { verdictOf } from '../../domain/record/reviewed-verdict.ts';
import { fixState } from '../../domain/text/version.ts';
import type { ServerContent } from '../read/content.ts';
import { fieldPath, type Problem } from '../read/problem.ts';
import type { Rule } from './content-rule.ts';

/** What holds of reviews: they name a tool, still fit its definition, and change something. */
export const reviewRules: readonly Rule[] = [
  {
    name: 'review-known',
    description: 'A review names a recorded tool.',
    check: ({ servers }) =>
      servers.flatMap((server) =>
        reviewsOf(server)
          .filter(({ record }) => record === undefined)
          .map(({ name }) =>
            problem(
              server,
              name,
              'error',
              'is no tool of this server',
              'Correct the name to one in tools.json, or delete the review.',
            ),
          ),
      ),
  },
  {
    name: 'review-current',
    description: 'A review was made for the definition that is recorded.',
    check: ({ servers }) =>
      servers.flatMap((server) =>
        reviewsOf(server)
          .filter(({ verdict }) => verdict?.review?.lapsed)
          .map(({ name, verdict }) =>
            problem(
              server,
              name,
              'stale',
              `was made for another definition and has lapsed; it ${verdict?.review?.counts ? 'still counts, because it is stricter' : 'no longer counts'}`,
              `Look at the tool again, then renew it with \`npm run stamp -- ${server.slug} --review\`, or delete it.`,
            ),
          ),
      ),
  },
  {
    name: 'review-needed',
    description: 'A review changes something, or settles a doubt.',
    check: ({ servers }) =>
      servers.flatMap((server) =>
        reviewsOf(server)
          .filter(({ verdict }) => verdict !== undefined && isRedundant(verdict))
          .map(({ name }) =>
            problem(server, name, 'stale', 'says what the classifier says by itself', 'Delete the review.'),
          ),
      ),
  },
  {
    name: 'bypass-raised',
    description: 'A server with an attack that no version mends has a tool whose verdict shows it.',
    check: ({ servers, attacks }) =>
      attacks
        .filter(({ shipped }) => !shipped)
        .flatMap(({ id, data }) =>
          servers
            .filter((server) => data.servers.includes(server.slug) && isUnmended(data.affected, server))
            .filter((server) => server.tools.tools.every((record) => isLow(server, record)))
            .map(
              (server): Problem => ({
                severity: 'error',
                file: `${server.folder}/review.yaml`,
                field: 'tools',
                message: `all tools are low, though nothing mends the attack ${id}`,
                remedy:
                  'Raise the tool that it goes through: give what one call can do then as its category, with the reason.',
              }),
            ),
        ),
  },
  {
    name: 'review-date',
    description: 'A review is not from the future.',
    check: ({ servers }, { today }) =>
      servers.flatMap((server) =>
        Object.entries(server.review?.tools ?? {})
          .filter(([, review]) => review.date > today)
          .map(([name, review]) =>
            problem(server, name, 'error', `is dated ${review.date}, after today`, 'Correct the date.'),
          ),
      ),
  },
];

function reviewsOf(server: ServerContent) {
  return Object.entries(server.review?.tools ?? {}).map(([name, review]) => {
    const record = server.tools.tools.find((tool) => tool.name === name);
    const verdict = record === undefined ? undefined : verdictOf(record, server.tools.listed, review);
    return { name, record, verdict };
  });
}

/** Whether no version of what is affected is without the fault. */
function isUnmended(affected: AttackFile['affected'], { tools }: ServerContent): boolean {
  return affected.length > 0 && fixState(tools.listed.version, affected).fixed.length === 0;
}

function isLow(server: ServerContent, record: ToolRecord): boolean {
  return verdictOf(record, server.tools.listed, server.review?.tools[record.name]).level === 'low';
}

function isRedundant(verdict: ReturnType<typeof verdictOf>): boolean {
  const { classification, review } = verdict;
  if (review === null || review.review.limit !== undefined) return false;
  if (review.review.findings?.some((id) => classification.findings.some((finding) => finding.id === id))) return false;
  // A person may be sure of what the classifier only supposed.
  if (doubtsOf(verdict).length < doubtsOf({ classification, review: null }).length) return false;
  const before = classification.signals.map((signal) => signal.id).join();
  const after = verdict.signals.map((signal) => signal.id).join();
  return !review.lapsed && classification.category === verdict.category && before === after;
}

function problem(
  server: ServerContent,
  name: string,
  severity: Problem['severity'],
  message: string,
  remedy: string,
): Problem {
  return { severity, file: `${server.folder}/review.yaml`, field: fieldPath(['tools', name]), message, remedy };
}
