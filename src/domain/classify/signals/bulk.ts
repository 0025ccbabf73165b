import type { Evidence } from '../../record/classification.ts';
import { FLAG, named, OBJECTS, TEXT } from '../lexicon/example.ts';
import { type ExampleTable, patternTable, wordTable } from '../lexicon/example-table.ts';
import { isPlural, singular } from '../lexicon/inflection.ts';
import { words } from '../lexicon/word-list.ts';
import { languageOf } from '../read/language.ts';
import type { Parameter } from '../read/schema-parameters.ts';
import { shortQuote } from '../read/short-quote.ts';
import { textWords } from '../read/tokenize.ts';
import type { ToolFacts } from '../read/tool-facts.ts';
import { anyOf, byName, byParameter, byPhrase, firstOf, nameOf, type SignalRule } from './signal-rule.ts';

const NAMED = anyOf('bulk|batch|mass|all|multiple|many');
const NOT_MANY = anyOf('(?:select|call|catch) all|all in one|batch size');
const SAID = anyOf(
  'all (?:of )?(?:the |your |its |matching |unfinished |completed |existing |old |active |open )*(?:\\w+s|data|history|content)',
  'multiple \\w+|in bulk|bulk (?:create|update|delete|edit|operation|insert|import|add|upload|move)\\w*|batch (?:create|update|delete|operation|insert|add|of)\\w*|a batch of',
  'one or more \\w+|several \\w+s|many \\w+s|old \\w+s|list of \\w+s|number of \\w+s to (?:remove|delete)|entire (?:database|collection|index|table|history)|matching (?:an? |the )?(?:filter|query|criteria|pattern)',
);

/** A change that is said to reach everybody or everything. */
const FOR_ALL = anyOf(
  '(?:for|on|to|across|from) all (?:of )?(?:the |your )?(?:\\w+ ){0,2}(?:users|members|accounts|devices|files|records|items|projects|repositories|resources|customers|tenants|hosts)',
);

/** Nouns that stand for targets of a change, as lists of ids or of whole objects. */
const TARGETS: ReadonlySet<string> =
  words(`ids items tasks issues records documents entities objects users files emails messages rows entries operations updates nodes contacts products
  events changes relations observations deletions paths keys urls uuids elements todos pages members uris instances contents memories points
  vectors orders tracks layers edits notes names patches people accounts requests jobs slugs targets cards cells blocks facts transactions
  numbers subtasks members repositories branches resources variables rules lines embeddings assets invites invitations components uids`);
/** Lists that belong to one object and are replaced as a whole. */
const PARTS: ReadonlySet<string> = words(`
  labels tags assignees attendees columns fields scopes permissions roles headers arguments args params options
  properties categories keywords metrics attachments dependencies dependents guests reviewers topics choices owners
  capabilities milestones paragraphs bullets steps parts images blocks contents links notes variables participants
  followers values days ingredients messages reminders references parameters inputs languages aliases recipients
  emails events constraints conditions`);
/** An argument that names the one object that is changed. */
const ONE_TARGET = /^(?:\w+_)?(?:id|iid|number|key|slug|uuid|ref)$/;
/** Endings of keys that name many things by what identifies them. */
const MANY_KEYS =
  /(?:^|_)(?:members|users|ids|uuids|names|uids|keys|paths|urls|items|entities|operations|updates|records|rows)$/;
/** Verbs that make one thing out of a list, unless the name is in the plural. */
const MAKES_ONE: ReadonlySet<string> = words(
  'send reply create add post set update generate execute run start write save make schedule store record draw build upload sync',
);
/** What is carried out one by one, but is no change of many targets. */
const ONE_RUN = anyOf('fill|form|crawl|scrape|click|browser|commands?|install|packages|prompt|tests?|agent');

