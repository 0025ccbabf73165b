import { existsSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { classifyTools } from '../../domain/classify/classify.ts';
import type { Classification } from '../../domain/record/classification.ts';
import { makeToolsFile } from '../../domain/record/make-record.ts';
import { type ToolRecord, type ToolsFile, ToolsFileSchema } from '../../domain/record/record.ts';
import { SiteFileSchema } from '../../domain/site/site.ts';
import { slugFromId } from '../../domain/text/slug.ts';
import { ImportError, type ImportedServer } from '../import/imported.ts';
import { ContentError } from '../read/problem.ts';
import { readJson, readYaml } from '../read/read-file.ts';
import { writeJson, writeWhole } from './write-file.ts';

/** Counts the tokens of a definition; given by the caller, because a tokenizer is heavy. */
export type CountTokens = (text: string) => ToolRecord['definitionTokens'];

/** What was written for one server. */
export interface WrittenServer {
  readonly slug: string;
  readonly file: ToolsFile;
  readonly previous: ToolsFile | null;
}

/**
 * Classifies servers and writes them into a content root, which is made when it is not there. Replaces tools.json (keeping
 * `firstSeen`), writes server.yaml only where there is none, touches nothing else. Nothing is written when a slug clashes.
 * @throws {ImportError} when ids give the same slug, or none
 */
export async function writeServers(
  root: string,
  servers: readonly ImportedServer[],
  countTokens: CountTokens | undefined,
): Promise<WrittenServer[]> {
  const slugs = slugsOf(servers);
  const classifications = classifyServers(servers);
  await makeRoot(root);
  const publisherText = await publisherTextOf(root);
  const prepared = await Promise.all(
    servers.map(async (server, index) => {
      const slug = slugs[index] as string;
      const previous = await previousFile(root, slug);
      const inputs = server.tools.map((tool, position) => ({
        ...tool,
        classification: (classifications[index] as Classification[])[position] as Classification,
        definitionTokens: countTokens?.(tokenText(tool.definition)),
      }));
      return { slug, server, previous, file: await makeToolsFile(inputs, server.listed, publisherText, previous) };
    }),
  );
  for (const { slug, server, file } of prepared) {
    const folder = path.join(root, 'servers', slug);
    await writeJson(path.join(folder, 'tools.json'), file);
    const serverFile = path.join(folder, 'server.yaml');
    if (!existsSync(serverFile)) await writeWhole(serverFile, stringify(server.server));
  }
  return prepared.map(({ slug, file, previous }) => ({ slug, file, previous }));
}

/** What a client puts into a model's context for a tool: name, description and input schema. */
function tokenText(definition: ImportedServer['tools'][number]['definition']): string {
  const { name, description, inputSchema } = definition;
  return JSON.stringify({ name, description, inputSchema });
}

function slugsOf(servers: readonly ImportedServer[]): string[] {
  const taken = new Map<string, string>();
  const problems: string[] = [];
  const slugs = servers.map(({ id }) => {
    const slug = slugFromId(id);
    if (slug === null)
      problems.push(`"${id.slice(0, 80)}" has no letter or digit to make a folder name from. Rename it.`);
    else if (taken.has(slug))
      problems.push(`"${id}" and "${taken.get(slug)}" both give the folder "${slug}". Rename one of them.`);
    else taken.set(slug, id);
    return slug ?? '';
  });
  if (problems.length > 0) throw new ImportError(problems.join('\n'));
  return slugs;
}

function classifyServers(servers: readonly ImportedServer[]): Classification[][] {
  const inputs = servers.flatMap((server) =>
    server.tools.map(({ definition, definitionSource }) => ({ server: server.id, tool: definition, definitionSource })),
  );
  const all = classifyTools(inputs);
  let taken = 0;
  return servers.map((server) => {
    taken += server.tools.length;
    return all.slice(taken - server.tools.length, taken);
  });
}

async function makeRoot(root: string): Promise<void> {
  const siteFile = path.join(root, 'site.yaml');
  if (existsSync(siteFile)) return;
  await writeWhole(siteFile, stringify({ name: 'Our servers', publisherText: 'keep' }));
}

async function publisherTextOf(root: string): Promise<'keep' | 'omit'> {
  const file = path.join(root, 'site.yaml');
  const { value, problems } = await readYaml({ path: file, file }, SiteFileSchema);
  if (value === null) throw new ContentError(problems);
  return value.publisherText;
}

async function previousFile(root: string, slug: string): Promise<ToolsFile | null> {
  const file = path.join(root, 'servers', slug, 'tools.json');
  if (!existsSync(file)) return null;
  return (await readJson({ path: file, file }, ToolsFileSchema)).value;
}
