import type { Action } from '../action.ts';
import { COMPUTE, MEDIA } from '../kinds.ts';
import { type ObjectRule, words } from '../object-rule.ts';
import type { Topics } from '../topics.ts';

/** Media, compute and devices: first match wins. */
export const MEDIA_RULES: readonly ObjectRule[] = [
  // Media and compute.
  {
    example: { name: 'generate_picture', description: 'Generate a picture' },
    verbs: words(
      'generate create make edit design produce compose modify transform convert synthesize draw extend clone',
    ),
    head: MEDIA,
    category: 'Execute',
    says: 'produces media with a model',
    when: (t, { verb, object, from }) => isGenerated(verb.base, object, t, from),
  },
  {
    example: { name: 'generate_song_variants', description: 'Generate song variants' },
    verbs: words('generate produce synthesize'),
    any: words('image video audio music speech voice song'),
    category: 'Execute',
    says: 'produces media with a model',
    when: (_, { object }) =>
      !object.some((word) =>
        /^(?:prompt|description|script|caption|idea|title|code|url|tag|query|text|qr|qrcode|chart|diagram|thumbnail|svg|barcode|preview|placeholder)$/.test(
          word,
        ),
      ),
  },
  {
    example: { name: 'convert_text_to_speech', description: 'Convert text to speech' },
    verbs: words('convert transform turn'),
    any: words('text'),
    rest: words('speech audio voice image video music'),
    category: 'Execute',
    says: 'produces media with a model',
  },

  {
    example: { name: 'generate_certificate', description: 'Generate a certificate' },
    verbs: words('generate regenerate produce create'),
    any: words('key token credential secret apikey keypair certificate webhook'),
    category: 'Write',
    says: 'makes a new key or secret',
    when: (_, { verb, object }) => verb.base !== 'create' && !object.includes('uuid') && !object.includes('keyword'),
  },
  {
    example: { name: 'generate_project', description: 'Generate a project' },
    verbs: words('generate'),
    any: words('wallet account project file page document component'),
    category: 'Write',
    says: 'creates something',
    unsure: true,
    when: (_, { object }) => object.at(-1) === 'wallet' || object.at(-1) === 'project',
  },
  {
    example: { name: 'launch_sandbox', description: 'Launch a sandbox' },
    verbs: words('create launch start provision spawn add run'),
    head: COMPUTE,
    category: 'Execute',
    says: 'starts something that runs',
    when: (t, { verb, object }) => verb.base !== 'add' && !isPlainRecord(object, t),
  },
  {
    example: { name: 'scale_replicas', description: 'Scale replicas', server: 'kubernetes' },
    verbs: words('update patch edit modify set scale resize change'),
    any: words('deployment replica daemonset statefulset replicaset autoscaling'),
    category: 'Execute',
    says: 'changes what runs',
    when: (t) => t.cloud,
  },
  {
    example: { name: 'apply_manifest', description: 'Apply a manifest' },
    verbs: words('apply'),
    any: words('manifest yaml terraform migration kustomize helm chart'),
    category: 'Execute',
    says: 'applies changes to what runs',
  },
  {
    example: { name: 'migrate_database', description: 'Migrate a database' },
    verbs: words('migrate'),
    any: words('database schema'),
    category: 'Execute',
    says: 'changes a database by a script',
  },
  {
    example: { name: 'resize_photo', description: 'Resize a photo' },
    verbs: words('resize scale'),
    any: words('image picture photo window matrix vector font recipe'),
    category: 'Read',
    says: 'returns a changed copy',
    unsure: true,
    when: (t, { object }) => !object.includes('window') || !t.device,
  },
  {
    example: { name: 'resize', description: 'Resize the screen' },
    verbs: words('resize'),
    category: 'Execute',
    says: 'changes what runs',
    when: (t) => t.cloud || t.device,
  },
  {
    example: { name: 'merge_branch', description: 'Merge a branch' },
    verbs: words('merge'),
    any: words('request pr pull mr branch'),
    category: 'Execute',
    says: 'merges code that others run',
  },
  {
    example: { name: 'push_item', description: 'Push an item' },
    verbs: words('push'),
    any: words('element item value stack array'),
    category: 'Write',
    says: 'adds something',
    unsure: true,
  },
  {
    example: { name: 'record_macro', description: 'Record a macro' },
    verbs: words('record'),
    any: words('video screen audio macro gif'),
    category: 'Execute',
    says: 'records from a device',
  },
  {
    example: { name: 'close_tab', description: 'Close a tab' },
    verbs: words('close'),
    any: words('browser tab page window app application session connection valve door cover garage'),
    category: 'Execute',
    says: 'closes what is open',
    when: (t) => t.device || t.cloud,
  },
  {
    example: { name: 'close_app', description: 'Close an app' },
    verbs: words('close'),
    any: words('browser tab window app'),
    category: 'Execute',
    says: 'closes what is open',
  },
  {
    example: { name: 'turn_on_lamp', description: 'Turn on a lamp' },
    verbs: words('set toggle turn adjust change switch enable disable'),
    any: words(
      'light brightness thermostat temperature volume fan power lamp plug speaker relay heater motor servo led gpio playback hvac camera',
    ),
    category: 'Execute',
    says: 'drives a device',
    when: (_, { object }) =>
      object.some((word) =>
        /^(?:light|brightness|thermostat|fan|lamp|plug|speaker|relay|heater|motor|servo|led|gpio|playback|hvac)$/.test(
          word,
        ),
      ),
  },
  {
    example: { name: 'hover', description: 'Hover over a button', server: 'browser' },
    verbs: words('upload fill select type drag hover focus check'),
    category: 'Execute',
    says: 'drives a browser or device',
    when: (t, { verb }) => t.device && verb.base !== 'check' && verb.base !== 'upload',
  },
  {
    example: { name: 'switch_tab', description: 'Switch to a tab', server: 'browser' },
    verbs: words('switch select new create add'),
    head: words('tab page frame window'),
    category: 'Execute',
    says: 'drives a browser or device',
    when: (t) => t.device && !t.document,
  },
  {
    example: { name: 'use_window', description: 'Use a window', server: 'browser' },
    verbs: words('switch use select set'),
    any: words('tab window frame'),
    category: 'Execute',
    says: 'drives a browser or device',
    when: (t) => t.device,
  },
  {
    example: { name: 'seek', description: 'Seek in the song', server: 'spotify' },
    verbs: words('skip seek'),
    category: 'Execute',
    says: 'drives a player',
    when: (t) => t.device,
  },
];

