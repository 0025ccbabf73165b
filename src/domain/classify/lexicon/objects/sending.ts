import { TEXT } from '../example.ts';
import { AGENTS } from '../kinds.ts';
import { type ObjectRule, words } from '../object-rule.ts';

/** Sending, posting, answering: first match wins. */
export const SENDING_RULES: readonly ObjectRule[] = [
  // Sending, posting, answering.
  {
    example: { name: 'save_draft', description: 'Save a draft' },
    verbs: words('create save compose write make update new'),
    any: words('draft'),
    category: 'Write',
    says: 'keeps a draft',
  },
  {
    example: { name: 'create_tweet', description: 'Create a tweet' },
    verbs: words('create make'),
    any: words('tweet toot skeet'),
    category: 'Execute',
    says: 'posts to people',
  },
  {
    example: { name: 'create_post', description: 'Create a post', server: 'bluesky' },
    verbs: words('create publish add share'),
    head: words('post message thread reply story reel status announcement'),
    category: 'Execute',
    says: 'posts to people',
    when: (t, { verb, object }) =>
      (t.social || verb.base === 'publish') && !object.includes('blog') && !object.includes('assistant'),
  },
  {
    example: { name: 'add_comment', description: 'Add a comment' },
    verbs: words('post add create reply leave write'),
    any: words('comment review note'),
    category: 'Write',
    says: 'adds a comment',
  },
  {
    example: { name: 'submit_feedback', description: 'Submit feedback' },
    verbs: words('send submit provide post'),
    head: words('feedback rating'),
    category: 'Write',
    says: 'records feedback',
  },
  {
    example: { name: 'reply_to_issue', description: 'Reply to an issue' },
    verbs: words('reply respond'),
    any: words('comment issue discussion'),
    category: 'Write',
    says: 'adds a comment',
  },
  {
    example: { name: 'reply', description: 'Reply to a letter' },
    verbs: words('reply respond'),
    category: 'Execute',
    says: 'answers people',
  },
  {
    example: { name: 'post_article', description: 'Post an article' },
    verbs: words('post'),
    any: words('journal entry data record item file document task job ticket article page metric event log annotation'),
    category: 'Write',
    says: 'creates something',
    when: (_, { object }) => !object.includes('tweet'),
  },
  {
    example: { name: 'schedule_broadcast', description: 'Schedule a broadcast' },
    verbs: words('schedule'),
    any: words('message email post tweet sms call campaign broadcast text'),
    category: 'Execute',
    says: 'sends something later',
  },
  {
    example: { name: 'start_call', description: 'Start a call' },
    verbs: words('create make place start initiate schedule'),
    any: words('call'),
    head: words('call'),
    category: 'Execute',
    says: 'makes a call',
    when: (_, { object }) => !object.includes('tool') && !object.includes('api'),
  },
  {
    example: { name: 'publish_release', description: 'Publish a release' },
    verbs: words('publish'),
    any: words(
      'message event post tweet package release site app extension video story reel topic mqtt npm package queue module',
    ),
    category: 'Execute',
    says: 'publishes to others',
  },
  {
    example: { name: 'forward_mail', description: 'Forward mail' },
    verbs: words('forward share email'),
    any: words('email message mail post'),
    category: 'Execute',
    says: 'sends something to people',
  },
  {
    example: { name: 'stretch', description: 'Forward bend of the spine' },
    verbs: words('forward'),
    category: 'Read',
    says: 'computes forward',
    unsure: true,
    when: (_, { clarity, from }) => clarity < 2 && from !== 'name',
  },
  {
    example: { name: 'thanks', description: 'Mail of thanks' },
    verbs: words('message email mail call post sms'),
    category: 'Read',
    says: 'tells about messages',
    unsure: true,
    when: (t, { clarity }) => clarity < 2 && !t.social,
  },
  {
    example: { name: 'assign_copilot', description: 'Assign the copilot' },
    verbs: words('assign request delegate'),
    any: AGENTS,
    category: 'Execute',
    says: 'sets an agent to work',
    when: (_, { object }) => object.at(-1) !== 'user',
  },
  {
    example: { name: 'assign_helper', description: 'Assign the helper', takes: { instructions: TEXT } },
    verbs: words('assign delegate'),
    category: 'Execute',
    says: 'sets an agent to work',
    when: ({ takes }) => ['prompt', 'instructions', 'custom_instructions'].some((key) => takes.has(key)),
  },
  {
    example: { name: 'request_review', description: 'Request a review' },
    verbs: words('request'),
    any: words('reviewer change review access permission approval leave feedback'),
    category: 'Write',
    says: 'asks for something',
  },
];
