import { defineCollection } from 'astro:content';
import path from 'node:path';
import { glob } from 'astro/loaders';
import { textFolder } from './catalogue/read/content.ts';
import { AttackFileSchema, GuideFileSchema } from './domain/attacks/attack.ts';

// Only texts whose body is rendered are collections; everything else comes through the catalogue (src/catalogue/load.ts).
const root = path.resolve(process.env.PLACARD_CONTENT ?? 'content');

export const collections = {
  attacks: defineCollection({
    loader: glob({ base: await textFolder(root, 'attacks'), pattern: '*.mdx' }),
    schema: AttackFileSchema,
  }),
  guides: defineCollection({
    loader: glob({ base: await textFolder(root, 'guides'), pattern: '*.mdx' }),
    schema: GuideFileSchema,
  }),
};
