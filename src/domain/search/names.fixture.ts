import type { NamesFile } from './names-file.ts';

/** A small catalogue: names that are alike, on several servers, of every kind. */
export const NAMES: NamesFile = {
  version: 1,
  traits: [
    ['low', 'read'],
    ['critical', 'destructive', 'bulk'],
    ['high', 'execute', 'outbound'],
    ['not-assessed', 'not-assessed'],
  ],
  servers: [
    ['github', 'GitHub', 'critical', 'github-mcp-server'],
    ['git', 'Git', 'critical'],
    ['mail', 'Gmail and Google Calendar', 'high'],
    ['memory', 'Memory', 'low'],
    ['paypal', 'PayPal', 'high'],
    ['empty', 'Empty', 'not-assessed'],
  ],
  texts: [
    ['attack', 'memory-poisoning', 'Poisoned memory and context', 'ASI06'],
    ['attack', 'remote', 'mcp-remote: a login address', 'CVE-2025-6514', 'mcp-remote (npm)', 'mcp-remote'],
    ['guide', 'read', 'Read tools'],
  ],
  hubs: { 'run tests!': 'run-tests-12345678' },
  tools: [
    [0, ['create_issue', 'delete_repository', 'list_alerts', 'get_alert', 'run tests!'], [2, 1, 0, 0, 2]],
    [1, ['create_issue', 'createIssue', 'git_status', 'run tests!'], [0, 1, 0, 3], { createIssue: 'createIssue-1' }],
    [2, ['send_email', 'run tests!'], [2, 2]],
    [3, ['read_graph', 'memory', 'run tests!', '__proto__'], [0, 0, 0, 3]],
    [4, ['create_invoice'], [2]],
  ],
  shards: [],
};
