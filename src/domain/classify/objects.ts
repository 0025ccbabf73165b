import type { Category } from '../category.ts';
import type { Action } from './actions.ts';

/** What surrounds an action: topics that the whole definition shows. */
export interface Topics {
  /** Blockchains, tokens, wallets. */
  readonly chain: boolean;
  /** Payments, shops, brokers, invoices. */
  readonly money: boolean;
  /** People's channels: chat, mail, social networks. */
  readonly social: boolean;
  /** Containers, clouds, virtual machines. */
  readonly cloud: boolean;
  /** A web browser, screen or device under control. */
  readonly device: boolean;
  /** Documents, sheets, slides and other files of content. */
  readonly document: boolean;
  /** Nothing real is moved: paper trading, sandboxes of money, unsigned transactions. */
  readonly pretend: boolean;
}

/** What an action means: its category and our words for it. `sure` is false where the object leaves doubt. */
export interface Meaning {
  readonly category: Category;
  readonly says: string;
  readonly sure: boolean;
  /** Whether the object had a say, so that it is not the verb's general meaning. */
  readonly specific: boolean;
}

interface ObjectRule {
  /** Plain forms of the verbs that it is about. */
  readonly verbs: ReadonlySet<string>;
  /** The object's head (last noun) is one of these. */
  readonly head?: ReadonlySet<string>;
  /** Any word of the object is one of these. */
  readonly any?: ReadonlySet<string>;
  /** Any word after the preposition is one of these. */
  readonly rest?: ReadonlySet<string>;
  readonly when?: (topics: Topics, action: Action) => boolean;
  readonly category: Category;
  readonly says: string;
  readonly unsure?: true;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''));

const CREATING =
  words(`create make place submit open add generate issue execute process capture confirm finalize new initiate schedule post send
  do perform request start set setup define register build establish put enter`);
const RUNNING = words('run execute perform make do request process conduct handle exec');

const COINS =
  words(`bitcoin ethereum solana ether nano dollar eth sol btc sui ton usdc usdt dai bnb matic sat sats bundle satoshi lamport ether coin crypto cryptocurrency fund money cash payment tip
  donation token nft wei zap tao xrp ada dot near apt asset currency usd transaction tx userop keysend bolt11 trx xlm lumen`);
const PAYMENT =
  words(`payment invoice charge refund payout checkout donation withdrawal bid trade swap purchase transfer deposit
  preorder tip remittance disbursement loan mandate`);
const ORDER = words('order trade position bid offer swap oco otoco bracket');
const MEDIA =
  words(`image picture photo video audio music song speech voice voiceover sound avatar illustration animation portrait sticker meme
  wallpaper artwork painting gif track podcast soundtrack clip texture mesh drawing sfx lyric mp3 melody instrumental dubbing dub`);
const COMPUTE =
  words(`instance vm machine droplet container pod cluster sandbox deployment server job run session build call crawl
  codespace stack daemonset statefulset workload ec2 lambda process agent crawler execution browser device simulator emulator
  batch evaluation microvm environment node replica fleet 
  swarm subagent batchjob training finetune finetuning`);
const MEMBERSHIP =
  words(`member label tag assignee assignment reviewer collaborator reaction star like favorite favourite vote upvote follower watcher
  participant attendee guest item track song annotation alias filter formatting style role permission admin subscriber attribute flag
  highlight dependency relation relationship contributor owner user access tile element child member follow pin lock reader editor moderator
  emoji subscription approver mapping override restriction limit decorator customfield marker ban block`);
const CONTAINERS =
  words(`group list playlist collection cart favorite favourite team channel queue watchlist project role folder library board issue
  task audience segment repository organization organisation room selection category set bucketlist wishlist allowlist blocklist
  whitelist blacklist card note bookmark sprint epic milestone campaign tag pr`);
