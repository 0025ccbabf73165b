import { expect, test } from 'vitest';
import { KNOWN } from './configurations.fixture.ts';
import { KnownCatalogueSchema } from './known-catalogue.ts';

const [first] = KNOWN.servers;
const withServer = (given: object) => ({ ...KNOWN, servers: [{ ...first, ...given }] });
const withTool = (given: object) => withServer({ tools: [{ ...first?.tools[0], ...given }] });

test.each<[object, boolean]>([
  [KNOWN, true],
  [withTool({ limit: { minute: 2 } }), true],
  [withTool({ segment: 'x' }), true],
  [withTool({ hints: { readOnlyHint: true } }), false],
  [withTool({ limit: { day: 2 } }), false],
  [withTool({ name: undefined }), false],
  [withTool({ verdict: 'safe' }), false],
  [withServer({ packages: [{ registry: 'npm', name: 'a', bin: 'b' }] }), true],
  [withServer({ packages: [{ registry: 'nowhere', name: 'a' }] }), false],
  [withServer({ packages: [{ registry: 'npm', name: 'a', version: '1' }] }), false],
  [withServer({ slug: undefined }), false],
  [{ ...KNOWN, attacks: undefined }, false],
  [{ ...KNOWN, schemaVersion: 2 }, false],
])('a catalogue that is compared with: %#', (value, fits) => {
  expect(KnownCatalogueSchema.safeParse(JSON.parse(JSON.stringify(value))).success).toBe(fits);
});
