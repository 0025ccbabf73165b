import type { Category } from '../risk/category.ts';
import type { RiskSignal } from '../risk/signal.ts';
import type { JsonObject } from '../text/json.ts';
import { type Example, FLAG, LIST, oneOf, said, steps, TEXT } from './lexicon/example.ts';

const FILES: JsonObject = { type: 'array', items: { type: 'object', properties: { path: TEXT, content: TEXT } } };
const ISSUE: JsonObject = { owner: TEXT, repo: TEXT, issue_number: { type: 'number' } };

/** A definition in our own words: its name, text, arguments, server and the server's claims. */
export type CaseParts = readonly [
  name: string,
  description?: string | undefined,
  takes?: JsonObject,
  server?: string,
  annotations?: JsonObject,
];

/** What rules that no table holds are for, and how they work together: a category and the definition that has it. */
export const CATEGORY_CASES: readonly (readonly [Category | null, ...CaseParts])[] = [
  // Verb last, camelCase, after the product's name.
  ['Destructive', 'kv_namespace_delete', 'Delete a KV namespace'],
  ['Destructive', 'kvNamespaceDelete', undefined],
  ['Destructive', 'task_list_delete', 'Delete a list of tasks'],
  ['Execute', 'acme_post_message', 'Post a message to a chat channel'],
  // Nouns that look like verbs.
  ['Read', 'get_subscription', 'Retrieve one subscription'],
  ['Read', 'list_charges', 'List the charges of a customer'],
  ['Read', 'get_pricing', 'Show what a plan costs'],
  ['Read', 'order_status', 'Status of an order'],
  ['Read', 'swap_quote', 'Quote the price of a token swap'],
  ['Read', 'block_info', 'Retrieve information about a block'],
  ['Read', 'deployment_status', 'Status of a deployment'],
  ['Read', 'review_changes', 'Review a plan and warn of irreversible deletions'],
  ['Read', 'ping', 'Ping the server'],
  ['Read', 'recall', 'Recall what was learned about a topic'],
  ['Read', 'add', 'Add two numbers'],
  ['Read', 'request_hover', 'Get what an editor shows on hover'],
  ['Read', 'run_analysis', 'Analyze a text'],
  ['Write', 'set_status', 'Set where a task stands'],
  // Money.
  ['Financial', 'create_invoice', 'Create an invoice for a customer'],
  ['Financial', 'transfer', 'Transfer SOL to another address'],
  ['Financial', 'swap_tokens', 'Swap tokens on a DEX'],
  ['Financial', 'place_order', 'Place a market order'],
  ['Financial', 'cancel_subscription', 'Cancel the paid subscription of a customer'],
  ['Financial', 'send_amount', 'Send a specified amount of bitcoin to an address'],
  ['Read', 'build_transfer', 'Build an unsigned transaction that transfers ETH'],
  ['Write', 'transfer_ownership', 'Transfer ownership of a repository'],
  ['Write', 'create_product', 'Create a product in the shop'],
  ['Write', 'revoke_approval', 'Revoke the approval of an ERC20 token'],
  // Removing.
  ['Write', 'remove_member', 'Remove a member from a team'],
  ['Write', 'remove_tags', 'Remove tags from a note'],
  ['Destructive', 'remove_snapshot', 'Remove an old snapshot'],
  ['Write', 'clear_cache', 'Clear the cache'],
  ['Destructive', 'clear_all_tasks', 'Clear all tasks'],
  ['Destructive', 'empty_trash', 'Empty the trash'],
  ['Destructive', 'git_reset', 'Reset the working tree hard to a commit'],
  ['Destructive', 'force_push', 'Force push a branch'],
  ['Destructive', 'restore_database', 'Restore a database from a backup'],
  ['Write', 'restore_page', 'Restore a page that was archived'],
  ['Destructive', 'terminate_instance', 'Terminate an instance'],
  ['Execute', 'terminate_process', 'Terminate a process'],
  // Setting in motion.
  ['Execute', 'send_email', 'Send an email'],
  ['Execute', 'generate_image', 'Generate a picture out of words'],
  ['Read', 'generate_summary', 'Generate a summary of a text'],
  ['Execute', 'merge_pull_request', 'Merge a pull request'],
  ['Write', 'merge_cells', 'Merge cells of a sheet'],
  ['Execute', 'stop_service', 'Stop a service'],
  ['Write', 'close_issue', 'Close an issue'],
  ['Execute', 'browser_close', 'Close the browser page'],
  ['Write', 'revoke_api_key', 'Revoke an API key'],
  ['Write', 'rotate_secret', 'Rotate the secret of a client'],
  [null, 'frobnicate', 'Frobnicate the widget'],
  ['Read', 'query', 'Run a read-only SQL query', { sql: TEXT }],
  ['Read', 'read_query', 'Run a SELECT query', { query: TEXT }],
  ['Execute', 'query', 'Run any SQL statement', { sql: TEXT }],
  ['Execute', 'execute_query', 'Execute MySQL queries', { query: TEXT }],
  ['Destructive', 'manage_records', 'Manage records', { operation: { enum: ['list', 'create', 'delete'] } }],
  [
    'Destructive',
    'manage_records',
    'Manage records',
    { operation: { ...TEXT, description: "One of 'list', 'create' or 'delete'" } },
  ],
  ['Write', 'manage_subscription', 'Manage a notification subscription', { action: { enum: ['watch', 'delete'] } }],
  ['Destructive', 'http_request', 'Make an HTTP request', { method: { enum: ['GET', 'POST', 'DELETE'] }, url: TEXT }],
  ['Execute', 'http_request', 'Make an HTTP request', { method: { enum: ['GET', 'POST'] }, url: TEXT }],
  ['Write', 'convert_file', 'Convert a document', { input_path: TEXT, output_path: TEXT }],
  ['Read', 'calculate', 'Do arithmetic', { operation: { enum: ['add', 'subtract'] }, a: {}, b: {} }],
  ['Destructive', 'remark_write', 'Write a remark', { method: { enum: ['add', 'update', 'delete'] } }],
  ['Destructive', 'rename_table', 'Rename a table', { from: TEXT, to: TEXT, dropTarget: FLAG }],
  ['Write', 'rename_table', 'Rename a table', { from: TEXT, to: TEXT, verbose: FLAG }],
  ['Destructive', 'dml', 'Perform operations on records:\n- insert: make new ones\n- delete: take them away'],
  ['Execute', 'scrape', 'Scrape a page', { url: TEXT, actions: steps('type', oneOf('wait', 'executeJavascript')) }],
  ['Execute', 'aggregate', 'Run an aggregation', { collection: TEXT, pipeline: { type: 'array' } }, 'mongodb'],
  ['Write', 'take_picture', 'Take a screenshot', { file_path: said('Where to save the picture') }],
  ['Read', 'take_picture', 'Take a screenshot', { selector: TEXT }],
  ['Execute', 'mysql_execute', 'Execute data modification queries', {}],
  ['Execute', 'ux_check', 'Evaluate a web application', { url: TEXT, task: TEXT }],
  ['Execute', 'set_song', 'Set properties of the song', { is_playing: FLAG, tempo: TEXT }],
  ['Execute', 'create_pipeline', 'Create a pipeline for a branch', { project_id: TEXT, ref: TEXT }],
  ['Write', 'create_pipeline', 'Create a pipeline', { name: TEXT, steps: LIST }],
  ['Execute', 'play_pipeline_schedule', 'Run a schedule at once', { id: TEXT }],
  ['Execute', 'assign_agent_to_issue', 'Assign the coding agent to an issue', { issue: TEXT }],
  ['Execute', 'assign_helper', 'Assign the helper to an issue', { issue: TEXT, custom_instructions: TEXT }],
  ['Write', 'assign_issue', 'Assign an issue to somebody', { assignee: TEXT }],
  ['Execute', 'request_copilot_review', 'Request an automated review', {}],
  ['Write', 'request_pull_request_reviewers', 'Request reviewers', { reviewers: LIST }],
  ['Write', 'resolve_merge_request_thread', 'Resolve a thread', { id: TEXT }],
  ['Execute', 'merge_merge_request', 'Merge a merge request', { id: TEXT }],
  ['Write', 'unapprove_merge_request', 'Take back an approval', { id: TEXT }],
  ['Write', 'unprotect_branch', 'Remove protection from a branch', { branch: TEXT }],
  ['Write', 'update_deployment', 'Update the state of a deployment', { id: TEXT, status: TEXT }],
  ['Write', 'convertTaskToSubtask', 'Convert a task to a subtask', { id: TEXT }],
  ['Read', 'convert_units', 'Convert metres to feet', { value: TEXT }],
  ['Financial', 'exerciseOption', 'Description not available', { contract: TEXT }],
  ['Write', 'enforce_mfa', 'Enforce MFA for all users', {}],
  ['Write', 'expire', 'Set an expiration time for a key', { key: TEXT }],
  ['Destructive', 'expire_snapshots', 'Remove old snapshots', { table: TEXT }],
  ['Write', 'search_feedback', 'Send feedback on a search', { rating: TEXT }],
  ['Write', 'read_log', 'Gets lines of or clears the log', { action: TEXT }],
  ['Financial', 'to_pdf', 'Convert a TEXT to PDF, and pay with Lightning', { TEXT }],
  [null, 'frobnicate', 'Description not available', { id: TEXT }],
  // Conditions of rules, and what is just outside of them.
  ['Execute', 'forward', undefined],
  ['Read', 'get_rose', 'Get a rose', { action: oneOf('order') }],
  ['Financial', 'get_rose', 'Get a rose', { action: oneOf('pay') }],
  ['Execute', 'query_sql', 'Ask it'],
  ['Read', 'query_sql', 'Ask it, read-only'],
  ['Write', 'boards', 'Manages boards. A command router.', { command: TEXT }],
  ['Write', 'boards', 'Manages boards. A command router.', { parameters: { type: 'object' } }],
  ['Write', 'move_rose_and_eth', undefined, {}, 'solana'],
  ['Write', 'move_rose_or_eth', undefined, {}, 'solana'],
  ['Execute', 'edit_photo', 'Edit a photo'],
  ['Write', 'edit_photo', 'Edit a photo', {}, 'browser'],
  ['Financial', 'update_subscription_plan', 'Update a plan', { customer_id: TEXT }, 'stripe'],
  ['Financial', 'update_subscription_plan', 'Update a plan', { subscription_id: TEXT }, 'stripe'],
  ['Write', 'boards', 'Manages boards', { command: TEXT, parameters: { type: 'object' } }],
  ['Read', 'get_rose', 'Get a rose', { paths: { ...LIST, description: 'Where to save it' } }],
  ['Read', 'get_rose', 'Get a presigned link to a rose', { path: said('Where to save it') }],
  ['Read', 'get_rose', 'Get a rose', { path: said('Path of the saved rose') }],
  ['Write', 'rename_table', 'Rename a table', { a: { properties: { b: { properties: { drop_target: FLAG } } } } }],
  // What the server claims, where the words leave doubt and where they do not: it never lowers.
  ['Execute', 'send_email', 'Send an email', {}, 'acme', { readOnlyHint: true }],
  ['Execute', 'open_thing', 'Thing of the day', {}, 'acme', { readOnlyHint: true }],
  [null, 'zone', 'Zone editor', {}, 'acme', { readOnlyHint: false }],
  [null, 'zone', 'Zone editor'],
  [null, 'zone', 'Zone of the day', {}, 'acme', { readOnlyHint: true }],
  ['Read', 'get_item', 'Get an item', {}, 'acme', { readOnlyHint: false }],
  ['Read', 'run_analysis', 'Analyze a text', {}, 'acme', { readOnlyHint: false }],
  ['Destructive', 'remove_fence', 'Remove a fence', {}, 'acme', { destructiveHint: false }],
  ['Destructive', 'remove_fence', 'Remove a fence', {}, 'acme', { destructiveHint: true }],
  ['Destructive', 'delete_fence', 'Delete a fence', {}, 'acme', { destructiveHint: false }],
  ['Destructive', 'get_rose', 'Get a rose. It deletes a fence.'],
  ['Destructive', 'get_rose', 'Get a rose. It deletes a fence.', {}, 'acme', { readOnlyHint: true }],
  ['Write', 'get_rose', 'Get a rose, and save it to disk'],
  ['Write', 'get_rose', 'Get a rose, and save it to disk', {}, 'acme', { readOnlyHint: true }],
  ['Execute', 'query', 'Query it', { sql: TEXT }],
  ['Execute', 'query', 'Query it', { sql: TEXT }, 'acme', { readOnlyHint: true }],
];

