/** A kind of sentence that says "none", "no", "never", "every", "all" or "each", and what makes it true. */
export interface Absolute {
  readonly says: RegExp;
  /** A test or the function that works it out: a path of this repository, and what it does. */
  readonly because: string;
}

const CAPTIONS = 'src/test/caption-claims.ts: each claim of a caption is tried on the policy with the evaluator';
const TREATED = 'src/catalogue/join/enforcement.test.ts: each tool is treated as planned, in every format';
const CATEGORY = 'src/domain/risk/risk-wording.ts: the meaning of the category that the verdict has (docs/taxonomy.md)';
const DEFINITION = 'src/domain/classify/classify.ts: said of the definition, which was looked at whole';
const CLIENTS =
  'docs/enforcement-targets.md: observed in the client, and read from the text in src/domain/snippet/interpreters.fixture.ts';
const ATTACKS = 'src/domain/attacks/relate.ts: worked out over all attacks of the collection';
const RULES =
  'src/domain/attacks/attack-rule.test.ts: the rule is tried on its two calls, and what cannot be held has no rule';
const DETECTION = 'src/domain/attacks/detection: the compiled rule is run over its examples';
const TAXONOMY = 'docs/taxonomy.test.ts: the page is made of the tables that decide';
const NAVIGATION = 'src/test/site.test.ts: a link or the name of a view; dead links fail';
const FIGURES = 'src/domain/risk/accuracy.test.ts: measured, with the interval';

