import { isObject, type Json, type JsonObject } from '../domain/text/json.ts';

/** How a client speaks with a model. */
export type Protocol = 'anthropic-messages' | 'openai-responses' | 'openai-chat' | 'gemini';

/** A call that the model asks for, and the id under which the client answers it. */
export interface ModelCall {
  readonly id: string;
  /** As the request lists it; for a tool in a namespace `namespace name`. */
  readonly name: string;
  readonly arguments: JsonObject;
}

/** One protocol: what a request says, and what an answer looks like. */
interface Wire {
  /** Names of the tools that a request lists. */
  readonly tools: (request: JsonObject) => string[];
  /** What a request says about calls that were asked for: id or, where the protocol has none, name → text. */
  readonly results: (request: JsonObject) => [string, string][];
  /** An answer that asks for these calls; for none, a word that ends the turn. As the events of a stream. */
  readonly events: (calls: readonly ModelCall[], model: string) => readonly StreamEvent[];
  /** What is sent after the last event. */
  readonly end?: string;
}

/** An event of a stream; most protocols give it no name. */
interface StreamEvent {
  readonly event?: string;
  readonly data: object;
}

/** What a model says when it wants nothing more. */
const DONE = 'Done.';

const list = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as Json[]).filter(isObject) : [];
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''));

const anthropic: Wire = {
  tools: ({ tools }) => list(tools).map(({ name }) => text(name)),
  results: ({ messages }) =>
    list(messages)
      .flatMap(({ content }) => list(content))
      .filter(({ type }) => type === 'tool_result')
      .map(({ tool_use_id, content }) => [text(tool_use_id), text(content)]),
  events: (calls, model) => {
    const blocks = calls.map(({ id, name, arguments: input }, index) => [
      { type: 'content_block_start', index, content_block: { type: 'tool_use', id, name, input: {} } },
      {
        type: 'content_block_delta',
        index,
        delta: { type: 'input_json_delta', partial_json: JSON.stringify(input) },
      },
      { type: 'content_block_stop', index },
    ]);
    const word = [
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: DONE } },
      { type: 'content_block_stop', index: 0 },
    ];
    return [
      {
        type: 'message_start',
        message: {
          id: 'msg_1',
          type: 'message',
          role: 'assistant',
          model,
          content: [],
          stop_reason: null,
          stop_sequence: null,
          usage: { input_tokens: 1, output_tokens: 1 },
        },
      },
      ...(calls.length > 0 ? blocks.flat() : word),
      {
        type: 'message_delta',
        delta: { stop_reason: calls.length > 0 ? 'tool_use' : 'end_turn', stop_sequence: null },
        usage: { output_tokens: 1 },
      },
      { type: 'message_stop' },
    ].map((data) => ({ event: data.type, data }));
  },
};

const responses: Wire = {
  tools: ({ tools }) =>
    list(tools).flatMap((tool) =>
      tool.type === 'namespace'
        ? list(tool.tools).map(({ name }) => `${text(tool.name)} ${text(name)}`)
        : typeof tool.name === 'string'
          ? [tool.name]
          : [],
    ),
  results: ({ input }) =>
    list(input)
      .filter(({ type }) => type === 'function_call_output')
      .map(({ call_id, output }) => [text(call_id), text(output)]),
  events: (calls) => {
    const response = { id: 'resp_1', object: 'response', status: 'in_progress', output: [] };
    const items = calls.map(({ id, name, arguments: input }) => {
      const [namespace, own] = name.includes(' ') ? name.split(' ') : [undefined, name];
      return {
        type: 'function_call',
        id: `fc_${id}`,
        call_id: id,
        ...(namespace === undefined ? {} : { namespace }),
        name: own,
        arguments: JSON.stringify(input),
        status: 'completed',
      };
    });
    const word = {
      type: 'message',
      id: 'msg_1',
      role: 'assistant',
      status: 'completed',
      content: [{ type: 'output_text', text: DONE, annotations: [] }],
    };
    return [
      { type: 'response.created', response },
      ...(items.length > 0 ? items : [word]).flatMap((item, output_index) => [
        { type: 'response.output_item.added', output_index, item },
        { type: 'response.output_item.done', output_index, item },
      ]),
      {
        type: 'response.completed',
        response: {
          ...response,
          status: 'completed',
          usage: {
            input_tokens: 1,
            input_tokens_details: { cached_tokens: 0 },
            output_tokens: 1,
            output_tokens_details: { reasoning_tokens: 0 },
            total_tokens: 2,
          },
        },
      },
    ].map((data) => ({ event: data.type, data }));
  },
};