function isTargets(facts: ToolFacts, parameter: Parameter): boolean {
  const isListed =
    parameter.isList ||
    (parameter.type === undefined && /(?:_ids|_list)$/.test(parameter.key)) ||
    (parameter.type === 'string' &&
      /comma[- ]separated (?:list of )?(?:ids|names|\w+ ids)/.test(parameter.description.toLowerCase()));
  if (!isListed || parameter.depth > 1) return false;
  if (/^(?:exclude|include|ignore|skip|filter)_/.test(parameter.key)) return false;
  const noun = parameter.words.filter((word) => word !== 'list').at(-1) ?? '';
  const main = facts.nameActions[0] ?? facts.textActions[0];
  const objects = [...(main?.object ?? []), ...(facts.textActions[0]?.object ?? [])];
  const isIds = /^(?:ids|uuids|names|keys|list|uids)$/.test(parameter.words.at(-1) ?? '');
  // The tool's own object in the plural: `delete_messages` with `messages`, `move_tasks` with `task_ids`.
  // What is put on one object as a whole: the labels of an issue.
  if (PARTS.has(noun) && !isIds && facts.parameters.some((each) => each.depth === 0 && ONE_TARGET.test(each.key)))
    return false;
  const namesObject = parameter.words.some((word) => objects.includes(singular(word)) && (isPlural(word) || isIds));
  const isPluralName = facts.nameWords.some(isPlural);
  if (namesObject && isPluralName) return true;
  if (!namesObject && (PARTS.has(noun) || !TARGETS.has(noun))) return false;
  if (!MAKES_ONE.has(main?.verb.base ?? ''))
    return namesObject || parameter.memberType === 'object' || MANY_KEYS.test(parameter.key);
  const isMany = /^(?:operations|updates|items|entities|records|rows|documents|points|instance_ids|ids)$/.test(
    parameter.key,
  );
  return isMany && (isPluralName || NAMED.test(nameOf(facts)));
}

/** Changes many targets in one call. */
export const bulk: SignalRule = {
  id: 'bulk',
  find: (facts, category) => {
    if (category === 'Read' || (category === 'Execute' && ONE_RUN.test(nameOf(facts)))) return [];
    return firstOf(
      () =>
        facts.parameters
          .filter((each) => isTargets(facts, each))
          .slice(0, 2)
          .map((each) => byParameter(each, 'takes a list of targets')),
      () => (NOT_MANY.test(nameOf(facts)) ? [] : byName(facts, NAMED, 'acts on many targets')),
      () =>
        category === 'Destructive' || facts.nameWords.some(isPlural)
          ? byPhrase(
              facts,
              SAID,
              'acts on many targets',
              Math.min(220, facts.description.sentences[0]?.text.length ?? 0),
            )
          : [],
      () => byPhrase(facts, FOR_ALL, 'acts on all that there are', facts.description.sentences[0]?.text.length ?? 0),
      () => (category === 'Destructive' ? foreignEvery(facts) : []),
      () => allOfThem(facts),
      () => byFilter(facts),
      () =>
        facts.parameters
          .filter((each) => each.type === 'boolean' && EVERYTHING.test(each.key))
          .slice(0, 2)
          .map((each) => byParameter(each, 'can act on all targets')),
    );
  },
};

/** "All" in another language. */
function foreignEvery({ description }: ToolFacts): readonly Evidence[] {
  const text = description.sentences[0]?.text ?? '';
  const languages = languageOf(text);
  if (languages === 'en') return [];
  const own = new Set(textWords(text.toLowerCase(), 40).map(({ lower }) => lower));
  const says = languages.some(({ every, script }) =>
    every
      .split(' ')
      .some((word) => word !== '' && (script === undefined ? own.has(word) : text.toLowerCase().includes(word))),
  );
  return says ? [{ from: 'description', text: shortQuote(text, 0, 80), says: 'acts on all that there are' }] : [];
}

/** Switches that make a call act on all there is. */
const EVERYTHING = /^(?:all|delete_all|all_\w+|everything)$/;

/** Verbs that end or set something, and take every one of their object where none is named. */
const SWEEPING: ReadonlySet<string> = words(
  'delete remove cancel close stop clear archive restart kill purge mark disable enable dismiss reset terminate prune clean cleanup',
);
const NAMES_ONE =
  /(?:^|_)(?:id|ids|iid|name|names|number|key|keys|uuid|slug|path|paths|url|urls|uri|email|ref|index|title|symbol|pattern)$/;
/** Arguments that only say where. */
const ONLY_WHERE =
  /^(?:project|owner|repo|repository|account|workspace|organi[sz]ation|org|team|tenant|subscription|resource_group|connection|database|page|tab|session|server|user|namespace|cluster|group)(?:_(?:id|name|key|slug|path|number))?$/;

/** "Cancel orders", with no argument that names one. */
function allOfThem(facts: ToolFacts): readonly Evidence[] {
  const [main] = facts.nameActions;
  const head = facts.nameWords.at(-1) ?? '';
  if (main === undefined || !SWEEPING.has(main.verb.base) || !isPlural(head) || main.rest.length > 0) return [];
  if (singular(head) !== main.object.at(-1)) return [];
  if (!facts.description.present && facts.parameters.length > 0) return [];
  const namesOne = facts.parameters.some(
    (each) => each.depth === 0 && NAMES_ONE.test(each.key) && !ONLY_WHERE.test(each.key),
  );
  return namesOne ? [] : [{ from: 'name', text: facts.name.slice(0, 80), says: 'acts on all that there are' }];
}

