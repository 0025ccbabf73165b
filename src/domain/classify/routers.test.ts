import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../text/json.ts';
import { classifyTool } from './classify.ts';

const text = { type: 'string' };
const flag = { type: 'boolean' };
const steps = (kind: JsonObject) => ({
  type: 'array',
  items: { type: 'object', properties: { type: kind, selector: text } },
});

function classify(
  name: string,
  description?: string,
  properties: JsonObject = {},
  server = 'acme',
  hints?: JsonObject,
) {
  return classifyTool({
    server,
    tool: {
      name,
      ...(description === undefined ? {} : { description }),
      inputSchema: { type: 'object', properties },
      ...(hints === undefined ? {} : { annotations: hints }),
    },
  });
}
type Parts = [name: string, description?: string, properties?: JsonObject, server?: string];
const category = (...parts: Parts) => classify(...parts).category;
const signals = (...parts: Parts) => classify(...parts).signals.map(({ id }) => id);

describe('routers', () => {
  const router = { command: text, parameters: { type: 'object' }, intent: text, learn: flag };

  it.each([
    ['Execute', 'Storage operations: commands for listing and managing buckets. Sub commands are routed on.'],
    ['Execute', 'Manage and query the cluster, for when you need visibility. A command router.'],
    ['Destructive', 'Board operations: listing, creating and deleting boards. A command router.'],
    ['Execute', 'Board operations: listing and creating boards, never deleting one. A command router.'],
    ['Read', 'Advice operations: commands that return guidance on costs. A command router.'],
  ])('%s: %s', (expected, description) => expect(category('boards', description, router)).toBe(expected));

  it('takes a sub-command for no shell command', () => {
    expect(signals('boards', 'Manages boards. A command router.', router)).not.toContain('code');
    expect(signals('run', 'Run a command in a shell', { command: text })).toContain('code');
    expect(signals('store', 'Executing KQL queries and managing tables. A command router.', router)).toContain('code');
  });
});

describe('operations, options and nested arguments', () => {
  it('does not believe a read-only claim about free stages', () =>
    expect(
      classify('aggregate', 'Run an aggregation', { pipeline: { type: 'array' } }, 'mongodb', { readOnlyHint: true }),
    ).toMatchObject({ category: 'Execute', level: 'critical' }));

  it('finds scripts among nested options', () =>
    expect(signals('scrape', 'Scrape', { actions: steps({ enum: ['click', 'executeJavascript'] }) })).toContain(
      'code',
    ));
});
