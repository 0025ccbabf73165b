import { defineCollection } from 'astro:content';
import path from 'node:path';
import { glob } from 'astro/loaders';
import { shippedFolder, type TextKind, textFolder } from './catalogue/read/content.ts';
import { AttackFileSchema, GuideFileSchema } from './domain/attacks/attack.ts';

// Only texts whose body is rendered are collections; everything else comes through the catalogue (src/catalogue/load.ts),
// which also knows which of Placard's texts a catalogue does without.
const root = path.resolve(process.env.PLACARD_CONTENT ?? 'content');

/** The texts of one folder; none where there is no folder. */
const textsOf = (base: string | null) => (base === null ? async () => [] : glob({ base, pattern: '*.mdx' }));
const own = (kind: TextKind) => textsOf(textFolder(root, kind));
const shipped = (kind: TextKind) => textsOf(shippedFolder(root, kind));

export const collections = {
  attacks: defineCollection({ loader: own('attacks'), schema: AttackFileSchema }),
  guides: defineCollection({ loader: own('guides'), schema: GuideFileSchema }),
  shippedAttacks: defineCollection({ loader: shipped('attacks'), schema: AttackFileSchema }),
  shippedGuides: defineCollection({ loader: shipped('guides'), schema: GuideFileSchema }),
};
