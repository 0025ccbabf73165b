import { expect, test } from 'vitest';
import { BrandFileSchema } from './brand.ts';

test.each<[object, boolean]>([
  [{}, true],
  [{ official: { by: 'Example' } }, true],
  [{ official: { by: 'Example', server: 'example', endpoint: 'https://example.com/mcp', note: 'in preview' } }, true],
  [{ official: {} }, false],
  [{ official: { by: 'Example', server: 'Not A Slug' } }, false],
  [{ official: { by: 'Example', endpoint: 'javascript:alert(1)' } }, false],
  [{ official: { by: 'Example', sheet: 'example' } }, false],
  [{ looked: 'yesterday' }, false],
  [{ name: ' ' }, false],
])('%j fits: %s', (given, fits) => {
  expect(BrandFileSchema.safeParse({ name: 'Example', looked: '2026-11-28', ...given }).success).toBe(fits);
});
