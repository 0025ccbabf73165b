import { expect, test } from 'vitest';
import type { ServerFile } from '../domain/record/server.ts';
import { Secret } from '../domain/text/secret.ts';
import { recordedTarget } from './recorded-target.ts';

const SERVER: ServerFile = {
  name: 'Acme',
  package: { registry: 'npm', name: '@acme/s', bin: 'two' },
  listing: { state: 'complete' },
  source: { kind: 'scan', id: 'acme' },
};
const LISTED = {
  date: '2026-11-20',
  how: 'x',
  version: '1.2.3',
  arguments: ['--api-key=…', '--x'],
  environment: ['ACME_TOKEN', 'ACME_URL', 'USE_WIKI', 'ACME_REGION'],
};

test('version, program and arguments as recorded; values given, set, or made up by kind', () => {
  const given = [{ name: 'ACME_TOKEN', value: new Secret('given') }];
  const recorded = recordedTarget('acme', SERVER, LISTED, given, { ACME_REGION: 'eu' });
  expect(recorded?.madeUp).toEqual(['ACME_URL', 'USE_WIKI']);
  expect(recorded?.target.what).toEqual({
    kind: 'npm',
    package: { name: '@acme/s', version: '1.2.3' },
    bin: 'two',
    args: ['--api-key=placard-stand-in-0123456789abcdef', '--x'],
  });
  expect(recorded?.target.environment.map(({ name, value }) => [name, value.reveal()])).toEqual([
    ['ACME_TOKEN', 'given'],
    ['ACME_URL', 'https://example.com'],
    ['USE_WIKI', 'true'],
    ['ACME_REGION', 'eu'],
  ]);
});

test('what cannot be had again is no target', () => {
  const { package: _, ...without } = SERVER;
  expect(recordedTarget('acme', without, LISTED, [], {})).toBeNull();
  expect(recordedTarget('acme', SERVER, { date: '2026-11-20', how: 'x' }, [], {})).toBeNull();
});
