import { expect, test } from 'vitest';
import { FORMAT_LABELS, type FormatId } from '../enforcement/format-ids.ts';
import { CLIENT_IDS, clientById } from './registry.ts';

/** What stands more than once among the forms of files of all clients. */
function repeated(of: 'kind' | 'precedence'): (string | number)[] {
  const all = CLIENT_IDS.flatMap((id) => clientById(id).files.forms.map((form) => form[of]));
  return all.filter((value, index) => all.indexOf(value) !== index);
}

test('no two forms of files are asked for at once: whose a file is would hang on the order of the registry', () => {
  expect(repeated('precedence')).toEqual([]);
});

test('a report can tell every form of file from every other', () => expect(repeated('kind')).toEqual([]));

test.each(CLIENT_IDS.filter((id) => clientById(id).policy !== null))(
  '%s: its policy has its id and its names',
  (id) => {
    const { policy, words } = clientById(id);
    expect([policy?.id, policy?.name]).toEqual([id, words.name]);
    expect(FORMAT_LABELS[policy?.id as FormatId]).toBe(words.short);
  },
);
