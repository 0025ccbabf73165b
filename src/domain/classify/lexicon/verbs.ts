import type { Category } from '../../risk/category.ts';
import type { Example } from './example.ts';
import { participle, verbForms } from './inflection.ts';
import { words } from './word-list.ts';

/** What a verb says of a tool when nothing about its object says otherwise (`objects.ts` knows the cases). */
export interface Verb {
  readonly base: string;
  readonly category: Category;
  /** As often a noun (order, report, transfer): its place in the name or sentence must show that it is a verb. */
  readonly loose: boolean;
  /** In our words, with "it" before them. */
  readonly says: string;
}

/** A verb of the table with the example that it is for. */
export interface VerbRow extends Verb {
  readonly example: Example;
}

/**
 * Verbs with the same meaning for risk: `firm` ones are hardly ever nouns, `loose` ones often are. A row is the verb and what
 * an example does it to, rows are parted by semicolons: "withdraw cash at a bank".
 */
interface VerbGroup {
  readonly category: Category;
  readonly says: string;
  readonly firm: string;
  readonly loose: string;
}

/** Prepositions that end the name of an example. */
const PREPOSITIONS: ReadonlySet<string> = words('about against as at for from in of on over to with');

const GROUPS: readonly VerbGroup[] = [
  {
    category: 'Read',
    says: 'returns information',
    firm: `get an item; fetch a parcel; retrieve a parcel; read a poem; list poems; search poems; find a poem; describe a
      parcel; inspect a parcel; show a parcel; browse a shelf; obtain a stamp; recall a poem; acquire a stamp;
      enumerate stamps; discover stamps; explore a shelf; explain a poem; summarize a poem; summarise a poem; tell a
      story; suggest a poem; recommend a poem; locate a parcel; ls a shelf; cat a poem; grep poems; glob poems;
      introspect a parcel; whoami; head of a poem; tail of a poem; poll a parcel; wait a minute; sleep a minute; ping
      a lighthouse; echo a poem; watch a parcel; enrich a poem; reveal a poem; rephrase a poem; paginate poems;
      concatenate poems; choose a poem; advise a gardener; prioritize chores; decompose a riddle; refine a riddle;
      respond with a poem; identify a bird; recognize a bird; recognise a bird; detect a bird; observe a bird; learn a
      poem; check a parcel; listen to birds; sniff a flower; greet a guest; access a shelf; lookup a poem; collect
      poems; is ripe; has petals; gather poems; determine a winner; visualize a garden; visualise a garden;
      investigate a riddle; brainstorm riddles`,
    loose: `query a shelf; view a parcel; display a poem; return a poem; help a gardener; report the harvest; preview a
      poem; provide a poem; monitor a garden; answer a riddle; ask a gardener; chat about gardens; think about a
      riddle; reason about a riddle; reflect on a riddle; count poems; measure a garden; guide a gardener; guess a
      riddle; trace a parcel; profile a garden; scan a barcode; solve a riddle; look at a parcel; info about a garden;
      status of a garden; peek at a parcel; say a poem; ocr a page; debug a clock; dump a garden; track a parcel;
      normalize poems; deduplicate poems; obfuscate a poem; perform a poem; do a puzzle; conduct an orchestra; quote a
      poem; load a poem; roll a dice; reverse a poem; print a poem; adapt a poem; prepare a feast; raise a number; dig
      a garden; output a poem; surface a riddle; pack a basket; package a basket; select a poem; demonstrate a riddle`,
  },
  {
    category: 'Read',
    says: 'computes or checks something',
    firm: `analyze a poem; analyse a poem; validate a poem; verify a poem; calculate a sum; compute a sum; compare poems;
      convert metres; parse a poem; extract verses; translate a poem; transform a poem; estimate a harvest; predict a
      harvest; evaluate a harvest; assess a harvest; diagnose a plant; examine a plant; classify a plant; categorize
      plants; decode a riddle; encode a riddle; format a poem; simulate a harvest; tokenize a poem; lint a poem;
      critique a poem; subtract numbers; multiply fractions; divide fractions; optimize a route; optimise a route; infer a
      rule; geocode a village; beautify a poem; prettify a poem; minify a poem; interpret a poem; transcribe a poem;
      screenshot a garden; crop a photograph; encrypt a poem; decrypt a poem; filter poems; aggregate harvests;
      rewrite a poem; paraphrase a poem; capture a garden; simplify a fraction; differentiate a curve; integrate a
      curve; disassemble a clock; decompile a clock; proofread a poem; autocomplete a poem; capitalize a verse; standardize poems; scrape a fence; crawl a fence; outline a poem`,
    loose: `review a poem; match poems; score a poem; plot a curve; sum fractions; render a poem; map a garden; highlight a
      verse; sample a harvest; benchmark a clock; research a plant; grade a poem; diff poems; chart a harvest; rank
      poems; audit a garden; forecast a harvest; hash a poem; round a number; factor a number; analysis of a harvest;
      calculation of a harvest; conversion of metres; validation of a poem; calculator for harvests; converter for
      metres; power of a number; truncate a poem; chunk a poem; triage chores; addition of vectors; subtraction of
      vectors; multiplication of vectors; division of vectors; resolve a riddle`,
  },
  {
    category: 'Read',
    says: 'generates something',
    firm: `generate a riddle; produce a riddle; regenerate a riddle`,
    loose: '',
  },
  {
    category: 'Read',
    says: 'returns a copy of something',
    firm: `download a poem; export poems`,
    loose: `snapshot of a garden`,
  },
  {
    category: 'Write',
    says: 'creates something',
    firm: `create a shelf; add a shelf; insert a verse; upload a poem; append a verse; prepend a verse; upsert a shelf;
      duplicate a shelf; clone a shelf; make a shelf; compose a letter; initialize a shelf; initialise a shelf; init a
      shelf; setup a shelf; register a bicycle; embed a poem; ingest poems; import poems; define a shelf; establish a
      club; attach a label; instantiate a shelf; provision a shelf; populate a shelf; seed a garden; scaffold a shelf;
      bootstrap a garden; mkdir garden; save a poem; store a poem; remember a birthday; memorize a poem; persist a
      poem; write a poem`,
    loose: `copy a poem; fork a recipe; draft a letter; draw a garden; record a harvest; log a harvest; note a harvest;
      comment on a poem; bookmark a poem; paste a verse; design a garden; stage a garden; touch a poem; index poems;
      put a poem on a shelf; new shelf; ensure a shelf`,
  },
  {
    category: 'Write',
    says: 'changes something',
    firm: `update a shelf; edit a poem; modify a shelf; replace a verse; rename a shelf; move a shelf; configure a shelf;
      adjust a shelf; toggle a shelf; enable a shelf; disable a shelf; assign a chore; unassign a chore; reassign a
      chore; unmark a chore; unarchive a poem; reopen a shelf; restore a page; bump a poem; finalize a poem; align
      shelves; revise a poem; confirm a seat; transition a chore; unresolve a riddle; equip a knight; relocate a
      shelf; dispose of a shelf; backup a garden; shorten a link; enroll a gardener; increase a shelf; decrease a
      shelf; boost a shelf; lower a shelf; flip a photograph; invert a photograph; mirror a photograph; flatten a
      shape; arrange shelves; distribute shelves; indent a verse; nest shelves; bake a shape; subdivide a shape;
      extrude a shape; bevel a shape; craft a lantern; quantize a melody line; transpose a melody line; dequeue a
      chore; chmod a poem; chown a poem; symlink a poem; mount a shelf; unmount a shelf; award a ribbon; escalate a
      chore; reconcile harvests; allocate a seat; vectorize a sketch; consolidate shelves; mutate a plant; override a
      chore; expand a shape; sign a petition; pin a poem; unpin a poem; mute a gardener; unmute a gardener; unstar a
      poem; follow a gardener; unfollow a gardener; unlike a poem; upvote a poem; downvote a poem; subscribe to a
      gazette; unsubscribe from a gazette; unlock a shelf; unlink a poem; detach a label; join a club; leave a club;
      accept a chore; reject a chore; decline a chore; acknowledge a chore; finish a chore; promote a gardener; demote
      a gardener; increment a tally; decrement a tally; reorder shelves; ungroup shapes; merge cells; split a shape;
      alter a shelf; customize a shelf; annotate a poem; undo a stroke; redo a stroke; activate a shelf; deactivate a
      shelf; reactivate a shelf; revert a poem; sync shelves; synchronize shelves; submit a poem; dismiss a reminder;
      snooze a reminder; apply a stamp; migrate shelves; refactor a recipe; hide a shelf; unhide a shelf; overwrite a
      poem; publish a poem; unpublish a poem; stash a poem; rebase a poem; amend a poem; approve a poem; block a
      gardener; unblock a gardener; ban a gardener; unban a gardener; kick a gardener; revoke a badge; rotate a badge;
      grant a badge; invite a gardener; unshare a poem; authorize a gardener; deauthorize a gardener; impersonate a
      gardener; login as a gardener; logout a gardener; authenticate a gardener; connect a shelf; disconnect a shelf;
      unregister a bicycle; deregister a bicycle; combine shelves; untrack a parcel; associate a label; disassociate a
      label; bind a label; unbind a label; flush a queue; invalidate a stamp; extend a lease; renew a lease; unzip a
      parcel; remove a tag; manage shelves; fix a shelf; cleanup a shelf; expire a badge; protect a branch; expose a shelf; cast a ballot; unprotect
      a branch; unapprove a poem; enforce a curfew; compress a poem; decompress a poem; unset a label; react to a
      poem; close a shelf; cherry-pick a poem`,
    loose: `set a label; change a label; patch a shelf; mark a chore; tag a poem; label a poem; link poems; group poems;
      claim a chore; schedule a chore; plan a garden; sort shelves; complete a chore; process a chore; refresh a
      shelf; checkout a branch; pull a branch; archive a poem; lock a shelf; share a poem; rate a poem; vote for a
      poem; star a poem; like a poem; favorite a poem; favourite a poem; reset a shelf; clear a filter; clean a
      shelf; commit a poem; use a shelf; switch a shelf; handle a chore; maintain a shelf; resize a shelf; zip poems;
      book a court; reserve a court; signup a gardener; signin a gardener; reply to a poem; shift a shelf; tune a
      piano; tick a chore; trim a hedge; place a shelf; paint a fence; color a fence; center a shape; wrap a parcel;
      smooth a curve; mix colours; pop a stack; issue a badge; partition a shelf; clock a shift; position a shape`,
  },
  {
    category: 'Execute',
    says: 'sets something in motion',
    firm: `run a mill; execute a plan of work; exec a plan of work; eval a riddle; invoke a spirit; trigger a bell; start a
      mill; stop a mill; restart a mill; reboot a mill; launch a kite; relaunch a kite; deploy a tent; redeploy a
      tent; rollback a tent; compile a program; rebuild a mill; kill a mill; abort a flight plan; cancel a mill;
      resume a mill; spawn a herd; dispatch a courier; delegate a chore; orchestrate a parade; automate a mill;
      suspend a mill; hibernate a mill; install a mill; reinstall a mill; fuzz a parser; exploit a weakness; retrain a
      forecaster; finetune a forecaster; enqueue a chore; retry a mill; rerun a mill; replay a parade; hangup;
      recreate a mill; reconnect a mill; maximize a pane; minimize a pane; summon a spirit; unpause a mill; autoscale
      a mill; drain a pond; cordon a pond; uncordon a pond; evict a tenant; initiate a parade; shut a mill; quit a mill; repost a verse; reprocess a parcel`,
    loose: `exercise a right; build a mill; test a mill; call a courier; pause a mill; release a dove; scale a mill; fire a
      cannon; boot a mill; train a forecaster; command a mill; reload a mill; continue a parade; begin a parade; end a
      parade; halt a mill; shutdown a mill; request a courier; proxy a courier; detonate a charge; push a branch;
      upgrade a mill; action a chore; interact with a mill; serve a dinner`,
  },
  {
    category: 'Execute',
    says: 'drives a browser, device or application',
    firm: `emulate a keystroke; click a button; doubleclick a button; navigate to a page; hover over a pane; scroll a
      page; tap a button; swipe a page; goto a page; press a button; drag a chair; steer a boat; speak a verse;
      mousemove over a button`,
    loose: `play a tune; type a verse; open a hatch; input a verse; fill a blank; key a verse; keypress of a letter; focus a
      pane; blur a pane; zoom a pane; go to a pane; back to a pane; forward a page; turn a wheel; skip a verse; seek a
      verse; control a crane; arm an alarm; disarm an alarm; jump a fence; fly a kite; land a kite; takeoff of a kite;
      mouse over a pane; keyboard for a pane`,
  },
  {
    category: 'Execute',
    says: 'sends something to people or other systems',
    firm: `send a parcel; notify a gardener; tweet a verse; retweet a verse; broadcast a verse; resend a parcel`,
    loose: `post a parcel; message a gardener; email a gardener; mail a gardener; sms a gardener; whisper a secret to a
      gardener; announce a parade; dial a gardener`,
  },
  {
    category: 'Execute',
    says: 'produces media with a model',
    firm: `upscale a sketch; outpaint a sketch; inpaint a sketch; synthesize a chord; imagine a garden`,
    loose: `tts for a verse`,
  },
  {
    category: 'Destructive',
    says: 'removes something for good',
    firm: `delete a shelf; del a shelf; destroy a shelf; purge a shelf; wipe a shelf; erase a shelf; uninstall a mill;
      prune a shelf; expunge a shelf; rm a shelf; rmdir a shelf; deprovision a shelf; decommission a mill; terminate a
      lease; obliterate a shelf; nuke a shelf; shred a letter; nullify a verse; discard a shelf; forget a birthday; eliminate a shelf`,
    loose: `drop a shelf; empty a shelf; trash a shelf`,
  },
  {
    category: 'Financial',
    says: 'moves money or value',
    firm: `pay a baker; redelegate coins; undelegate coins; disburse a stipend; rebalance a basket of shares; repay a debt;
      refund a baker; unstake coins; buy bread; sell bread; purchase bread; withdraw cash; mint coins; airdrop coins;
      liquidate shares; donate to a charity; remit a sum; prepay a baker`,
    loose: `swap coins; stake coins; transfer shares; trade shares; deposit cash; burn coins; redeem a voucher; bid
      for a vase; borrow cash; lend cash; charge a customer; order bread from the merchant; invoice a customer; bridge
      coins; bet shares on a race; tip a merchant; payout to a baker; fund a wallet; topup a wallet;
      wire a sum from a bank; zap sats; exchange shares`,
  },
];