const chat: Wire = {
  tools: ({ tools }) => list(tools).flatMap((tool) => (isObject(tool.function) ? [text(tool.function.name)] : [])),
  results: ({ messages }) =>
    list(messages)
      .filter(({ role }) => role === 'tool')
      .map(({ tool_call_id, content }) => [text(tool_call_id), text(content)]),
  events: (calls, model) => {
    const chunk = (delta: object, finish_reason: string | null = null) => ({
      data: {
        id: 'chatcmpl-1',
        object: 'chat.completion.chunk',
        created: 0,
        model,
        choices: [{ index: 0, delta, finish_reason }],
        ...(finish_reason === null ? {} : { usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 } }),
      },
    });
    const asked = calls.map(({ id, name, arguments: input }, index) =>
      chunk({
        tool_calls: [{ index, id, type: 'function', function: { name, arguments: JSON.stringify(input) } }],
      }),
    );
    return [
      chunk({ role: 'assistant', content: null }),
      ...(calls.length > 0 ? asked : [chunk({ content: DONE })]),
      chunk({}, calls.length > 0 ? 'tool_calls' : 'stop'),
    ];
  },
  end: 'data: [DONE]\n\n',
};

const gemini: Wire = {
  tools: ({ tools }) =>
    list(tools).flatMap(({ functionDeclarations }) => list(functionDeclarations).map(({ name }) => text(name))),
  results: ({ contents }) =>
    list(contents)
      .flatMap(({ parts }) => list(parts))
      .flatMap(({ functionResponse: answer }) =>
        isObject(answer) ? [[text(answer.id ?? answer.name), text(answer.response)] as [string, string]] : [],
      ),
  events: (calls, modelVersion) => [
    {
      data: {
        candidates: [
          {
            index: 0,
            content: {
              role: 'model',
              parts:
                calls.length > 0
                  ? calls.map(({ id, name, arguments: args }) => ({ functionCall: { id, name, args } }))
                  : [{ text: DONE }],
            },
            finishReason: 'STOP',
          },
        ],
        usageMetadata: { promptTokenCount: 1, candidatesTokenCount: 1, totalTokenCount: 2 },
        modelVersion,
      },
    },
  ],
};

/** The four protocols. */
export const WIRES: Readonly<Record<Protocol, Wire>> = {
  'anthropic-messages': anthropic,
  'openai-responses': responses,
  'openai-chat': chat,
  gemini,
};

/** The protocol that a request's path belongs to; null for anything else that a client asks for. */
export function protocolOf(path: string): Protocol | null {
  if (/\/messages$/.test(path)) return 'anthropic-messages';
  if (/\/responses$/.test(path)) return 'openai-responses';
  if (/\/chat\/completions$/.test(path)) return 'openai-chat';
  if (/:(?:streamGenerateContent|generateContent)$/.test(path)) return 'gemini';
  return null;
}

/** The text of a stream of server-sent events. */
export function streamText(protocol: Protocol, calls: readonly ModelCall[], model: string): string {
  const { events, end = '' } = WIRES[protocol];
  const lines = events(calls, model).map(
    ({ event, data }) => `${event === undefined ? '' : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`,
  );
  return `${lines.join('')}${end}`;
}
