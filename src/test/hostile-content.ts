import path from 'node:path';
import { stringify } from 'yaml';
import type { ImportedServer, ImportedTool } from '../catalogue/import/imported.ts';
import { writeWhole } from '../catalogue/write/write-file.ts';
import { type WrittenServer, writeServers } from '../catalogue/write/write-servers.ts';
import { isCopied } from '../domain/record/own-listing.ts';
import { anchorOf } from '../domain/record/record.ts';
import type { Review } from '../domain/record/review.ts';
import type { ServerFile } from '../domain/record/server.ts';
import type { DefinitionSource } from '../domain/record/tool.ts';
import { CATEGORIES, type Category } from '../domain/risk/category.ts';
import type { RiskSignal } from '../domain/risk/signal.ts';
import type { JsonObject } from '../domain/text/json.ts';

/** Texts that break out of wherever they are put without being escaped, or that some replacement would expand. */
export const PAYLOADS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  ']]>',
  '</script><b>',
  '</title></textarea></style>',
  '<!-- open',
  '$\u007B1}',
  '$& $1 $` $$',
  '`$\u007Balert(1)}`',
  'back`tick',
  '{{ braces }}',
  'q7z0z7q',
  'javascript:alert(1)',
  '&lt;escaped&gt; &amp; &#39;',
  'line\nbreak\ttab',
  '\u2028\u2029',
  '\u0007bell',
  'half \ud800 pair',
  '\\u003c\\',
  '%2e%2e%2f',
] as const;

/** Names outside the specification's pattern, names that stand for something else on the site, and names that collide. */
export const HOSTILE_NAMES = [
  '../../x',
  '/api/acg',
  'has spaces in it',
  ' leading and trailing ',
  '日本語のツール',
  '🔥_delete_🔥',
  'evil\u202Etxt.exe',
  'zero\u200Bwidth',
  `long_${'abcdefghi_'.repeat(29)}tail!`,
  `${'plain_name_'.repeat(27)}end`,
  'index',
  'index.html',
  'policy.json',
  'history',
  '.',
  '..',
  '...',
  '__proto__',
  'constructor',
  'toString',
  'Get',
  'get',
  'GET',
  'a/b',
  'a?b=c',
  'a#b',
  'a b',
  'a-b',
  '*',
  'null',
  '1',
] as const;

/** Slugs of the servers of the hostile site, for tests that look at one of them. */
export const HOSTILE = {
  markup: 'hostile-markup',
  names: 'hostile-names',
  twin: 'hostile-twin',
  schemas: 'hostile-schemas',
  sources: 'hostile-sources',
  many: 'hostile-many',
  empty: 'hostile-empty',
  single: 'hostile-single',
  /** What the server `single` was called before. */
  before: 'hostile-before',
  partial: 'hostile-partial',
  unknown: 'hostile-unknown',
  reviewed: 'hostile-reviewed',
} as const;

/** Number of tools of the largest hostile server. */
export const MANY_TOOLS = 400;

/** Where the hostile site lives, and where its mistakes are reported. */
export const ADDRESS = 'https://catalogue.example/';
export const REPORT_MISTAKE = 'https://catalogue.example/mistakes?a=1&b=2';

/** The day of every listing. */
const DAY = '2026-11-20';
/** The day of what was copied. */
const COPIED = '2025-06-05';

/** What people write about one server. */
interface People {
  readonly server?: Partial<ServerFile>;
  readonly words?: unknown;
  readonly review?: unknown;
}

/**
 * Writes a content root whose servers try everything that a stranger can try: through the project's own import, so that its
 * records are what an import would give, with words and reviews of people beside them. All settings of the site are made.
 * @param contactEndpoint where the contact form goes
 */
