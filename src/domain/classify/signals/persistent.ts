import type { Evidence } from '../../record/classification.ts';
import { named, ROUTER_ARGUMENTS, TEXT } from '../lexicon/example.ts';
import { type ExampleTable, patternTable, wordTable } from '../lexicon/example-table.ts';
import { words } from '../lexicon/word-list.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { anyOf, byName, byParameter, byPhrase, firstOf, nameOf, type SignalRule } from './signal-rule.ts';

const MAKES = `(?:${`create add update set save store write edit register install deploy publish schedule configure enable upsert put insert modify
  manage new patch import upload define record build make remember activate apply setup initialize init push replace rollout scale append log
  ingest memorize duplicate clone start generate attach turn toggle redeploy reinstall upgrade provision launch subscribe promote change bulk`
  .split(/\s+/)
  .join('|')})`;

/** Things that act later, or that an agent follows later. */
const LASTING = `(?:${[
  'schedules?|cron(?: ?jobs?)?|scheduled (?:tasks?|jobs?|messages?|queries|actions?|posts?|scans?)|recurring \\w+|dags?|daemon',
  'triggers?|webhooks?|hooks?|service hooks?|listeners?|(?:event|webhook|push) subscriptions?|alert rules?|alerts?|monitors?|rules?',
  '(?:\\w+ )?ya?ml|ci ?cd|(?:docker )?compose|dockerfile|crontab|workflows?|automations?|zaps?|flows?|task flow|ci|actions? workflow',
  'functions?|edge functions?|lambda|workers?|replicas?|manifest|helm|stacks?|stored procedures?|procedures?|migration|release|site|apps?',
  'agents?|sub ?agents?|assistants?|bots?|prompts?|prompt templates?|system prompts?|instructions?|skills?|tool definition',
  'memor(?:y|ies)|knowledge(?: graph| base)?|lessons?',
  'pipeline (?:definitions?|templates?|schedules?|config(?:uration)?s?)',
  'extensions?|plugins?|packages?|mcp servers?|servers? config|scripts?|macros?|startup|launch agents?',
].join('|')})`;

const NAMED = anyOf(
  `${MAKES} (?:\\w+ ){0,2}${LASTING}`,
  'deploy|redeploy|schedule|remember|memorize|install|automate',
  '(?:webhook|workflow|cron|trigger|memory|automation|schedule|rule|agent|function|prompt|service) (?:create|add|update|set|save|edit|register|upsert|put|write|insert|install|deploy|store|enable|modify|configure)',
);
/** Code that a deployment keeps running. */
const DEPLOYED = anyOf(`${MAKES} (?:\\w+ ){0,2}deployments?`);
/** Where what is kept is kept for an agent. */
const MEMORY = anyOf('memory|memories|knowledge graph|second brain|long-term|context bank');
/** What was said to an agent, kept for later. */
const DIALOGUE = anyOf(
  "(?:stor|sav|remember)(?:e|es|ing) (?:the |an? )?(?:user|assistant)(?:'s)? (?:messages?|preferences?|conversations?)",
);
/** What such a memory is made of. */
const REMEMBERED = anyOf(
  `${MAKES} (?:\\w+ ){0,2}(?:entit(?:y|ies)|relations?|observations?|episodes?|facts?|decisions?|contexts?|nodes?|edges?|notes?|documents?|preferences?|conversations?|memor(?:y|ies))`,
);
const LATER = anyOf(
  'schedules? (?:the )?(?:deletion|removal|destruction)|(?:deletes?|deletion|removed?) (?:\\w+ ){0,4}(?:later|after \\d+)',
);
const SAID = anyOf(
  'webhooks?|cron|recurring|schedules? (?:a|an|the|recurring|new|future|messages?|tasks?|jobs?)|scheduled (?:task|job|query|message|action|post)s?',
  'workflow file|github actions? workflow|automation rules?|alert(?:ing)? rules?|triggers? (?:that|when|for|on)|event triggers?',
  '(?:stor|sav|record|add|creat|updat|writ|persist|remember|log)(?:s|es|e|ing)? (?:[\\w-]+ ){0,6}(?:memory|memories|memory bank|knowledge graph|knowledge base|long-term|episodic|future (?:reference|use|sessions?|conversations?))',
  "deploys?|startup|start(?:-up)? command|system prompt|prompt template|agent(?:'s)? (?:config|configuration|instructions|prompt)|always-on|remote scripts folder",
  'installs? (?:an? |the |npm |python |pip |new |specified )*(?:package|extension|plugin|dependenc|app|server|software|mod|script)\\w*',
);
/** The same words where nothing lasts. */
const NOT_LASTING = anyOf(
  'prompt (?:for|to|the user|user)|flow ?chart|rules? of|site (?:name|info)|workflow (?:status|runs?)|memory usage|agent id|run|create release|app (?:store|settings|id)|function call|functional',
  '(?:design|style|css|business) rules?|appointment|meeting|mock|breakpoint|calendar|comment|activity log',
);

