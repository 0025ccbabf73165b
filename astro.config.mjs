import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

const SHARED_PARTS =
  /src\/(client\/announce|domain\/risk\/signal|domain\/text\/(edit-distance|letters|name-parts))\.ts$/;

export default defineConfig({
  integrations: [mdx({ syntaxHighlight: false })],
  trailingSlash: 'always',
  // 32 pages at a time: measured, docs/decisions/0015-static-pages-by-astro.md.
  build: { concurrency: 32, inlineStylesheets: 'never', format: 'directory' },
  devToolbar: { enabled: false },
  // Small scripts stay files: a strict content security policy forbids inline ones.
  vite: {
    build: {
      assetsInlineLimit: 0,
      // Schemas that a browser does not use are left out, and zod with them: policies on demand weigh a third. So are the
      // examples of the classifier's tables, which only the ledger reads.
      rolldownOptions: {
        treeshake: { manualPureFunctions: ['z', 'wordTable', 'plainTable', 'patternTable'] },
        // Small parts that later scripts share come in one file: every page's script lists the files of all of them. Only parts
        // that import nothing but zod, which is dropped: what they import would come along, and every page would load it.
        output: { codeSplitting: { groups: [{ name: 'shared', test: SHARED_PARTS }] } },
      },
    },
  },
});