export async function writeHostileContent(root: string, contactEndpoint: string): Promise<void> {
  await writeWhole(
    path.join(root, 'site.yaml'),
    stringify({
      name: 'Hostile & <Sons>',
      tagline: 'A "catalogue" of <b>everything</b> that can go wrong',
      address: ADDRESS,
      publisherText: 'keep',
      reportMistake: REPORT_MISTAKE,
      links: [{ label: 'Our <b>intranet</b>', href: 'https://intranet.example/?a=1&b=2' }],
      callToAction: {
        title: 'Ask us <first>',
        text: 'Before you connect a server, ask the & people who know it.',
        label: 'Ask "us"',
        href: 'mailto:security@catalogue.example',
      },
      contact: { endpoint: contactEndpoint, title: 'Write to <us>', text: 'Your message goes to the security team.' },
    }),
  );
  const written = await writeServers(root, hostileServers(), (text) => ({ tokenizer: 'letters', count: text.length }));
  const people = peopleOf(new Map(written.map((server) => [server.slug, server])));
  for (const { slug } of written) {
    const { server, words, review } = people.get(slug) ?? {};
    const folder = path.join(root, 'servers', slug);
    const original = hostileServers().find(({ id }) => id === slug)?.server;
    if (server) await writeWhole(path.join(folder, 'server.yaml'), stringify({ ...original, ...server }));
    if (words) await writeWhole(path.join(folder, 'words.yaml'), stringify(words));
    if (review) await writeWhole(path.join(folder, 'review.yaml'), stringify(review));
  }
}

/** Writes a content root with one small server and no setting of the site: what `npm run import` leaves behind. */
export async function writePlainContent(root: string): Promise<void> {
  await writeServers(
    root,
    [
      server('plain', [
        tool('get_weather', 'Get the weather of a city.', { city: { type: 'string' } }),
        tool('delete_city', 'Delete a city for good.', { city: { type: 'string' } }),
      ]),
    ],
    undefined,
  );
}

function hostileServers(): ImportedServer[] {
  return [
    server(HOSTILE.markup, markupTools(), 'Markup "><b>server</b> & sons'),
    server(HOSTILE.names, nameTools()),
    server(HOSTILE.twin, [
      ...PAYLOADS.slice(0, 4).map((name) => tool(name, `Send a message to a channel. ${name}`)),
      ...['../../x', '__proto__', 'constructor', 'Get', 'get', 'index', '日本語のツール', '..'].map((name) =>
        tool(name, 'Delete a file for good.', { path: { type: 'string', description: 'Path of the file to delete' } }),
      ),
    ]),
    server(HOSTILE.schemas, schemaTools()),
    server(HOSTILE.sources, sourceTools()),
    server(HOSTILE.many, manyTools()),
    server(HOSTILE.empty, []),
    server(HOSTILE.single, [tool('only_one', 'List one thing.', { id: { type: 'string', enum: ['one'] } })]),
    server(HOSTILE.partial, [tool('get_item', 'Get an item.'), tool('update_item', 'Update an item.')]),
    server(HOSTILE.unknown, [tool('get_item', 'Get an item.')]),
    server(HOSTILE.reviewed, reviewedTools()),
  ];
}

function server(id: string, tools: readonly ImportedTool[], name = `Store of ${id}`): ImportedServer {
  return {
    id,
    tools,
    listed: {
      date: DAY,
      ...(isCopied(tools) ? { asOf: COPIED } : {}),
      how: 'an answer to tools/list, imported from a <file>',
      version: '1.0.0-"beta"',
    },
    server: { name, listing: { state: 'unknown' }, source: { kind: 'import', what: `${id} (tools/list)` } },
  };
}

function tool(
  name: string,
  description: string | undefined,
  properties?: JsonObject,
  definitionSource: DefinitionSource = 'listed',
): ImportedTool {
  return {
    definition: { name, description, inputSchema: { type: 'object', ...(properties ? { properties } : {}) } },
    definitionSource,
  };
}

