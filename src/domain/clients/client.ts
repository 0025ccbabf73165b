import type { Syntax } from '../configuration/read-text.ts';
import type { ServerForm } from '../configuration/server-form.ts';
import type { EnforcementFormat } from '../enforcement/format.ts';
import type { JsonObject } from '../text/json.ts';
import type { ClientDocument } from './document.ts';
import type { FileMembers } from './not-read.ts';
import type { PatchWriter } from './patch.ts';
import type { Scope } from './scope.ts';
import type { PermissionModel } from './treatment.ts';

/** A parsed file that nobody has recognised yet. */
export interface GivenFile {
  /** In lower case with `/`; only a name where no more is known. */
  readonly path: string;
  readonly value: JsonObject;
  readonly syntax: Syntax;
}

/** One form of file that a client reads. */
export interface FileForm {
  /** Unique among all clients; reports carry it. */
  readonly kind: string;
  /** What the page calls it, after the client's name: "settings". */
  readonly label: string;
  /**
   * Smaller is asked first, and no two forms have the same: what only one client writes before what several do. Below zero is
   * asked before a list of tools; a list of servers that says nothing of its reader comes after all (read-document.ts).
   */
  readonly precedence: number;
  /** Files in another syntax are not of this form, and are not asked about. */
  readonly syntax: Syntax;
  /** Whether it lists MCP servers. */
  readonly hasServers: boolean;
  /** Set where its client keeps its list of servers in another file: one without servers says nothing of them. */
  readonly listsElsewhere?: true;
  /** Whether a file is of this form, by its path or its members. */
  recognises(file: GivenFile): boolean;
}

/** Which files a client reads. */
export interface ClientFiles {
  readonly forms: readonly FileForm[];
  /** How it lists servers, beside the form that most clients share (MCP_SERVERS). */
  readonly lists: readonly ServerForm[];
  /** Paths of plain lists of servers that are this client's: asked of all clients before any is asked for members. */
  readonly listPath: RegExp | null;
  /** Whether the members of a plain list of servers tell that it is this client's. */
  ownsMembers(value: JsonObject): boolean;
  /** Set where `"disabled": true` in a server's entry is a switch of this client's: in any other it is a member that does nothing. */
  readonly heedsDisabled?: true;
  /** What its permissions read of its files: the rest is listed as not read. */
  readonly members: FileMembers;
  /** Whose a file of this path is, where the client says so; null for the common rule (scope.ts). */
  scope(path: string): Scope | null;
}

/** What people read of a client. */
export interface ClientWords {
  /** As its maker calls it. */
  readonly name: string;
  /** As people call it, in lists. */
  readonly short: string;
  /** What no file shows of what it does, as sentences; empty where everything about it is unknown anyway. */
  readonly blindSpots: readonly string[];
  /** Which files to give for a check, names between backticks: where servers stand, and where permissions. Null: nobody knows. */
  readonly give: { readonly servers: string; readonly permissions: string } | null;
}

/** A client: all that Placard knows of one, each part a file of its room. */
export interface Client {
  readonly words: ClientWords;
  readonly files: ClientFiles;
  /** Its rules on tools, from all its files together: what happens now. */
  readonly permissions: (documents: readonly ClientDocument[]) => PermissionModel;
  /** The format of its own policy; null for a client whose files hold no rule for a single tool. */
  readonly policy: EnforcementFormat | null;
  /** Writes chosen rules into what is there; null where there is no policy. */
  readonly patch: PatchWriter | null;
}

/** A client of its parts: a policy without a way to write it down, or the other way round, does not compile. */
export function defineClient(
  parts: Omit<Client, 'policy' | 'patch'> &
    (
      | { readonly policy: EnforcementFormat; readonly patch: PatchWriter }
      | { readonly policy: null; readonly patch: null }
    ),
): Client {
  return parts;
}
