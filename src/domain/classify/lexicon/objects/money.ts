import { COINS, CONTAINERS, CREATING, ORDER, PAYMENT } from '../kinds.ts';
import { type ObjectRule, words } from '../object-rule.ts';

/** Arithmetic, chains and money: first match wins. */
export const MONEY_RULES: readonly ObjectRule[] = [
  // Arithmetic reads like writing: "add two numbers".
  {
    verbs: words('add sum divide multiply'),
    any: words('number integer digit matrix vector float operand'),
    category: 'Read',
    says: 'computes a number',
    when: (_, { rest }) => !rest.some((word) => CONTAINERS.has(word)),
  },
  // Chains: what signs or broadcasts moves value; what only builds or reads does not.
  {
    verbs: words('sign broadcast send submit execute relay'),
    any: words('transaction tx psbt userop'),
    category: 'Financial',
    says: 'signs or sends a transaction',
    when: (t) => t.chain || t.money,
  },
  {
    verbs: words(
      'send transfer move withdraw deposit airdrop mint burn bridge wrap unwrap delegate redelegate undelegate lock unlock claim',
    ),
    any: COINS,
    category: 'Financial',
    says: 'moves tokens or money',
    when: (t, { object }) =>
      t.chain ||
      t.money ||
      object.some((word) =>
        /^(?:eth|sol|btc|bitcoin|ethereum|solana|usdc|fund|money|payment|crypto|sats?|nft|transaction|token)$/.test(
          word,
        ),
      ),
  },
  {
    verbs: words('write call execute invoke deploy approve upgrade'),
    any: words('contract allowance spender approval erc20 spending'),
    category: 'Financial',
    says: 'sends a transaction to a contract',
    when: (t, action) =>
      t.chain &&
      !/\b(?:read|view|constant|static|source|abi)\b/.test(`${action.object.join(' ')} ${action.rest.join(' ')}`),
  },
  {
    verbs: words('approve'),
    any: words('token usdc erc20 nft'),
    category: 'Financial',
    says: 'lets somebody spend tokens',
    when: (t) => t.chain,
  },
  {
    verbs: words('deploy create launch'),
    any: words('token nft coin memecoin pool'),
    category: 'Financial',
    says: 'puts a token on a chain',
    when: (t, { verb, object }) => t.chain && (verb.base !== 'create' || !object.includes('account')),
  },
  {
    verbs: words('claim harvest collect redeem'),
    any: words('reward yield fee airdrop dividend interest'),
    category: 'Financial',
    says: 'moves tokens or money',
    when: (t) => t.chain,
  },
  {
    verbs: words('delegate stake unstake vote'),
    any: words('stake tao sol validator'),
    category: 'Financial',
    says: 'stakes tokens',
    when: (t) => t.chain,
  },
  {
    verbs: words('revoke'),
    any: words('allowance approval spender'),
    category: 'Write',
    says: 'takes back a permission to spend',
  },
  // Money.
  {
    verbs: words('transfer move'),
    any: words(
      'file ownership owner repository issue ticket domain data call object conversation document project task content chat image',
    ),
    category: 'Write',
    says: 'moves something that can be moved back',
    when: (_, { verb }) => verb.base === 'transfer',
  },
  {
    verbs: words('transfer'),
    category: 'Write',
    says: 'transfers something',
    unsure: true,
    when: (t) => !t.chain && !t.money,
  },
  {
    verbs: words('cancel void'),
    any: words(
      'order trade payment transaction invoice booking reservation bid swap transfer payout withdrawal stake refund charge',
    ),
    category: 'Financial',
    says: 'cancels an order or payment',
  },
  {
    verbs: words('cancel pause resume reactivate'),
    any: words('subscription plan membership'),
    category: 'Financial',
    says: 'changes a paid subscription',
    when: (t, { verb }) => verb.base === 'cancel' || t.money,
  },
  {
    verbs: words('update edit modify patch'),
    head: words('plan'),
    category: 'Write',
    says: 'changes what the plan offers',
    when: (t) => !t.takes.has('subscription_id') && !t.takes.has('customer_id'),
  },
  {
    verbs: words('upgrade downgrade change switch subscribe create update renew'),
    any: words('subscription plan tier billing'),
    category: 'Financial',
    says: 'changes a paid plan',
    when: (t, { verb, object, rest }) =>
      t.money &&
      !(verb.base === 'create' && object.includes('plan')) &&
      !(object.includes('event') || rest.includes('event') || object.includes('webhook')) &&
      (object.includes('subscription') || !['update', 'create'].includes(verb.base)),
  },
  {
    verbs: words('create make generate send new add setup issue open'),
    any: words('payment'),
    category: 'Financial',
    says: 'creates a request for payment',
    when: (_, { object }) => /(?:payment (?:link|intent|request|order|page|session|url)|link)$/.test(object.join(' ')),
  },
  {
    verbs: words('create open start generate initiate'),
    any: words('checkout'),
    category: 'Financial',
    says: 'opens a checkout',
  },
  {
    verbs: words('create add generate send issue finalize make new post duplicate'),
    head: words('invoice'),
    category: 'Financial',
    says: 'creates or sends an invoice',
  },
  {
    verbs: words('create add'),
    any: words('invoice'),
    head: words('item line invoice'),
    category: 'Financial',
    says: 'adds to an invoice',
  },
  {
    verbs: words('send post email remind issue'),
    any: words('invoice payslip bill'),
    category: 'Financial',
    says: 'sends an invoice',
    when: (_, { object }) => object.at(-1) !== 'reminder',
  },
  {
    verbs: CREATING,
    head: PAYMENT,
    category: 'Financial',
    says: 'moves money or value',
    when: (t, action) => !t.pretend && !action.object.includes('file') && !action.object.includes('data'),
  },
  {
    verbs: words(
      'place submit create open close buy sell modify amend replace execute enter exit new post put market limit set',
    ),
    head: ORDER,
    category: 'Financial',
    says: 'places, changes or closes an order',
    when: (t, { verb, object }) =>
      !t.pretend &&
      !object.some((word) =>
        /^(?:work|sort|draft|column|tab|display|z|byte|purchase-request|cursor|mouse|scroll)$/.test(word),
      ) &&
      (verb.base !== 'set' || t.money || t.chain) &&
      (object.at(-1) === 'order' || t.money || t.chain),
  },
  {
    verbs: words('create record add import'),
    head: words('transaction'),
    category: 'Write',
    says: 'records a transaction',
    when: (t) => !t.chain,
  },
  {
    verbs: words('create'),
    any: words('transaction'),
    category: 'Financial',
    says: 'makes a transaction',
    unsure: true,
    when: (t) => t.chain,
  },
  {
    verbs: words('exercise'),
    any: words('option warrant right contract'),
    category: 'Financial',
    says: 'exercises an option',
  },
  {
    verbs: words('exercise'),
    category: 'Read',
    says: 'tells of exercises',
    unsure: true,
  },
  {
    verbs: words('book reserve'),
    any: words('flight hotel ticket room stay trip travel ride seat car'),
    category: 'Financial',
    says: 'books something that is paid for',
  },
  {
    verbs: words('book reserve order trade swap stake charge invoice tip'),
    category: 'Write',
    says: 'records or reserves something',
    unsure: true,
    when: (t, { clarity }) => clarity < 2 && !t.money && !t.chain,
  },
];