/** Signals and definitions that show them. */
export const SIGNAL_CASES: readonly (readonly [RiskSignal, ...CaseParts])[] = [
  ['secrets', 'keyvault_secret_get', 'Get a secret of a key vault', { vault: TEXT, name: TEXT }],
  ['secrets', 'browser_get_cookies', 'Return the cookies of the page', {}],
  ['secrets', 'get_env', 'Get the environment variables of a service', {}],
  ['outbound', 'send_sms', 'Send an SMS message', { to: TEXT, body: TEXT }],
  ['access', 'invite_user', 'Invite a user to a workspace', { email: TEXT }],
  ['persistent', 'create_schedule', 'Create a recurring schedule', { cron: TEXT }],
  ['path', 'write_file', 'Write content to a file', { path: TEXT, content: TEXT }],
  ['persistent', 'write_file', 'Write content to a file', { path: TEXT, content: TEXT }],
  ['url', 'fetch', 'Fetch a web page', { url: TEXT }],
  ['untrusted', 'fetch', 'Fetch a web page', { url: TEXT }],
  ['code', 'calculate', 'Evaluate an arithmetic expression', { expression: TEXT }],
  ['credentials', 'get_quota', 'Show the quota', { api_key: TEXT, page_token: TEXT }],
  ['bulk', 'delete_messages', 'Delete messages', { message_ids: { type: 'array', items: TEXT } }],
  ['outbound', 'add_issue_comment', 'Comment on an issue', { ...ISSUE, body: TEXT }, 'github'],
  ['outbound', 'update_issue_title', 'Change the title', { ...ISSUE, title: TEXT }, 'github'],
  ['outbound', 'upload_file', 'Upload a file through an element of the page', { file_path: TEXT }, 'browser'],
  ['outbound', 'send_invoice_reminder', 'Send a reminder of an invoice', {}, 'paypal'],
  ['persistent', 'push_files', 'Push files', { branch: TEXT, files: FILES }, 'github'],
  ['persistent', 'create_entities', 'Create entities in the knowledge graph', { entities: LIST }, 'memory'],
  ['persistent', 'update_ci_yaml', 'Update the configuration of builds', { content: TEXT }],
  ['access', 'approve_deployment', 'Approve a deployment', { id: TEXT }],
  ['access', 'protect_branch', 'Protect a branch', { branch: TEXT }],
  ['access', 'update_project', 'Update a project', { id: TEXT, visibility: TEXT }],
  ['bulk', 'cancelOrders', 'Cancel orders', {}],
  ['bulk', 'delete_pods', 'Delete pods', { namespace: TEXT, label_selector: TEXT }],
  ['secrets', 'list_pipeline_triggers', 'List trigger tokens of a project', { project_id: TEXT }],
  ['secrets', 'get_pipeline_variables', 'Get the variables of a pipeline', { pipeline_id: TEXT }],
  ['untrusted', 'my_issues', 'List issues that are assigned to you', {}, 'gitlab'],
  ['untrusted', 'click', 'Click an element of the page', { uid: TEXT, includeSnapshot: FLAG }, 'browser'],
  ['untrusted', 'get_attachment', 'Get an attachment', { inbox_id: TEXT, message_id: TEXT }],
  ['private', 'get_merge_request', 'Get a merge request', { project_id: TEXT }, 'gitlab'],
  ['path', 'git_add', 'Stage files', { repo_path: TEXT, files: LIST }],
  ['url', 'install_chart', 'Install a chart', { repo: said('URL of the repository to install from') }],
  ...['api key', 'secret key', 'private key', 'encryption key', 'decryption key'].map(
    (key) => ['credentials', 'open_hatch', 'Open a hatch', { key: said(`The ${key}`) }] as const,
  ),
  ['code', 'run_mill', 'Run a mill', { source: said('The script') }],
];

