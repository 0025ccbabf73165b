import { type ExampleTable, plainTable, wordTable } from './example-table.ts';
import { words } from './word-list.ts';

/** Verbs that begin something that can be money. */
export const CREATING =
  words(`create make place submit open add generate issue execute process capture confirm finalize new initiate schedule post send
  do perform request start set setup define register build establish put`);

/** Verbs that only say that something is done. */
export const RUNNING = words('run execute perform make do request process conduct handle exec');

/** What value is counted in. */
export const COINS =
  words(`bitcoin ethereum solana ether nano dollar eth sol btc sui ton usdc usdt dai bnb matic sat bundle satoshi lamport ether coin crypto cryptocurrency fund money cash payment tip
  donation token nft wei zap tao xrp ada dot near apt asset currency usd transaction tx userop keysend trx xlm lumen`);

/** Nouns of paying. */
export const PAYMENT =
  words(`payment invoice charge refund payout checkout donation withdrawal bid trade swap purchase transfer deposit
  preorder tip remittance disbursement loan mandate dca payroll escrow settlement debit installment reimbursement`);

/** Nouns of trading. */
export const ORDER = words('order trade position bid offer swap oco otoco bracket');

/** Kinds of media. */
export const MEDIA =
  words(`image picture photo video audio music song speech voice voiceover sound avatar illustration animation portrait sticker meme
  wallpaper artwork painting gif track podcast soundtrack clip texture mesh drawing sfx lyric melody instrumental dubbing dub`);

/** What runs once it is made. */
export const COMPUTE = words(`
  instance vm machine droplet container pod cluster sandbox deployment server job run session build call crawl
  codespace stack daemonset statefulset workload lambda process agent crawler execution browser device simulator
  emulator batch evaluation microvm environment node replica fleet swarm subagent batchjob training finetune
  finetuning`);

/** What is put on and taken off. */
export const MEMBERSHIP = words(`member label tag assignee assignment reviewer collaborator upvote follower watcher
  participant attendee guest item track song annotation alias filter formatting style role permission admin subscriber attribute flag
  highlight dependency relation relationship contributor owner user access tile element child member pin lock reader editor moderator
  subscription approval protection approver mapping override restriction limit decorator customfield marker ban block`);

/** What things are put into and taken out of. */
export const CONTAINERS =
  words(`group list playlist collection cart favorite favourite team channel queue watchlist project role folder library board issue
  task audience segment repository organization organisation room selection category set bucketlist wishlist allowlist blocklist
  whitelist blacklist card note bookmark sprint epic milestone campaign tag pr`);

/** What a tool keeps for itself. */
export const SCRATCH = words(`clipboard screen state field input form mock
  context buffer error network log cookie storage style metric thought thinking display terminal output geolocation interception color
  stat debugger timer emulation throttling watch redo undo search viewport configuration`);

/** Nouns of looking and working out. */
export const READINGS =
  words(`search lookup analysis check validation calculation comparison evaluation review verification inspection diagnostic
  healthcheck assessment research ocr translation conversion summary extraction query select audit report forecast prediction
  simulation backtest estimation lookup detection classification websearch reasoning thinking fetch retrieval
  whois geocoding ranking similarity explain statistic regression clustering screening scrape sum addition subtraction multiplication
  division recognition arithmetic math computation step discovery reflection trace dig nslookup ping health get`);

/** Programs that work by themselves. */
export const AGENTS = words('agent subagent bot copilot ai assistant');

/** Parts of a database. */
export const DATABASE = words(
  'table database db index collection schema view column role user partition constraint keyspace stash sequence function tablespace graph bucket',
);

/** What an example of each noun or verb looks like. */
export const KIND_EXAMPLES: readonly ExampleTable[] = [
  plainTable('creating', CREATING, { gives: 'Financial', example: (verb) => ({ name: `${verb}_payment` }) }),
  plainTable('running', RUNNING, { gives: 'Execute', example: (verb) => ({ name: `${verb}_dml_query` }) }),
  wordTable('coin', COINS, { gives: 'Financial', example: (noun) => ({ name: `move_${noun}`, server: 'solana' }) }),
  wordTable('payment', PAYMENT, {
    except: ['refund', 'purchase'],
    gives: 'Financial',
    example: (noun) => ({ name: `process_${noun}` }),
  }),
  wordTable('order', ORDER, { gives: 'Financial', example: (noun) => ({ name: `modify_${noun}`, server: 'binance' }) }),
  wordTable('media', MEDIA, { gives: 'Execute', example: (noun) => ({ name: `compose_${noun}` }) }),
  wordTable('compute', COMPUTE, {
    gives: 'Execute',
    example: (noun) => ({ name: `provision_${noun}`, server: 'kubernetes' }),
  }),
  wordTable('membership', MEMBERSHIP, {
    except: ['subscription'],
    gives: 'Write',
    example: (noun) => ({ name: `remove_${noun}` }),
  }),
  wordTable('container', CONTAINERS, { gives: 'Write', example: (noun) => ({ name: `remove_rose_from_${noun}` }) }),
  wordTable('scratch', SCRATCH, { gives: 'Write', example: (noun) => ({ name: `clear_${noun}` }) }),
  wordTable('reading', READINGS, { gives: 'Read', example: (noun) => ({ name: `execute_${noun}` }) }),
  wordTable('agent', AGENTS, { gives: 'Execute', example: (noun) => ({ name: `assign_${noun}` }) }),
  wordTable('database', DATABASE, {
    except: ['schema', 'stash'],
    gives: 'Destructive',
    example: (noun) => ({ name: `drop_${noun}_marker` }),
  }),
];
