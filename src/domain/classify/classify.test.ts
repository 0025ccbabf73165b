import { describe, expect, it } from 'vitest';
import { ClassificationSchema } from '../record/classification.ts';
import type { ToolDefinition } from '../record/tool.ts';
import type { JsonObject } from '../text/json.ts';
import { classifyTool, classifyTools } from './classify.ts';

const text = { type: 'string' };

function tool(name: string, description?: string, properties?: JsonObject, annotations?: JsonObject): ToolDefinition {
  return {
    name,
    ...(description === undefined ? {} : { description }),
    ...(properties === undefined ? {} : { inputSchema: { type: 'object', properties } }),
    ...(annotations === undefined ? {} : { annotations }),
  };
}

const classify = (...parts: Parameters<typeof tool>) => classifyTool({ server: 'acme', tool: tool(...parts) });
const signalIds = (...parts: Parameters<typeof tool>) => classify(...parts).signals.map((signal) => signal.id);

describe('classifyTool: acceptance examples', () => {
  it('rates a test runner that takes any command as critical', () => {
    const verdict = classify('run_tests', 'Run the tests of a project, with a command of your own', {
      command: text,
      directory: text,
    });
    expect(verdict).toMatchObject({ category: 'Execute', level: 'critical' });
    expect(verdict.signals.map(({ id, evidence }) => [id, evidence[0]?.where])).toEqual([
      ['code', 'command'],
      ['path', 'directory'],
    ]);
  });

  it('rates a test runner of saved cases as high', () => {
    const verdict = classify('run_tests', 'Run saved test cases against a compiled policy', { policy_id: text });
    expect(verdict).toMatchObject({ category: 'Execute', level: 'high', signals: [] });
  });

  it('rates recording an outcome as Write, with the phrase', () => {
    const verdict = classify('record_test_outcome', 'Record the outcome of a test', { test_id: text, outcome: text });
    expect(verdict).toMatchObject({ category: 'Write', level: 'medium' });
    expect(verdict.evidence).toContainEqual({
      from: 'description',
      text: 'Record the outcome of a test',
      says: 'creates something',
    });
  });

  it('rates an upload to the own account as Write', () =>
    expect(classify('invarium_sync_results', "Uploads results to the user's hosted dashboard").category).toBe('Write'));
});

describe('classifyTool: categories', () => {
  it.each([
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
    ['Write', 'frobnicate', 'Frobnicate the widget'],
  ])('%s: %s', (category, name, description) => expect(classify(name, description).category).toBe(category));

  it.each([
    ['Read', 'query', 'Run a read-only SQL query', { sql: text }],
    ['Read', 'read_query', 'Run a SELECT query', { query: text }],
    ['Execute', 'query', 'Run any SQL statement', { sql: text }],
    ['Execute', 'execute_query', 'Execute MySQL queries', { query: text }],
    ['Destructive', 'manage_records', 'Manage records', { operation: { enum: ['list', 'create', 'delete'] } }],
    [
      'Destructive',
      'manage_records',
      'Manage records',
      { operation: { ...text, description: "One of 'list', 'create' or 'delete'" } },
    ],
    ['Write', 'manage_subscription', 'Manage a notification subscription', { action: { enum: ['watch', 'delete'] } }],
    ['Destructive', 'http_request', 'Make an HTTP request', { method: { enum: ['GET', 'POST', 'DELETE'] }, url: text }],
    ['Execute', 'http_request', 'Make an HTTP request', { method: { enum: ['GET', 'POST'] }, url: text }],
    ['Write', 'convert_file', 'Convert a document', { input_path: text, output_path: text }],
    ['Read', 'calculate', 'Do arithmetic', { operation: { enum: ['add', 'subtract'] }, a: {}, b: {} }],
  ] as const)('%s: %s (%s)', (category, name, description, properties) =>
    expect(classify(name, description, properties as JsonObject).category).toBe(category),
  );

  it('does not assess what is too thin', () => {
    for (const description of [undefined, '', 'Description not available', 'No description', 'TODO', 'N/A']) {
      expect(classify('thing', description)).toMatchObject({ category: null, level: null, score: null, confidence: 0 });
      const verdict = classify('delete_thing', description);
      expect(verdict.category).toBe('Destructive');
      expect(verdict.confidence).toBeLessThan(0.7);
    }
  });
});

describe('classifyTool: annotations', () => {
  it('contradicts a mail sender that claims to read', () => {
    const verdict = classify(
      'send_email',
      'Send an email',
      { to: text, body: text },
      { readOnlyHint: true, openWorldHint: false },
    );
    expect(verdict.category).toBe('Execute');
    expect(verdict.annotations.readOnlyHint).toEqual({ state: 'contradicted', value: true });
    expect(verdict.annotations.openWorldHint).toEqual({ state: 'contradicted', value: false });
    expect(verdict.annotations.idempotentHint).toEqual({ state: 'not-said' });
  });

  it('does not take a destructive hint for destruction', () => {
    const verdict = classify('update_page', 'Update a page', {}, { destructiveHint: true });
    expect(verdict.category).toBe('Write');
    expect(verdict.annotations.destructiveHint.state).toBe('declared');
  });

  it('lets a claim decide where words leave doubt', () => {
    expect(classify('open_thing', 'Thing of the day', {}, { readOnlyHint: true }).category).toBe('Read');
    expect(classify('zone', 'Zone editor', {}, { readOnlyHint: false }).category).toBe('Write');
  });

  it('hears nothing from a server that sends the defaults on every tool', () => {
    const defaults = { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true };
    const [first, second] = classifyTools([
      { server: 'a', tool: tool('get_item', 'Get an item', {}, defaults) },
      { server: 'a', tool: tool('list_items', 'List items', {}, defaults) },
    ]);
    expect(first?.category).toBe('Read');
    expect(first?.annotations.readOnlyHint).toEqual({ state: 'not-said', value: false });
    expect(second?.confidence).toBeGreaterThan(0.9);
  });

  it('knows nothing of hints where the source does not carry them', () => {
    const verdict = classifyTool({
      server: 'a',
      tool: tool('get_item', 'Get an item'),
      definitionSource: 'documented',
    });
    expect(verdict.annotations.readOnlyHint).toEqual({ state: 'not-known' });
  });
});

