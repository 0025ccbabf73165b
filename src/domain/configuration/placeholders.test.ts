import { expect, test } from 'vitest';
import { expandPlaceholders } from './placeholders.ts';

const values = {
  environment: (name: string) => ({ HOST: 'example.com', EMPTY: '' })[name],
  input: (id: string) => ({ region: 'eu' })[id],
  folder: '/srv/app',
};
const placeholder = (name: string) => `$\{${name}}`;

test.each([
  [`https://${placeholder('HOST')}/`, 'https://example.com/', []],
  [placeholder('env:HOST'), 'example.com', []],
  [placeholder('EMPTY'), '', []],
  [placeholder('NONE:-x'), 'x', []],
  [placeholder('NONE'), '', ['NONE']],
  [placeholder('input:region'), 'eu', []],
  [placeholder('input:token'), '', ['input:token']],
  [`${placeholder('workspaceFolder')}/a`, '/srv/app/a', []],
  [placeholder('workspaceFolderBasename'), 'app', []],
  [placeholder('something else'), placeholder('something else'), []],
  ['$HOST', '$HOST', []],
])('%s', (text, expected, missing) => {
  expect(expandPlaceholders(text, values)).toEqual({ text: expected, missing });
});