const SCRATCH =
  words(`cache console selection filter format formatting breakpoint counter clipboard highlight screen state field input form override mock
  context buffer error network log cookie storage style metric thought thinking session display terminal output geolocation interception color
  statistics stat debugger timer emulation throttling watch redo undo search viewport configuration`);
const READINGS =
  words(`search lookup analysis check validation calculation comparison evaluation review verification inspection diagnostic
  healthcheck assessment research ocr translation conversion summary extraction query select audit report forecast prediction
  simulation backtest estimation lookup detection classification websearch reasoning thinking fetch retrieval
  whois geocoding ranking similarity explain statistic regression clustering screening scrape sum addition subtraction multiplication
  division arithmetic math computation step discovery reflection trace dig nslookup ping health get`);
const DATABASE = words(
  'table database db index collection schema view column role user partition constraint keyspace keyspaces stash sequence function tablespace graph bucket',
);

/** First match wins: what a verb means with this object, where that differs from the verb alone. */
const RULES: readonly ObjectRule[] = [
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
  // Deleting that only takes something off, or clears what the tool itself keeps.
  {
    verbs: words('delete remove clear dismiss undo'),
    any: words('reaction star like vote follow favorite favourite emoji notification'),
    category: 'Write',
    says: 'takes something off that can be put back',
    when: (_, { object }) => !object.some((word) => /^(?:rule|policy|channel|template|hook)$/.test(word)),
  },
  {
    verbs: words('delete remove'),
    head: words('subscription'),
    category: 'Write',
    says: 'ends a subscription that can be made again',
    when: (t) => !t.money,
  },
  {
    verbs: words('delete remove clear purge flush reset invalidate empty prune wipe'),
    head: words('cache cached'),
    category: 'Write',
    says: 'clears a cache',
  },
  {
    verbs: words('purge flush invalidate clear'),
    any: words('cache cached cdn url'),
    category: 'Write',
    says: 'clears a cache',
  },
  {
    verbs: words('delete'),
    head: words('tag label member'),
    rest: words('from'),
    category: 'Write',
    says: 'takes something off that can be put back',
    when: (_, { preposition }) => preposition === 'from',
  },
  { verbs: words('clear reset'), head: SCRATCH, category: 'Write', says: 'clears what can be set again' },
  {
    verbs: words('clear reset'),
    any: words('filter format formatting cache console highlight breakpoint selection override counter session'),
    category: 'Write',
    says: 'clears what can be set again',
  },
  {
    verbs: words('reset'),
    any: words('hard factory database all data device everything erase'),
    category: 'Destructive',
    says: 'resets to nothing',
  },
  {
    verbs: words('reset'),
    any: words('pod vm instance server machine modem router device game simulation'),
    category: 'Execute',
    says: 'restarts something',
  },
  { verbs: words('clear'), any: words('text'), category: 'Execute', says: 'clears a field', when: (t) => t.device },
  {
    verbs: words('clear'),
    category: 'Destructive',
    says: 'removes what is there',
    unsure: true,
    when: (_, { object }) => object.length > 0,
  },
  {
    verbs: words('flush'),
    any: words('db all database flushall flushdb data'),
    category: 'Destructive',
    says: 'removes all data',
  },
  {
    verbs: words('empty'),
    any: words('trash bin recycle bucket folder spam'),
    category: 'Destructive',
    says: 'empties a bin',
  },
  {
    verbs: words('empty'),
    category: 'Read',
    says: 'describes something empty',
    unsure: true,
    when: (_, { clarity }) => clarity < 3,
  },
  { verbs: words('drop'), any: DATABASE, category: 'Destructive', says: 'drops data' },
  {
    verbs: words('drop'),
    any: words('file element drag item marker pin'),
    category: 'Execute',
    says: 'drops one thing on another',
  },
  {
    verbs: words('terminate'),
    any: words(
      'process session thread query call program connection run job execution command pid application app workflow debug debugger script',
    ),
    category: 'Execute',
    says: 'stops something that runs',
  },
  { verbs: words('discard'), any: words('draft dialog session'), category: 'Write', says: 'drops a draft' },
  {
    verbs: words('expire'),
    any: words('session invite link invitation key'),
    category: 'Write',
    says: 'ends the validity of something',
  },
  { verbs: words('trash'), category: 'Write', says: 'moves something to a bin' },
  {
    verbs: words('cleanup clean'),
    any: words(
      'resource image volume container branch snapshot orphan backup old unused database record namespace environment',
    ),
    category: 'Destructive',
    says: 'removes what is left over',
    unsure: true,
  },
  {
    verbs: words('cancel'),
    any: words('event meeting appointment invitation reminder leave request edit change draft'),
    category: 'Write',
    says: 'calls something off',
  },
  {
    verbs: words('remove'),
    any: words('background noise watermark whitespace duplicate vocal accent stopword punctuation html space silence'),
    category: 'Read',
    says: 'returns a cleaned copy',
    unsure: true,
  },
  { verbs: words('remove'), head: MEMBERSHIP, category: 'Write', says: 'takes something off that can be put back' },
  {
    verbs: words('remove'),
    rest: CONTAINERS,
    category: 'Write',
    says: 'takes something out of a group or list',
    when: (_, { preposition, rest }) =>
      preposition === 'from' &&
      !rest.some((word) => /^(?:disk|storage|table|database|server|cluster|system)$/.test(word)),
  },
  {
    verbs: words('remove'),
    category: 'Destructive',
    says: 'removes something',
    unsure: true,
    when: (_, { object }) => object.length > 0,
  },
  {
    verbs: words('restore rollback revert'),
    any: words('backup snapshot database instance dump'),
    category: 'Destructive',
    says: 'restores over what is there',
    when: (_, { verb }) => verb.base === 'restore',
  },
  {
    verbs: words('restore'),
    rest: words('backup snapshot dump'),
    category: 'Destructive',
    says: 'restores over what is there',
  },
  { verbs: words('revoke rotate'), category: 'Write', says: 'takes back or renews a right' },
  {
    verbs: words('resolve'),
    any: words(
      'issue thread comment incident alert ticket conflict discussion task conversation annotation feedback case bug dispute todo finding request market',
    ),
    category: 'Write',
    says: 'settles something',
  },
  {
    verbs: words('make send perform issue execute do run'),
    any: words('get head'),
    head: words('request'),
    category: 'Read',
    says: 'fetches from an address',
  },
  {
    verbs: words('make send perform issue execute do call'),
    head: words('request call'),
    category: 'Execute',
    says: 'sends a request that the caller makes up',
    when: (_, { verb, object }) =>
      verb.base !== 'make' ||
      object.some((word) =>
        /^(?:api|http|custom|raw|rest|authenticated|generic|arbitrary|post|put|graphql|web|phone|voice|outbound)$/.test(
          word,
        ),
      ),
  },
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
    verbs: words('request'),
    any: words('change review access permission approval leave feedback'),
    category: 'Write',
    says: 'asks for something',
  },
  // Running something that only reads, and starting what goes on.
  {
    verbs: words('run execute exec eval evaluate'),
    any: words(
      'javascript js python code script command shell bash terminal program typescript notebook cell workflow job pipeline test task playbook applescript action tool macro build flow automation function agent powershell cli',
    ),
    category: 'Execute',
    says: 'runs code, a command or a job',
    when: (_, { verb, object }) =>
      !/^eval/.test(verb.base) ||
      object.some((word) => /^(?:javascript|js|python|code|script|command|function|cell)$/.test(word)),
  },
  {
    verbs: words('test'),
    any: words('if whether html string selection selector color contrast hypothesis'),
    category: 'Read',
    says: 'checks something',
  },
  { verbs: words('create run'), head: words('prediction'), category: 'Execute', says: 'runs a model' },
  {
    verbs: words('add remove deposit withdraw create open close increase decrease provide supply'),
    any: words('liquidity collateral'),
    category: 'Financial',
    says: 'moves tokens or money',
  },
  {
    verbs: words('accept'),
    any: words('claim offer bid quote order'),
    category: 'Financial',
    says: 'commits somebody to pay',
    when: (t) => t.money || t.chain,
  },
  {
    verbs: words('set update change adjust modify'),
    any: words('leverage margin'),
    category: 'Financial',
    says: 'changes a trade',
    when: (t) => t.money || t.chain,
  },
  {
    verbs: words('register renew'),
    any: words('domain'),
    category: 'Financial',
    says: 'buys a domain',
    when: (t) => t.money,
  },
  {
    verbs: words('fund topup wire exchange zap bet tip'),
    category: 'Read',
    says: 'tells about money',
    unsure: true,
    when: (t, { clarity }) => clarity < 2 || !(t.money || t.chain),
  },
  { verbs: words('place'), any: words('bet'), category: 'Financial', says: 'places a bet' },
  {
    verbs: words('sign'),
    any: words('transaction tx psbt doc message bundle'),
    category: 'Financial',
    says: 'signs a transaction',
    when: (t, { object }) => t.chain && !object.includes('message'),
  },
  {
    verbs: words('select'),
    any: words('element option dropdown item tag sidebar'),
    category: 'Execute',
    says: 'drives a browser or device',
    when: (t) => t.device,
  },
  {
    verbs: words('select'),
    any: words(
      'tenant device project workspace account organization organisation object layer database model character app profile',
    ),
    category: 'Write',
    says: 'sets what later calls use',
  },
  {
    verbs: words('load'),
    any: words('project scene session level preset plugin extension prompt program url page website'),
    category: 'Write',
    says: 'changes what is open',
    when: (t, { object }) => !(t.device && object.some((word) => /^(?:url|page|website)$/.test(word))),
  },
  {
    verbs: words('load'),
    any: words('url page website'),
    category: 'Execute',
    says: 'drives a browser or device',
    when: (t) => t.device,
  },
  {
    verbs: words('set toggle turn adjust change switch control'),
    any: words('volume temperature brightness speed color playback shuffle repeat input channel hvac position'),
    category: 'Execute',
    says: 'drives a device',
    when: (t) => t.device && !t.document,
  },
  {
    verbs: words('lock unlock open close'),
    any: words('door car vehicle garage gate entrance valve cover blind'),
    category: 'Execute',
    says: 'drives a device',
  },
  {
    verbs: words('create submit add'),
    head: words('crawl transcription finetune simulation scan render dub'),
    category: 'Execute',
    says: 'starts work that goes on after the call',
  },
  {
    verbs: words('toggle set turn'),
    any: words('entity'),
    category: 'Execute',
    says: 'drives a device',
    when: (t) => t.device,
  },
  { verbs: words('accept'), any: words('mr merge pull'), category: 'Execute', says: 'merges code that others run' },
  {
    verbs: words('run query send execute'),
    any: words('llm prompt'),
    category: 'Read',
    says: 'asks a model',
    when: (_, { object }) => !object.some((word) => /^(?:command|code|workflow|job|test)$/.test(word)),
  },
  { verbs: words('send'), any: words('query'), category: 'Read', says: 'asks something' },
  { verbs: words('track'), any: words('pageview view signup'), category: 'Write', says: 'records something' },
  { verbs: words('interpolate'), any: words('video frame'), category: 'Execute', says: 'produces media with a model' },
  {
    verbs: words('truncate'),
    any: words('table collection database log'),
    category: 'Destructive',
    says: 'empties a table',
  },
  {
    verbs: words('create'),
    any: words('pool escrow auction stream bounty'),
    category: 'Financial',
    says: 'commits value on a chain',
    when: (t) => t.chain,
  },
  {
    verbs: words('write'),
    any: words('terminal serial gpio pin register device console stdin port plc modbus tty bus coil'),
    category: 'Execute',
    says: 'drives a device or terminal',
  },
  {
    verbs: words('write'),
    rest: words('terminal serial gpio pin register console stdin port plc modbus tty coil'),
    category: 'Execute',
    says: 'drives a device or terminal',
    when: (_, { preposition }) => preposition === 'to',
  },
  {
    verbs: words('evaluate eval'),
    any: words(
      'clojure lisp ruby python repl julia elixir haskell scheme matlab wolfram octave lua php elisp sexp js javascript',
    ),
    category: 'Execute',
    says: 'runs code',
  },
  {
    verbs: words('evaluate eval'),
    rest: words('clojure lisp ruby repl console runtime browser page emacs vim debugger'),
    category: 'Execute',
    says: 'runs code',
    when: (_, { object }) =>
      object.some((word) => /^(?:expression|code|script|snippet|form|function|string)$/.test(word)),
  },
  {
    verbs: words('extract unpack decompress'),
    any: words('archive zip tar rar 7z frame'),
    category: 'Write',
    says: 'writes files',
  },
  {
    verbs: words('serve act'),
    category: 'Read',
    says: 'stands for something',
    unsure: true,
    when: (_, { preposition, object }) => preposition === 'as' && object.length === 0,
  },
  { verbs: words('push'), any: words('force'), category: 'Destructive', says: 'overwrites the history of a branch' },
  { verbs: words('launch'), any: words('token coin memecoin'), category: 'Financial', says: 'puts a token on a chain' },
  {
    verbs: words('complete'),
    any: words('order checkout purchase'),
    category: 'Financial',
    says: 'completes an order',
  },
  {
    verbs: words('claim'),
    any: words('token commission payout dividend'),
    category: 'Financial',
    says: 'moves tokens or money',
  },
  {
    verbs: words('change upgrade downgrade'),
    any: words('plan'),
    head: words('subscription plan'),
    category: 'Financial',
    says: 'changes a paid plan',
  },
  {
    verbs: words('quote'),
    any: words('tweet post'),
    category: 'Execute',
    says: 'posts to people',
    when: (_, { clarity }) => clarity >= 2,
  },
  {
    verbs: words('send'),
    any: words('prompt question'),
    category: 'Read',
    says: 'asks a model',
    when: (_, { rest }) => !rest.includes('user'),
  },
  {
    verbs: words('send'),
    rest: words('model llm gpt claude gemini grok openai deepseek perplexity'),
    category: 'Read',
    says: 'asks a model',
    when: (_, { preposition, object }) => preposition === 'to' && !object.includes('message'),
  },
  {
    verbs: words('move'),
    any: words('camera mouse cursor browser pointer robot arm player turtle character servo motor joint direction'),
    category: 'Execute',
    says: 'drives a device or editor',
  },
  {
    verbs: words('move'),
    rest: words('direction position'),
    category: 'Execute',
    says: 'drives a device or editor',
    when: (t) => t.device,
  },
  { verbs: words('use'), any: words('computer device browser'), category: 'Execute', says: 'drives a device' },
  { verbs: words('join'), any: words('meeting call conference'), category: 'Execute', says: 'joins a meeting' },
  {
    verbs: words('show display'),
    any: words('notification toast alert dialog popup'),
    category: 'Execute',
    says: 'sends something to people',
    when: (_, { verb, object }) => verb.base === 'show' || object.at(-1) !== 'alert',
  },
  {
    verbs: words('format'),
    any: words('range cell column row table paragraph sheet'),
    category: 'Write',
    says: 'changes a document',
    when: (t, { object }) => t.document && !object.includes('markdown'),
  },
  {
    verbs: words('rewrite'),
    any: words('file document note page'),
    category: 'Write',
    says: 'writes a file',
    when: (_, { from }) => from === 'name',
  },
  {
    verbs: words('clear empty'),
    any: words('cart basket'),
    category: 'Write',
    says: 'clears a list that can be made again',
  },
  {
    verbs: words('clear'),
    any: words('browser'),
    category: 'Execute',
    says: 'drives a browser or device',
    when: (t) => t.device,
  },
  {
    verbs: words('remove'),
    any: words('import'),
    category: 'Write',
    says: 'edits code',
    when: (_, { object }) => object.at(-1) === 'import',
  },
  {
    verbs: words('submit refresh activate init upload'),
    any: words('form browser tab file page'),
    category: 'Execute',
    says: 'drives a browser or device',
    when: (t, { object, verb }) =>
      t.device &&
      /\bbrowser|\bpage\b|\btab\b|playwright|puppeteer/.test(object.join(' ')) &&
      (verb.base !== 'upload' || object.includes('browser')),
  },
  {
    verbs: words('terminate kill'),
    any: words('gdb debug sandbox'),
    category: 'Execute',
    says: 'stops something that runs',
    when: (_, { object }) => object.at(-1) === 'gdb',
  },
  { verbs: words('attach'), any: words('process debugger'), category: 'Execute', says: 'takes hold of a process' },
  {
    verbs: words('apply'),
    any: words('model framework thinking reasoning pattern principle method methodology technique heuristic'),
    category: 'Read',
    says: 'applies a way of thinking',
  },
  {
    verbs: words('start trigger launch initiate submit queue enqueue schedule'),
    any: words(
      'task crawling scanning indexing importing analysis scan crawl export import audit evaluation job research backup migration sync report query ingestion indexing build scrape extraction',
    ),
    category: 'Execute',
    says: 'starts work that goes on after the call',
  },
  {
    verbs: words('start stop'),
    any: words('timer tracking timesheet sprint entry timeslip stopwatch'),
    category: 'Write',
    says: 'keeps a record of time',
  },
  {
    verbs: words('start begin initialize continue'),
    any: words('conversation thinking interview chat reasoning discussion thought analysis'),
    category: 'Read',
    says: 'starts a line of thought',
    unsure: true,
  },
  {
    verbs: RUNNING,
    head: READINGS,
    category: 'Read',
    says: 'looks something up or works it out',
    when: (_, { verb }) => verb.base !== 'trigger',
  },
  {
    verbs: words('perform do conduct'),
    any: words(
      'action task click step gesture drag swipe tap http request transaction swap git attack exploit upgrade deployment test load',
    ),
    category: 'Execute',
    says: 'does something beyond the call',
    when: (_, { object }) => !object.some((word) => READINGS.has(word)),
  },
  {
    verbs: words('perform conduct do provide'),
    category: 'Read',
    says: 'works something out',
    unsure: true,
    when: (_, { object }) => object.some((word) => READINGS.has(word)),
  },
  {
    verbs: words('test'),
    any: words('connection connectivity regex pattern hypothesis mcp server hello setup'),
    category: 'Read',
    says: 'checks that something answers',
  },
  {
    verbs: words('build construct compose make prepare draft'),
    any: words(
      'query url request prompt unsigned tree graph path transaction topic signature profile payload expression filter context link uri message',
    ),
    category: 'Read',
    says: 'works something out',
    when: (t, { object }) => !t.device && (!object.includes('request') || object.includes('payload')),
  },
  {
    verbs: words('evaluate eval'),
    any: words('javascript js script code expression'),
    category: 'Execute',
    says: 'runs code',
    when: (t, { object }) =>
      t.device ||
      object.includes('script') ||
      object.includes('javascript') ||
      object.includes('js') ||
      object.includes('code'),
  },
  { verbs: words('crawl'), any: words('job'), category: 'Execute', says: 'starts work that goes on after the call' },
  {
    verbs: words('open'),
    any: words('node entity memory interest record'),
    category: 'Read',
    says: 'returns what is kept',
  },
  {
    verbs: words('create make'),
    any: words('completion embedding'),
    category: 'Read',
    says: 'returns an answer of a model',
  },
  {
    verbs: words('track'),
    any: words('event expense time habit meal food conversion mood weight water calorie workout decision'),
    category: 'Write',
    says: 'records something',
  },
  // Media and compute.
  {
    verbs: words(
      'generate create make edit design produce compose modify transform animate convert synthesize draw extend remix stitch dub clone',
    ),
    head: MEDIA,
    category: 'Execute',
    says: 'produces media with a model',
    when: (t, { verb, object, from }) => isGenerated(verb.base, object, t, from),
  },
  {
    verbs: words('generate produce synthesize'),
    any: words('image video audio music speech voice song'),
    category: 'Execute',
    says: 'produces media with a model',
    when: (_, { object }) =>
      !object.some((word) =>
        /^(?:prompt|description|script|caption|idea|title|code|url|tag|query|text|qr|qrcode|chart|diagram|thumbnail|svg|barcode|preview|placeholder)$/.test(
          word,
        ),
      ),
  },
  {
    verbs: words('convert transform turn'),
    any: words('text'),
    rest: words('speech audio voice image video music'),
    category: 'Execute',
    says: 'produces media with a model',
  },
  { verbs: words('text image video photo'), category: 'Read', says: 'describes something', unsure: true },
  {
    verbs: words('generate regenerate produce create'),
    any: words('key token credential secret apikey keypair certificate webhook'),
    category: 'Write',
    says: 'makes a new key or secret',
    when: (_, { verb, object }) => verb.base !== 'create' && !object.includes('uuid') && !object.includes('keyword'),
  },
  {
    verbs: words('generate'),
    any: words('wallet account project file page document component'),
    category: 'Write',
    says: 'creates something',
    unsure: true,
    when: (_, { object }) => object.at(-1) === 'wallet' || object.at(-1) === 'project',
  },
  {
    verbs: words('create launch start provision spawn add run'),
    head: COMPUTE,
    category: 'Execute',
    says: 'starts something that runs',
    when: (t, { verb, object }) => verb.base !== 'add' && !isPlainRecord(object, t),
  },
  {
    verbs: words('update patch edit modify set scale resize rollout change'),
    any: words('deployment replica daemonset statefulset replicaset autoscaling'),
    category: 'Execute',
    says: 'changes what runs',
    when: (t) => t.cloud,
  },
  {
    verbs: words('apply'),
    any: words('manifest yaml terraform migration kustomize helm chart'),
    category: 'Execute',
    says: 'applies changes to what runs',
  },
  {
    verbs: words('migrate'),
    any: words('database schema'),
    category: 'Execute',
    says: 'changes a database by a script',
  },
  {
    verbs: words('resize scale'),
    any: words('image picture photo window matrix vector font recipe'),
    category: 'Read',
    says: 'returns a changed copy',
    unsure: true,
    when: (t, { object }) => !object.includes('window') || !t.device,
  },
  { verbs: words('resize'), category: 'Execute', says: 'changes what runs', when: (t) => t.cloud || t.device },
  {
    verbs: words('merge'),
    any: words('request pr pull mr branch'),
    category: 'Execute',
    says: 'merges code that others run',
  },
  {
    verbs: words('push'),
    any: words('element item value stack array'),
    category: 'Write',
    says: 'adds something',
    unsure: true,
  },
  {
    verbs: words('record'),
    any: words('video screen audio macro gif'),
    category: 'Execute',
    says: 'records from a device',
  },
  {
    verbs: words('close'),
    any: words('browser tab page window app application session connection valve door cover garage'),
    category: 'Execute',
    says: 'closes what is open',
    when: (t) => t.device || t.cloud,
  },
  { verbs: words('close'), any: words('browser tab window app'), category: 'Execute', says: 'closes what is open' },
  {
    verbs: words('set toggle turn adjust change switch enable disable'),
    any: words(
      'light brightness thermostat temperature volume fan power lamp plug speaker relay heater motor servo led gpio playback hvac camera',
    ),
    category: 'Execute',
    says: 'drives a device',
    when: (_, { object }) =>
      object.some((word) =>
        /^(?:light|brightness|thermostat|fan|lamp|plug|speaker|relay|heater|motor|servo|led|gpio|playback|hvac)$/.test(
          word,
        ),
      ),
  },
  {
    verbs: words('upload fill select type drag hover focus check uncheck'),
    category: 'Execute',
    says: 'drives a browser or device',
    when: (t, { verb }) => t.device && verb.base !== 'check' && verb.base !== 'upload',
  },
  {
    verbs: words('switch select new create add'),
    head: words('tab page frame window'),
    category: 'Execute',
    says: 'drives a browser or device',
    when: (t) => t.device && !t.document,
  },
  {
    verbs: words('switch use select set'),
    any: words('tab window frame'),
    category: 'Execute',
    says: 'drives a browser or device',
    when: (t) => t.device,
  },
  {
    verbs: words('skip seek next previous queue'),
    category: 'Execute',
    says: 'drives a player',
    when: (t) => t.device,
  },
];

