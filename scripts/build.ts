import path from 'node:path';
import { close } from 'pagefind';
import { buildSite } from '../src/catalogue/build/build-site.ts';
import { builtWords } from './parts/built-words.ts';
import { contentRoot, givenPath, runCommand } from './parts/command.ts';

await runCommand({
  usage: `
Usage: npm run build [-- --content DIR --out DIR]

Checks the content and builds the site; builds nothing when the content does not hold.

  --content DIR  the content root (default: content)
  --out DIR      the site, replaced whole (default: dist)
`,
  options: { content: { type: 'string' }, out: { type: 'string' } },
  run: async ({ options }) => {
    const out = typeof options.out === 'string' ? givenPath(options.out) : path.resolve('dist');
    const built = await buildSite(contentRoot(options), out);
    await close();
    process.stdout.write(`${builtWords(built)}\n${out}\n`);
    return undefined;
  },
});
