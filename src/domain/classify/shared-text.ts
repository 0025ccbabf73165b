import type { Evidence } from '../record/classification.ts';
import type { Category } from '../risk/category.ts';
import { named, TEXT } from './lexicon/example.ts';
import { type ExampleTable, patternTable, wordTable } from './lexicon/example-table.ts';
import { words } from './lexicon/word-list.ts';
import type { ToolFacts } from './read/tool-facts.ts';
import { SHARED_PLACES } from './signals/shared-places.ts';
import { anyOf, byName, byParameter, nameOf } from './signals/signal-rule.ts';

/** Texts that others read wherever they are written. */
const READ_BY_OTHERS = anyOf(
  'comments?|reply|replies|reviews?|issues?|tickets?|discussions?|pull requests?|merge requests?|announcements?|wiki(?: pages?)?',
);
/** Texts that others read in a place that they share. */
const READ_THERE = anyOf(
  'notes?|pages?|posts?|messages?|tasks?|cards?|stor(?:y|ies)|epics?|work items?|documents?|docs?|articles?|threads?|blocks?|updates?|incidents?|bugs?|descriptions?|canvas|conversations?|drafts?|files?|records?|items?|events?',
);
/** Sides of such objects that hold no text of the caller's. */
const NO_TEXT = anyOf(
  'reactions?|emojis?|labels?|tags?|milestones?|assignees?|links?|relations?|dependenc(?:y|ies)|states?|status|watchers?|votes?|likes?|types?|reviewers?|pins?|subscriptions?|priority|read|unread|transitions?',
);
/** Arguments with text of the caller's. */
const TEXTS: ReadonlySet<string> = words(
  `body content contents text comment comment_body message note notes title summary description markdown html reply answer name subject
  details children rich_text properties fields blocks value payload`,
);

/** Verbs that change such an object without a text. */
const WITHOUT_TEXT: ReadonlySet<string> =
  words(`merge close reopen approve unapprove assign unassign request move archive lock unlock mark complete
  restore cancel start stop run trigger retry rerun`);

/** What shows that a tool puts text of the caller's where others read it (docs/taxonomy.md#together); nothing for most. */
export function sharedText(facts: ToolFacts, category: Category | null): readonly Evidence[] {
  if (category !== 'Write' && category !== 'Execute') return [];
  const name = nameOf(facts);
  const verb = facts.nameActions[0]?.verb;
  if (NO_TEXT.test(name) || verb?.category === 'Read' || WITHOUT_TEXT.has(verb?.base ?? '')) return [];
  const pattern = READ_BY_OTHERS.test(name) ? READ_BY_OTHERS : READ_THERE;
  if (!pattern.test(name) || (pattern === READ_THERE && !SHARED_PLACES.test(facts.about))) return [];
  const says = 'writes where others can read it';
  const text = facts.parameters.find(
    (each) => TEXTS.has(each.key) && each.type !== 'boolean' && each.type !== 'number',
  );
  if (text !== undefined) return [byParameter(text, says)];
  // A list of arguments that nobody gave tells nothing against it.
  return facts.parameters.length === 0 ? byName(facts, pattern, says) : [];
}

/** What an example of each row looks like. */
export const SHARED_TEXT_EXAMPLES: readonly ExampleTable[] = [
  patternTable('shared-text.anywhere', READ_BY_OTHERS, {
    shows: 'shared-text',
    example: (text) => ({ name: `add_${named(text)}`, description: 'Adds it', takes: { body: TEXT } }),
  }),
  patternTable('shared-text.there', READ_THERE, {
    shows: 'shared-text',
    example: (text) => ({ name: `add_${named(text)}`, description: 'Adds it', server: 'jira', takes: { body: TEXT } }),
  }),
  patternTable('shared-text.no-text', NO_TEXT, {
    hides: 'shared-text',
    example: (text) => ({ name: `add_issue_${named(text)}`, description: 'Adds it', takes: { body: TEXT } }),
  }),
  wordTable('shared-text.without-text', WITHOUT_TEXT, {
    hides: 'shared-text',
    example: (verb) => ({ name: `${verb}_issue`, description: `${verb} it`, takes: { comment: TEXT } }),
  }),
  wordTable('shared-text.argument', TEXTS, {
    shows: 'shared-text',
    example: (key) => ({ name: 'add_comment', description: 'Adds it', takes: { [key]: TEXT } }),
  }),
];