/** Whether making this kind of media is the work of a model, not a drawing from data or a record in a catalogue. */
function isGenerated(verb: string, object: readonly string[], topics: Topics, from: Action['from']): boolean {
  if (
    object.some((word) =>
      /^(?:qr|qrcode|barcode|chart|diagram|plot|graph|badge|thumbnail|placeholder|svg|preview|screenshot)$/.test(word),
    )
  )
    return false;
  if (['generate', 'synthesize', 'produce', 'compose', 'dub', 'animate', 'remix'].includes(verb)) return true;
  const head = object.at(-1) ?? '';
  if (verb === 'edit' && /^(?:image|picture|photo|video|audio)$/.test(head) && !topics.device) return true;
  if (topics.device || topics.document) return false;
  if (verb === 'clone') return head === 'voice';
  if (verb === 'convert' || verb === 'transform' || verb === 'extend' || verb === 'draw' || verb === 'modify')
    return false;
  return (
    /^(?:image|picture|video|music|song|speech|voice|avatar|podcast|meme)$/.test(head) &&
    !(from === 'description' && object.length > 4)
  );
}

/** Words that make a record out of what else would be something that runs. */
function isPlainRecord(object: readonly string[], topics: Topics): boolean {
  const head = object.at(-1) ?? '';
  if (
    /^(?:environment|node|task|device|process|server|agent|stack|call|session|batch|instance|evaluation|job|workload|browser|execution|crawler|fleet)$/.test(
      head,
    )
  ) {
    return !topics.cloud && !(topics.device && /^(?:session|browser)$/.test(head));
  }
  return object.includes('config') || object.includes('template');
}

