import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { MOST_ATTACKS_ON_A_PAGE } from '../src/domain/attacks/relate.ts';
import { CLIENT_IDS } from '../src/domain/clients/registry.ts';
import { FORMAT_IDS } from '../src/domain/enforcement/format-ids.ts';
import { POLICY_VARIANTS } from '../src/domain/policy/decide.ts';
import { ANNOTATION_STATES, EVIDENCE_PLACES, FINDING_IDS } from '../src/domain/record/classification.ts';
import { HashesSchema } from '../src/domain/record/hashes.ts';
import { MOST_PUBLISHER_WORDS } from '../src/domain/record/publisher-text.ts';
import { ListedSchema, ToolRecordSchema } from '../src/domain/record/record.ts';
import { DEFINITION_SOURCES, ToolDefinitionSchema } from '../src/domain/record/tool.ts';
import { numberWord } from '../src/domain/text/english.ts';
import { RESERVED_SEGMENTS, SLUG_PATTERN } from '../src/domain/text/slug.ts';
import { codeIn, sectionOf, tablesOf } from '../src/test/markdown.ts';

const PAGE = await readFile('docs/contracts.md', 'utf8');
const section = (anchor: string) => sectionOf(PAGE, anchor);
/** The first paragraph of a section. */
const opening = (anchor: string) => section(anchor).trim().split('\n\n')[0] ?? '';

const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };

/** Commands of a table: the script, and the whole usage. */
const commandsIn = (table: readonly string[][] = []) =>
  table.flatMap(([usage = '']) => {
    const [, script] = /^`npm (?:run )?(?:-s )?([\w:-]+)/.exec(usage) ?? [];
    return script === undefined ? [] : [{ script, usage }];
  });

const COMMANDS = commandsIn(tablesOf(section('commands'))[1]);

/** Flags of a text: `--content`, but not the `--` that hands them on. */
const flagsIn = (text: string) => [...new Set(text.match(/(?<![\w-])--[a-z][a-z-]*/g))].sort();

describe('commands', () => {
  test('stand in the README with flags that they have', async () => {
    const commands = commandsIn(tablesOf(await readFile('README.md', 'utf8'))[0]);
    expect(commands.length).toBeGreaterThan(0);
    for (const { script, usage } of commands) {
      const own = COMMANDS.find((command) => command.script === script);
      expect(flagsIn(own?.usage ?? ''), script).toEqual(expect.arrayContaining(flagsIn(usage)));
    }
  });

  test('are the scripts of package.json, but for the parts of npm test', () => {
    const work = codeIn(section('commands').split('\n### ')[0]?.split('For work on Placard itself:')[1] ?? '')
      .map((code) => code.replace(/^npm /, '').replace(/ .*/, ''))
      .filter((name) => !COMMANDS.some(({ script }) => script === name));
    expect([...COMMANDS.map(({ script }) => script), ...work].sort()).toEqual(Object.keys(scripts).sort());
  });

  test.each(COMMANDS)('$script has the flags that its help names', async ({ script, usage }) => {
    const [file = ''] = /scripts\/[\w-]+\.ts$/.exec(scripts[script] ?? '') ?? [];
    // The text that --help prints, as it stands in the command: starting each takes a second.
    const [, help = ''] = /usage: `\n(Usage: [^`]*)`/.exec(await readFile(file, 'utf8')) ?? [];
    const [first = '', ...lines] = help.split('\n');
    // What is said about a flag may name flags of others: the usage counts, and what the list begins its lines with.
    const listed = lines.flatMap((line) => /^ {2}(--[a-z-]+)/.exec(line)?.[1] ?? []);
    expect(first).toContain('Usage: npm ');
    expect(flagsIn(usage)).toEqual(flagsIn([first, ...listed].join(' ')));
  });
});

test('the places, findings and states of a classified line', () => {
  const codes = codeIn(section('classify'));
  for (const word of [...EVIDENCE_PLACES, ...FINDING_IDS, ...ANNOTATION_STATES]) expect(codes).toContain(word);
  const findings = /^- Findings: (.*)$/m.exec(section('classify'))?.[1] ?? '';
  expect(codeIn(findings)).toEqual([...FINDING_IDS]);
});

