import { expect, test } from 'vitest';
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
