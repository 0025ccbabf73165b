import { appendFileSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * The MCP server of a run, started by the client itself over standard input and output: node recorded-server.ts TOOLS LOG.
 * TOOLS holds what it lists, as JSON; each call that really reaches it becomes a line of LOG.
 */
const [toolsFile = '', logFile = ''] = process.argv.slice(2);
const tools: unknown = JSON.parse(readFileSync(toolsFile, 'utf8'));

createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line) as {
    id?: number | string;
    method: string;
    params?: { protocolVersion?: string; name?: string };
  };
  if (method === 'tools/call') appendFileSync(logFile, `${JSON.stringify(params?.name)}\n`);
  if (id === undefined) return;
  const answer = answerTo(method, params?.protocolVersion);
  const body = answer === undefined ? { error: { code: -32601, message: 'Method not found' } } : { result: answer };
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, ...body })}\n`);
});

function answerTo(method: string, protocolVersion?: string): object | undefined {
  switch (method) {
    case 'initialize':
      return {
        protocolVersion,
        capabilities: { tools: {} },
        serverInfo: { name: 'recorded', version: '1.0.0' },
      };
    case 'ping':
      return {};
    case 'tools/list':
      return { tools };
    case 'tools/call':
      return { content: [{ type: 'text', text: 'The call reached the server.' }] };
    default:
      return undefined;
  }
}