/** Whether making this kind of media is the work of a model, not a drawing from data or a record in a catalogue. */
function isGenerated(verb: string, object: readonly string[], topics: Topics, from: Action['from']): boolean {
  if (
    object.some((word) =>
      /^(?:qr|qrcode|barcode|chart|diagram|plot|graph|badge|thumbnail|placeholder|svg|preview|screenshot)$/.test(word),
    )
  )
    return false;
  if (['generate', 'synthesize', 'produce', 'compose'].includes(verb)) return true;
  const head = object.at(-1) ?? '';
  if (verb === 'edit' && /^(?:image|picture|photo|video|audio)$/.test(head) && !topics.device) return true;
  if (topics.device || topics.document) return false;
  if (verb === 'clone') return head === 'voice';
  if (verb === 'convert' || verb === 'transform' || verb === 'extend' || verb === 'draw' || verb === 'modify')
    return false;
  return (
    /^(?:image|picture|video|music|song|speech|voice|avatar|podcast|meme)$/.test(head) &&
    !(from === 'description' && object.length > 4)
  );
}

/** Words that make a record out of what else would be something that runs. */
function isPlainRecord(object: readonly string[], topics: Topics): boolean {
  const head = object.at(-1) ?? '';
  if (
    /^(?:environment|node|task|device|process|server|agent|stack|call|session|batch|instance|evaluation|job|workload|browser|execution|crawler|fleet)$/.test(
      head,
    )
  ) {
    return !topics.cloud && !(topics.device && /^(?:session|browser)$/.test(head));
  }
  return object.includes('config') || object.includes('template');
}
