import { expect, test } from 'vitest';
import type { JsonObject } from '../domain/text/json.ts';
import { FakeModel } from './fake-model.ts';

const wanted = ['a', 'b', 'c'].map((tool) => ({ tool, modelName: `fx_${tool}`, arguments: {} }));
const tools = wanted.map(({ modelName: name }) => ({ type: 'function', function: { name, parameters: {} } }));
const CHAT = '/v1/chat/completions';
const answered = (...ids: string[]): JsonObject => ({
  tools,
  messages: ids.map((id) => ({ role: 'tool', tool_call_id: id, content: `answer to ${id}` })),
});

test('asks for its calls in turns, then for nothing, and keeps what was offered and answered', () => {
  const model = new FakeModel(wanted, 2);
  const first = model.answer(CHAT, { tools, messages: [] });
  expect([first?.includes('fx_a'), first?.includes('fx_b'), first?.includes('fx_c')]).toEqual([true, true, false]);
  expect(model.answer(CHAT, answered('call_0000', 'call_0001'))).toContain('fx_c');
  expect(model.answer(CHAT, answered('call_0000', 'call_0001'))).toContain('Done.');
  expect(model.seen).toEqual({
    offered: ['fx_a', 'fx_b', 'fx_c'],
    results: ['answer to call_0000', 'answer to call_0001', null],
    requests: 3,
  });
});

test('a request without tools, for a title, uses up no turn', () => {
  const model = new FakeModel(wanted, 3);
  expect(model.answer(CHAT, { messages: [] })).toContain('Done.');
  expect(model.answer(CHAT, { tools, messages: [] })).toContain('fx_c');
});

test('anything else that a client asks for is not there', () => {
  expect(new FakeModel(wanted, 3).answer('/v1/models', {})).toBeNull();
});
