import { TEXT } from '../example.ts';
import type { ObjectRule } from '../object-rule.ts';
import { words } from '../word-list.ts';

/** Keeping records, documents, settings: first match wins. */
export const KEEPING_RULES: readonly ObjectRule[] = [
  {
    example: { name: 'update_deployment', description: 'Update a deployment', takes: { status: TEXT } },
    verbs: words('create update add edit'),
    any: words('deployment'),
    category: 'Write',
    says: 'records how a deployment stands',
    when: ({ takes }) => takes.has('status') || takes.has('state'),
  },
  {
    example: { name: 'select_tenant', description: 'Select a tenant' },
    verbs: words('select'),
    any: words(
      'tenant device project workspace account organization organisation object layer database model character app profile',
    ),
    category: 'Write',
    says: 'sets what later calls use',
  },
  {
    example: { name: 'load_scene', description: 'Load a scene' },
    verbs: words('load'),
    any: words('project scene session level preset plugin extension prompt program url page website'),
    category: 'Write',
    says: 'changes what is open',
    when: (t, { object }) => !(t.device && object.some((word) => /^(?:url|page|website)$/.test(word))),
  },
  {
    example: { name: 'track_signup', description: 'Track a signup' },
    verbs: words('track'),
    any: words('pageview view signup'),
    category: 'Write',
    says: 'records something',
  },
  {
    example: { name: 'extract_archive', description: 'Extract an archive' },
    verbs: words('extract decompress'),
    any: words('archive zip tar rar 7z frame'),
    category: 'Write',
    says: 'writes files',
  },
  {
    example: { name: 'format_cells', description: 'Format cells', server: 'excel' },
    verbs: words('format'),
    any: words('range cell column row table paragraph sheet'),
    category: 'Write',
    says: 'changes a document',
    when: (t, { object }) => t.document && !object.includes('markdown'),
  },
  {
    example: { name: 'rewrite_page', description: 'Rewrite a page' },
    verbs: words('rewrite'),
    any: words('file document note page'),
    category: 'Write',
    says: 'writes a file',
    when: (_, { from }) => from === 'name',
  },
  {
    example: { name: 'start_timer', description: 'Start a timer' },
    verbs: words('start stop'),
    any: words('timer tracking timesheet sprint entry timeslip stopwatch'),
    category: 'Write',
    says: 'keeps a record of time',
  },
  {
    example: { name: 'track_workout', description: 'Track a workout' },
    verbs: words('track'),
    any: words('event expense time habit meal food conversion mood weight water calorie workout decision'),
    category: 'Write',
    says: 'records something',
  },
  {
    example: { name: 'generate_certificate', description: 'Generate a certificate' },
    verbs: words('generate regenerate produce'),
    any: words('key token credential secret apikey keypair certificate webhook'),
    category: 'Write',
    says: 'makes a new key or secret',
    when: (_, { object }) => !object.includes('uuid') && !object.includes('keyword'),
  },
  {
    example: { name: 'generate_project', description: 'Generate a project' },
    verbs: words('generate'),
    any: words('wallet project'),
    category: 'Write',
    says: 'creates something',
    unsure: true,
    when: (_, { object }) => object.at(-1) === 'wallet' || object.at(-1) === 'project',
  },
  {
    example: { name: 'push_item', description: 'Push an item' },
    verbs: words('push'),
    any: words('element item value stack array'),
    category: 'Write',
    says: 'adds something',
    unsure: true,
  },
];
