import { expect, test } from 'vitest';
import { readDocument } from '../clients/read-document.ts';
import { type Audit, audit } from './audit.ts';
import { CONFIGURATIONS, type ConfigurationCase, KNOWN } from './configurations.fixture.ts';

function auditOf(files: ConfigurationCase['files']): Audit {
  return audit(files.map(readDocument), KNOWN);
}

function verdicts({ clients }: Audit): Record<string, string> {
  return Object.fromEntries(
    clients.flatMap(({ servers }) =>
      servers.flatMap(({ key, tools }) =>
        tools.map(({ name, treatment: { effect, by } }) => [
          `${key}/${name}`,
          `${effect} ${by === null ? 'default' : `${by.file}:${by.line}`}`,
        ]),
      ),
    ),
  );
}

test.each(CONFIGURATIONS)('$name', ({ files, verdicts: expected, findings = [], unknown = [], unusable = [] }) => {
  const result = auditOf(files);
  expect(verdicts(result)).toEqual(expected);
  const found = result.clients.flatMap((client) => client.findings);
  expect(found.map(({ kind, at }) => `${kind} ${at.file}:${at.line}`).sort()).toEqual([...findings].sort());
  const servers = result.clients.flatMap((client) => client.servers);
  expect(servers.filter(({ match }) => match === null).map(({ key }) => key)).toEqual(unknown);
  expect(result.unusable.map(({ file, place }) => `${file} ${place}`)).toEqual(unusable);
});

test('nothing that is shown holds a secret of the text', () => {
  for (const { files } of CONFIGURATIONS) {
    const shown = JSON.stringify(auditOf(files));
    expect(shown).not.toMatch(/sesame|abcdefgh/);
  }
});
