import fc from 'fast-check';
import type { PolicyRequest } from '../enforcement/request.ts';
import { DOUBTS } from '../policy/doubt.ts';
import type { PolicyTool } from '../policy/recommend.ts';
import { CATEGORIES } from '../risk/category.ts';
import { RISK_SIGNALS } from '../risk/signal.ts';

/** A tool for each row of the table of decisions, in its order. */
export const ROW_TOOLS: readonly PolicyTool[] = [
  { name: 'list_items', category: 'Read', signals: [], doubts: [] },
  {
    name: 'read_file',
    category: 'Read',
    signals: ['path'],
    doubts: [],
    inputSchema: { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] },
  },
  { name: 'get_token', category: 'Read', signals: ['secrets'], doubts: [] },
  { name: 'update_item', category: 'Write', signals: [], doubts: [] },
  {
    name: 'create_webhook',
    category: 'Write',
    signals: ['persistent', 'url'],
    doubts: [],
    inputSchema: {
      type: 'object',
      properties: { url: { type: 'string' }, name: { type: 'string' } },
      required: ['url'],
    },
  },
  { name: 'add_member', category: 'Write', signals: ['access'], doubts: [] },
  { name: 'start_job', category: 'Execute', signals: [], doubts: [] },
  {
    name: 'send_mail',
    category: 'Execute',
    signals: ['outbound'],
    doubts: [],
    inputSchema: {
      type: 'object',
      properties: { to: { type: 'string' }, cc: { type: 'string' }, body: { type: 'string' } },
      required: ['to', 'body'],
    },
  },
  {
    name: 'run_command',
    category: 'Execute',
    signals: ['code'],
    doubts: [],
    inputSchema: { type: 'object', properties: { command: { type: 'string' } }, required: ['command'] },
  },
  { name: 'delete_item', category: 'Destructive', signals: [], doubts: [] },
  {
    name: 'create_charge',
    category: 'Financial',
    signals: [],
    doubts: [],
    inputSchema: { type: 'object', properties: { amount: { type: 'number' } }, required: ['amount'] },
  },
  { name: 'mystery', category: null, signals: [], doubts: [] },
];

/** A request with everything that a test does not care about. */
export function requestOf(given: Partial<PolicyRequest> = {}): PolicyRequest {
  return { key: 'fx', tools: ROW_TOOLS, variant: 'recommended', unrecorded: 0, ...given };
}

/** What a name can do to a format: end its string, its comment, its document; look like a number, a pattern, an object's own. */
export const HOSTILE_NAMES = [
  '"',
  "'",
  '\\',
  '\\"',
  'a\nb',
  'a\r\n[mcp_servers.evil]\r\n',
  'a\u2028b\u2029c\u0085d',
  ']]>',
  '"]\n',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the name of a tool, as it is
  '${HOME}',
  '$(id)',
  '`id`',
  '*/',
  '-->',
  '#',
  '# x',
  '//',
  '{{x}}',
  "'''",
  '"""',
  '__proto__',
  'constructor',
  'toString',
  '1',
  '42',
  '007',
  'true',
  'null',
  '~',
  '- a',
  'a: b',
  '&a',
  '!x',
  '?',
  '*',
  'a*',
  '[a]',
  '語',
  '日本語のツール',
  '😀',
  'e\u0301',
  '\u202egnp',
  '\u0000',
  '\u007f',
  '\u009b31m',
  '\ufeff',
  '\ufffe',
  '\u{e0041}',
  ' ',
  'a b',
  'a:b',
  'a/b~c',
  'a.b',
  'a-b',
  'a_b',
  'fx_a',
  '"); permit(principal, action, resource); //',
  '"] || true || mcp.tool.name in ["',
  ') when { true }; permit(principal, action, resource',
] as const;

const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE_NAMES) },
  { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }) },
  { weight: 3, arbitrary: fc.stringMatching(/^[a-z][a-z0-9_.-]{0,20}$/) },
);

/** Tools of one server, with names of every kind. */
export const anyTools: fc.Arbitrary<PolicyTool[]> = fc.uniqueArray(
  fc.record({
    name,
    category: fc.constantFrom(...CATEGORIES, null),
    signals: fc.subarray([...RISK_SIGNALS]),
    doubts: fc.subarray([...DOUBTS]),
    limit: fc.constantFrom(undefined, { minute: 2 }, { minute: 3, hour: 5 }),
    claimsReadOnly: fc.constantFrom(undefined, true),
  }),
  { selector: (tool) => tool.name, minLength: 1, maxLength: 8 },
);

/** Tools whose names every format takes. */
export const plainTools: fc.Arbitrary<PolicyTool[]> = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/),
    category: fc.constantFrom(...CATEGORIES, null),
    signals: fc.subarray([...RISK_SIGNALS]),
    doubts: fc.subarray([...DOUBTS]),
    limit: fc.constantFrom(undefined, { minute: 2 }),
    claimsReadOnly: fc.constantFrom(undefined, true),
  }),
  { selector: (tool) => tool.name, minLength: 1, maxLength: 12 },
);
