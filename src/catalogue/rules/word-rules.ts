import { parameterTable } from '../../domain/page/parameter-table.ts';
import { anchorOf } from '../../domain/record/record.ts';
import { verdictOf } from '../../domain/record/reviewed-verdict.ts';
import type { ToolWords } from '../../domain/record/words-file.ts';
import type { ServerContent } from '../read/content.ts';
import { fieldPath, type Problem } from '../read/problem.ts';
import type { Rule } from './content-rule.ts';

/** What a server's summary may say only where every verdict says it too. */
const NOTHING_CHANGES =
  /\bit (?:changes|writes) nothing\b|\b(?:no tool|none of its tools) (?:changes|writes|is described as writing)\b/i;

/** What holds of our words: they belong to a tool that is there, and to the definition that is there. */
export const wordRules: readonly Rule[] = [
  {
    name: 'words-known',
    description: 'Words belong to tools and parameters that are recorded.',
    check: ({ servers }) =>
      servers.flatMap((server) => {
        const tools = new Map(server.tools.tools.map((tool) => [tool.name, tool]));
        return Object.entries(server.words?.tools ?? {}).flatMap(([name, words]): Problem[] => {
          const tool = tools.get(name);
          const file = `${server.folder}/words.yaml`;
          if (tool === undefined) {
            return [
              {
                severity: 'error',
                file,
                field: fieldPath(['tools', name]),
                message: 'is no tool of this server',
                remedy: 'Correct the name to one in tools.json, or delete the entry.',
              },
            ];
          }
          const table = parameterTable(tool.inputSchema);
          const known = new Set(table.kind === 'list' ? table.parameters.map((parameter) => parameter.name) : []);
          return Object.keys(words.parameters ?? {})
            .filter((parameter) => table.kind !== 'unknown' && !known.has(parameter))
            .map((parameter) => ({
              severity: 'stale' as const,
              file,
              field: fieldPath(['tools', name, 'parameters', parameter]),
              message: 'is no parameter of this tool',
              remedy: 'Correct the name, or delete the note.',
            }));
        });
      }),
  },
  {
    name: 'words-current',
    description: 'Words were written for the definition that is recorded.',
    check: ({ servers }) =>
      servers.flatMap((server) => {
        const file = `${server.folder}/words.yaml`;
        const lapsed: Problem[] = [];
        if (server.words !== null && server.words.server.for !== server.tools.listed.date) {
          lapsed.push(lapsedProblem(file, 'server.for', server.slug));
        }
        for (const tool of server.tools.tools) {
          const words = wordsOn(server, tool.name);
          if (words !== undefined && words.for !== anchorOf(tool, server.tools.listed)) {
            lapsed.push(lapsedProblem(file, fieldPath(['tools', tool.name, 'for']), server.slug));
          }
        }
        return lapsed;
      }),
  },
  {
    name: 'words-hold',
    description: 'A summary that says that nothing is changed stands on a server whose tools are all Read.',
    check: ({ servers }) =>
      servers.flatMap((server) => {
        if (!NOTHING_CHANGES.test(server.words?.server.summary ?? '')) return [];
        const { tools, listed } = server.tools;
        return tools
          .filter((tool) => verdictOf(tool, listed, server.review?.tools[tool.name]).category !== 'Read')
          .map((tool) => ({
            severity: 'error' as const,
            file: `${server.folder}/words.yaml`,
            field: 'server.summary',
            message: `says that nothing is changed, and ${JSON.stringify(tool.name.slice(0, 60))} is not rated as Read`,
            remedy: 'Say what is changed, or review the tool if its verdict is wrong.',
          }));
      }),
  },
  {
    name: 'words-complete',
    description: 'A catalogue without publishers’ text has words of its own for every tool.',
    check: ({ servers, site }) =>
      site.publisherText === 'keep'
        ? []
        : servers.flatMap((server) =>
            server.tools.tools
              .filter((tool) => wordsOn(server, tool.name) === undefined)
              .map((tool) => ({
                severity: 'stale' as const,
                file: `${server.folder}/words.yaml`,
                field: fieldPath(['tools', tool.name]),
                message: 'is missing: the page has no summary',
                remedy: 'Write one sentence that says what one call does.',
              })),
          ),
  },
];

/** A tool may be called `constructor`: only what stands in the file counts. */
function wordsOn(server: ServerContent, name: string): ToolWords | undefined {
  const words = server.words?.tools ?? {};
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

function lapsedProblem(file: string, field: string, slug: string): Problem {
  return {
    severity: 'stale',
    file,
    field,
    message: 'was written for another definition; the page says "under review"',
    remedy: `Read the text against the new definition, then \`npm run stamp -- ${slug}\`.`,
  };
}
