import path from 'node:path';
import { preview } from 'astro';
import { close } from 'pagefind';
import { buildSite } from '../src/catalogue/build/build-site.ts';
import { builtWords } from './parts/built-words.ts';
import { contentRoot, MisuseError, runCommand } from './parts/command.ts';

/** Where the site is served when nothing else is said. */
const DEFAULT_PORT = 4321;

function portOf(value: string | boolean | undefined): number {
  if (value === undefined) return DEFAULT_PORT;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new MisuseError(`--port: "${value}" is no port. Give a number from 1 to 65535.`);
  return port;
}

await runCommand({
  usage: `
Usage: npm start [-- --port N --content DIR]

Builds the site and serves it on 127.0.0.1, on the next free port when the one asked for is taken. Ctrl-C ends it.

  --port N       default: ${DEFAULT_PORT}
  --content DIR  the content root (default: content)
`,
  options: { content: { type: 'string' }, port: { type: 'string' } },
  run: async ({ options }) => {
    const port = portOf(options.port);
    const out = path.resolve('dist');
    const built = await buildSite(contentRoot(options), out);
    await close();
    const server = await preview({
      root: process.cwd(),
      outDir: out,
      logLevel: 'error',
      server: { host: '127.0.0.1', port },
    });
    process.stdout.write(`${builtWords(built)}\nhttp://127.0.0.1:${server.port}/\n`);
    await server.closed();
    return undefined;
  },
});
