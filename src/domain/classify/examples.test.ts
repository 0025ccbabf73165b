import { describe, expect, it } from 'vitest';
import { RISK_SIGNALS } from '../risk/signal.ts';
import { OBJECT_RULES, ruleFor } from './category/meaning.ts';
import { classifyTool } from './classify.ts';
import { classifierExamples, EXAMPLE_TABLES, rowId, SIGNAL_EXAMPLES } from './examples.ts';
import { type Example, exampleTool } from './lexicon/example.ts';
import type { ExampleTable, Shown } from './lexicon/example-table.ts';
import { VERBS } from './lexicon/verbs.ts';
import { words } from './lexicon/word-list.ts';
import { readTool } from './read/read-tool.ts';
import { PRIVATE_MARKS } from './signals/private.ts';

const classify = (example: Example) => classifyTool(exampleTool(example));
const signalsOf = (example: Example) => classify(example).signals.map(({ id }) => id);

/** What a name and a text are read as doing, with what surrounds it. */
function read(example: Example) {
  const { server, tool } = exampleTool(example);
  const { nameActions, textActions, topics } = readTool(server, tool);
  return { actions: [...nameActions, ...textActions], topics };
}

/** Verbs that rows of the objects always take, and those that say nothing without such a row. */
const ALWAYS_RULED = words('respond reply revoke rotate remove clear exercise empty trash do perform conduct');

describe('verbs', () => {
  it.each([...VERBS.values()])('$base: its example is read as that verb and gives its category', (verb) => {
    const { actions, topics } = read(verb.example);
    const own = actions.filter((action) => action.verb.base === verb.base);
    expect(own.length).toBeGreaterThan(0);
    if (ALWAYS_RULED.has(verb.base)) return;
    expect(own.some((action) => ruleFor(action, topics) === undefined)).toBe(true);
    expect(classify(verb.example).category).toBe(verb.category);
  });
});

describe('object rules', () => {
  it.each(OBJECT_RULES.map((rule) => [rule.example.name, rule] as const))('%s falls under its row', (_, rule) => {
    const { actions, topics } = read(rule.example);
    expect(actions.map((action) => ruleFor(action, topics))).toContain(rule);
    expect(classify(rule.example).category).toBe(rule.category);
  });

  it('are about verbs that are known', () => {
    const unknown = OBJECT_RULES.flatMap(({ verbs }) => [...verbs]).filter((verb) => !VERBS.has(verb));
    expect(unknown).toEqual([]);
  });
});

describe('tables', () => {
  const tables = EXAMPLE_TABLES.map((table) => [table.id, table] as const);

  it('have ids of their own, also for their rows', () => {
    const ids = EXAMPLE_TABLES.flatMap(({ id, rows }) => rows().map((row) => rowId(id, row)));
    expect(new Set(tables.map(([id]) => id)).size).toBe(tables.length);
    expect(classifierExamples().size).toBeGreaterThan(new Set(ids).size);
    for (const id of classifierExamples().keys()) expect(id).not.toMatch(/\s/);
  });

  it.each(tables)('%s: every row does what the table is for', (_, table) => {
    expect(rowsOf(table).filter((row) => !isMet(table, row))).toEqual([]);
  });

  it.each(tables.filter(([, { gives, shows, hides }]) => gives ?? shows ?? hides))(
    '%s: a row of no meaning does not',
    (_, table) => expect(isMet(table, table.neutral ?? 'frobnitz')).toBe(false),
  );

  it.each(tables.filter(([, { words }]) => words !== undefined))(
    '%s: no word can be left out without another verdict',
    (_, table) => expect(rowsOf(table).filter((row) => verdict(table, row) === verdictWithout(table, row))).toEqual([]),
  );

  it.each(RISK_SIGNALS)('%s: its rule has rows that show it', (signal) =>
    expect(SIGNAL_EXAMPLES[signal].filter(({ shows }) => shows === signal)).not.toEqual([]),
  );

  it.each(tables.filter(([, { except }]) => except !== undefined))('%s: exceptions are rows', (_, table) => {
    for (const row of table.except ?? []) expect(table.rows()).toContain(row);
  });
});

function rowsOf({ rows, except = [] }: ExampleTable): string[] {
  return rows().filter((row) => !except.includes(row));
}

function isMet({ example, gives, shows, hides }: ExampleTable, row: string): boolean {
  const { category, signals, sharedText } = classify(example(row));
  const has = (shown: Shown) =>
    shown === 'shared-text' ? sharedText !== undefined : signals.some(({ id }) => id === shown);
  return (
    (gives === undefined || category === gives) &&
    (shows === undefined || has(shows)) &&
    (hides === undefined || !has(hides))
  );
}

function verdict({ example }: ExampleTable, row: string): string {
  const { category, signals, sharedText } = classify(example(row));
  return `${category} ${signals.map(({ id }) => id)} ${sharedText !== undefined}`;
}

/** The verdict on a row's example while the list is without its word. */
function verdictWithout(table: ExampleTable, row: string): string {
  const words = table.words as Set<string>;
  words.delete(row);
  try {
    return verdict(table, row);
  } finally {
    words.add(row);
  }
}

describe('marks of private data', () => {
  it.each(PRIVATE_MARKS.flat())('$id just is enough, and just is not', ({ enough, short }) => {
    expect(signalsOf(enough)).toContain('private');
    expect(signalsOf(short)).not.toContain('private');
  });
});