test('formats and variants', () => {
  expect(codeIn(opening('format-ids'))).toEqual([...FORMAT_IDS]);
  expect(codeIn(/^Variants: (.*?)\.[^`]*$/m.exec(section('format-ids'))?.[1] ?? '')).toEqual([...POLICY_VARIANTS]);
});

test('clients', () => {
  expect(codeIn(opening('client-ids')).filter((code) => code !== 'audit' && code !== '/check/')).toEqual([
    ...CLIENT_IDS,
  ]);
});

test('slugs, reserved segments, sources of definitions, words of publishers', () => {
  const codes = codeIn(section('slugs-and-segments'));
  expect(codes).toContain(SLUG_PATTERN.source);
  for (const reserved of RESERVED_SEGMENTS) expect(codes).toContain(reserved);
  const [rows = []] = tablesOf(section('toolsjson'));
  expect(rows.map(([source]) => codeIn(source ?? '')[0])).toEqual([...DEFINITION_SOURCES]);
  expect(section('publishers-texts')).toContain(`at most ${numberWord(MOST_PUBLISHER_WORDS)} in a row`);
});

/** The members of the first object of a text that begins so, each with `?` where it may be absent. */
function membersIn(text: string, start: string): string[] {
  const [, inner = ''] = text.split(start);
  return inner.slice(0, inner.indexOf('}')).split(', ');
}
/** The same of a schema. */
const membersOf = (schema: { readonly shape: Readonly<Record<string, { safeParse(value: undefined): unknown }>> }) =>
  Object.entries(schema.shape).map(([member, type]) => (isOptional(type) ? `${member}?` : member));
const isOptional = (type: { safeParse(value: undefined): unknown }) =>
  (type.safeParse(undefined) as { readonly success: boolean }).success;

test('members of records, of listings, of definitions and of hashes', () => {
  expect(membersIn(section('toolsjson'), 'A record is\n`{')).toEqual(membersOf(ToolRecordSchema));
  expect(membersIn(section('toolsjson'), 'listed: {')).toEqual(membersOf(ListedSchema));
  expect(membersIn(section('classify'), 'tool: {')).toEqual(membersOf(ToolDefinitionSchema));
  const hashes = section('toolsjson').split('`hashes` (')[1] ?? '';
  for (const part of Object.keys(HashesSchema.shape)) expect(codeIn(hashes)).toContain(part);
});

describe('the site', () => {
  /** Addresses with every variable part as `*`. */
  const nameless = (address: string) => address.replace(/<[^>]+>|\[[^\]]+\]/g, '*');

  test('has the addresses that its pages make', async () => {
    const files = await readdir('src/pages', { recursive: true, withFileTypes: true });
    const routes = files
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative('src/pages', path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((file) => !file.startsWith('[sitemap]'))
      .map((file) =>
        file
          .replace(/\.ts$/, '')
          .replace(/(?:^|(?<=\/))index\.astro$/, '')
          .replace(/\.astro$/, '/'),
      )
      .map((route) => nameless(`/${route}`).replace('/404/', '/404.html'));
    const [rows = []] = tablesOf(section('site'));
    const listed = rows.flatMap(([addresses = '']) => codeIn(addresses)).map(nameless);
    expect([...new Set(listed)].sort()).toEqual([...new Set(routes)].sort());
  });

  test('has tool pages with the sections that are listed, in that order', async () => {
    const source = await readFile('src/pages/tools/[server]/[tool]/index.astro', 'utf8');
    const sections = [...source.matchAll(/<section id="([\w-]+)"/g)].map(([, id]) => id);
    const line = /^- Its sections .*$/m.exec(section('tool-page'))?.[0] ?? '';
    expect(codeIn(line)).toEqual(sections);
  });

  test('lists as many attacks on a page as is said', () => {
    expect(section('tool-page')).toContain(`${MOST_ATTACKS_ON_A_PAGE} attacks are listed`);
  });
});