/** Every payload as name, title, description, parameter, value and default, in sentences that give different verdicts. */
function markupTools(): ImportedTool[] {
  const sentences = [
    'Get a page from the web',
    'Create an issue',
    'Run a shell command',
    'Delete all rows of a table',
    'Pay an invoice',
    'Send a mail to a customer',
    'Add a user to a team',
  ];
  return PAYLOADS.map((payload, index) => ({
    definition: {
      name: payload,
      title: payload,
      description: `${sentences[index % sentences.length]}. ${payload}`,
      inputSchema: {
        type: 'object',
        properties: {
          [payload]: { type: 'string', description: payload, enum: [payload, `${payload}2`], default: payload },
          command: { type: 'string', description: `Shell command to run ${payload}`, pattern: payload },
          nested: { type: 'object', title: payload, properties: { [payload]: { type: payload, format: payload } } },
        },
        required: [payload],
      },
      annotations: { title: payload, readOnlyHint: index % 2 === 0, [payload]: payload },
    },
    definitionSource: 'listed',
  }));
}

function nameTools(): ImportedTool[] {
  return [
    ...HOSTILE_NAMES.map((name) =>
      tool(name, 'List all items of the store.', { query: { type: 'string', description: 'Words to look for' } }),
    ),
    // Equal names: the stricter verdict must win, whatever the order.
    tool('same_name', 'Read a file.', { path: { type: 'string' } }),
    tool('same_name', 'Delete a file for good.', { path: { type: 'string' } }),
    tool('same_name', 'Read a file.', { path: { type: 'string' } }),
    tool('long_description', `List all pages. ${'A long story about <b>pages</b>, and then more of it. '.repeat(190)}`),
    tool('long_word', `List ${'x'.repeat(10_000)}`),
    tool('no_description', undefined),
    tool('xyzzy', undefined),
    tool('frobnicate', 'Description not available'),
  ];
}

/** Schemas that never end, have no form, or many. */
function schemaTools(): ImportedTool[] {
  const withSchema = (name: string, inputSchema: JsonObject | undefined): ImportedTool => ({
    definition: { name, description: `Update an item of the kind ${name}.`, ...(inputSchema ? { inputSchema } : {}) },
    definitionSource: 'listed',
  });
  const deep = (levels: number): JsonObject =>
    levels === 0
      ? { type: 'string' }
      : { type: 'object', properties: { [`level_${levels}`]: deep(levels - 1) }, required: [`level_${levels}`] };
  return [
    withSchema('no_schema', undefined),
    withSchema('empty_schema', {}),
    withSchema('no_properties', { type: 'object', properties: {}, additionalProperties: false }),
    withSchema('odd_properties', { type: 'object', properties: 'none' as never, required: 'all' as never }),
    withSchema('boolean_members', { type: 'object', properties: { any: true, never: false, list: { items: true } } }),
    withSchema('self_reference', { type: 'object', properties: { again: { $ref: '#' }, name: { type: 'string' } } }),
    withSchema('mutual_references', {
      type: 'object',
      properties: { left: { $ref: '#/$defs/left' } },
      $defs: {
        left: { type: 'object', properties: { right: { $ref: '#/$defs/right' } } },
        right: {
          type: 'object',
          properties: { left: { $ref: '#/$defs/left' }, list: { type: 'array', items: { $ref: '#' } } },
        },
      },
    }),
    withSchema('circle_of_references', {
      $ref: '#/$defs/a',
      $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } },
    }),
    withSchema('outside_reference', {
      type: 'object',
      properties: { far: { $ref: 'https://example.com/schema.json' }, lost: { $ref: '#/$defs/none' } },
    }),
    withSchema('one_of_at_the_top', {
      oneOf: [
        { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] },
        { type: 'object', properties: { name: { type: 'string' }, kind: { const: 'named' } } },
      ],
    }),
    withSchema('any_of_inside', {
      type: 'object',
      properties: {
        target: {
          anyOf: [
            { type: 'object', properties: { url: { type: 'string', format: 'uri' } } },
            { type: 'object', properties: { file: { type: 'string' } } },
            { type: 'null' },
          ],
        },
        choice: { anyOf: [{ const: 'a<b' }, { const: 'b&c' }] },
        either: { oneOf: [{ type: 'string' }, { type: 'number' }] },
      },
      allOf: [{ properties: { merged: { type: 'boolean' } }, required: ['merged'] }],
    }),
    withSchema('many_values', {
      type: 'object',
      properties: { colour: { type: 'string', enum: Array.from({ length: 60 }, (_, index) => `colour <${index}>`) } },
    }),
    withSchema('wide', {
      type: 'object',
      properties: Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`field_${index}`, { type: 'string' }])),
    }),
    withSchema('deep', deep(12)),
    withSchema('long_texts', {
      type: 'object',
      properties: {
        [`parameter_${'with_a_long_name_'.repeat(12)}`]: { type: 'string', pattern: `^${'[a-z]'.repeat(100)}$` },
        unbroken: { type: 'string', description: 'y'.repeat(4000), default: 'z'.repeat(4000) },
      },
    }),
    withSchema('same_fragment', {
      type: 'object',
      properties: { 'a b': { type: 'string' }, 'a?b': { type: 'string' }, 'a-b': { type: 'string' } },
    }),
    withSchema(
      'proto_properties',
      JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"type":"string"}}}'),
    ),
    withSchema('numbers', {
      type: 'object',
      properties: {
        amount: { type: 'number', minimum: 0, maximum: 100, multipleOf: 0.5, default: 1 },
        text: { type: ['string', 'null'], minLength: 1, maxLength: 1 },
        items: {
          type: 'array',
          items: { type: 'object', properties: { id: { type: 'string' } } },
          minItems: 1,
          maxItems: 2,
        },
        map: { type: 'object', additionalProperties: { type: 'string' } },
      },
      required: ['amount'],
      additionalProperties: false,
    }),
  ];
}

