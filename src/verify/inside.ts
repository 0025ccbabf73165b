import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { FakeModel, serveModel } from './fake-model.ts';
import type { InsideAnswer, InsideOrder } from './observation.ts';

/**
 * The half of a run that is inside the network namespace: node inside.ts ORDER ANSWER. It serves the model, runs the client
 * to its end, and writes down what both showed.
 */
const [orderFile = '', answerFile = ''] = process.argv.slice(2);
const order = JSON.parse(readFileSync(orderFile, 'utf8')) as InsideOrder;
const model = new FakeModel(order.calls, order.callsATurn);
const server = await serveModel(model);

const client = spawn(order.program, order.args, {
  cwd: order.folder,
  env: order.environment,
  stdio: ['ignore', 'pipe', 'pipe'],
});
/** A client that lists all tools in each message about one prints megabytes. */
const MOST_OUTPUT = 8_000_000;
let output = '';
const keep = (chunk: Buffer) => {
  output = (output + chunk.toString('utf8')).slice(-MOST_OUTPUT);
};
client.stdout.on('data', keep);
client.stderr.on('data', keep);
const late = setTimeout(() => client.kill('SIGKILL'), order.timeoutMs);
client.once('error', (error) => keep(Buffer.from(error.message)));
client.once('close', (exitCode) => {
  clearTimeout(late);
  const answer: InsideAnswer = { exitCode, output, ...model.seen };
  writeFileSync(answerFile, JSON.stringify(answer));
  server.closeAllConnections();
  server.close();
  // What the client left running ends with the namespace, whose first process this is.
  process.exit(0);
});
