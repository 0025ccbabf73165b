import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFrameReader } from './framing.ts';

const LIMITS = { messageBytes: 200, outputBytes: 1000 };
const read = (...chunks: readonly (string | Buffer)[]) => {
  const reader = createFrameReader(LIMITS);
  return chunks.flatMap((chunk) => reader.read(Buffer.from(chunk)));
};
const MESSAGE = '{"jsonrpc":"2.0","id":1,"result":{"a":"ü"}}';
const PARSED = { message: { jsonrpc: '2.0', id: 1, result: { a: 'ü' } } };

test('one message a line, however it is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 8 }), (cuts) => {
      const bytes = Buffer.from(`${MESSAGE}\n${MESSAGE}\r\n`);
      const chunks: Buffer[] = [];
      let at = 0;
      for (const cut of cuts) {
        chunks.push(bytes.subarray(at, at + cut));
        at += cut;
      }
      expect(read(...chunks, bytes.subarray(at))).toEqual([PARSED, PARSED]);
    }),
  );
});

test('what is no protocol is noise', () => {
  expect(read('Ready.\n\n{"level":"info"}\n{ not json\n[]\n7\n')).toEqual(
    ['Ready.', '{"level":"info"}', '{ not json', '[]', '7'].map((noise) => ({ noise })),
  );
});

test('a byte order mark, a banner without a line end, a batch', () => {
  expect(read(`\uFEFF${MESSAGE}\n`)).toEqual([PARSED]);
  expect(read(`Listening… ${MESSAGE}\n`)).toEqual([{ noise: 'Listening… ' }, PARSED]);
  expect(read(`[${MESSAGE},${MESSAGE}]\n`)).toEqual([PARSED, PARSED]);
});

test('broken JSON-RPC is an error at once', () => {
  expect(() => read('{"jsonrpc":"2.0","id":1,"result":{"tools":[\n')).toThrow('a message is broken JSON');
});

test('a message and a stream over the limit are errors, before the line has ended', () => {
  expect(() => read('x'.repeat(201))).toThrow('a message has more than 0 MiB');
  expect(() => read(...Array.from({ length: 11 }, () => `${'x'.repeat(99)}\n`))).toThrow('it wrote more than 0 MiB');
  expect(read(...Array.from({ length: 10 }, () => `${'x'.repeat(99)}\n`))).toHaveLength(10);
});