/** Definitions that no server listed to us. */
function sourceTools(): ImportedTool[] {
  return [
    { definition: { name: 'documented_only', description: 'Update a record.' }, definitionSource: 'documented' },
    tool('documented_schema', 'Update a record.', { id: { type: 'string' } }, 'documented'),
    tool('guessed_schema', 'Update a record.', { guessed_parameter: { type: 'string' } }, 'derived'),
    tool('copied', 'Update a record.', { id: { type: 'string' } }, 'snapshot'),
  ];
}

function manyTools(): ImportedTool[] {
  const verbs = ['get', 'create', 'run', 'delete', 'pay', 'list', 'update', 'send'];
  return Array.from({ length: MANY_TOOLS }, (_, index) => {
    const verb = verbs[index % verbs.length];
    return tool(`${verb}_thing_${index}`, `${verb} the thing with the number ${index}.`, {
      id: { type: 'string', description: 'Id of the thing' },
    });
  });
}

const REVIEWED_NAMES = [
  ...PAYLOADS,
  '../../x',
  '..',
  '__proto_',
  'constructor',
  'evil\u202Etxt.exe',
  '日本語',
] as const;

/** Tools whose verdicts people set, so that hostile names stand in policies of every form, whatever the classifier says. */
function reviewedTools(): ImportedTool[] {
  return [
    ...REVIEWED_NAMES.map((name) => tool(name, 'List all items of the store.')),
    tool('lapsed_stricter', 'List all items of the store.'),
    tool('lapsed_milder', 'Delete the whole store for good.'),
    tool('limited', 'Create an item.'),
    tool('lapsed_words', 'Create an item.', { id: { type: 'string' } }),
    tool('current_words', 'Create an item.', { id: { type: 'string' }, '<b>': { type: 'string' } }),
  ];
}

