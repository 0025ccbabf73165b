import type { NamedSecret } from '../text/secret.ts';

/** A server that the client starts and speaks to over standard input and output. */
export interface StdioTransport {
  readonly kind: 'stdio';
  readonly command: string;
  /** As written; they may carry secrets: see `maskArguments`. */
  readonly args: readonly string[];
  readonly env: readonly NamedSecret[];
  /** Folder that the server is started in, where the file says so. */
  readonly cwd?: string;
  /** What starts it, in words, where its program does not stand in the file; `command` is empty then. */
  readonly startedBy?: string;
}

/** A server that is reached over HTTP. */
export interface HttpTransport {
  readonly kind: 'http';
  readonly url: string;
  readonly headers: readonly NamedSecret[];
}

/** One server of a client's configuration, whatever the client. */
export interface ConfiguredServer {
  /** Its name in the file. */
  readonly key: string;
  /** The way to it from the root of its file. */
  readonly path: readonly (string | number)[];
  /** Where it stands, as a person finds it: `mcpServers.github`. */
  readonly place: string;
  /** False where the file switches it off. */
  readonly enabled: boolean;
  readonly transport: StdioTransport | HttpTransport;
}

/** Something in a configuration that cannot be used. The other servers of the file are not affected. */
export interface ConfigurationProblem {
  /** `line 4, column 7` or `mcpServers.github.args`. */
  readonly place: string;
  /** The way to it from the root of its file, where `place` is no line. */
  readonly path?: readonly (string | number)[];
  readonly message: string;
  readonly remedy: string;
}

/** The forms that are known, by the name that a person would use. */
export type ConfigurationForm =
  | 'mcpServers'
  | 'vscode'
  | 'opencode'
  | 'codex'
  | 'zed'
  | 'amp'
  | 'goose'
  | 'continue'
  | 'compose'
  | 'server.json'
  | 'manifest.json'
  | 'map';

/** What a client's configuration text says of MCP servers. */
export interface Configuration {
  /** Null when the text could not be read at all. */
  readonly form: ConfigurationForm | null;
  readonly servers: readonly ConfiguredServer[];
  readonly problems: readonly ConfigurationProblem[];
  /** Ways to the lists that were read. */
  readonly lists: readonly (readonly (string | number)[])[];
  /** Ways to all entries, those with problems as well, with the members of each that nobody knows. */
  readonly entries: readonly { readonly path: readonly (string | number)[]; readonly unknown: readonly string[] }[];
  /** Default values of VS Code's `inputs`, by id; those of passwords are never given. */
  readonly inputDefaults: ReadonlyMap<string, string>;
}
