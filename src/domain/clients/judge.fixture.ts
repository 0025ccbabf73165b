import type { Hint } from '../record/tool.ts';
import { type ConfigurationText, readDocument } from './read-document.ts';
import { type ClientId, clientById } from './registry.ts';
import type { RuleFinding, SeenServer, SeenTool, Treatment } from './treatment.ts';

/** A tool with the claims that are given; without any, nobody recorded them. */
export const seen = (name: string, hints?: Partial<Record<Hint, boolean | null>>): SeenTool => ({ name, hints });

/** What a client makes of its files: the treatment of one tool, and what is wrong with the rules. */
export interface Judged {
  /** "asked by settings.json:4 (tool)": the effect, the line, and how deliberately it speaks of the tool. */
  readonly treat: (tool: SeenTool | string) => string;
  /** The sentence beside it. */
  readonly says: (tool: SeenTool | string) => string;
  /** "ignored config.toml:4 -> enabled_tools". */
  readonly findings: readonly string[];
  readonly messages: readonly string[];
  readonly named: readonly string[];
}

/** Reads files as one client does, for its server `fx` with these tools; null where nobody knows them. */
export function judge(
  client: ClientId,
  files: readonly ConfigurationText[],
  tools: readonly SeenTool[] | null = null,
  key = 'fx',
): Judged {
  const documents = files.map(readDocument).filter(({ kind }) => kind !== 'unusable');
  const model = clientById(client).permissions(documents);
  const holder = documents.find(({ servers }) => servers.some((server) => server.key === key));
  const server: SeenServer = {
    key,
    configured: holder?.servers.find((each) => each.key === key) ?? null,
    file: holder?.name ?? null,
    tools,
  };
  const treatment = (tool: SeenTool | string): Treatment =>
    model.treat(server, typeof tool === 'string' ? seen(tool) : tool);
  const found: readonly RuleFinding[] = model.findings([server]);
  return {
    treat: (tool) => {
      const { effect, by, reach } = treatment(tool);
      return `${effect} by ${by === null ? 'default' : `${by.file}:${by.line}`} (${reach})`;
    },
    says: (tool) => treatment(tool).says,
    findings: found.map(
      ({ kind, at, instead }) => `${kind} ${at.file}:${at.line}${instead === undefined ? '' : ` -> ${instead}`}`,
    ),
    messages: found.map(({ message }) => message),
    named: model.named,
  };
}