/** Arguments that choose targets by what they are like. */
const FILTERS = /^(?:filter|filters|where|selector|label_selector|field_selector|criteria|query_filter|match_labels)$/;
const TAKES_MANY: ReadonlySet<string> = words(
  'delete remove update patch restart scale label annotate archive close cancel stop purge clear mark move disable enable',
);

/** A change of everything that fits a filter. */
function byFilter(facts: ToolFacts): readonly Evidence[] {
  if (!TAKES_MANY.has(facts.nameActions[0]?.verb.base ?? '')) return [];
  if (facts.topics.takes.has('path')) return [];
  const filter = facts.parameters.find((each) => each.depth === 0 && FILTERS.test(each.key) && each.type !== 'boolean');
  return filter === undefined ? [] : [byParameter(filter, 'acts on all that fit')];
}

/** What an example of each row looks like. */
export const BULK_EXAMPLES: readonly ExampleTable[] = [
  patternTable('bulk.name', NAMED, { shows: 'bulk', example: (text) => ({ name: `delete_${text}_of_it` }) }),
  patternTable('bulk.not-many', NOT_MANY, {
    hides: 'bulk',
    neutral: 'all',
    example: (text) => ({ name: `delete_${named(text)}` }),
  }),
  patternTable('bulk.text', SAID, {
    shows: 'bulk',
    example: (text) => ({ name: 'delete_shelf', description: `Delete ${text}` }),
  }),
  patternTable('bulk.for-all', FOR_ALL, {
    shows: 'bulk',
    example: (text) => ({ name: 'update_theme', description: `Update the theme ${text}` }),
  }),
  wordTable('bulk.target', TARGETS, {
    except: ['emails', 'messages', 'events', 'contents', 'notes', 'blocks', 'variables'],
    shows: 'bulk',
    example: (noun) => ({ name: 'move_it', takes: { [noun]: OBJECTS } }),
  }),
  wordTable('bulk.part', PARTS, {
    hides: 'bulk',
    neutral: 'shelves',
    example: (noun) => ({ name: `update_${noun}`, takes: { id: TEXT, [noun]: OBJECTS } }),
  }),
  patternTable('bulk.one-target', ONE_TARGET, {
    hides: 'bulk',
    example: (key) => ({ name: 'update_labels', takes: { [key]: TEXT, labels: OBJECTS } }),
  }),
  patternTable('bulk.many-argument', MANY_KEYS, {
    shows: 'bulk',
    example: (key) => ({ name: 'move_it', takes: { [`their_${key}`]: { type: 'array' } } }),
  }),
  wordTable('bulk.makes-one', MAKES_ONE, {
    except: ['generate'],
    hides: 'bulk',
    neutral: 'move',
    example: (verb) => ({ name: `${verb}_it`, takes: { tasks: OBJECTS } }),
  }),
  patternTable('bulk.one-run', ONE_RUN, { hides: 'bulk', example: (text) => ({ name: `run_${text}_batch` }) }),
  wordTable('bulk.sweeping', SWEEPING, { shows: 'bulk', example: (verb) => ({ name: `${verb}_shelves` }) }),
  patternTable('bulk.names-one', NAMES_ONE, {
    hides: 'bulk',
    example: (key) => ({ name: 'cancel_shelves', description: 'Cancel shelves', takes: { [key]: TEXT } }),
  }),
  patternTable('bulk.only-where', ONLY_WHERE, {
    shows: 'bulk',
    neutral: 'id',
    example: (key) => ({ name: 'cancel_shelves', description: 'Cancel shelves', takes: { [key]: TEXT } }),
  }),
  patternTable('bulk.filter', FILTERS, {
    shows: 'bulk',
    example: (key) => ({ name: 'delete_shelf', takes: { [key]: TEXT } }),
  }),
  wordTable('bulk.takes-many', TAKES_MANY, {
    shows: 'bulk',
    example: (verb) => ({ name: `${verb}_shelf`, takes: { filter: TEXT } }),
  }),
  patternTable('bulk.everything', EVERYTHING, {
    shows: 'bulk',
    example: (key) => ({ name: 'delete_shelf', takes: { [key]: FLAG } }),
  }),
];
