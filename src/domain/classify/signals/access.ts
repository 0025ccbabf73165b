import { anyOf, byName, byPhrase, firstOf, nameOf, type SignalRule } from './rule.ts';

const CHANGES = `(?:${`add remove delete create update invite deactivate activate block unblock ban unban kick suspend disable enable set edit manage
  modify assign unassign register approve reject promote demote put upsert reset change grant revoke rotate attach detach bulk regenerate
  generate accept expire extend transfer lock unlock cancel resend decline leave join patch associate replace`
  .split(/\s+/)
  .join('|')})`;

/** Who, and what decides what they may do. */
const RIGHTS = `(?:${[
  'users?|members?|memberships?|groups? members?|people|owners?|admins?|collaborators?|contributors?|moderators?|guests?|testers?|participants?|editors?|approvers?|team|service accounts?',
  'roles?|role assignments?|permissions?|privileges?|access|acls?|iam|grants?|ownership|visibility|sharing|invites?|invitations?|approvals?|allowance',
  '(?:api|access|ssh|auth|deploy) keys?|(?:api|access|deploy) tokens?|keys|credentials?|password|secrets?|sso|mfa',
  'firewall(?: rules?)?|security (?:groups?|rules?|polic(?:y|ies))|polic(?:y|ies)|(?:white|allow|black|block)list|ip access|branch protection',
].join('|')})`;

/** What may follow the object in a name, so that it is the object: `remove_user_from_group`, not `create_user_story`. */
const END =
  '(?= (?:to|from|by|in|on|for|of|as|with|tool|batch|bulk|v|id|rules?|or|and|entry|settings?|status|invitations?|group|members?|level|roles?|permissions?|value|direct|create|update|list)\\b|$)';

const NAMED = anyOf(
  `${CHANGES} (?:\\w+ ){0,3}${RIGHTS}${END}`,
  '(?:user|member|role|permission|access|policy|key|group|firewall|acl|collaborator|team member|api key|token|credential|invitation)s? (?:add|remove|delete|create|update|invite|assign|grant|revoke|rotate|set|disable|enable|upsert|put|deactivate|approve)$',
  'grant|revoke|invite|impersonate|unshare|rotate (?:\\w+ )?(?:keys?|secret|token|credentials)|(?:approve|deny) (?:\\w+ )?(?:access|request|user|join)|(?:ban|kick|mute|block) (?:user|member|contact|chat)',
  'share (?:\\w+ )?(?:file|folder|document|calendar|doc|sheet|page|note|drive|with)',
);

/** The same words about something else than rights. */
const NOT_RIGHTS = anyOf(
  'user (?:story|stories|agent|preferences?|profile|settings|input|data|message|attributes|session|tasks?|journey|persona|query|metadata|feedback|custom|interface|note|event|flow|status|context|info|language|location|memory|avatar)',
  'team (?:task|retro|page|name|project|space|note|drive)|accessibility|group (?:chat|message|name|layers?|objects?|subject|description|picture|nodes?|shapes?|by)|(?:create|update) group',
  '(?:primary|foreign|redis|update) keys?|key (?:results?|press)|keyframes?|keyword\\w*|keys? in|shared? (?:memory|state)|share (?:price|link)|retweet|partner|cell|lifecycle',
  '(?:policy number|(?:refund|retention|lifecycle|backup|index|scaling) policy)|access (?:log|data|the|information|to)|(?:read|get) access|token (?:price|balance)|roles? play\\w*|invite link|participants? (?:list|name)',
  'approve (?:task|plan|timesheet|expense|leave|pull|invoice|order|deployment|change|step|post)|leave balance|insurance|add member to list',
);

const SAID_CHANGES =
  '(?:add|remove|invite|delete|create|update|deactivate|suspend|assign|ban|block|kick|modify|manage|set|register)(?:e?s)?';
const SAID_RIGHTS =
  '(?:users?|(?:team |group |board |project |workspace |organization |space |channel |guild )?members?|testers?|roles?|permissions?|collaborators?|administrators?|moderators?|participants?|privileges?|service accounts?|passwords?|(?:api|access|ssh|auth|authentication) keys?|(?:api|access) tokens?|firewall rules?|(?:policy|security|access|firewall|nat) rules?|security groups?|access control|acls?|access polic(?:y|ies))';
const SAID = anyOf(
  'grants?|revokes?|changes? (?:the )?(?:permissions?|roles?|access|ownership|visibility)|rotates? (?:the |an? |api |access |your )*(?:keys?|secrets?|tokens?|credentials?|passwords?)',
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
    if (category === 'Execute' && !/\b(?:user|member|role|permission|access|key|policy|firewall)/.test(name)) return [];
    const isOther =
      NOT_RIGHTS.test(name) || (NOT_RIGHTS.test(lead) && !/\b(?:permission|role|access control|member)/.test(lead));
    if (isOther) return [];
    return firstOf(
      () => byName(facts, NAMED, 'changes who may do what'),
      () => byPhrase(facts, SAID, 'changes who may do what', 160),
    );
  },
};
