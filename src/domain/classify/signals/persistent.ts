import type { Evidence } from '../../classification.ts';
import type { ToolFacts } from '../facts.ts';
import { anyOf, byName, byParameter, byPhrase, firstOf, nameOf, type SignalRule } from './rule.ts';

const MAKES = `(?:${`create add update set save store write edit register install deploy publish schedule configure enable upsert put insert modify
  manage new patch import upload define record build make remember activate apply setup initialize init push replace rollout scale append log
  ingest memorize duplicate clone start generate attach turn toggle redeploy reinstall upgrade provision launch subscribe promote change bulk`
  .split(/\s+/)
  .join('|')})`;

/** Things that act later, or that an agent follows later. */
const LASTING = `(?:${[
  'schedules?|cron(?: ?jobs?)?|scheduled (?:tasks?|jobs?|messages?|queries|actions?|posts?|scans?)|recurring \\w+|dags?|daemon',
  'triggers?|webhooks?|hooks?|service hooks?|listeners?|(?:event|webhook|push) subscriptions?|alert rules?|alerts?|monitors?|rules?',
  'workflows?|pipelines?|automations?|scenarios?|zaps?|flows?|task flow|ci|actions? workflow',
  'functions?|edge functions?|lambda|workers?|deployments?|replicas?|manifest|helm|stacks?|stored procedures?|procedures?|migration|release|site|apps?',
  'agents?|sub ?agents?|assistants?|bots?|prompts?|prompt templates?|system prompts?|instructions?|skills?|tool definition',
  'memor(?:y|ies)|knowledge(?: graph| base)?|entit(?:y|ies)|relations?|observations?|episodes?|facts?|lessons?|decisions?|contexts?|milestone',
  'extensions?|plugins?|packages?|mcp servers?|servers? config|scripts?|macros?|startup|launch agents?',
].join('|')})`;

const NAMED = anyOf(
  `${MAKES} (?:\\w+ ){0,2}${LASTING}`,
  'deploy|redeploy|schedule|remember|memorize|install|automate',
  '(?:webhook|workflow|cron|trigger|memory|automation|schedule|rule|agent|function|prompt|service) (?:create|add|update|set|save|edit|register|upsert|put|write|insert|install|deploy|store|enable|modify|configure)',
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

/** Verbs of single deeds: what they leave is no more than it was. */
const ONE_OFF: ReadonlySet<string> = new Set(
  `remove close cancel stop pause archive disable unsubscribe revoke kill abort restart trigger send invoke execute run click navigate open
  get list search reply complete assign rename move test retry resume unpublish mark detach`.split(/\s+/),
);

/** Arguments that set what happens later. */
const LASTING_KEYS =
  /^(?:start_command|build_command|cron|cron_expression|crontab|schedule|schedule_expression|recurrence_rule|startup_script|user_data|webhook_url|system_prompt)$/;
const PATH_KEYS = /^(?:\w+_)?(?:path|file_?path|file|filename|file_name|target|destination)$/;
const CONTENT_KEYS =
  /^(?:content|contents|text|data|file_content|new_str|new_text|new_string|edits|new_contents?|code|body|file_text|replacement|replace|lines|insert_text|value|patch|diff|content_to_write|string|blocks)$/;

/** Leaves behind something that acts later or elsewhere without a further call. */
export const persistent: SignalRule = {
  id: 'persistent',
  find: (facts, category) => {
    if (category === 'Read' || category === 'Destructive' || category === 'Financial') return [];
    const isOneOff = ONE_OFF.has(facts.nameActions[0]?.verb.base ?? '');
    if (isOneOff && !/\bworkflow|\bschedule/.test(facts.description.purposeLower.slice(0, 60))) return [];
    const says = 'leaves something that acts later';
    return firstOf(
      () => freeFile(facts),
      () =>
        facts.parameters
          .filter((each) => LASTING_KEYS.test(each.key) && each.type !== 'boolean')
          .slice(0, 2)
          .map((each) => byParameter(each, 'sets what acts later')),
      () => (NOT_LASTING.test(nameOf(facts)) ? [] : byName(facts, NAMED, says)),
      () => byPhrase(facts, SAID, says, 240),
    );
  },
};

/** Free content to a path that the caller chooses: it may be a start-up file, a workflow, an agent's instructions. */
function freeFile(facts: ToolFacts): readonly Evidence[] {
  const outer = facts.parameters.filter((each) => each.depth === 0);
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
