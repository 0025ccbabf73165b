import { expect, test } from 'vitest';
import { classifyFailure, FAILURE_CLASSES, type FailureEvidence, plainText, REMEDIES } from './failure.ts';

const ENDED: FailureEvidence = {
  phase: 'initialize',
  fault: 'closed',
  message: 'it ended with code 1',
  answered: '',
  stderr: '',
  noise: '',
  networkAttempts: 0,
  networkAllowed: false,
  environment: [],
};

const ended = (stderr: string, changed: Partial<FailureEvidence> = {}) =>
  classifyFailure({ ...ENDED, stderr, ...changed });

// Wording as real servers have it; names are made up where the words do not depend on them.
test.each([
  ['APIFY_TOKEN is required but not set in the environment variables or in ~/.apify/auth.json', 'needs-credential'],
  [
    'Please provide a token with the --access-token flag or set the ACME_ACCESS_TOKEN environment variable',
    'needs-credential',
  ],
  ['Error: API key is missing. Pass --api-key=sk_…', 'needs-credential'],
  ["Uncaught exception: Error: Unknown command: undefined. Expected 'init' or 'run'.", 'needs-arguments'],
  ['Usage: mcp-server-filesystem <allowed-directory> [additional-directories...]', 'needs-arguments'],
  ["error: missing required argument 'organization'", 'needs-arguments'],
  ['Error: No config file found at /home/user/home/.config/.wrangler/config/default.toml', 'needs-login'],
  ['You are not logged in. Run acme auth login first.', 'needs-login'],
  ["Error [ERR_MODULE_NOT_FOUND]: Cannot find module '/placard/package/node_modules/x/mcp'", 'broken-package'],
  ["Error: Cannot find module '../build/Release/keytar.node'", 'broken-package'],
  ['Error: getaddrinfo EAI_AGAIN api.example.com', 'needs-network'],
  ['TypeError: fetch failed', 'needs-network'],
  ['fatal: the moon is not full', 'exits-at-start'],
  ['', 'exits-at-start'],
] as const)('%s → %s', (stderr, expected) => {
  expect(ended(stderr).class).toBe(expected);
});

test('names the variables that it wants, not those that it has or that are error codes', () => {
  expect(ended('Error: ACME_KEY and ACME_URL must be set (ERR_INVALID_ARG)').variables).toEqual([
    'ACME_KEY',
    'ACME_URL',
  ]);
  expect(ended('ACME_KEY must be set', { environment: ['ACME_KEY'] }).variables).toEqual([]);
});

test('a made-up key that fails at its service lacks the network', () => {
  const found = ended('Error: could not verify API key: fetch failed', { networkAttempts: 3 });
  expect(found).toMatchObject({
    class: 'needs-network',
    message: 'it ended with code 1; it tried to reach the network 3 times',
  });
});

test('silence is told apart by phase, and by what the kernel counted', () => {
  const silent = { ...ENDED, fault: 'timeout', message: 'it did not answer within 30 s' } as const;
  expect(classifyFailure(silent).class).toBe('hangs-at-initialise');
  expect(classifyFailure({ ...silent, phase: 'tools/list' }).class).toBe('hangs-at-tools-list');
  expect(classifyFailure({ ...silent, networkAttempts: 1 }).class).toBe('needs-network');
  expect(classifyFailure({ ...silent, noise: 'Server listening on http://localhost:3000/mcp' }).class).toBe(
    'needs-arguments',
  );
});

test('installing has its own reasons', () => {
  const install = { ...ENDED, phase: 'install', fault: 'unreachable' } as const;
  expect(classifyFailure({ ...install, stderr: 'npm error code E404' }).class).toBe('broken-package');
  expect(classifyFailure({ ...install, stderr: 'npm error code ENOTFOUND' }).class).toBe('needs-network');
  expect(classifyFailure({ ...install, stderr: 'npm error code E401' }).class).toBe('needs-login');
});

test('every class has a remedy', () => {
  for (const each of FAILURE_CLASSES) expect(REMEDIES[each]).toMatch(/\.$/);
});

test('text is without colours, terminal commands and secrets; stack frames make room for the reason', () => {
  expect(plainText('\u001b[31mred\u001b[0m \u001b]0;title\u0007x\u0000\u202ey')).toBe('red xy');
  const { said } = ended(
    'Error: wrong key sk-abcdefghijklmnop\n    at Object.<anonymous> (/a.js:1:1)\n\nNode.js v24.21.0\npostgres://me:pass@db/x?password=p',
  );
  expect(said).toEqual(['Error: wrong key …', 'postgres://…@db/x?password=…']);
});
