import { COINS, CONTAINERS, CREATING, ORDER, PAYMENT } from '../kinds.ts';
import { type ObjectRule, words } from '../object-rule.ts';

/** Arithmetic, chains and money: first match wins. */
export const MONEY_RULES: readonly ObjectRule[] = [
  // Arithmetic reads like writing: "add two numbers".
  {
    example: { name: 'add', description: 'Add two numbers' },
    verbs: words('add sum divide multiply'),
    any: words('number integer digit matrix vector float operand'),
    category: 'Read',
    says: 'computes a number',
    when: (_, { rest }) => !rest.some((word) => CONTAINERS.has(word)),
  },
  // Chains: what signs or broadcasts moves value; what only builds or reads does not.
  {
    example: { name: 'sign_transaction', description: 'Sign a transaction', server: 'solana' },
    verbs: words('sign broadcast send submit execute'),
    any: words('transaction tx psbt userop'),
    category: 'Financial',
    says: 'signs or sends a transaction',
    when: (t) => t.chain || t.money,
  },
  {
    example: { name: 'send_tokens', description: 'Send tokens to an address', server: 'solana' },
    verbs: words(
      'send transfer move withdraw deposit airdrop mint burn bridge wrap delegate redelegate undelegate lock unlock claim',
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
    example: { name: 'write_contract', description: 'Call a writing function of a contract', server: 'ethereum' },
    verbs: words('write call execute invoke deploy approve upgrade'),
    any: words('contract allowance spender approval erc20 spending'),
    category: 'Financial',
    says: 'sends a transaction to a contract',
    when: (t, action) =>
      t.chain &&
      !/\b(?:read|view|constant|static|source|abi)\b/.test(`${action.object.join(' ')} ${action.rest.join(' ')}`),
  },
  {
    example: { name: 'approve_token', description: 'Approve a token', server: 'ethereum' },
    verbs: words('approve'),
    any: words('token usdc erc20 nft'),
    category: 'Financial',
    says: 'lets somebody spend tokens',
    when: (t) => t.chain,
  },
  {
    example: { name: 'deploy_token', description: 'Deploy a token', server: 'ethereum' },
    verbs: words('deploy create launch'),
    any: words('token nft coin memecoin pool'),
    category: 'Financial',
    says: 'puts a token on a chain',
    when: (t, { verb, object }) => t.chain && (verb.base !== 'create' || !object.includes('account')),
  },
  {
    example: { name: 'claim_yield', description: 'Claim the yield of a position', server: 'ethereum' },
    verbs: words('claim collect redeem'),
    any: words('reward yield fee airdrop dividend interest'),
    category: 'Financial',
    says: 'moves tokens or money',
    when: (t) => t.chain,
  },
  {
    example: { name: 'delegate_stake', description: 'Delegate stake', server: 'solana' },
    verbs: words('delegate stake unstake vote'),
    any: words('stake tao sol validator'),
    category: 'Financial',
    says: 'stakes tokens',
    when: (t) => t.chain,
  },
  {
    example: { name: 'revoke_allowance', description: 'Revoke an allowance', server: 'ethereum' },
    verbs: words('revoke'),
    any: words('allowance approval spender'),
    category: 'Write',
    says: 'takes back a permission to spend',
  },
  // Money.
  {
    example: { name: 'transfer_ownership', description: 'Transfer ownership to somebody else' },
    verbs: words('transfer move'),
    any: words(
      'file ownership owner repository issue ticket domain data call object conversation document project task content chat image',
    ),
    category: 'Write',
    says: 'moves something that can be moved back',
    when: (_, { verb }) => verb.base === 'transfer',
  },
  {
    example: { name: 'transfer_pupil', description: 'Transfer a pupil to another class' },
    verbs: words('transfer'),
    category: 'Write',
    says: 'transfers something',
    unsure: true,
    when: (t) => !t.chain && !t.money,
  },
  {
    example: { name: 'cancel_booking', description: 'Cancel a booking' },
    verbs: words('cancel'),
    any: words(
      'order trade payment transaction invoice booking reservation bid swap transfer payout withdrawal stake refund charge',
    ),
    category: 'Financial',
    says: 'cancels an order or payment',
  },
  {
    example: { name: 'cancel_membership', description: 'Cancel a membership' },
    verbs: words('cancel pause resume reactivate'),
    any: words('subscription plan membership'),
    category: 'Financial',
    says: 'changes a paid subscription',
    when: (t, { verb }) => verb.base === 'cancel' || t.money,
  },
  {
    example: { name: 'update_plan', description: 'Update a plan', server: 'stripe' },
    verbs: words('update edit modify patch'),
    head: words('plan'),
    category: 'Write',
    says: 'changes what the plan offers',
    when: (t) => !t.takes.has('subscription_id') && !t.takes.has('customer_id'),
  },
  {
    example: { name: 'upgrade_subscription', description: 'Upgrade a subscription', server: 'stripe' },
    verbs: words('upgrade change switch subscribe create update renew'),
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
    example: { name: 'create_payment_link', description: 'Create a payment link' },
    verbs: words('create make generate send new add setup issue open'),
    any: words('payment'),
    category: 'Financial',
    says: 'creates a request for payment',
    when: (_, { object }) => /(?:payment (?:link|intent|request|order|page|session|url)|link)$/.test(object.join(' ')),
  },
  {
    example: { name: 'open_checkout', description: 'Open a checkout' },
    verbs: words('create open start generate initiate'),
    any: words('checkout'),
    category: 'Financial',
    says: 'opens a checkout',
  },
  {
    example: { name: 'create_invoice', description: 'Create an invoice' },
    verbs: words('create add generate send issue finalize make new post duplicate'),
    head: words('invoice'),
    category: 'Financial',
    says: 'creates or sends an invoice',
  },
  {
    example: { name: 'add_invoice_line', description: 'Add a line' },
    verbs: words('create add'),
    any: words('invoice'),
    head: words('item line invoice'),
    category: 'Financial',
    says: 'adds to an invoice',
  },
  {
    example: { name: 'email_invoice', description: 'Email an invoice to the buyer' },
    verbs: words('send post email issue'),
    any: words('invoice payslip bill'),
    category: 'Financial',
    says: 'sends an invoice',
    when: (_, { object }) => object.at(-1) !== 'reminder',
  },
  {
    example: { name: 'create_payout', description: 'Create a payout' },
    verbs: CREATING,
    head: PAYMENT,
    category: 'Financial',
    says: 'moves money or value',
    when: (t, action) => !t.pretend && !action.object.includes('file') && !action.object.includes('data'),
  },
  {
    example: { name: 'modify_order', description: 'Modify an order of shares' },
    verbs: words('place submit create open close buy sell modify amend replace execute new post put set'),
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
    example: { name: 'record_transaction', description: 'Record a transaction' },
    verbs: words('create record add import'),
    head: words('transaction'),
    category: 'Write',
    says: 'records a transaction',
    when: (t) => !t.chain,
  },
  {
    example: { name: 'create_transaction', description: 'Create a transaction', server: 'solana' },
    verbs: words('create'),
    any: words('transaction'),
    category: 'Financial',
    says: 'makes a transaction',
    unsure: true,
    when: (t) => t.chain,
  },
  {
    example: { name: 'exercise_option', description: 'Exercise an option' },
    verbs: words('exercise'),
    any: words('option warrant right contract'),
    category: 'Financial',
    says: 'exercises an option',
  },
  {
    example: { name: 'exercise', description: 'Exercise of the day' },
    verbs: words('exercise'),
    category: 'Read',
    says: 'tells of exercises',
    unsure: true,
  },
  {
    example: { name: 'book_hotel', description: 'Book a hotel' },
    verbs: words('book reserve'),
    any: words('flight hotel ticket room stay trip travel ride seat car'),
    category: 'Financial',
    says: 'books something that is paid for',
  },
  {
    example: { name: 'tip', description: 'A tip for gardeners' },
    verbs: words('book reserve order trade swap stake charge invoice tip'),
    category: 'Write',
    says: 'records or reserves something',
    unsure: true,
    when: (t, { clarity }) => clarity < 2 && !t.money && !t.chain,
  },
];
