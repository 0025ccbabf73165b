import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../domain/text/json.ts';
import { type ModelCall, type Protocol, protocolOf, streamText, WIRES } from './wire.ts';

/** Requests as the clients of clients.ts sent them, cut down to what the model looks at: the tools, and answers to two calls. */
const REQUESTS: Readonly<Record<string, { protocol: Protocol; path: string; body: JsonObject; tools: string[] }>> = {
  'Claude Code 2.1.329': {
    protocol: 'anthropic-messages',
    path: '/v1/messages',
    tools: ['Bash', 'mcp__fx__read_thing'],
    body: {
      model: 'claude-opus-5-5',
      tools: [
        { name: 'Bash', description: 'x', input_schema: { type: 'object' } },
        { name: 'mcp__fx__read_thing', description: 'A recorded tool.', input_schema: { type: 'object' } },
      ],
      messages: [
        { role: 'user', content: [{ type: 'text', text: 'Do it.' }] },
        { role: 'system', content: '# Environment' },
        { role: 'assistant', content: [{ type: 'tool_use', id: 'call_0000', name: 'mcp__fx__read_thing', input: {} }] },
        {
          role: 'user',
          content: [
            { tool_use_id: 'call_0000', type: 'tool_result', content: [{ type: 'text', text: 'reached' }] },
            { type: 'tool_result', content: 'refused', is_error: true, tool_use_id: 'call_0001' },
          ],
        },
      ],
      stream: true,
    },
  },
  'Codex 0.169.0': {
    protocol: 'openai-responses',
    path: '/v1/responses',
    tools: ['shell', 'mcp__fx read_thing', 'mcp__fx run_thing'],
    body: {
      model: 'fake',
      tools: [
        { type: 'function', name: 'shell', strict: false, parameters: { type: 'object' } },
        {
          type: 'namespace',
          name: 'mcp__fx',
          tools: [
            { type: 'function', name: 'read_thing', parameters: { type: 'object', properties: {} } },
            { type: 'function', name: 'run_thing', parameters: { type: 'object', properties: {} } },
          ],
        },
        { type: 'web_search' },
      ],
      input: [
        { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Do it.' }] },
        { type: 'function_call', name: 'read_thing', namespace: 'mcp__fx', arguments: '{}', call_id: 'call_0000' },
        { type: 'function_call_output', call_id: 'call_0000', output: [{ type: 'input_text', text: 'reached' }] },
        { type: 'function_call_output', call_id: 'call_0001', output: 'refused' },
      ],
      stream: true,
    },
  },
  'opencode 1.18.33 and GitHub Copilot CLI 1.0.102': {
    protocol: 'openai-chat',
    path: '/v1/chat/completions',
    tools: ['fx_read_thing'],
    body: {
      model: 'fake',
      tools: [{ type: 'function', function: { name: 'fx_read_thing', parameters: { type: 'object' } } }],
      messages: [
        { role: 'system', content: 'x' },
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'call_0000', type: 'function', function: { name: 'fx_read_thing', arguments: '{}' } }],
        },
        { role: 'tool', tool_call_id: 'call_0000', content: 'reached' },
        { role: 'tool', tool_call_id: 'call_0001', content: 'refused' },
      ],
      stream: true,
    },
  },
  'Gemini CLI 0.61.0': {
    protocol: 'gemini',
    path: '/v1beta/models/gemini-2.5-flash:streamGenerateContent',
    tools: ['update_topic', 'mcp_fx_read_thing'],
    body: {
      tools: [
        { functionDeclarations: [{ name: 'update_topic' }, { name: 'mcp_fx_read_thing', parametersJsonSchema: {} }] },
      ],
      contents: [
        { role: 'user', parts: [{ text: 'Do it.' }] },
        { role: 'model', parts: [{ functionCall: { id: 'call_0000', args: {}, name: 'mcp_fx_read_thing' } }] },
        {
          role: 'user',
          parts: [
            { functionResponse: { name: 'mcp_fx_read_thing', response: { output: 'reached' }, id: 'call_0000' } },
            { functionResponse: { name: 'mcp_fx_run_thing', response: { error: 'refused' }, id: 'call_0001' } },
          ],
        },
      ],
    },
  },
};

