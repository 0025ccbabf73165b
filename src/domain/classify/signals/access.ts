import type { Evidence } from '../../record/classification.ts';
import type { Category } from '../../risk/category.ts';
import { named, oneOf, ROUTER_ARGUMENTS, TEXT } from '../lexicon/example.ts';
import { type ExampleTable, patternTable, wordTable } from '../lexicon/example-table.ts';
import { words } from '../lexicon/word-list.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { anyOf, byName, byParameter, byPhrase, byValue, firstOf, nameOf, type SignalRule } from './signal-rule.ts';

const CHANGES = `(?:${`add remove delete create update invite deactivate activate block unblock ban unban kick suspend disable enable set edit manage
  modify assign unassign register approve reject promote demote put upsert reset change grant revoke rotate attach detach bulk regenerate
  generate accept enforce require protect unprotect unapprove take expire extend transfer lock unlock cancel resend decline leave join patch associate replace`
  .split(/\s+/)
  .join('|')})`;

/** Who, and what decides what they may do. */
const RIGHTS = `(?:${[
  'users?|members?|memberships?|groups? members?|people|owners?|admins?|collaborators?|contributors?|moderators?|guests?|testers?|participants?|editors?|approvers?|team|service accounts?',
  '(?:admin|access|user|member|edit) rights|roles?|role assignments?|permissions?|privileges?|access|acls?|iam|grants?|ownership|visibility|sharing|invites?|invitations?|approvals?|allowance',
  '(?:api|access|ssh|auth|deploy) keys?|(?:api|access|deploy) tokens?|keys|credentials?|password|secrets?|sso|mfa',
  'firewall(?: rules?)?|security (?:groups?|rules?|polic(?:y|ies))|polic(?:y|ies)|(?:white|allow|black|block)list|ip access|(?:branch )?protection|protected branch(?:es)?|ownership',
].join('|')})`;

/** What may follow the object in a name, so that it is the object: `remove_user_from_group`, not `create_user_story`. */
const END =
  '(?= (?:to|from|by|in|on|for|of|as|with|tool|batch|bulk|v|id|rules?|or|and|entry|settings?|status|invitations?|group|members?|level|roles?|permissions?|value|direct|create|update|list)\\b|$)';

const NAMED = anyOf(
  `${CHANGES} (?:\\w+ ){0,3}${RIGHTS}${END}`,
  '(?:user|member|role|permission|access|policy|key|group|firewall|acl|collaborator|team member|api key|token|credential|invitation)s? (?:add|remove|delete|create|update|invite|assign|grant|revoke|rotate|set|disable|enable|upsert|put|deactivate|approve)$',
  '(?:un)?approve (?:\\w+ ){0,2}(?:request|deployment|review|environment)|(?:un)?protect (?:\\w+ )?branch|take ownership|grant|revoke|invite|impersonate|unshare|rotate (?:\\w+ )?(?:keys?|secret|token|credentials)|(?:approve|deny) (?:\\w+ )?(?:access|request|user|join)|(?:ban|kick|mute|block) (?:user|member|contact|chat)',
  'share (?:\\w+ )?(?:file|folder|document|calendar|doc|sheet|page|note|drive|with)',
);

/** Members of a data structure. */
const NO_MEMBERS = anyOf(
  'members? (?:\\w+ ){0,4}(?:to|from|of|in) (?:an? |the )?(?:\\w+ )?(?:sorted sets?|sets?|redis|cubes?|class(?:es)?|structs?|interfaces?|enums?)',
);
/** The same words about something else than rights. */
const NOT_RIGHTS = anyOf(
  'user (?:story|stories|agent|preferences?|profile|settings|input|data|message|attributes|session|tasks?|journey|persona|query|metadata|feedback|custom|interface|note|event|flow|status|context|info|language|location|memory|avatar)',
  'team (?:task|retro|page|name|project|space|note|drive)|accessibility|group (?:chat|message|name|layers?|objects?|subject|description|picture|nodes?|shapes?|by)|(?:create|update) group',
  '(?:primary|foreign|redis|update) keys?|key (?:results?|press)|keyframes?|keyword\\w*|keys? in|shared? (?:memory|state)|share (?:price|link)|retweet|partner|cell|lifecycle',
  '(?:policy number|(?:refund|retention|lifecycle|backup|index|scaling) policy)|access (?:log|data|the|information|to)|(?:read|get) access|token (?:price|balance)|roles? play\\w*|invite link|participants? (?:list|name)',
  'approve (?:task|plan|timesheet|expense|leave|invoice|order|change|step|post)|leave balance|insurance|add member to list',
);

const SAID_CHANGES =
  '(?:(?:add|remove|invite|delete|create|update|deactivate|suspend|assign|ban|block|kick|modify|manage|set|register)(?:e?s)?|managing|adding|removing)';
const SAID_RIGHTS =
  '(?:users?|(?:team |group |board |project |workspace |organization |space |channel |guild )?members?|testers?|roles?|permissions?|(?:admin|access|user|member|edit) rights|collaborators?|administrators?|moderators?|participants?|privileges?|service accounts?|passwords?|(?:api|access|ssh|auth|authentication) keys?|(?:api|access) tokens?|firewall rules?|(?:policy|security|access|firewall|nat) rules?|security groups?|access control|acls?|access polic(?:y|ies))';