/** The kinds of sentences that pages make of data. What people wrote (guides, attacks, summaries) has its sources beside it. */
export const ABSOLUTES: readonly Absolute[] = [
  {
    says: /^every other tool (?:of the server )?(?:is denied|is asked about|stays as open as it was)/,
    because: CAPTIONS,
  },
  { says: /(?:for each grant|For each grant) ?(?:at most|;|\.|$)?/, because: CAPTIONS },
  {
    says: /^it asks before every call of the tool|^every tool that nobody has recorded is denied too/,
    because: CAPTIONS,
  },
  { says: /^The policy of this page sets no limit/, because: CAPTIONS },
  { says: /^(?:No snippet:|No tool of this server stays open)/, because: TREATED },
  { says: /^Our tests (?:parse it and )?work out what each call would get/, because: TREATED },
  { says: /^Each tab is (?:this decision|the same decisions), as far as/, because: TREATED },
  { says: /^the whole server’s every recorded one/, because: TREATED },
  {
    says: /"hide" wins over every other rule/,
    because: 'src/domain/policy/evaluate.test.ts: hide comes before all rules',
  },
  { says: /^Only (?:tools|reads) (?:that|whose)/, because: 'src/domain/policy/decide.test.ts: the variants' },
  {
    says: /^With --(?:dangerously-skip-permissions|allow-all-tools)|^A listed tool asks before each call|^The coding agent on github\.com runs every listed tool/,
    because: CLIENTS,
  },
  {
    says: /no undo of its own|^One call |^By its definition, one call changes nothing|means that one call changes nothing/,
    because: CATEGORY,
  },
  { says: /each time it is called, so a loop/, because: CATEGORY },
  {
    says: /^The definition shows none of the|^Its definition shows no risk signal|^no definition shows|^No definition shows it|^No definition of this catalogue shows it/,
    because: DEFINITION,
  },
  { says: /^That is no proof that/, because: 'docs/taxonomy.md: absence of evidence is said to be that' },
  {
    says: /^All three meet on this server|^This server has every part of it/,
    because: 'src/catalogue/join/together.test.ts: pages, audit and attacks agree',
  },
  { says: /^No attack of our collection/, because: ATTACKS },
  { says: /^No tool stands out/, because: ATTACKS },
  { says: /^No rule on tool calls stops (?:this|it)/, because: RULES },
  { says: /^Goes off at (?:each call|\d+ calls)/, because: DETECTION },
  {
    says: /^Our assignment, by the definition of each/,
    because: 'src/catalogue/rules/attack-facts-rules.ts: assignments of our own are marked',
  },
  {
    says: /^No version that fixes it is on record|no version to compare with is recorded here/,
    because: 'src/domain/text/version.ts: fixState over what is on record',
  },
  { says: /^No fingerprint/, because: 'src/domain/record/hashes.ts: said where the record has none' },
  {
    says: /schema names (?:no parameters|none)|^That does not mean that it takes none/,
    because: 'src/domain/page/parameter-table.ts: counted in the schema that is on record',
  },
  {
    says: /fields? of each item$|^acts on all that|^can act on all targets|may be given\.$|must be given\.?$/,
    because: 'src/domain/page/parameter-table.ts: read in the schema',
  },
  {
    says: /tools\/list over stdio, no network/,
    because: 'src/catalogue/import/import-capture.ts: how the listing was made',
  },
  {
    says: /^the description |^default "|^the name /,
    because: 'src/components/EvidenceText.astro: words of the publisher, quoted',
  },
  {
    says: /^All (?:servers|attacks|records)|^Are all its tools here|^No such page|^One of each|^all$/,
    because: NAVIGATION,
  },
  {
    says: /^Every tool has one|^Exactly one for each tool|^Any number of the|^It never changes the level|^The category gives the base|^One decision for each tool|^between limits, each window|^Each names what in the definition/,
    because: TAXONOMY,
  },
  { says: /^Tools together can do what none of them can alone/, because: TAXONOMY },
  {
    says: /^Each has a label by these rules|^labels that agree with each other on one rulebook|^F1 of the signals|^Precision and recall of every/,
    because: FIGURES,
  },
  {
    says: /^Each of these servers (?:is reached over HTTP|comes as a package)/,
    because: 'src/domain/attacks/relate.ts: the property that the record has',
  },
  {
    says: /^It (?:depends on|uses) .*(?:no definition shows|no list of tools contains)/,
    because: 'src/domain/attacks/attack.ts: why no trait of a tool makes it open to the attack',
  },
  {
    says: /^It needs all of these together/,
    because: 'src/domain/attacks/relate.test.ts: a combination needs every part',
  },
  {
    says: /no pattern of ours holds a number to a cap/,
    because: 'src/domain/clients/gemini-cli/policy.test.ts: a cap on a number is refused',
  },
  { says: /^None \d+$/, because: 'src/domain/attacks/filter/filter-attacks.test.ts: counted' },
  { says: /no authentication github\.com/, because: 'content/attacks: the title of a source' },
  { says: /^add_observations \{/, because: 'src/domain/attacks/attack-rule.test.ts: an example call' },
  { says: /^Patterns have no day of their own/, because: 'src/domain/attacks/attack.ts: a pattern has no date' },
  {
    says: /^You get an answer for every tool that we have on record/,
    because: 'src/domain/audit/audit.test.ts: every tool of a recognised server has a treatment',
  },
  {
    says: /^none (?:for single tools|in a file)$/,
    because: 'src/domain/clients/registry.ts: the files that the client is known to have',
  },
  { says: /a tool of each, side by side|pages of two servers beside each other/, because: NAVIGATION },
  { says: /never simply believed/, because: 'src/domain/classify/annotations.test.ts: claims are weighed' },
  {
    says: /^"[^"]*"$|^the parameter |^all true\/false|told what a call does\.$/,
    because: 'src/domain/page/parameter-table.ts: names and values of the schema, and words of the publisher, quoted',
  },
  { says: /look up the worst that one call of each tool can do/, because: TAXONOMY },
  {
    says: /^Where a source had no schema/,
    because: 'src/domain/classify/category/confidence.ts: a definition without text or schema lowers it',
  },
  { says: /^all servers, risk levels/, because: NAVIGATION },
  {
    says: /tools? recorded, perhaps not all/,
    because: 'src/domain/record/listing-wording.test.ts: what the record says of its listing',
  },
  {
    says: /^Nobody has looked whether these are all\.|^We do not know of all:|^They are no listing of ours/,
    because: 'src/domain/page/server-faq.test.ts: by the state of the listing and its day',
  },
  { says: /each tab of the policy says what becomes of it/, because: CAPTIONS },
  {
    says: /^We know of none:|^There is no sheet of it yet:|^no verdict and no policy of this catalogue is about it|^\S+ makes one \(every GitLab/,
    because: 'src/test/site.test.ts: a brand’s page names the official server, or says that none is known or recorded',
  },
];
