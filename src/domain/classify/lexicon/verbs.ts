import type { Category } from '../../risk/category.ts';
import { verbForms } from './inflection.ts';

/** What a verb says of a tool when nothing about its object says otherwise (`objects.ts` knows the cases). */
export interface Verb {
  readonly base: string;
  readonly category: Category;
  /** As often a noun (order, report, transfer): its place in the name or sentence must show that it is a verb. */
  readonly loose: boolean;
  /** In our words, with "it" before them. */
  readonly says: string;
}

/** Verbs with the same meaning for risk: `firm` ones are hardly ever nouns, `loose` ones often are. */
interface VerbGroup {
  readonly category: Category;
  readonly says: string;
  readonly firm: string;
  readonly loose: string;
}

const GROUPS: readonly VerbGroup[] = [
  {
    category: 'Read',
    says: 'returns information',
    firm: `get fetch retrieve read list search find describe inspect show browse obtain recall acquire enumerate discover explore
      explain summarize summarise tell suggest recommend locate ls cat grep glob introspect whoami head tail poll wait sleep ping echo
      watch enrich reveal rephrase paginate concatenate choose advise prioritize decompose refine respond identify recognize recognise detect observe learn check listen sniff greet access lookup collect is has
      gather determine visualize visualise investigate brainstorm`,
    loose: `query view display return help report preview provide monitor answer ask chat think reason reflect count measure guide guess
      trace profile scan solve look info status peek say ocr debug dump track normalize deduplicate obfuscate perform do conduct quote load roll reverse print adapt prepare raise dig output surface pack package select`,
  },
  {
    category: 'Read',
    says: 'computes or checks something',
    firm: `analyze analyse validate verify calculate compute compare convert parse extract translate transform estimate predict evaluate
      assess diagnose examine classify categorize decode encode format simulate tokenize lint critique subtract multiply divide optimize
      optimise infer geocode beautify prettify minify interpret transcribe screenshot crop encrypt decrypt filter aggregate
      rewrite paraphrase capture simplify differentiate integrate disassemble decompile proofread scrape crawl outline`,
    loose: `review match score plot sum render map highlight sample benchmark research grade diff chart rank audit forecast hash round factor
      analysis calculation conversion validation calculator converter power truncate chunk triage addition subtraction multiplication division resolve`,
  },
  { category: 'Read', says: 'generates something', firm: 'generate produce regenerate', loose: '' },
  { category: 'Read', says: 'returns a copy of something', firm: 'download export', loose: 'snapshot' },
  {
    category: 'Write',
    says: 'creates something',
    firm: `create add insert upload append prepend upsert duplicate clone make compose initialize initialise init setup register embed
      ingest import define establish attach instantiate provision populate seed scaffold bootstrap mkdir save store remember memorize persist
      write`,
    loose: 'copy fork draft draw record log note comment bookmark paste design stage touch index put new ensure',
  },
  {
    category: 'Write',
    says: 'changes something',
    firm: `update edit modify replace rename move configure adjust toggle enable disable assign unassign reassign unmark unarchive reopen
      restore bump finalize align revise confirm transition unresolve equip relocate dispose backup shorten enroll increase decrease lower boost flip invert mirror flatten arrange distribute indent nest bake subdivide extrude bevel craft quantize transpose dequeue chmod chown symlink mount unmount award escalate reconcile allocate vectorize consolidate mutate override expand sign pin unpin mute unmute unstar follow unfollow unlike upvote downvote subscribe unsubscribe unlock unlink
      detach join leave accept reject decline acknowledge finish promote demote increment decrement reorder ungroup merge split alter
      customize annotate undo redo activate deactivate reactivate revert sync synchronize submit dismiss snooze apply
      migrate refactor hide unhide overwrite publish unpublish stash rebase amend approve convert block unblock ban unban kick revoke rotate
      grant invite unshare authorize deauthorize impersonate login logout authenticate connect disconnect unregister deregister
      combine untrack associate disassociate bind unbind flush invalidate extend renew unzip persist remove
      manage fix cleanup expire protect unprotect unapprove enforce compress decompress unset react merge close`,
    loose: `set change patch mark tag label link group claim schedule plan sort complete process refresh checkout pull archive lock share
      rate vote star like favorite favourite reset clear clean commit use switch handle maintain resize zip book reserve signup signin reply
      shift tune tick trim place paint color center wrap smooth mix pop issue partition clock position`,
  },
  {
    category: 'Execute',
    says: 'sets something in motion',
    firm: `run execute exec eval invoke trigger start stop restart reboot launch relaunch deploy redeploy rollback compile rebuild kill
      abort cancel resume spawn dispatch delegate orchestrate automate suspend hibernate install reinstall fuzz exploit retrain finetune
      enqueue retry rerun replay hangup recreate reconnect maximize minimize summon unpause autoscale drain cordon uncordon evict initiate`,
    loose: `exercise build test call pause release scale fire boot train command reload continue begin end halt shutdown request proxy detonate
      push upgrade action interact serve`,
  },
  {
    category: 'Execute',
    says: 'drives a browser, device or application',
    firm: 'emulate click doubleclick navigate hover scroll tap swipe goto press drag steer speak mousemove',
    loose:
      'play type open input fill key keypress focus blur zoom go back forward turn skip seek control arm disarm jump fly land takeoff mouse keyboard',
  },
  {
    category: 'Execute',
    says: 'sends something to people or other systems',
    firm: 'send notify tweet retweet broadcast resend',
    loose: 'post message email mail sms whisper announce dial',
  },
  {
    category: 'Execute',
    says: 'produces media with a model',
    firm: 'upscale outpaint inpaint synthesize imagine',
    loose: 'tts',
  },
  {
    category: 'Destructive',
    says: 'removes something for good',
    firm: `delete del destroy purge wipe erase uninstall prune expunge rm rmdir deprovision decommission terminate
      obliterate nuke discard forget eliminate`,
    loose: 'drop empty trash',
  },
  {
    category: 'Financial',
    says: 'moves money or value',
    firm: 'pay redelegate undelegate disburse rebalance repay refund unstake buy sell purchase withdraw mint airdrop liquidate donate remit prepay',
    loose:
      'swap stake transfer trade deposit burn redeem bid borrow lend charge order invoice bridge bet tip payout fund topup wire zap exchange',
  },
];

function verbTable(): ReadonlyMap<string, Verb> {
  const verbs = new Map<string, Verb>();
  for (const { category, says, firm, loose } of GROUPS) {
    for (const base of firm.split(/\s+/))
      if (base !== '' && !verbs.has(base)) verbs.set(base, { base, category, loose: false, says });
    for (const base of loose.split(/\s+/))
      if (base !== '' && !verbs.has(base)) verbs.set(base, { base, category, loose: true, says });
  }
  return verbs;
}

/** Every verb that is known, by its plain form. */
export const VERBS: ReadonlyMap<string, Verb> = verbTable();

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