describe.each(Object.entries(REQUESTS))('a request of %s', (_, { protocol, path, body, tools }) => {
  test('is known by its path, and says which tools it offers', () => {
    expect(protocolOf(path)).toBe(protocol);
    expect(WIRES[protocol].tools(body)).toEqual(tools);
  });

  test('says what became of the calls that were asked for', () => {
    const results = WIRES[protocol].results(body);
    expect(results.map(([id]) => id)).toEqual(['call_0000', 'call_0001']);
    expect(results.map(([, said]) => said)).toEqual([
      expect.stringContaining('reached'),
      expect.stringContaining('refused'),
    ]);
  });

  test('without tools or messages, offers nothing and says nothing', () => {
    expect([WIRES[protocol].tools({}), WIRES[protocol].results({})]).toEqual([[], []]);
  });
});

test.each(['/', '/v1/messages/count_tokens', '/v1/models', '/v1beta/models/x:countTokens'])('%s is no turn', (path) => {
  expect(protocolOf(path)).toBeNull();
});

const CALLS: readonly ModelCall[] = [
  { id: 'call_0000', name: 'fx_a', arguments: {} },
  { id: 'call_0001', name: 'ns b"\n', arguments: { text: 'line\nbreak' } },
];

/** The data of each event of a stream, read as a client reads it. */
function dataOf(stream: string): unknown[] {
  return stream
    .split('\n\n')
    .filter((each) => each !== '')
    .map((each) => /^data: (.*)$/m.exec(each)?.[1] ?? '')
    .filter((data) => data !== '[DONE]')
    .map((data) => JSON.parse(data));
}

type Answer = Record<string, Record<string, unknown>>;

/** The calls of an answer, as a client of each protocol finds them. */
const ASKED: Readonly<Record<Protocol, (events: readonly unknown[]) => unknown[]>> = {
  'anthropic-messages': (events) => {
    const blocks = (events as Answer[]).filter(({ type }) => String(type) === 'content_block_start');
    const deltas = (events as Answer[]).flatMap(({ delta }) => delta?.partial_json ?? []);
    return blocks.map(({ content_block: block }, index) => [block?.id, block?.name, JSON.parse(String(deltas[index]))]);
  },
  'openai-responses': (events) =>
    (events as Answer[])
      .filter(({ type }) => String(type) === 'response.output_item.done')
      .map(({ item }) => [
        item?.call_id,
        item?.namespace === undefined ? item?.name : `${item.namespace} ${item.name}`,
        JSON.parse(String(item?.arguments)),
      ]),
  'openai-chat': (events) =>
    (events as { choices: { delta: { tool_calls?: { id: string; function: Record<string, string> }[] } }[] }[])
      .flatMap(({ choices }) => choices[0]?.delta.tool_calls ?? [])
      .map(({ id, function: called }) => [id, called.name, JSON.parse(called.arguments ?? '')]),
  gemini: (events) =>
    (events as { candidates: { content: { parts: { functionCall: Record<string, unknown> }[] } }[] }[])
      .flatMap(({ candidates }) => candidates[0]?.content.parts ?? [])
      .map(({ functionCall: { id, name, args } }) => [id, name, args]),
};

describe.each(Object.keys(WIRES) as Protocol[])('an answer in %s', (protocol) => {
  test('asks for every call, with its id, name and arguments', () => {
    expect(ASKED[protocol](dataOf(streamText(protocol, CALLS, 'fake')))).toEqual(
      CALLS.map(({ id, name, arguments: input }) => [id, name, input]),
    );
  });

  test('that wants nothing more ends the turn with a word', () => {
    const stream = streamText(protocol, [], 'fake');
    expect(stream).toContain('Done.');
    expect(stream).toMatch(/end_turn|"status":"completed"|"stop"|STOP/);
    expect(stream).not.toMatch(/tool_use|function_call|tool_calls|functionCall/);
  });
});