const SAID = anyOf(
  '(?:grants?|revokes?) (?:\\w+ ){0,5}(?:access|permissions?|privileges?|roles?|approvals?|allowances?|consent|licen[sc]es?|(?:api |access |auth )?(?:keys?|tokens?)|credentials?|certificates?|invit\\w+|sessions?|membership|rights?)|changes? (?:the )?(?:permissions?|roles?|access|ownership|visibility)|rotates? (?:the |an? |api |access |your )*(?:keys?|secrets?|tokens?|credentials?|passwords?)',
  `${SAID_CHANGES} (?:an? |the |new |existing |one or more |multiple |specific |specified |to |from |or |and |your |\\w+ )?(?:\\w+ )?${SAID_RIGHTS}(?! (?:story|stories|profile|preference|agent|input|message|session|data|feedback|name|interface|persona|journey|attribute|task|experience|event|list|metadata|setting|propert|memor|fact|note|interaction|comment))`,
  'shares? (?:an? |the |your )?(?:file|folder|document|calendar|drive|note|sheet|dashboard)s? with|allow(?:ance|ances) (?:for|to)|spend(?:er|ing) (?:approval|allowance|limit)',
);

/** Changes who may do what. */
export const access: SignalRule = {
  id: 'access',
  find: (facts, category) => {
    if (category === 'Read') return [];
    const name = nameOf(facts);
    const lead = facts.description.purposeLower.slice(0, 160);
    if (facts.topics.chain && category === 'Financial') {
      return firstOf(
        () => byName(facts, /\bapprove\b|\bset approval\b/, 'lets somebody spend'),
        () =>
          byPhrase(
            facts,
            /\bapproves? (?:an? |the )?(?:spender|spending|allowance|token|erc-?20)/,
            'lets somebody spend',
          ),
      );
    }
    if (
      category === 'Execute' &&
      facts.router === undefined &&
      !/\b(?:user|member|role|permission|access|key|policy|firewall)/.test(name)
    )
      return [];
    if (NO_MEMBERS.test(lead)) return [];
    const isOther =
      NOT_RIGHTS.test(name) || (NOT_RIGHTS.test(lead) && !/\b(?:permission|role|access control|member)/.test(lead));
    if (isOther) return [];
    return firstOf(
      () => byName(facts, NAMED, 'changes who may do what'),
      () => byPhrase(facts, SAID, 'changes who may do what', 160),
      () => settings(facts, category),
    );
  },
};

/** Arguments that decide who may see or do something, when an existing object is changed. */
const RIGHTS_KEYS =
  /^(?:visibility|role|roles|permission|permissions|access_level|\w+_access_level|request_access_enabled|is_public|sharing|share_with|acl)$/;
const UPDATES: ReadonlySet<string> = words('update edit modify patch set change configure share');

/** Rights among the settings that a call can change, and approving as one of its operations. */
function settings(facts: ToolFacts, category: Category): readonly Evidence[] {
  if (category === 'Execute' && facts.router !== undefined) return byPhrase(facts, ROUTED, 'changes who may do what');
  if (category !== 'Write' && category !== 'Destructive') return [];
  const updates = UPDATES.has(facts.nameActions[0]?.verb.base ?? '');
  const rights = facts.parameters.filter((each) => updates && each.depth === 0 && RIGHTS_KEYS.test(each.key));
  if (rights.length > 0) return rights.slice(0, 2).map((each) => byParameter(each, 'changes who may see or do what'));
  return REVIEWED.test(nameOf(facts)) ? byValue(facts, /^approve$/, 'can approve') : [];
}

const REVIEWED = anyOf('reviews?|approvals?|requests?|deployments?');
const ROUTED = anyOf(
  'permissions?|role assignments?|rbac|firewall rules?|administrators?|access polic(?:y|ies)|managing (?:users|members|roles)',
);

/** What an example of each row looks like. */
export const ACCESS_EXAMPLES: readonly ExampleTable[] = [
  patternTable('access.name', NAMED, {
    shows: 'access',
    example: (text) => ({ name: named(text), description: 'Update it', takes: { id: TEXT } }),
  }),
  patternTable('access.no-members', NO_MEMBERS, {
    hides: 'access',
    example: (text) => ({ name: 'add_member', description: `Adds ${text}` }),
  }),
  patternTable('access.no-rights', NOT_RIGHTS, {
    except: ['role play', 'roles play', 'role plaything', 'add member to list'],
    hides: 'access',
    example: (text) => ({ name: 'add_user', description: `Add a user (${text})` }),
  }),
  patternTable('access.text', SAID, {
    except: ['suspend user'],
    shows: 'access',
    example: (text) => ({ name: 'update_it', description: text }),
  }),
  patternTable('access.argument', RIGHTS_KEYS, {
    shows: 'access',
    example: (key) => ({ name: 'update_shelf', description: 'Update a shelf', takes: { [key]: TEXT } }),
  }),
  wordTable('access.verb', UPDATES, {
    shows: 'access',
    example: (verb) => ({ name: `${verb}_shelf`, takes: { visibility: TEXT } }),
  }),
  patternTable('access.review', REVIEWED, {
    shows: 'access',
    example: (text) => ({ name: `mark_${text}`, takes: { action: oneOf('approve') } }),
  }),
  patternTable('access.router', ROUTED, {
    shows: 'access',
    example: (text) => ({
      name: 'boards',
      description: `Manages boards and ${text}. A command router.`,
      takes: ROUTER_ARGUMENTS,
    }),
  }),
];
