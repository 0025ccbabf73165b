import type { ToolFacts } from '../facts.ts';
import { byName, byParameter, byPhrase, firstOf, type SignalRule } from './rule.ts';

const ACTS =
  '(?:create|add|update|set|save|store|write|edit|register|install|deploy|publish|schedule|configure|enable|upsert|put|insert|modify|manage|new|patch|import|upload|define|record|build|make|remember|activate|apply|setup|initialize|init|push|replace|rollout|scale|append|log|ingest|memorize|duplicate|clone|start|generate|attach|turn|toggle|redeploy|reinstall|upgrade|provision|launch|subscribe|promote|change|bulk)';
const THINGS =
  '(?:schedules?|cron(?: ?jobs?)?|scheduled (?:tasks?|jobs?|messages?|queries|actions?|posts?|scans?)|triggers?|webhooks?|workflows?|pipelines?|automations?|hooks?|functions?|lambda|edge functions?|workers?|deployments?|replicas?|agents?|assistants?|prompts?|prompt templates?|system prompts?|rules?|memor(?:y|ies)|knowledge(?: graph| base)?|entit(?:y|ies)|relations?|observations?|episodes?|skills?|extensions?|plugins?|packages?|mcp servers?|servers? config|manifest|helm|stacks?|functions?|alert rules?|alerts?|monitors?|stored procedures?|procedures?|bots?|scripts?|macros?|startup|launch agents?|service hooks?|ci|actions? workflow|scenarios?|zaps?|flows?|sub ?agents?|listeners?|recurring \\w+|app|apps|instructions?|facts?|lessons?|decisions?|contexts?|migration|conversation context|milestone|task flow|tool definition|daemon|dags?|(?:event|webhook|push) subscriptions?|release|site)';
const NAMED = new RegExp(
  `\\b${ACTS} (?:\\w+ ){0,2}${THINGS}\\b|\\b(?:deploy|redeploy|schedule|remember|memorize|install|automate)\\b|\\b(?:webhook|workflow|cron|trigger|memory|automation|schedule|rule|agent|function|prompt|service) (?:create|add|update|set|save|edit|register|upsert|put|write|insert|install|deploy|store|enable|modify|configure)\\b`,
);
const SAID =
  /\b(?:webhooks?|cron|schedules? (?:a|an|the|recurring|new|future|messages?|tasks?|jobs?)|scheduled (?:task|job|query|message|action|post)s?|recurring|workflow file|github actions? workflow|automation rules?|(?:stores?|saves?|records?|adds?|creates?|updates?|writes?|persists?|remembers?|logs?) (?:\w+ ){0,6}(?:memory|memories|memory bank|knowledge graph|knowledge base|long-term|episodic|semantic memory|future (?:reference|use|sessions?|conversations?))|deploys?\b|startup|start(?:-up)? command|triggers? (?:that|when|for|on)|event triggers?|system prompt|prompt template|agent(?:'s)? (?:config|configuration|instructions|prompt)|installs? (?:a |an |the |npm |python |pip |new |specified )*(?:package|extension|plugin|dependenc|app|server|software|mod|script)\w*|remote scripts folder|alert(?:ing)? rules?|always-on)\b/;
const NOT_LASTING =
  /\b(?:prompt (?:for|to|the user|user)|flow ?chart|rules? of|site (?:name|info)|workflow (?:status|runs?)|memory usage|agent id|run|design rules?|style rules?|css rules?|promptless|business rules?|appointment|meeting|create release|app (?:store|settings|id)|function call|functional|mock|breakpoint|calendar|comment|activity log)\b/;
const PATH =
  /^(?:(?:\w+_)?(?:path|file_?path|filepath|file|filename|file_name|target|destination|absolute_path|file_absolute_path))$/;
const CONTENT =
  /^(?:content|contents|text|data|file_content|new_str|new_text|new_string|edits|new_content|code|body|file_text|replacement|replace|lines|insert_text|new_contents|value|patch|diff|content_to_write|string)$/;

function writesFreely(facts: ToolFacts): boolean {
  return (
    /\b(?:write|create|edit|save|append|update|insert|replace|modify|patch|overwrite|put|add)\b/.test(
      facts.nameWords.join(' '),
    ) &&
    /\b(?:file|files|text editor|line|lines|block|disk)\b/.test(
      `${facts.nameWords.join(' ')} ${facts.description.purposeLower.slice(0, 200)}`,
    )
  );
}

/** Leaves behind something that acts later or elsewhere without a further call. */
export const persistent: SignalRule = {
  id: 'persistent',
  find: (facts, category) => {
    if (category === 'Read' || category === 'Destructive' || category === 'Financial') return [];
    const name = facts.nameWords.join(' ');
    const lead = facts.description.purposeLower.slice(0, 240);
    const verb = facts.nameActions[0]?.verb.base ?? '';
    if (
      /^(?:remove|close|cancel|stop|pause|archive|disable|unsubscribe|revoke|kill|abort|restart|trigger|send|invoke|execute|run|click|navigate|open|get|list|search|reply|complete|assign|rename|move|test|retry|resume|unpublish|mark|detach)$/.test(
        verb,
      ) &&
      !/\bworkflow|\bschedule/.test(lead.slice(0, 60))
    ) {
      if (!/^(?:execute|run|move|rename)$/.test(verb) || true) return [];
    }
    return firstOf(
      () => {
        const path = facts.parameters.find((each) => PATH.test(each.key) && each.depth === 0);
        const content = facts.parameters.find(
          (each) => CONTENT.test(each.key) && each.depth === 0 && each.type !== 'number',
        );
        const hosted = facts.parameters.some((each) => /^(?:bucket|bucket_name|pull_number|issue_number)$/.test(each.key));
        return path !== undefined && content !== undefined && !hosted && writesFreely(facts)
          ? [
              byParameter(path, 'writes to a path that the caller chooses'),
              byParameter(content, 'writes what the caller gives'),
            ]
          : [];
      },
      () =>
        facts.parameters
          .filter(
            (each) =>
              /^(?:start_command|build_command|cron|cron_expression|schedule|startup_script|user_data|webhook_url|schedule_expression|recurrence_rule|system_prompt|crontab)$/.test(
                each.key,
              ) && each.type !== 'boolean',
          )
          .slice(0, 2)
          .map((each) => byParameter(each, 'sets what acts later')),
      () => (NOT_LASTING.test(name) ? [] : byName(facts, NAMED, 'leaves something that acts later')),
      () =>
        byPhrase(
          {
            ...facts,
            description: { ...facts.description, purpose: facts.description.purpose.slice(0, 240), purposeLower: lead },
          },
          SAID,
          'leaves something that acts later',
        ),
    );
  },
};
