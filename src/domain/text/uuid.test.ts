import { expect, test } from 'vitest';
import { uuidOf } from './uuid.ts';

// Made with another implementation: Python's uuid.uuid5(uuid.NAMESPACE_URL, name).
test.each([
  ['https://example.com/', 'dd2c1780-811a-5296-81c5-178a0ef488bc'],
  ['tag:placard,2026:attack/tool-poisoning', 'b2472948-b834-52d6-849e-c072533a8893'],
])('%s', async (name, uuid) => expect(await uuidOf(name)).toBe(uuid));