describe('classifyTool: signals', () => {
  it.each([
    [['secrets'], 'keyvault_secret_get', 'Get a secret of a key vault', { vault: text, name: text }],
    [['secrets'], 'browser_get_cookies', 'Return the cookies of the page', {}],
    [['secrets'], 'get_env', 'Get the environment variables of a service', {}],
    [['outbound'], 'send_sms', 'Send an SMS message', { to: text, body: text }],
    [['access'], 'invite_user', 'Invite a user to a workspace', { email: text }],
    [['persistent'], 'create_schedule', 'Create a recurring schedule', { cron: text }],
    [['path', 'persistent'], 'write_file', 'Write content to a file', { path: text, content: text }],
    [['url', 'untrusted'], 'fetch', 'Fetch a web page', { url: text }],
    [['code'], 'calculate', 'Evaluate an arithmetic expression', { expression: text }],
    [['credentials'], 'get_quota', 'Show the quota', { api_key: text, page_token: text }],
    [['bulk'], 'delete_messages', 'Delete messages', { message_ids: { type: 'array', items: text } }],
  ] as const)('%s: %s', (expected, name, description, properties) => {
    const found = signalIds(name, description, properties as JsonObject);
    for (const id of expected) expect(found).toContain(id);
  });

  it.each([
    ['code', 'search_notes', 'Search notes', { query: text }],
    ['code', 'lookup_region', 'Look up a region', { code: { ...text, description: 'Country code' } }],
    ['outbound', 'create_note', 'Create a note', { title: text, body: text }],
    ['credentials', 'get_token_price', 'Price of a token on Solana', { token: text }],
    ['path', 'call_api', 'Call an endpoint of the API', { path: { ...text, description: 'URL path' } }],
    ['bulk', 'list_items', 'List items', { ids: { type: 'array' } }],
    ['secrets', 'get_token_balance', 'Get what an address holds of an ERC20 token', { address: text }],
    ['persistent', 'get_workflow', 'Get a workflow', { id: text }],
  ] as const)('no %s: %s', (absent, name, description, properties) =>
    expect(signalIds(name, description, properties as JsonObject)).not.toContain(absent),
  );
});

describe('classifyTool: form', () => {
  it('gives evidence for every category and signal, never more than six words of a description', () => {
    const long =
      'Create a very long and winding description of a webhook that is called for every event of the account';
    const verdict = classify('create_webhook', long, { url: text, events: { type: 'array' } });
    const pieces = [...verdict.evidence, ...verdict.signals.flatMap((signal) => signal.evidence)];
    expect(verdict.evidence.length).toBeGreaterThan(0);
    for (const { text: words } of pieces) expect(words.split(/\s+/).length).toBeLessThanOrEqual(6);
    expect(verdict.alternatives.map(({ because }) => because)).toContain(
      'Read, if it only returned the result and kept nothing',
    );
    expect(ClassificationSchema.parse(verdict)).toEqual(verdict);
  });

  it('keeps the order of its inputs and gives the same answer twice', () => {
    const inputs = ['get_a', 'delete_b', 'get_a'].map((name) => ({ server: 's', tool: tool(name, 'Something') }));
    const verdicts = classifyTools(inputs);
    expect(verdicts.map(({ findings }) => findings.map(({ id }) => id))).toEqual([
      ['duplicate-name'],
      [],
      ['duplicate-name'],
    ]);
    expect(classifyTools(inputs)).toEqual(verdicts);
  });

  it('survives hostile definitions', () => {
    const properties = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`param_${index}`, { description: 'x '.repeat(500) }]),
    );
    const strings = [
      'a '.repeat(50_000),
      'and '.repeat(20_000),
      '<'.repeat(50_000),
      'or,'.repeat(20_000),
      `(${'one, '.repeat(9_000)}`,
      '\u200B'.repeat(30_000),
      'ﷺ\uD800'.repeat(9_000),
      '`'.repeat(40_000),
      '- '.repeat(30_000),
      'send '.repeat(20_000),
    ];
    for (const description of strings) {
      const verdict = classifyTool({
        server: description,
        tool: { name: description, title: description, description, inputSchema: { properties } },
      });
      expect(ClassificationSchema.safeParse(verdict).success).toBe(true);
    }
    const wrong = { name: 'x', description: 7, inputSchema: [], annotations: 'no' } as unknown as ToolDefinition;
    expect(classifyTool({ server: 's', tool: wrong }).category).toBeNull();
  });
});
