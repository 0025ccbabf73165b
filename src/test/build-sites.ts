import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { close } from 'pagefind';
import type { TestProject } from 'vitest/node';
import { buildSite } from '../catalogue/build/build-site.ts';
import { startBrowser } from './browser.ts';
import { type ContactEndpoint, startContactEndpoint } from './contact-endpoint.ts';
import { writeHostileContent, writePlainContent } from './hostile-content.ts';

/** A content root and the site that was built from it. */
export interface TestSite {
  readonly content: string;
  readonly out: string;
}

/** The sites that tests look at: this project's own, one of strangers who try everything, one without any setting. */
export interface TestSites {
  readonly own: TestSite;
  readonly hostile: TestSite;
  readonly plain: TestSite;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly sites: TestSites;
    /** Where the hostile site's contact form goes. */
    readonly contactEndpoint: string;
  }
}

let folder: string | undefined;
let endpoint: ContactEndpoint | undefined;

/** Builds the sites once for all tests of the project `site`. */
export async function setup(project: TestProject): Promise<void> {
  folder = await mkdtemp(path.join(os.tmpdir(), 'placard-sites-'));
  const at = (name: string) => path.join(folder as string, name);
  const sites: TestSites = {
    own: { content: path.resolve('content'), out: path.join(at('own'), 'site') },
    hostile: { content: path.join(at('hostile'), 'content'), out: path.join(at('hostile'), 'site') },
    plain: { content: path.join(at('plain'), 'content'), out: path.join(at('plain'), 'site') },
  };
  await mkdir(at('own'));
  endpoint = await startContactEndpoint();
  await writeHostileContent(sites.hostile.content, endpoint.url);
  await writePlainContent(sites.plain.content);
  for (const { content, out } of [sites.own, sites.hostile, sites.plain]) await buildSite(content, out);
  await close();
  // The bundled browser is unpacked here, once: two test files that do it at the same time disturb each other.
  await (await startBrowser()).close();
  project.provide('sites', sites);
  project.provide('contactEndpoint', endpoint.url);
}

/** Removes them. */
export async function teardown(): Promise<void> {
  await endpoint?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
}