/** The rows of a list: each is a verb and, behind it, what the example does it to. */
function rowsOf(list: string): string[] {
  return list
    .split(';')
    .map((row) => row.trim())
    .filter((row) => row !== '');
}

function verbTable(): ReadonlyMap<string, VerbRow> {
  const verbs = new Map<string, VerbRow>();
  for (const { category, says, firm, loose } of GROUPS) {
    const add = (row: string, isLoose: boolean) => {
      const base = row.split(/\s+/)[0] as string;
      if (!verbs.has(base)) verbs.set(base, { base, category, loose: isLoose, says, example: verbExample(row) });
    };
    for (const row of rowsOf(firm)) add(row, false);
    for (const row of rowsOf(loose)) add(row, true);
  }
  return verbs;
}

/** "withdraw cash at a bank" is the tool `withdraw_cash`: "Withdraw cash at a bank". */
function verbExample(row: string): Example {
  const words = row.split(/\s+/);
  const end = words.findIndex((word, index) => index > 0 && PREPOSITIONS.has(word));
  const named = (end < 0 ? words : words.slice(0, end)).filter(
    (word) => word !== 'a' && word !== 'an' && word !== 'the',
  );
  const text = words.join(' ');
  return { name: named.join('_'), description: `${text.charAt(0).toUpperCase()}${text.slice(1)}` };
}

