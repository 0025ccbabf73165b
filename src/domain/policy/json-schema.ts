import { OPERATORS } from './schema.ts';
import { WINDOW_SECONDS } from './window.ts';

const limits = { type: 'array', items: { $ref: '#/$defs/limit' } } as const;

/**
 * policy.json version 1 as JSON Schema (draft 2020-12), for editors and programs that do not run our code. Two things it
 * cannot say, which `PolicySchema` checks besides: that counters are unique in a list, and that a pattern can be read.
 */
export const POLICY_JSON_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'policy.json, version 1',
  description: 'Which tools of an MCP server may be called, how often and with which arguments.',
  type: 'object',
  required: ['version', 'default'],
  additionalProperties: false,
  properties: {
    version: { const: '1' },
    default: { enum: ['allow', 'deny'], description: 'For tools that are no key of "tools".' },
    hide: {
      type: 'array',
      items: { type: 'string' },
      description: 'Names that are left out of the list and denied when called; "*" is all. Wins over "tools".',
    },
    all_tools: { type: 'object', required: ['limits'], additionalProperties: false, properties: { limits } },
    tools: {
      type: 'object',
      additionalProperties: { $ref: '#/$defs/rule' },
      description: 'Rules by the raw name of the tool.',
    },
  },
  $defs: {
    rule: {
      type: 'object',
      additionalProperties: false,
      properties: {
        require: { type: 'array', items: { $ref: '#/$defs/condition' }, description: 'All must hold.' },
        deny_if: {
          type: 'array',
          description: 'The first entry whose conditions all hold denies; an empty list of conditions denies always.',
          items: {
            type: 'object',
            required: ['conditions'],
            additionalProperties: false,
            properties: {
              conditions: { type: 'array', items: { $ref: '#/$defs/condition' } },
              on_deny: { type: 'string' },
            },
          },
        },
        limits,
      },
    },
    condition: {
      type: 'object',
      required: ['path', 'op'],
      additionalProperties: false,
      properties: { path: { type: 'string', pattern: '^args\\..' }, op: { enum: [...OPERATORS] }, value: true },
    },
    limit: {
      type: 'object',
      required: ['counter', 'window', 'max', 'scope'],
      additionalProperties: false,
      properties: {
        counter: { type: 'string', minLength: 1 },
        window: { enum: Object.keys(WINDOW_SECONDS) },
        max: { type: 'integer', exclusiveMinimum: 0, maximum: Number.MAX_SAFE_INTEGER },
        scope: { const: 'grant' },
      },
    },
  },
} as const;