/** What routers say that they can leave behind. */
const ROUTED = anyOf(
  'deploy(?:s|ing|ment|ments)?|event subscriptions?|schedules?|agents|workflows|triggers|webhooks?|alert rules?',
);

/** Verbs of single deeds: what they leave is no more than it was. */
const ONE_OFF: ReadonlySet<string> =
  words(`remove close cancel stop pause archive disable unsubscribe revoke kill abort restart trigger send invoke execute click navigate open
  get list search reply complete assign rename move test retry resume unpublish mark detach`);

/** Arguments that set what happens later. */
const LASTING_KEYS = words(`
  start_command build_command cron cron_expression crontab schedule schedule_expression recurrence_rule
  startup_script user_data webhook_url system_prompt auto_merge merge_when_pipeline_succeeds`);
const PATH_KEYS = /^(?:\w+_)?(?:path|file_?path|file|filename|file_name|target|destination)$/;
const CONTENT_KEYS =
  /^(?:content|contents|text|data|file_content|new_str|new_text|new_string|edits|new_contents?|code|body|file_text|replacement|replace|lines|insert_text|value|patch|diff|content_to_write|string|blocks)$/;

/** Leaves behind something that acts later or elsewhere without a further call. */
export const persistent: SignalRule = {
  id: 'persistent',
  find: (facts, category) => {
    if (category === 'Destructive')
      return firstOf(
        () => freeFile(facts),
        () => byPhrase(facts, LATER, 'acts later', 200),
      );
    if (category === 'Read' || category === 'Financial') return [];
    const isOneOff = ONE_OFF.has(facts.nameActions[0]?.verb.base ?? '');
    if (/^(?:play|run)$/.test(facts.nameActions[0]?.verb.base ?? '')) return [];
    if (isOneOff && !/\bworkflow|\bschedule/.test(facts.description.purposeLower.slice(0, 60))) return [];
    const says = 'leaves something that acts later';
    return firstOf(
      () => freeFile(facts),
      () =>
        facts.parameters
          .filter((each) => LASTING_KEYS.has(each.key) && (each.type !== 'boolean' || /merge/.test(each.key)))
          .slice(0, 2)
          .map((each) => byParameter(each, 'sets what acts later')),
      () => (NOT_LASTING.test(nameOf(facts)) ? [] : byName(facts, NAMED, says)),
      () => (category === 'Execute' && facts.topics.cloud ? byName(facts, DEPLOYED, says) : []),
      () => (MEMORY.test(facts.about) ? byName(facts, REMEMBERED, 'keeps what an agent will follow') : []),
      () => byPhrase(facts, DIALOGUE, 'keeps what an agent will follow', 240),
      () => byPhrase(facts, SAID, says, 240),
      () => (facts.router === undefined ? [] : byPhrase(facts, ROUTED, says)),
    );
  },
};

