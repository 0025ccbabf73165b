import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { OWN_CONTENT, readContent } from '../catalogue/read/content.ts';
import type { Problem } from '../catalogue/read/problem.ts';
import { checkContent } from '../catalogue/rules/check.ts';
import { writeJson, writeWhole } from '../catalogue/write/write-file.ts';
import { classifyTools } from '../domain/classify/classify.ts';
import { makeToolsFile } from '../domain/record/make-record.ts';
import type { Listed, ToolsFile } from '../domain/record/record.ts';
import type { DefinitionSource, ToolDefinition } from '../domain/record/tool.ts';

/** Day of every listing that says nothing else. */
export const LISTED_ON = '2026-11-20';

/** One server of a content root, in plain values. */
export interface GivenServer {
  readonly tools?: readonly ToolDefinition[];
  readonly definitionSource?: DefinitionSource;
  readonly listed?: Partial<Listed>;
  /** Laid over a minimal server.yaml. */
  readonly server?: object;
  /** Made from the records, whose fingerprints words and reviews name. */
  readonly words?: (file: ToolsFile) => object;
  readonly review?: (file: ToolsFile) => object;
}

/** A content root in plain values. What is left out is minimal and valid. */
export interface GivenContent {
  readonly site?: object;
  /** By slug. */
  readonly servers?: Readonly<Record<string, GivenServer>>;
  /** Frontmatter by id, laid over a minimal one; `body` is the text. Placard's own texts are switched off. */
  readonly attacks?: Readonly<Record<string, object>>;
  readonly guides?: Readonly<Record<string, object>>;
  /** Verbatim, by path from the root; written last. */
  readonly files?: Readonly<Record<string, string>>;
}

/** An empty folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'placard-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a content root into a temporary folder; gives back its path, which ends in `content`. */
export async function writeContentRoot(given: GivenContent): Promise<string> {
  const root = path.join(await temporaryFolder(), 'content');
  const site = { publisherText: 'keep', without: await shippedTexts(), ...given.site };
  await writeWhole(path.join(root, 'site.yaml'), stringify(site));
  for (const [slug, server] of Object.entries(given.servers ?? { test: {} })) {
    const folder = path.join(root, 'servers', slug);
    const file = await toolsFile(slug, server);
    await writeJson(path.join(folder, 'tools.json'), file);
    await writeWhole(path.join(folder, 'server.yaml'), stringify({ ...MINIMAL_SERVER, name: slug, ...server.server }));
    if (server.words) await writeWhole(path.join(folder, 'words.yaml'), stringify(server.words(file)));
    if (server.review) await writeWhole(path.join(folder, 'review.yaml'), stringify(server.review(file)));
  }
  await writeTexts(path.join(root, 'attacks'), MINIMAL_ATTACK, given.attacks ?? { 'an-attack': {} });
  await writeTexts(path.join(root, 'guides'), MINIMAL_GUIDE, given.guides ?? { 'a-guide': {} });
  for (const [file, text] of Object.entries(given.files ?? {})) await writeWhole(path.join(root, file), text);
  return root;
}

/** What `npm run check` finds in a content root. */
export async function problemsOf(given: GivenContent, now = new Date('2026-11-21')): Promise<Problem[]> {
  return checkContent(await readContent(await writeContentRoot(given)), now);
}

/** The records of a server, classified and hashed as an import does it. */
export async function toolsFile(slug: string, given: GivenServer): Promise<ToolsFile> {
  const { definitionSource = 'listed', listed, tools = [{ name: 'get_item', description: 'Gets an item.' }] } = given;
  const classifications = classifyTools(tools.map((tool) => ({ server: slug, tool, definitionSource })));
  const inputs = tools.map((definition, index) => ({
    definition,
    definitionSource,
    classification: classifications[index] as (typeof classifications)[number],
  }));
  const day = definitionSource === 'listed' ? {} : { asOf: LISTED_ON };
  return makeToolsFile(inputs, { date: LISTED_ON, ...day, how: 'a test', ...listed }, 'keep', null);
}

/** All texts that come with Placard, for a catalogue that does without them. */
export async function shippedTexts(): Promise<{ readonly attacks: string[]; readonly guides: string[] }> {
  return { attacks: await idsIn('attacks'), guides: await idsIn('guides') };
}

async function idsIn(kind: 'attacks' | 'guides'): Promise<string[]> {
  const names = await readdir(path.join(OWN_CONTENT, kind));
  return names.filter((name) => name.endsWith('.mdx')).map((name) => name.slice(0, -'.mdx'.length));
}

async function writeTexts(folder: string, minimal: object, texts: Readonly<Record<string, object>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [id, given] of Object.entries(texts)) {
    const { body = 'Text.', ...data } = { title: `The text ${id}`, ...minimal, ...given } as { body?: string };
    await writeWhole(path.join(folder, `${id}.mdx`), `---\n${stringify(data)}---\n\n${body}\n`);
  }
}

const MINIMAL_SERVER = { source: { kind: 'import', what: 'a test' } };

const MINIMAL_ATTACK = {
  kind: 'pattern',
  class: 'argument',
  date: '2025-07',
  summary: 'Something happens that nobody wanted to happen.',
  confidence: 'high',
  join: { kind: 'none', concerns: 'client', because: 'aims at the client, not at a tool' },
  rule: { control: 'none', says: 'No rule on calls can stop it, because it happens before any call.' },
  policy: { verdict: 'cannot' },
  sources: [{ url: 'https://example.com/', title: 'A page', seen: 'read' }],
};

const MINIMAL_GUIDE = { summary: 'Something that a reader wants to know.', order: 1 };
