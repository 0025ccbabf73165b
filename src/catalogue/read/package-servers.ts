import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { ToolsFileSchema } from '../../domain/record/record.ts';
import { ServerFileSchema } from '../../domain/record/server.ts';
import { readJson, readYaml } from './read-file.ts';

/** A server of a catalogue that comes in an npm package. */
export interface PackageServer {
  readonly slug: string;
  readonly package: string;
  readonly bin: string | undefined;
  /** Arguments of the recorded listing: other arguments make another list, and so another server. */
  readonly arguments: readonly string[];
}

/** The servers of a content root that come in npm packages; none where there is no content yet. */
export async function packageServers(root: string): Promise<PackageServer[]> {
  const folder = path.join(root, 'servers');
  if (!existsSync(folder)) return [];
  const found: PackageServer[] = [];
  for (const slug of await readdir(folder)) {
    const at = (name: string) => ({ path: path.join(folder, slug, name), file: path.join(folder, slug, name) });
    const { value: server } = await readYaml(at('server.yaml'), ServerFileSchema);
    if (server?.package?.registry !== 'npm') continue;
    const { value: tools } = await readJson(at('tools.json'), ToolsFileSchema);
    const { name, bin } = server.package;
    found.push({ slug, package: name, bin, arguments: tools?.listed.arguments ?? [] });
  }
  return found;
}
