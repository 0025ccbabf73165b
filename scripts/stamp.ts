import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Document, isMap, parseDocument } from 'yaml';
import { ContentError } from '../src/catalogue/read/problem.ts';
import { readJson } from '../src/catalogue/read/read-file.ts';
import { writeWhole } from '../src/catalogue/write/write-file.ts';
import { anchorOf, type ToolsFile, ToolsFileSchema } from '../src/domain/record/record.ts';
import { contentRoot, MisuseError, RefusedError, runCommand } from './parts/command.ts';

/** Sets `for` of every entry under `tools` that names a recorded tool; gives back how many changed. */
function stampTools(document: Document, tools: ToolsFile): number {
  const entries = document.get('tools');
  if (!isMap(entries)) return 0;
  let changed = 0;
  for (const record of tools.tools) {
    const entry = entries.get(record.name);
    if (isMap(entry)) changed += setFirst(entry, anchorOf(record, tools.listed));
  }
  return changed;
}

/** Sets `for` as the first key of a map; 1 when that changed something. */
function setFirst(
  map: { get(key: string): unknown; items: unknown[]; set(key: string, value: unknown): void },
  value: string,
): number {
  if (map.get('for') === value) return 0;
  const isNew = map.get('for') === undefined;
  map.set('for', value);
  if (isNew) map.items.unshift(map.items.pop());
  return 1;
}

async function stampFile(file: string, stamp: (document: Document) => number): Promise<number> {
  if (!existsSync(file)) return 0;
  const document = parseDocument(await readFile(file, 'utf8'));
  const [error] = document.errors;
  if (error) throw new RefusedError(`${file}: cannot be read as YAML: ${error.message}`);
  const changed = stamp(document);
  if (changed > 0) await writeWhole(file, document.toString({ lineWidth: 0 }));
  return changed;
}

await runCommand({
  usage: `
Usage: npm run stamp -- SERVER… [--review] [--content DIR]

Says that our words on a server fit the definitions that are recorded now: writes \`for\` into words.yaml. Read the words
against the definitions first; that is what the stamp means.

  --review       stamp review.yaml instead
  --content DIR  the content root (default: content)
`,
  takesWords: true,
  options: { content: { type: 'string' }, review: { type: 'boolean' } },
  run: async ({ options, words }) => {
    if (words.length === 0) throw new MisuseError('Name at least one server.');
    for (const slug of words) {
      const folder = path.join(contentRoot(options), 'servers', slug);
      const source = path.join(folder, 'tools.json');
      if (!/^[a-z0-9-]+$/.test(slug) || !existsSync(source))
        throw new RefusedError(`${slug} is no server of this catalogue.`);
      const tools = await readJson({ path: source, file: source }, ToolsFileSchema);
      if (tools.value === null) throw new ContentError(tools.problems);
      const listing = tools.value;
      const changed = options.review
        ? await stampFile(path.join(folder, 'review.yaml'), (document) => stampTools(document, listing))
        : await stampFile(path.join(folder, 'words.yaml'), (document) => {
            const server = document.get('server');
            return (isMap(server) ? setFirst(server, listing.listed.date) : 0) + stampTools(document, listing);
          });
      process.stdout.write(`${slug}: ${changed} stamped\n`);
    }
    return undefined;
  },
});
