import type { JsonObject } from '../text/json.ts';
import type { ExpectedVerdict } from './expected-verdict.ts';
import { FLAG, TEXT } from './lexicon/example.ts';

/** Two texts for one name and the same arguments: in the first an excusing word governs nothing, in the second all. */
export type ExcusePair = readonly [name: string, takes: JsonObject, stays: string, goes: string];

/** Pairs that are alike in what the excuse would cancel. */
export interface ExcuseGroup {
  readonly about: string;
  readonly stays: ExpectedVerdict;
  readonly goes: ExpectedVerdict;
  readonly pairs: readonly ExcusePair[];
}

const SQL: JsonObject = { sql: TEXT };
const QUERY: JsonObject = { query: TEXT };
const COMMAND: JsonObject = { command: TEXT };
const CODE: JsonObject = { code: TEXT };
const SCRIPT: JsonObject = { script: TEXT };
const ID: JsonObject = { id: TEXT };

/**
 * A word that excuses ("read-only", EXPLAIN, "without values") counts only inside the clause that it governs, and never with
 * not, unless, disabled or rejected. A query that can only select is Read and still takes code (docs/taxonomy.md).
 */
export const EXCUSE_GROUPS: readonly ExcuseGroup[] = [
  {
    about: 'a query that can write',
    stays: { oneOf: ['Execute', 'Destructive'], shows: ['code'] },
    goes: { oneOf: ['Read'] },
    pairs: [
      [
        'sql_statement',
        SQL,
        'Run a SQL statement. Unavailable while the server is in read-only mode.',
        'Run a SQL statement. Only read-only ones are available.',
      ],
      [
        'sql_database',
        SQL,
        'Run SQL on the database. Disabled in readonly mode.',
        'Run SQL on the database, in a read-only transaction.',
      ],
      [
        'sql_costs',
        SQL,
        'Run a SQL query. Try it with EXPLAIN before, which tells what it costs.',
        'Run EXPLAIN on a SQL query and return the plan. The query itself is not run.',
      ],
      [
        'sql_accounts',
        SQL,
        'Execute a SQL statement. Read-only accounts are rejected.',
        'Execute a SQL statement. Everything but SELECT is rejected.',
      ],
      [
        'sql_server',
        SQL,
        'Execute SQL, unless the server is read-only.',
        'Execute SQL; only SELECT statements are accepted.',
      ],
      [
        'sql_other_tool',
        SQL,
        'Run any SQL. For read-only questions take ask_database.',
        'Run read-only SQL. For changes take change_database.',
      ],
      ['sql_plain', SQL, 'Run SQL. This is not read-only.', 'Run SQL. This is read-only.'],
      [
        'sql_replica',
        SQL,
        'Run SQL on the primary; the read-only replica has a tool of its own.',
        'Run a SELECT on the replica; the primary has a tool of its own.',
      ],
      [
        'sql_switch',
        { ...SQL, read_only: FLAG },
        'Run a SQL query. Set read_only to have writes refused.',
        'Run a SQL query. Writes are always refused, whatever read_only says.',
      ],
      [
        'sql_users',
        SQL,
        'Run a SQL query with the right to write. Read-only users cannot call this.',
        'Run a read-only SQL query. Users without the right to write can call this.',
      ],
      [
        'sql_warehouse',
        SQL,
        'Run a SQL script on the warehouse. A SELECT is logged, and so is everything else.',
        'Run a SQL SELECT on the warehouse. The statement is logged.',
      ],
      [
        'sql_rights',
        SQL,
        'Run SQL. Never use this where read-only access is enough.',
        'Run SQL. Only read-only access is given, never more.',
      ],
      [
        'sql_connection',
        SQL,
        'Run SQL when the connection is not read-only.',
        'Run SQL. The connection is opened read-only.',
      ],
      [
        'sql_since',
        SQL,
        'Run SQL. Versions before 5 were read-only.',
        'Run SQL. Since version 5 every statement is read-only.',
      ],
      [
        'sql_tables',
        SQL,
        'Run SQL of any kind; the metadata tables are read-only.',
        'Run read-only SQL of any kind; the metadata tables are included.',
      ],
      [
        'graphql_api',
        QUERY,
        'Send a GraphQL query or a mutation. The schema is read-only.',
        'Send a GraphQL query. Mutations are rejected.',
      ],
      [
        'cypher_endpoint',
        QUERY,
        'Run a Cypher query. The read-only endpoint has been retired.',
        'Run a Cypher query on the read-only endpoint.',
      ],
      [
        'gremlin_graph',
        QUERY,
        'Run a Gremlin traversal. Properties of vertices can be changed.',
        'Run a read-only Gremlin traversal and return the properties of vertices.',
      ],
      [
        'aql_access',
        QUERY,
        'Execute an AQL query. Unlike the viewer’s, it is not limited to read-only.',
        'Execute an AQL query. Like the viewer’s, it is limited to read-only.',
      ],
    ],
  },
  {
    about: 'code or a command that is run',
    stays: { oneOf: ['Execute'], shows: ['code'] },
    goes: { oneOf: ['Read'], lacks: ['code'] },
    pairs: [
      [
        'shell_command',
        COMMAND,
        'Run a shell command. Unavailable while the server is in read-only mode.',
        'Explain a shell command without running it.',
      ],
      [
        'project_command',
        COMMAND,
        'Run a shell command in the project. Its properties are logged.',
        'Describe the properties of a shell command. The command is not run.',
      ],
      [
        'python_script',
        SCRIPT,
        'Run a Python script; supported versions are 3.10 to 3.14.',
        'Tell which versions of Python a script supports; the script is not run.',
      ],
      [
        'page_code',
        CODE,
        'Evaluate JavaScript in the page. Read-only pages are rejected.',
        'Check the syntax of JavaScript. The code is never evaluated.',
      ],
      [
        'scene_code',
        CODE,
        'Generate a scene by running JavaScript code. Validation is the task of check_scene.',
        'Validate the JavaScript code of a scene without running it.',
      ],
      [
        'host_command',
        COMMAND,
        'Run a command on the host unless it is on the deny list.',
        'Tell whether a command is on the deny list. The command is not run.',
      ],
      [
        'build_script',
        SCRIPT,
        'Run a build script. A dry run is not possible.',
        'Print what a build script would do. It is only a dry run, nothing is executed.',
      ],
      [
        'container_command',
        COMMAND,
        'Execute a command in the container; listing processes is read-only, the rest is not.',
        'Look up when a command ran in the container. It is not executed again.',
      ],
      [
        'sandbox_code',
        CODE,
        'Run Python code in a sandbox that sees the project read-only.',
        'Analyze Python code and return its problems. The code is never run.',
      ],
      [
        'debugger',
        { expression: TEXT },
        'Evaluate a JavaScript expression in the debugger; watched expressions are read-only.',
        'Find where a JavaScript expression is watched, without evaluating it.',
      ],
    ],
  },
  {
    about: 'a secret that is given back',
    stays: { oneOf: ['Read'], shows: ['secrets'] },
    goes: { oneOf: ['Read'], lacks: ['secrets'] },
    pairs: [
      [
        'vault_shelf',
        ID,
        'Get the value of a secret. Lists come without values.',
        'List the secrets of a vault. They come without values.',
      ],
      [
        'vault_record',
        ID,
        'Read a secret with its value. Its properties can be read, too.',
        'Read the properties of a secret, not its value.',
      ],
      [
        'vault_item',
        ID,
        'Get the value of a secret, of the latest or an older version.',
        'List the versions of a secret; no value is returned.',
      ],
      [
        'api_keys',
        ID,
        'Return the API key of a project. Disabled keys are returned as well.',
        'Return the names of the API keys of a project. The keys themselves are never returned.',
      ],
      [
        'service_environment',
        ID,
        'Show the environment variables of a service with their values. Use list_variables to see them without values.',
        'Show the names of the environment variables of a service, without values.',
      ],
      [
        'database_address',
        ID,
        'Get the connection string of a database, with its password, unless access is disabled.',
        'Tell whether a database has a connection string. The string is not returned.',
      ],
      [
        'session_token',
        ID,
        'Fetch the access token of a session. Metadata of other sessions comes without tokens.',
        'Fetch when the access token of a session expires. The token itself is not returned.',
      ],
      [
        'password_entry',
        ID,
        'Show the password of an entry. Masking is disabled.',
        'Show an entry of the password manager. The password is masked.',
      ],
      [
        'wallet_keys',
        ID,
        'Return the private key of a wallet. Its label is redacted.',
        'Return the public key of a wallet. The private key is redacted.',
      ],
      [
        'session_cookies',
        ID,
        'Return the cookies of the session. Profiles without values are rejected.',
        'Return the names of the cookies of the session, without values.',
      ],
    ],
  },
  {
    about: 'a job that is started',
    stays: { oneOf: ['Execute'] },
    goes: { oneOf: ['Read'] },
    pairs: [
      [
        'nightly_job',
        ID,
        'Start a nightly job. Read-only keys are rejected.',
        'Show a nightly job. Read-only keys are accepted.',
      ],
    ],
  },
];
