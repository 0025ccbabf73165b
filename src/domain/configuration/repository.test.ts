import { describe, expect, test } from 'vitest';
import { readRepository, repositoryOf } from './repository.ts';

const HASH = '0123456789abcdef0123456789abcdef01234567';

describe('a repository is read from', () => {
  test.each([
    ['github:Acme/Notes', 'github.com/acme/notes', undefined],
    ['acme/notes', 'github.com/acme/notes', undefined],
    ['acme/notes.git', 'github.com/acme/notes', undefined],
    ['gitlab:acme/notes', 'gitlab.com/acme/notes', undefined],
    ['acme/notes#v1.2.0', 'github.com/acme/notes', 'v1.2.0'],
    ['acme/notes#main', 'github.com/acme/notes', 'main'],
    ['git+https://github.com/acme/notes', 'github.com/acme/notes', undefined],
    ['git+https://git.example/acme/notes.git', 'git.example/acme/notes', undefined],
    ['git+ssh://git@github.com/acme/notes.git', 'github.com/acme/notes', undefined],
    ['git+https://github.com/acme/notes@1.2#subdirectory=src/git', 'github.com/acme/notes', '1.2'],
    ['git+https://github.com/acme/notes#subdirectory=src/git&egg=x', 'github.com/acme/notes', undefined],
  ])('%s', (spec, repository, ref) => {
    expect(readRepository(spec)).toEqual({ repository, ...(ref === undefined ? {} : { ref }) });
  });
});

describe('no repository of that owner alone', () => {
  test.each([
    // The commits of forks are there under the name of what was forked.
    `acme/notes#${HASH}`,
    'acme/notes#0123abc',
    'acme/notes#pull/7/head',
    'acme/notes#refs/pull/7/head',
    'acme/notes#semver:^1',
    'acme/notes#feature',
    `git+https://github.com/acme/notes@${HASH}`,
    'git+https://github.com/acme/notes@',
    'git+https://github.com@tools.example/acme/notes',
    'git+https://user@github.com/acme/notes',
    'git+http://github.com/acme/notes',
    'git+https://github.com/acme/notes/tree/main',
    'git+https://github.com/acme/../other/notes',
    'git+https://github.com/acme/notes#subdirectory=../x',
    'git+file:///srv/notes',
    'gist:acme/0123',
    './acme/notes',
    '../notes',
    'acme/..',
    '~/notes',
    '@acme/notes',
    'notes',
    '',
  ])('%s', (spec) => expect(readRepository(spec)).toBeNull());
});

test.each([
  ['https://github.com/Acme/Notes', 'github.com/acme/notes'],
  ['https://github.com/acme/notes.git', 'github.com/acme/notes'],
  ['https://github.com/acme/notes/', 'github.com/acme/notes'],
  ['https://github.com/acme/notes/tree/main/src', null],
  ['https://github.com/acme', null],
  ['', null],
])('the address %s is the repository %s', (address, repository) => expect(repositoryOf(address)).toBe(repository));
