import { byName, byPhrase, firstOf, type SignalRule } from './rule.ts';

const NAMED =
  /\b(?:(?:add|remove|delete|create|update|invite|deactivate|activate|block|unblock|ban|unban|kick|suspend|disable|enable|set|edit|manage|modify|assign|unassign|register|approve|reject|promote|demote|put|upsert|reset|change|grant|revoke|rotate|attach|detach|bulk|regenerate|generate|accept|expire|extend|transfer|lock|unlock|cancel|resend|decline|leave|join|patch|associate|replace) (?:\w+ ){0,3}(?:users?|members?|memberships?|roles?|permissions?|collaborators?|admins?|api keys?|access keys?|ssh keys?|auth keys?|deploy keys?|api tokens?|access tokens?|firewall(?: rules?)?|security (?:group|groups|rule|rules|policy|policies)|acl|acls|polic(?:y|ies)|owners?|groups? members?|access|invites?|invitations?|participants?|privileges?|sharing|grants?|moderators?|password|service accounts?|sso|mfa|contributors?|credentials?|guests?|approvals?|allowance|keys|whitelist|allowlist|ip access|branch protection|visibility|ownership|people|secrets?|approvers?|editors?|role assignments?|team|deploy tokens?|iam)(?= (?:to|from|by|in|on|for|of|as|with|tool|batch|bulk|v|id|rule|rules|or|and|entry|settings?|status|invitations?|group|members?|level|roles?|permissions?|value|direct|create|update|list)\b|$)|(?:user|member|role|permission|access|policy|key|group|firewall|acl|collaborator|team member|api key|token|credential|invitation)s? (?:add|remove|delete|create|update|invite|assign|grant|revoke|rotate|set|disable|enable|upsert|put|deactivate|approve)$|grant|revoke|invite|rotate (?:\w+ )?(?:key|keys|secret|token|credentials)|share (?:\w+ )?(?:file|folder|document|calendar|doc|sheet|page|note|drive|with)|unshare|(?:approve|deny) (?:\w+ )?(?:access|request|user|join)|(?:ban|kick|mute|block) (?:user|member|contact|chat)|impersonate)\b/;
const NOT_RIGHTS =
  /\b(?:user (?:story|stories|agent|preference|preferences|profile|settings|input|data|message|attributes|session|task|tasks|journey|persona|query|metadata|feedback|custom|interface|note|event|flow|status|context|info|language|location|memory|avatar)|team (?:task|retro|page|name|project|space|name|note)|accessibility|group (?:chat|message|name|layers?|objects?|subject|description|picture|nodes?|shapes?)|primary keys?|foreign keys?|shared? (?:memory|state)|keyframes?|keyword\w*|key press|redis keys?|key results?|policy number|refund policy|retention policy|access log|share price|share link|retweet|participants? (?:list|name)|lifecycle policy|token (?:price|balance)|(?:read|get) access|access (?:data|the|information|to)|approve (?:task|plan|timesheet|expense|leave|pull|invoice|order|deployment|change|step|post)|group by|roles? play\w*|invite link|keys? in|backup policy|cell|index policy|team drive|partner|create group|update group|leave balance|user story|scaling policy|update key|create key results?|add member to list|insurance)\b/;
const SAID =
  /\b(?:grants?|revokes?|changes? (?:the )?(?:permissions?|roles?|access|ownership|visibility)|(?:add|adds|remove|removes|invite|invites|delete|deletes|create|creates|update|updates|deactivate|suspend|assign|assigns|ban|bans|block|blocks|kick|modify|manage|set|register) (?:an? |the |new |existing |one or more |multiple |specific |specified |to |from |or |and |your |a new |organization |repository |team |project |workspace |group |channel |system |admin |firewall |security |database |iam |azure |aws |linux |domain |account |organisation |update |remove |add |\w+ )?(?:users?|(?:team |group |board |project |workspace |organization |space |channel |guild |council |crew )?members?|roles?|permissions?|collaborators?|api keys?|access keys?|ssh keys?|authentication keys?|auth keys?|firewall rules?|security groups?|security rules?|access control|acls?|(?:policy|security|access|firewall|nat) rules?|access polic(?:y|ies)|api tokens?|access tokens?|administrators?|moderators?|privileges?|service accounts?|participants?|passwords?)\b(?! (?:story|stories|profile|preference|agent|input|message|session|data|feedback|name|interface|persona|journey|attribute|task|experience|event|list|metadata|setting|propert|memor|fact|note|interaction|comment))|rotates? (?:the |an? |api |access |your )*(?:keys?|secrets?|tokens?|credentials?|passwords?)|shares? (?:a |an |the |your )?(?:file|folder|document|calendar|drive|note|sheet|dashboard)s? with|allow(?:ance|ances) (?:for|to)|spend(?:er|ing) (?:approval|allowance|limit))\b/;

/** Changes who may do what. */
export const access: SignalRule = {
  id: 'access',
  find: (facts, category) => {
    if (category === 'Read') return [];
    const name = facts.nameWords.join(' ');
    const lead = facts.description.purposeLower.slice(0, 160);
    if (facts.topics.chain && category === 'Financial')
      return firstOf(
        () => byName(facts, /\bapprove\b|\bset approval\b/, 'lets somebody spend'),
        () =>
          byPhrase(
            facts,
            /\bapproves? (?:an? |the )?(?:spender|spending|allowance|token|erc-?20)/,
            'lets somebody spend',
          ),
      );
    if (category === 'Execute' && !/\b(?:user|member|role|permission|access|key|policy|firewall)/.test(name)) return [];
    const misleading =
      NOT_RIGHTS.test(name) || (NOT_RIGHTS.test(lead) && !/\b(?:permission|role|access control|member)/.test(lead));
    if (misleading) return [];
    return firstOf(
      () => byName(facts, NAMED, 'changes who may do what'),
      () =>
        byPhrase(
          {
            ...facts,
            description: { ...facts.description, purpose: facts.description.purpose.slice(0, 160), purposeLower: lead },
          },
          SAID,
          'changes who may do what',
        ),
    );
  },
};
