/** Forges: anyone can open an issue or own a repository there. */
const FORGES = 'github|gitlab|gitee|gitea|codeberg|bitbucket|azure devops';
/** Where teams plan and write. */
const TEAMS =
  'confluence|jira|asana|trello|clickup|basecamp|wrike|airtable|kibela|moodle|figma|redmine|youtrack|openproject|sharepoint|google (?:docs?|sheets?|slides)|discourse|wordpress|webflow|strapi|contentful|kontent|google calendar';
/** Where people talk. */
const CHATS =
  'slack|mattermost|discord|zulip|rocket ?chat|google chat|microsoft teams|ms teams|telegram|whatsapp|feishu|dingtalk';
/** Where customers write, and where programs report what strangers sent. */
const DESKS =
  'zendesk|intercom|freshdesk|freshservice|servicenow|hubspot|salesforce|pipedrive|sentry|pagerduty|opsgenie|typeform';
/** Names that are common words as well: they count where a server is called so. */
const ALSO_WORDS =
  'notion|linear|monday|shortcut|backlog|outline|canvas|coda|esa|miro|ghost|lark|attio|incident(?: io)?|front|height';

/** Places where several people, strangers among them, write and read; over server, name and purpose (ToolFacts.about). */
export const SHARED_PLACES = new RegExp(
  `\\b(?:${[FORGES, TEAMS, CHATS, DESKS].join('|')})\\b|^(?:\\S+ ){0,2}(?:${ALSO_WORDS})\\b`,
);