/** Signals and definitions that only look as if they showed them. */
export const ABSENT_SIGNAL_CASES: readonly (readonly [RiskSignal, ...CaseParts])[] = [
  ['code', 'search_notes', 'Search notes', { query: TEXT }],
  ['code', 'lookup_region', 'Look up a region', { code: { ...TEXT, description: 'Country code' } }],
  ['outbound', 'create_note', 'Create a note', { title: TEXT, body: TEXT }],
  ['credentials', 'get_token_price', 'Price of a token on Solana', { token: TEXT }],
  ['path', 'call_api', 'Call an endpoint of the API', { path: { ...TEXT, description: 'URL path' } }],
  ['bulk', 'list_items', 'List items', { ids: { type: 'array' } }],
  ['secrets', 'get_token_balance', 'Get what an address holds of an ERC20 token', { address: TEXT }],
  ['persistent', 'get_workflow', 'Get a workflow', { id: TEXT }],
  ['outbound', 'add_issue_reaction', 'Add a reaction to an issue', { ...ISSUE, content: TEXT }, 'github'],
  ['outbound', 'create_milestone', 'Create a milestone', { title: TEXT }, 'gitlab'],
  ['outbound', 'fork_repository', 'Fork a repository', { owner: TEXT, repo: TEXT }, 'github'],
  ['outbound', 'create_repository', 'Create a repository', { name: TEXT, description: TEXT }, 'github'],
  ['outbound', 'publish', 'Publish a message to a Redis channel', { message: TEXT }, 'redis'],
  ['persistent', 'create_milestone', 'Create a milestone', { title: TEXT }],
  ['persistent', 'update_pipeline_metadata', 'Rename a pipeline', { name: TEXT }],
  ['persistent', 'create_issue_relation', 'Relate two issues', { a: TEXT, b: TEXT }],
  ['access', 'zadd', 'Add a member to a sorted set', { key: TEXT, member: TEXT }, 'redis'],
  ['access', 'update_issue_assignees', 'Replace the assignees', { ...ISSUE, assignees: LIST }],
  ['bulk', 'update_issue_labels', 'Replace the labels of an issue', { ...ISSUE, labels: LIST }],
  ['bulk', 'delete_order', 'Delete an order', { id: TEXT }],
  ['untrusted', 'list_issue_links', 'List links of an issue', ISSUE, 'gitlab'],
  ['private', 'list_labels', 'List labels of a repository', ISSUE, 'github'],
  ['private', 'dbsize', 'Count the keys of the database', {}, 'redis'],
  ['path', 'get_file', 'Get a file of a project', { project_id: TEXT, file_path: said('Path of the file') }, 'gitlab'],
  ['path', 'json_get', 'Get the JSON value at a path', { key: TEXT, path: TEXT }, 'redis'],
  ['url', 'get_status', 'Status of the latest build', { project_url: said('URL of the project') }],
  ['code', 'drive', 'Executes steps', { commands: steps('type', oneOf('click')) }],
  ...[FLAG, { type: 'number' }, { type: 'integer' }, oneOf('shut')].flatMap(
    (kind) =>
      [
        ['credentials', 'open_hatch', 'Open a hatch', { password: kind }],
        ['code', 'start_mill', 'Start a mill', { command: kind }],
        ['code', 'run_mill', 'Run a mill', { script: kind }],
        ['path', 'open_hatch', 'Open a hatch', { file_path: kind }],
        ['bulk', 'delete_shelf', 'Delete a shelf', { everything: kind.type === 'boolean' ? TEXT : kind }],
      ] as const,
  ),
  [
    'url',
    'add_sources',
    'Add sources',
    { sources: { type: 'array', items: { type: 'object', properties: { url: TEXT } } } },
  ],
  ['untrusted', 'get_inner_text', 'Gets it', {}, 'spotify'],
  ['path', 'open_it', 'Open it', { file: said('A file') }, 'github'],
  ['url', 'import_sources', 'Import sources', { sources: { type: 'array', items: { properties: { url: TEXT } } } }],
  ['code', 'run_script', 'About a mill', { id: TEXT }],
  ['code', 'run_mill', 'Run a mill', { source: said('Where it comes from') }],
  ['persistent', 'write_poem', 'Write a poem', { path: TEXT, content: TEXT }],
  ['persistent', 'copy_file', 'Copy a file', { path: TEXT, content: TEXT }],
];

/** A case as an example. */
export function caseExample(...[name, description, takes, server, annotations]: CaseParts): Example {
  return {
    name,
    ...(description === undefined ? {} : { description }),
    ...(takes === undefined ? {} : { takes }),
    ...(server === undefined ? {} : { server }),
    ...(annotations === undefined ? {} : { annotations }),
  };
}

/** All cases as examples, by an id: name, arguments and server, "case:create_pipeline(ref)", and a number where that is not enough. */
export function caseExamples(): ReadonlyMap<string, Example> {
  const examples = new Map<string, Example>();
  for (const [, ...parts] of [...CATEGORY_CASES, ...SIGNAL_CASES, ...ABSENT_SIGNAL_CASES]) {
    const [name, , takes = {}, server = ''] = parts;
    const id = `case:${name.replace(/\s/g, '_')}(${Object.keys(takes).join(',')})${server}`;
    let [free, count] = [id, 1];
    while (examples.has(free)) {
      count += 1;
      free = `${id}/${count}`;
    }
    examples.set(free, caseExample(...parts));
  }
  return examples;
}
