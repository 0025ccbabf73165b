import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../text/json.ts';
import { classifyTool } from './classify.ts';

const text = { type: 'string' };
const flag = { type: 'boolean' };
const list = { type: 'array', items: text };
const said = (description: string) => ({ type: 'string', description });
const steps = (kind: JsonObject) => ({
  type: 'array',
  items: { type: 'object', properties: { type: kind, selector: text } },
});

const FILES: JsonObject = {
  type: 'array',
  items: { type: 'object', properties: { path: text, content: text } },
};

function classify(
  name: string,
  description?: string,
  properties: JsonObject = {},
  server = 'acme',
  hints?: JsonObject,
) {
  return classifyTool({
    server,
    tool: {
      name,
      ...(description === undefined ? {} : { description }),
      inputSchema: { type: 'object', properties },
      ...(hints === undefined ? {} : { annotations: hints }),
    },
  });
}
type Parts = [name: string, description?: string, properties?: JsonObject, server?: string];
const category = (...parts: Parts) => classify(...parts).category;
const signals = (...parts: Parts) => classify(...parts).signals.map(({ id }) => id);

describe('routers', () => {
  const router = { command: text, parameters: { type: 'object' }, intent: text, learn: flag };

  it.each([
    ['Execute', 'Storage operations: commands for listing and managing buckets. Sub commands are routed on.'],
    ['Execute', 'Manage and query the cluster, for when you need visibility. A command router.'],
    ['Destructive', 'Board operations: listing, creating and deleting boards. A command router.'],
    ['Execute', 'Board operations: listing and creating boards, never deleting one. A command router.'],
    ['Read', 'Advice operations: commands that return guidance on costs. A command router.'],
  ])('%s: %s', (expected, description) => expect(category('boards', description, router)).toBe(expected));

  it('takes a sub-command for no shell command', () => {
    expect(signals('boards', 'Manages boards. A command router.', router)).not.toContain('code');
    expect(signals('run', 'Run a command in a shell', { command: text })).toContain('code');
    expect(signals('store', 'Executing KQL queries and managing tables. A command router.', router)).toContain('code');
  });
});

describe('operations, options and nested arguments', () => {
  it.each<[string, Parts]>([
    ['Destructive', ['remark_write', 'Write a remark', { method: { enum: ['add', 'update', 'delete'] } }]],
    ['Destructive', ['rename_table', 'Rename a table', { from: text, to: text, dropTarget: flag }]],
    ['Write', ['rename_table', 'Rename a table', { from: text, to: text, verbose: flag }]],
    ['Destructive', ['dml', 'Perform operations on records:\n- insert: make new ones\n- delete: take them away']],
    ['Execute', ['scrape', 'Scrape a page', { url: text, actions: steps({ enum: ['wait', 'executeJavascript'] }) }]],
    ['Execute', ['aggregate', 'Run an aggregation', { collection: text, pipeline: { type: 'array' } }, 'mongodb']],
    ['Write', ['take_picture', 'Take a screenshot', { file_path: said('Where to save the picture') }]],
    ['Read', ['take_picture', 'Take a screenshot', { selector: text }]],
    ['Execute', ['mysql_execute', 'Execute data modification queries', {}]],
    ['Execute', ['ux_check', 'Evaluate a web application', { url: text, task: text }]],
    ['Execute', ['set_song', 'Set properties of the song', { is_playing: flag, tempo: text }]],
  ])('%s: %j', (expected, parts) => expect(category(...parts)).toBe(expected));

  it('does not believe a read-only claim about free stages', () =>
    expect(
      classify('aggregate', 'Run an aggregation', { pipeline: { type: 'array' } }, 'mongodb', { readOnlyHint: true }),
    ).toMatchObject({ category: 'Execute', level: 'critical' }));

  it('finds scripts among nested options', () =>
    expect(signals('scrape', 'Scrape', { actions: steps({ enum: ['click', 'executeJavascript'] }) })).toContain(
      'code',
    ));
});

describe('verbs', () => {
  it.each<[string | null, Parts]>([
    ['Execute', ['create_pipeline', 'Create a pipeline for a branch', { project_id: text, ref: text }]],
    ['Write', ['create_pipeline', 'Create a pipeline', { name: text, steps: list }]],
    ['Execute', ['play_pipeline_schedule', 'Run a schedule at once', { id: text }]],
    ['Execute', ['assign_agent_to_issue', 'Assign the coding agent to an issue', { issue: text }]],
    ['Execute', ['assign_helper', 'Assign the helper to an issue', { issue: text, custom_instructions: text }]],
    ['Write', ['assign_issue', 'Assign an issue to somebody', { assignee: text }]],
    ['Execute', ['request_copilot_review', 'Request an automated review', {}]],
    ['Write', ['request_pull_request_reviewers', 'Request reviewers', { reviewers: list }]],
    ['Write', ['resolve_merge_request_thread', 'Resolve a thread', { id: text }]],
    ['Execute', ['merge_merge_request', 'Merge a merge request', { id: text }]],
    ['Write', ['unapprove_merge_request', 'Take back an approval', { id: text }]],
    ['Write', ['unprotect_branch', 'Remove protection from a branch', { branch: text }]],
    ['Write', ['update_deployment', 'Update the state of a deployment', { id: text, status: text }]],
    ['Write', ['convertTaskToSubtask', 'Convert a task to a subtask', { id: text }]],
    ['Read', ['convert_units', 'Convert metres to feet', { value: text }]],
    ['Financial', ['exerciseOption', 'Description not available', { contract: text }]],
    ['Write', ['enforce_mfa', 'Enforce MFA for all users', {}]],
    ['Write', ['expire', 'Set an expiration time for a key', { key: text }]],
    ['Destructive', ['expire_snapshots', 'Remove old snapshots', { table: text }]],
    ['Write', ['search_feedback', 'Send feedback on a search', { rating: text }]],
    ['Write', ['read_log', 'Gets lines of or clears the log', { action: text }]],
    ['Financial', ['to_pdf', 'Convert a text to PDF, and pay with Lightning', { text }]],
    [null, ['frobnicate', 'Description not available', { id: text }]],
  ])('%s: %j', (expected, parts) => expect(category(...parts)).toBe(expected));
});