/** Free content to a path that the caller chooses: it may be a start-up file, a workflow, an agent's instructions. */
function freeFile(facts: ToolFacts): readonly Evidence[] {
  const outer = facts.parameters.filter((each) => each.depth === 0);
  const files = outer.find((each) => /^(?:files|file_operations)$/.test(each.key) && each.isList);
  const inFiles = (pattern: RegExp) =>
    facts.parameters.find(
      (each) => files !== undefined && each.path.startsWith(`${files.path}[].`) && pattern.test(each.key),
    );
  const [eachPath, eachContent] = [inFiles(PATH_KEYS), inFiles(CONTENT_KEYS)];
  if (eachPath !== undefined && eachContent !== undefined)
    return [
      byParameter(eachPath, 'writes to paths that the caller chooses'),
      byParameter(eachContent, 'writes what the caller gives'),
    ];
  const path = outer.find((each) => PATH_KEYS.test(each.key));
  const content = outer.find((each) => CONTENT_KEYS.test(each.key) && each.type !== 'number');
  const isElsewhere = outer.some((each) => /^(?:bucket|bucket_name|pull_number|issue_number|method)$/.test(each.key));
  if (path === undefined || content === undefined || isElsewhere) return [];
  const name = nameOf(facts);
  const writes = /\b(?:write|create|edit|save|append|update|insert|replace|modify|patch|overwrite|put|add)\b/.test(
    name,
  );
  const file = /\b(?:files?|text editor|lines?|block|disk)\b/.test(
    `${name} ${facts.description.purposeLower.slice(0, 200)}`,
  );
  if (!writes || !file) return [];
  return [
    byParameter(path, 'writes to a path that the caller chooses'),
    byParameter(content, 'writes what the caller gives'),
  ];
}

/** What an example of each row looks like. */
export const PERSISTENT_EXAMPLES: readonly ExampleTable[] = [
  patternTable('persistent.name', NAMED, {
    except: ['create release', 'trigger create'],
    shows: 'persistent',
    example: (text) => ({ name: named(text), description: 'Update it' }),
  }),
  patternTable('persistent.deployed', DEPLOYED, {
    except: ['generate deployment'],
    shows: 'persistent',
    example: (text) => ({ name: named(text), description: 'Start one', server: 'kubernetes' }),
  }),
  patternTable('persistent.memory', MEMORY, {
    shows: 'persistent',
    example: (text) => ({ name: 'add_edge', description: `Add an edge (${text})` }),
  }),
  patternTable('persistent.dialogue', DIALOGUE, {
    shows: 'persistent',
    example: (text) => ({ name: 'update_it', description: `Update it, ${text}` }),
  }),
  patternTable('persistent.remembered', REMEMBERED, {
    shows: 'persistent',
    example: (text) => ({ name: named(text), description: 'Update it', server: 'memory' }),
  }),
  patternTable('persistent.later', LATER, {
    shows: 'persistent',
    example: (text) => ({ name: 'delete_shelf', description: `Delete a shelf (${text})` }),
  }),
  patternTable('persistent.text', SAID, {
    shows: 'persistent',
    example: (text) => ({ name: 'update_it', description: `Update it (${text})` }),
  }),
  patternTable('persistent.not-lasting', NOT_LASTING, {
    except: ['memory usage'],
    hides: 'persistent',
    example: (text) => ({ name: `create_function_${named(text)}` }),
  }),
  patternTable('persistent.router', ROUTED, {
    shows: 'persistent',
    example: (text) => ({
      name: 'boards',
      description: `Manages boards and ${text}. A command router.`,
      takes: ROUTER_ARGUMENTS,
    }),
  }),
  wordTable('persistent.one-off', ONE_OFF, {
    hides: 'persistent',
    example: (verb) => ({ name: `${verb}_it`, description: 'Update it', takes: { cron: TEXT } }),
  }),
  wordTable('persistent.argument', LASTING_KEYS, {
    shows: 'persistent',
    example: (key) => ({ name: 'update_it', takes: { [key]: TEXT } }),
  }),
  patternTable('persistent.path', PATH_KEYS, {
    shows: 'persistent',
    example: (key) => ({ name: 'write_file', takes: { [key]: TEXT, text: TEXT } }),
  }),
  patternTable('persistent.content', CONTENT_KEYS, {
    shows: 'persistent',
    example: (key) => ({ name: 'write_file', takes: { path: TEXT, [key]: TEXT } }),
  }),
];
