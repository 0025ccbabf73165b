import { classifyTools } from '../classify/classify.ts';
import type { ConfigurationDocument } from '../clients/read-document.ts';
import { TOOLS_LIST, toolsIn } from '../clients/tools-list.ts';
import { doubtsOf } from '../policy/doubt.ts';
import type { ToolDefinition } from '../record/tool.ts';
import { levelOrder } from '../risk/risk-level.ts';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import type { KnownServer, KnownTool } from './known-catalogue.ts';

/** The servers of all answers to tools/list among the files; one of which nothing could be read is none. */
export function serversOfLists(documents: readonly ConfigurationDocument[]): KnownServer[] {
  return documents
    .filter(
      ({ kind, value, problems }) => kind === TOOLS_LIST && (problems.length === 0 || toolsIn(value).tools.length > 0),
    )
    .map(serverOfList);
}

/** A server from an answer to tools/list, classified here and now; its name is the file's. */
export function serverOfList({ name, value }: ConfigurationDocument): KnownServer {
  const server = (/([^/\\]+?)(?:\.jsonc?)?$/i.exec(name)?.[1] ?? name) || 'list';
  const tools = toolsIn(value).tools.map(({ parts }) => definitionOf(parts));
  const verdicts = classifyTools(tools.map((tool) => ({ server, tool })));
  const known = tools.map(({ name: tool, annotations }, index): KnownTool => {
    const verdict = verdicts[index];
    return {
      name: tool,
      category: verdict?.category ?? null,
      level: verdict?.level ?? null,
      signals: verdict?.signals.map(({ id }) => id) ?? [],
      shares: verdict?.sharedText !== undefined,
      doubts: verdict === undefined ? [] : doubtsOf({ classification: verdict, review: null }),
      hints: hintsOf(annotations),
    };
  });
  return {
    slug: null,
    name: server,
    packages: [],
    unrecorded: 0,
    tools: known.sort((a, b) => levelOrder(a.level) - levelOrder(b.level)),
  };
}

/** The three claims that clients look at. */
export function hintsOf(annotations: JsonObject | undefined): NonNullable<KnownTool['hints']> {
  const hint = (name: string) => (typeof annotations?.[name] === 'boolean' ? annotations[name] : null);
  return {
    readOnlyHint: hint('readOnlyHint'),
    destructiveHint: hint('destructiveHint'),
    openWorldHint: hint('openWorldHint'),
  };
}

function definitionOf(tool: JsonObject): ToolDefinition {
  const text = (value: Json | undefined) => (typeof value === 'string' ? value : undefined);
  const object = (value: Json | undefined) => (isObject(value) ? value : undefined);
  return {
    name: tool.name as string,
    title: text(tool.title),
    description: text(tool.description),
    inputSchema: object(tool.inputSchema),
    outputSchema: object(tool.outputSchema),
    annotations: object(tool.annotations),
  } satisfies Readonly<Record<keyof ToolDefinition, unknown>>;
}