/** The rules of each verb, in their order. */
const RULES_BY_VERB: ReadonlyMap<string, readonly ObjectRule[]> = rulesByVerb();

function rulesByVerb(): ReadonlyMap<string, readonly ObjectRule[]> {
  const byVerb = new Map<string, ObjectRule[]>();
  for (const rule of RULES) {
    for (const verb of rule.verbs) {
      const rules = byVerb.get(verb);
      if (rules === undefined) byVerb.set(verb, [rule]);
      else rules.push(rule);
    }
  }
  return byVerb;
}

/** What one action means in this definition. */
export function meaningOf(action: Action, topics: Topics): Meaning {
  const head = action.object.at(-1) ?? '';
  for (const rule of RULES_BY_VERB.get(action.verb.base) ?? []) {
    if (rule.head !== undefined && !rule.head.has(head)) continue;
    if (rule.any !== undefined && !action.object.some((word) => rule.any?.has(word))) continue;
    if (rule.rest !== undefined && !action.rest.some((word) => rule.rest?.has(word))) continue;
    if (rule.when !== undefined && !rule.when(topics, action)) continue;
    return { category: rule.category, says: rule.says, sure: rule.unsure !== true, specific: true };
  }
  return { category: action.verb.category, says: action.verb.says, sure: true, specific: false };
}
