import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ImportedServer } from '../src/catalogue/import/imported.ts';
import { readJson, readYaml } from '../src/catalogue/read/read-file.ts';
import { writeServers } from '../src/catalogue/write/write-servers.ts';
import { isCopied } from '../src/domain/record/own-listing.ts';
import { ToolsFileSchema } from '../src/domain/record/record.ts';
import { type ServerFile, ServerFileSchema } from '../src/domain/record/server.ts';
import { contentRoot, MisuseError, runCommand, sharedFolder } from './parts/command.ts';
import { sharedServers } from './parts/shared-servers.ts';
import { tokenCounter } from './parts/tokens.ts';

/**
 * A copy whose source has no day keeps the one that stands in its record: somebody looked it up. What a collection calls a server is
 * no claim of the server's.
 */
async function asCopied(server: ImportedServer, root: string): Promise<ImportedServer> {
  if (!isCopied(server.tools)) return server;
  const file = path.join(root, 'servers', server.id, 'tools.json');
  const recorded = existsSync(file) ? (await readJson({ path: file, file }, ToolsFileSchema)).value : null;
  const { date, asOf = recorded?.listed.asOf, callsItself: _, ...rest } = server.listed;
  return { ...server, listed: { date, ...(asOf === undefined ? {} : { asOf }), ...rest } };
}

await runCommand({
  usage: `
Usage: npm run -s records [-- SERVER… --content DIR]

Writes tools.json anew for servers of this catalogue from the captures and facts in $PLACARD_SHARED (default ../shared):
classifies their definitions and keeps facts only. Without SERVER, for all whose \`source\` in server.yaml is found there.

  --content DIR  the content root (default: content)
`,
  takesWords: true,
  options: { content: { type: 'string' } },
  run: async ({ options, words }) => {
    const root = contentRoot(options);
    const shared = sharedFolder();
    if (!existsSync(shared))
      throw new MisuseError(`${shared} is not there. Set PLACARD_SHARED to the folder with facts/ and corpus/.`);
    const available = await sharedServers(shared);
    const wanted: ImportedServer[] = [];
    for (const slug of await readdir(path.join(root, 'servers'))) {
      if (words.length > 0 && !words.includes(slug)) continue;
      const file = path.join(root, 'servers', slug, 'server.yaml');
      const { value } = await readYaml<typeof ServerFileSchema>({ path: file, file }, ServerFileSchema);
      const source = (value as ServerFile | null)?.source;
      const found = source && 'id' in source ? available.get(`${source.kind}:${source.id}`) : undefined;
      if (found === undefined) process.stderr.write(`${slug}: its source is not in the shared folder, left as it is\n`);
      else wanted.push(await asCopied({ ...found, id: slug }, root));
    }
    const written = await writeServers(root, wanted, tokenCounter());
    for (const { slug, file } of written) process.stdout.write(`${slug}: ${file.tools.length} tools\n`);
    return undefined;
  },
});