/** Verdicts that lead to every decision of the table. */
const VERDICTS: readonly { readonly category: Category; readonly signals: readonly RiskSignal[] }[] = [
  ...CATEGORIES.map((category) => ({ category, signals: [] })),
  { category: 'Read', signals: ['secrets'] },
  { category: 'Read', signals: ['url'] },
  { category: 'Write', signals: ['access'] },
  { category: 'Write', signals: ['persistent'] },
  { category: 'Execute', signals: ['code'] },
  { category: 'Execute', signals: ['outbound'] },
];

function peopleOf(written: ReadonlyMap<string, WrittenServer>): ReadonlyMap<string, People> {
  const anchor = (slug: string, name: string) => {
    const file = written.get(slug)?.file;
    const record = file?.tools.find((candidate) => candidate.name === name);
    if (file === undefined || record === undefined) throw new Error(`no tool ${name} in ${slug}`);
    return anchorOf(record, file.listed);
  };
  const stale = '0'.repeat(64);
  const reviews = new Map<string, Omit<Review, 'date'>>([
    ...REVIEWED_NAMES.map((name, index): [string, Omit<Review, 'date'>] => {
      const { category, signals } = VERDICTS[index % VERDICTS.length] as (typeof VERDICTS)[number];
      const reason = `Somebody looked at it. ${name}`;
      const added = signals.length > 0 ? { signals: { add: [...signals] } } : {};
      return [name, { for: anchor(HOSTILE.reviewed, name), reason, category, ...added }];
    }),
    ['lapsed_stricter', { for: stale, reason: 'It did more than read.', category: 'Financial' }],
    ['lapsed_milder', { for: stale, reason: 'It only listed things.', category: 'Read' }],
    [
      'limited',
      {
        for: anchor(HOSTILE.reviewed, 'limited'),
        reason: 'People need it more often...',
        limit: { minute: 1, hour: 90 },
      },
    ],
  ]);
  return new Map<string, People>([
    [
      HOSTILE.markup,
      {
        server: {
          publisher: 'Evil "Corp" </title><script>alert(1)</script>',
          official: false,
          homepage: 'https://example.com/?a=1&b=2',
          repository: 'https://example.com/evil?a=1&b=2',
          licence: '<b>MIT</b>',
          package: { registry: 'npm', name: '"><img src=x onerror=alert(1)>' },
          endpoint: 'https://example.com/mcp?key=%3Cscript%3E',
          credentials: ['EVIL_TOKEN'],
        },
        words: {
          server: { for: DAY, summary: 'Holds <script>alert(1)</script> & "everything" that could be typed.' },
          parameters: { command: 'Runs as <b>you</b> & with your "rights".' },
          tools: new Map(
            PAYLOADS.map((name) => [
              name,
              {
                for: anchor(HOSTILE.markup, name),
                summary: `Does what its name says: ${name.replace(/[\r\n]+/g, ' ')}`,
                parameters: { nested: `A note on ${name.replace(/[\r\n]+/g, ' ')}` },
              },
            ]),
          ),
        },
      },
    ],
    [HOSTILE.single, { server: { moved: [HOSTILE.before] } }],
    [HOSTILE.partial, { server: { listing: { state: 'partial', total: 3, note: 'without the <admin> key' } } }],
    [HOSTILE.unknown, { server: { listing: { state: 'partial' } } }],
    [
      HOSTILE.reviewed,
      {
        words: {
          server: { for: '2026-11-01', summary: 'Keeps a store of items, as it was listed before.' },
          tools: {
            lapsed_words: { for: stale, summary: 'Makes an item of the old kind.', parameters: { id: 'The old id.' } },
            current_words: {
              for: anchor(HOSTILE.reviewed, 'current_words'),
              summary: 'Makes an item that stays...',
              parameters: { '<b>': 'A note on <b>.' },
            },
          },
        },
        review: { tools: new Map([...reviews].map(([name, review]) => [name, { ...review, date: DAY }])) },
      },
    ],
  ]);
}