describe('signals by mechanism', () => {
  const issue = { owner: text, repo: text, issue_number: { type: 'number' } };

  it.each<[string, Parts]>([
    ['outbound', ['add_issue_comment', 'Comment on an issue', { ...issue, body: text }, 'github']],
    ['outbound', ['update_issue_title', 'Change the title', { ...issue, title: text }, 'github']],
    ['outbound', ['upload_file', 'Upload a file through an element of the page', { file_path: text }, 'browser']],
    ['outbound', ['send_invoice_reminder', 'Send a reminder of an invoice', {}, 'paypal']],
    ['persistent', ['push_files', 'Push files', { branch: text, files: FILES }, 'github']],
    ['persistent', ['create_entities', 'Create entities in the knowledge graph', { entities: list }, 'memory']],
    ['persistent', ['update_ci_yaml', 'Update the configuration of builds', { content: text }]],
    ['access', ['approve_deployment', 'Approve a deployment', { id: text }]],
    ['access', ['protect_branch', 'Protect a branch', { branch: text }]],
    ['access', ['update_project', 'Update a project', { id: text, visibility: text }]],
    ['bulk', ['cancelOrders', 'Cancel orders', {}]],
    ['bulk', ['delete_pods', 'Delete pods', { namespace: text, label_selector: text }]],
    ['secrets', ['list_pipeline_triggers', 'List trigger tokens of a project', { project_id: text }]],
    ['secrets', ['get_pipeline_variables', 'Get the variables of a pipeline', { pipeline_id: text }]],
    ['untrusted', ['my_issues', 'List issues that are assigned to you', {}, 'gitlab']],
    ['untrusted', ['click', 'Click an element of the page', { uid: text, includeSnapshot: flag }, 'browser']],
    ['untrusted', ['get_attachment', 'Get an attachment', { inbox_id: text, message_id: text }]],
    ['private', ['get_merge_request', 'Get a merge request', { project_id: text }, 'gitlab']],
    ['path', ['git_add', 'Stage files', { repo_path: text, files: list }]],
    ['url', ['install_chart', 'Install a chart', { repo: said('URL of the repository to install from') }]],
  ])('%s: %j', (expected, parts) => expect(signals(...parts)).toContain(expected));

  it.each<[string, Parts]>([
    ['outbound', ['add_issue_reaction', 'Add a reaction to an issue', { ...issue, content: text }, 'github']],
    ['outbound', ['create_milestone', 'Create a milestone', { title: text }, 'gitlab']],
    ['outbound', ['fork_repository', 'Fork a repository', { owner: text, repo: text }, 'github']],
    ['outbound', ['create_repository', 'Create a repository', { name: text, description: text }, 'github']],
    ['outbound', ['publish', 'Publish a message to a Redis channel', { message: text }, 'redis']],
    ['persistent', ['create_milestone', 'Create a milestone', { title: text }]],
    ['persistent', ['update_pipeline_metadata', 'Rename a pipeline', { name: text }]],
    ['persistent', ['create_issue_relation', 'Relate two issues', { a: text, b: text }]],
    ['access', ['zadd', 'Add a member to a sorted set', { key: text, member: text }, 'redis']],
    ['access', ['update_issue_assignees', 'Replace the assignees', { ...issue, assignees: list }]],
    ['bulk', ['update_issue_labels', 'Replace the labels of an issue', { ...issue, labels: list }]],
    ['bulk', ['delete_order', 'Delete an order', { id: text }]],
    ['untrusted', ['list_issue_links', 'List links of an issue', issue, 'gitlab']],
    ['private', ['list_labels', 'List labels of a repository', issue, 'github']],
    ['private', ['dbsize', 'Count the keys of the database', {}, 'redis']],
    [
      'path',
      ['get_file', 'Get a file of a project', { project_id: text, file_path: said('Path of the file') }, 'gitlab'],
    ],
    ['path', ['json_get', 'Get the JSON value at a path', { key: text, path: text }, 'redis']],
    ['url', ['get_status', 'Status of the latest build', { project_url: said('URL of the project') }]],
    ['code', ['drive', 'Executes steps', { commands: steps({ enum: ['click'] }) }]],
  ])('no %s: %j', (absent, parts) => expect(signals(...parts)).not.toContain(absent));
});
