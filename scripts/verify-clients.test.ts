import { describe, expect, test } from 'vitest';
import { runScript } from '../src/test/run-script.ts';

// The runs of the clients themselves are opt-in: they need 1.4 GB that no test may fetch.
describe('ends with 2 and the remedy', () => {
  test.each([
    ['a format that no client reads', ['--only', 'cursor'], {}, /--only takes one of: claude-code, codex/],
    ['a server that is not tried', ['--server', 'nobody'], {}, /--server takes one of: .*hostile/],
    ['a machine without namespaces', [], { PATH: '/nowhere' }, /cannot be made: .*It takes unshare .*ip /],
  ])('%s', async (_, args, env, words) => {
    const { code, stderr } = await runScript('verify-clients', args, { env });
    expect([code, stderr]).toEqual([2, expect.stringMatching(words)]);
  });
});

test('--help names the formats and what the first run costs', async () => {
  const { code, stdout } = await runScript('verify-clients', ['--help']);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/codex-requirements[\s\S]*/)]);
  expect(stdout).toContain('1.4 GB');
});
