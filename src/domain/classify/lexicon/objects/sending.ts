import { AGENTS } from '../kinds.ts';
import { type ObjectRule, words } from '../object-rule.ts';

/** Sending, posting, answering: first match wins. */
export const SENDING_RULES: readonly ObjectRule[] = [
  // Sending, posting, answering.
  {
    verbs: words('create save compose write make update new'),
    any: words('draft'),
    category: 'Write',
    says: 'keeps a draft',
  },
  { verbs: words('create make'), any: words('tweet toot skeet'), category: 'Execute', says: 'posts to people' },
  {
    verbs: words('create publish add share'),
    head: words('post message thread reply story reel status announcement'),
    category: 'Execute',
    says: 'posts to people',
    when: (t, { verb, object }) =>
      (t.social || verb.base === 'publish') && !object.includes('blog') && !object.includes('assistant'),
  },
  {
    verbs: words('post add create reply leave write'),
    any: words('comment review note'),
    category: 'Write',
    says: 'adds a comment',
  },
  {
    verbs: words('send submit provide give post'),
    head: words('feedback rating'),
    category: 'Write',
    says: 'records feedback',
  },
  { verbs: words('reply respond'), any: words('comment issue discussion'), category: 'Write', says: 'adds a comment' },
  { verbs: words('reply respond'), category: 'Execute', says: 'answers people' },
  {
    verbs: words('post'),
    any: words('journal entry data record item file document task job ticket article page metric event log annotation'),
    category: 'Write',
    says: 'creates something',
    when: (_, { object }) => !object.includes('tweet'),
  },
  {
    verbs: words('schedule'),
    any: words('message email post tweet sms call campaign broadcast text'),
    category: 'Execute',
    says: 'sends something later',
  },
  {
    verbs: words('create make place start initiate schedule'),
    any: words('call'),
    head: words('call'),
    category: 'Execute',
    says: 'makes a call',
    when: (_, { object }) => !object.includes('tool') && !object.includes('api'),
  },
  {
    verbs: words('publish'),
    any: words(
      'message event post tweet package release site app extension video story reel topic mqtt npm package queue module',
    ),
    category: 'Execute',
    says: 'publishes to others',
  },
  {
    verbs: words('forward share email'),
    any: words('email message mail post'),
    category: 'Execute',
    says: 'sends something to people',
  },
  {
    verbs: words('forward'),
    category: 'Read',
    says: 'computes forward',
    unsure: true,
    when: (_, { clarity, from }) => clarity < 2 && from !== 'name',
  },
  {
    verbs: words('message email mail call post sms'),
    category: 'Read',
    says: 'tells about messages',
    unsure: true,
    when: (t, { clarity }) => clarity < 2 && !t.social,
  },
  {
    verbs: words('assign request delegate handoff'),
    any: AGENTS,
    category: 'Execute',
    says: 'sets an agent to work',
    when: (_, { object }) => object.at(-1) !== 'user',
  },
  {
    verbs: words('assign delegate'),
    category: 'Execute',
    says: 'sets an agent to work',
    when: ({ takes }) => ['prompt', 'instructions', 'custom_instructions'].some((key) => takes.has(key)),
  },
  {
    verbs: words('request'),
    any: words('reviewer change review access permission approval leave feedback'),
    category: 'Write',
    says: 'asks for something',
  },
];
