import type { ToolFacts } from '../facts.ts';
import type { Parameter } from '../parameters.ts';
import { isPlural, singular } from '../words.ts';
import { byName, byParameter, byPhrase, firstOf, type SignalRule } from './rule.ts';

const NAMED = /\b(?:bulk|batch|mass|all|multiple|many)\b/;
const NOT_MANY = /\b(?:select all|catch all|all in one|batch size|mark all|call all)\b/;
const SAID =
  /\b(?:all (?:of )?(?:the |your |its |matching |unfinished |completed |existing |old |active |open )*(?:\w+s|data|history|content)\b(?: (?:in|from|of|matching|for)\b)?|multiple \w+s?\b|in bulk|bulk (?:create|update|delete|edit|operation|insert|import|add|upload|move)\w*|batch (?:create|update|delete|operation|insert|add|of)\w*|one or more \w+s?|several \w+s|many \w+s|entire (?:database|collection|index|table|history)|matching (?:a |the )?(?:filter|query|criteria|pattern)|list of \w+s|old \w+s|a batch of|number of \w+s to (?:remove|delete))\b/;
const TARGETS =
  /^(?:\w+_)?(?:ids|items|tasks|issues|records|documents|entities|objects|users|files|emails|messages|rows|entries|operations|updates|nodes|contacts|products|events|changes|relations|observations|deletions|paths|keys|urls|uuids|elements|actions|todos|pages|members|recipients|uris|instances|contents|memories|points|vectors|orders|tracks|layers|edits|notes|names|names_list|patches|people|accounts|requests|commands|jobs|slugs|targets|files_list|instance_ids|cards|cells|blocks|facts|transactions|numbers|phone_numbers|subtasks|repositories|branches|resources|variables|rules|attachments|lines|data_points|embeddings|assets|payloads|invites|invitations|components|uids)$/;
/** Lists that belong to one object and are replaced as a whole. */
const PARTS =
  /^(?:\w+_)?(?:labels|tags|assignees|cc|bcc|to|attendees|columns|fields|scopes|permissions|roles|headers|arguments|args|params|options|properties|categories|keywords|metrics|attachments|dependencies|guests|reviewers|topics|choices|owners|children_not|include|exclude|capabilities|milestones|custom_fields|paragraphs|bullets|steps|parts|media|images|media_ids|line_items|blocks|content|contents|links|notes|variables|files_changed|label_ids|assignee_ids|tag_ids|participants|followers|values|range|days|criteria|ingredients|messages|reminders|references|parameters|inputs|stop_sequences|languages|aliases|media_urls|recipients|emails|image_urls|to_recipients|event_types|events|user_ids_to_notify|columns_to|constraints|conditions)$/;
const SENDS =
  /^(?:send|reply|create|add|post|set|update|generate|execute|run|start|write|save|make|schedule|store|record|draw|build)$/;

function isTargets(facts: ToolFacts, parameter: Parameter): boolean {
  const listed =
    parameter.isList ||
    (parameter.type === undefined && /(?:_ids|_list)$/.test(parameter.key)) ||
    (parameter.type === 'string' &&
      /comma[- ]separated (?:list of )?(?:ids|names|\w+ ids)/.test(parameter.description.toLowerCase()));
  if (!listed || parameter.depth > 1) return false;
  const key = parameter.key.replace(/_list$/, '').replace(/^(?:new|target|list_of)_/, '');
  const last = parameter.words.at(-1) ?? '';
  const main = facts.nameActions[0] ?? facts.textActions[0];
  const objects = [...(main?.object ?? []), ...facts.textActions.slice(0, 1).flatMap((action) => action.object)];
  // The tool's own object in the plural: `delete_messages` with `messages`, `move_tasks` with `task_ids`.
  const namesObject = parameter.words.some(
    (word) => objects.includes(singular(word)) && (isPlural(word) || /^(?:ids|uuids|names|keys|list|uids)$/.test(last)),
  );
  const base = main?.verb.base ?? '';
  if (namesObject && facts.nameWords.some((word) => isPlural(word))) return true;
  if (PARTS.test(key) && !namesObject) return false;
  if (!TARGETS.test(key) && !namesObject) return false;
  if (SENDS.test(base))
    return (
      (namesObject && facts.nameWords.some((word) => isPlural(word))) ||
      (/^(?:operations|updates|items|entities|records|rows|documents|points|instance_ids|ids)$/.test(key) &&
        facts.nameWords.some((word) => isPlural(word) || NAMED.test(word)))
    );
  return (
    /(?:^|_)(?:ids|uuids|names|uids|keys|paths|urls|items|entities|operations|updates|records|rows)$/.test(key) ||
    namesObject
  );
}

/** Changes many targets in one call. */
export const bulk: SignalRule = {
  id: 'bulk',
  find: (facts, category) => {
    if (category === 'Read' || (category === 'Execute' && /\b(?:click|browser|command|commands|install|packages|prompt|test|tests|agent)\b/.test(facts.nameWords.join(' ')))) return [];
    return firstOf(
      () =>
        facts.parameters
          .filter((each) => isTargets(facts, each))
          .slice(0, 2)
          .map((each) => byParameter(each, 'takes a list of targets')),
      () => (NOT_MANY.test(facts.nameWords.join(' ')) ? [] : byName(facts, NAMED, 'acts on many targets')),
      () =>
        category === 'Destructive' || facts.nameWords.some(isPlural)
          ? byPhrase(
              {
                ...facts,
                description: {
                  ...facts.description,
                  purpose: facts.description.purpose.slice(0, 220),
                  purposeLower: facts.description.purposeLower.slice(0, 220),
                },
              },
              SAID,
              'acts on many targets',
            )
          : [],
      () =>
        facts.parameters
          .filter((each) => each.type === 'boolean' && /^(?:all|delete_all|all_\w+|everything)$/.test(each.key))
          .map((each) => byParameter(each, 'can act on all targets')),
    );
  },
};