/** Every verb that is known, by its plain form. */
export const VERBS: ReadonlyMap<string, VerbRow> = verbTable();

/** How a word may be read as a verb: which, and in which form. */
export interface VerbReading {
  readonly verb: Verb;
  readonly form: 'plain' | 'third' | 'gerund';
}

function readingTable(): ReadonlyMap<string, VerbReading> {
  const readings = new Map<string, VerbReading>();
  for (const verb of VERBS.values()) readings.set(verb.base, { verb, form: 'plain' });
  for (const verb of VERBS.values()) {
    const { third, gerund } = verbForms(verb.base);
    if (!readings.has(third)) readings.set(third, { verb, form: 'third' });
    if (!readings.has(gerund)) readings.set(gerund, { verb, form: 'gerund' });
  }
  return readings;
}

const READINGS = readingTable();

/** The verb that a lower-case word of a text can be a form of. */
export function readVerb(word: string): VerbReading | undefined {
  return READINGS.get(word);
}

const PARTICIPLES: ReadonlyMap<string, Verb> = new Map(
  [...VERBS.values()].toReversed().map((verb) => [participle(verb.base), verb]),
);

/** The verb whose passive a lower-case word makes: "deleted", "sent". */
export function readParticiple(word: string): Verb | undefined {
  return PARTICIPLES.get(word);
}
