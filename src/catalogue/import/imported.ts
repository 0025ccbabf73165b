import type { Listed } from '../../domain/record/record.ts';
import type { ServerFile } from '../../domain/record/server.ts';
import type { DefinitionSource, ToolDefinition } from '../../domain/record/tool.ts';

/** One server as an import format gave it. Everything in it is a stranger's. */
export interface ImportedServer {
  /** The id that the source uses; the slug is made from it. */
  readonly id: string;
  readonly listed: Listed;
  readonly tools: readonly ImportedTool[];
  /** Members of its tools that are not read: for the person who imports it. */
  readonly unread?: readonly string[];
  /** What the source says of the server, for a new server.yaml. */
  readonly server: ServerFile;
}

/** One tool and how trustworthy its definition is. */
export interface ImportedTool {
  readonly definition: ToolDefinition;
  readonly definitionSource: DefinitionSource;
}

/** The longest name of a record. */
const LONGEST_NAME = 80;

/** A title that a source gives a server beside its id, as the claim that it is: anybody may call a server GitHub. */
export function claimed(title: string | undefined, id: string): Pick<Listed, 'callsItself'> {
  return title === undefined || title === id ? {} : { callsItself: title.slice(0, LONGEST_NAME) };
}

/** Something in an import that is wrong, with where and how to mend it. */
export class ImportError extends Error {}
