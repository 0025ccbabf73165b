import { TEXT } from '../example.ts';
import { type ExampleTable, patternTable } from '../example-table.ts';
import { COMPUTE, READINGS, RUNNING } from '../kinds.ts';
import type { ObjectRule } from '../object-rule.ts';
import type { Topics } from '../topics.ts';
import { words } from '../word-list.ts';

/** Running code and jobs, starting what goes on: first match wins. */
export const RUNNING_RULES: readonly ObjectRule[] = [
  {
    example: { name: 'create_pipeline', description: 'Create a pipeline', takes: { ref: TEXT } },
    verbs: words('create'),
    head: words('pipeline'),
    category: 'Execute',
    says: 'starts a pipeline',
    when: ({ takes }) =>
      ['ref', 'branch', 'commit', 'sha', 'tag'].some((key) => takes.has(key)) &&
      !['steps', 'stages', 'config', 'definition', 'yaml', 'template'].some((key) => takes.has(key)),
  },
  {
    example: { name: 'trigger_build', description: 'Trigger a build' },
    verbs: words('play trigger'),
    any: words('pipeline schedule job build workflow'),
    category: 'Execute',
    says: 'runs a job now',
  },
  {
    example: { name: 'run_python', description: 'Run Python' },
    verbs: words('run execute exec eval evaluate'),
    any: words(
      'javascript js python code script command shell bash terminal program typescript notebook cell workflow job pipeline test task playbook applescript action tool macro build flow automation function agent powershell cli',
    ),
    category: 'Execute',
    says: 'runs code, a command or a job',
    when: (_, { verb, object }) =>
      !/^eval/.test(verb.base) ||
      object.some((word) => /^(?:javascript|js|python|code|script|command|function|cell)$/.test(word)),
  },
  {
    example: { name: 'power_off', description: 'Power off a mill' },
    verbs: words('power'),
    category: 'Execute',
    says: 'switches something on or off',
    when: (_, { object, preposition }) => preposition === 'on' || /^(?:off|down|up|cycle)$/.test(object[0] ?? ''),
  },
  {
    example: { name: 'create_prediction', description: 'Create a prediction' },
    verbs: words('create run'),
    head: words('prediction'),
    category: 'Execute',
    says: 'runs a model',
  },
  {
    example: { name: 'submit_scan', description: 'Submit a scan' },
    verbs: words('create submit add'),
    head: words('crawl transcription finetune simulation scan render dub'),
    category: 'Execute',
    says: 'starts work that goes on after the call',
  },
  {
    example: { name: 'accept_merge', description: 'Accept a merge' },
    verbs: words('accept'),
    any: words('mr merge pull'),
    category: 'Execute',
    says: 'merges code that others run',
  },
  {
    example: { name: 'eval_ruby', description: 'Eval Ruby' },
    verbs: words('evaluate eval'),
    any: words('clojure lisp ruby repl julia elixir haskell scheme matlab wolfram octave lua php elisp sexp'),
    category: 'Execute',
    says: 'runs code',
  },
  {
    example: { name: 'evaluate', description: 'Evaluate an expression in the REPL' },
    verbs: words('evaluate eval'),
    rest: words('clojure lisp ruby repl console runtime browser page emacs vim debugger'),
    category: 'Execute',
    says: 'runs code',
    when: (_, { object }) =>
      object.some((word) => /^(?:expression|code|script|snippet|form|function|string)$/.test(word)),
  },
  {
    example: { name: 'kill_gdb', description: 'Kill gdb' },
    verbs: words('terminate kill'),
    any: words('gdb debug sandbox'),
    category: 'Execute',
    says: 'stops something that runs',
    when: (_, { object }) => object.at(-1) === 'gdb',
  },
  {
    example: { name: 'start_backup', description: 'Start a backup' },
    verbs: words('start trigger launch initiate submit enqueue schedule'),
    any: words(
      'task crawling scanning indexing importing analysis scan crawl export import audit evaluation job research backup migration sync report query ingestion indexing build scrape extraction',
    ),
    category: 'Execute',
    says: 'starts work that goes on after the call',
  },
  {
    example: { name: 'execute_dml', description: 'Execute DML statements' },
    verbs: RUNNING,
    any: words('modification manipulation modifying dml ddl insert update delete mutation'),
    category: 'Execute',
    says: 'runs statements that change data',
    when: (_, { object }) =>
      object.some((word) => /^(?:query|statement|operation|command|dml|ddl|mutation)$/.test(word)),
  },
  {
    example: { name: 'perform_attack', description: 'Perform an attack' },
    verbs: words('perform do conduct'),
    any: words(
      'action task click step gesture drag swipe tap http request transaction swap git attack exploit upgrade deployment test load',
    ),
    category: 'Execute',
    says: 'does something beyond the call',
    when: (_, { object }) => !object.some((word) => READINGS.has(word)),
  },
  {
    example: { name: 'evaluate_expression', description: 'Evaluate an expression', server: 'browser' },
    verbs: words('evaluate eval'),
    any: words('expression'),
    category: 'Execute',
    says: 'runs code',
    when: (t) => t.device,
  },
  {
    example: { name: 'launch_sandbox', description: 'Launch a sandbox', server: 'kubernetes' },
    verbs: words('create launch start provision spawn run'),
    head: COMPUTE,
    category: 'Execute',
    says: 'starts something that runs',
    when: (t, { object }) => !isPlainRecord(object, t),
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
    example: { name: 'merge_branch', description: 'Merge a branch' },
    verbs: words('merge'),
    any: words('request pr pull mr branch'),
    category: 'Execute',
    says: 'merges code that others run',
  },
];

/** What may run and may as well be a record of it: only among clouds does it run. */
const PLAIN_RECORD =
  /^(?:environment|node|task|device|process|server|agent|stack|call|session|batch|instance|evaluation|job|workload|browser|execution|crawler|fleet)$/;

/** Words that make a record out of what else would be something that runs. */
function isPlainRecord(object: readonly string[], topics: Topics): boolean {
  const head = object.at(-1) ?? '';
  if (PLAIN_RECORD.test(head)) {
    return !topics.cloud && !(topics.device && /^(?:session|browser)$/.test(head));
  }
  return object.includes('config') || object.includes('template');
}

/** What an example of each row looks like. */
export const RUNNING_EXAMPLES: readonly ExampleTable[] = [
  patternTable('running.record', PLAIN_RECORD, {
    gives: 'Write',
    neutral: 'sandbox',
    // These words are topics by themselves.
    except: ['server', 'instance', 'browser'],
    example: (noun) => ({ name: `provision_${noun}` }),
  }),
];
