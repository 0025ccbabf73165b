import { expect, test } from 'vitest';
import { scopeOf } from './scope.ts';

test.each([
  ['/etc/codex/requirements.toml', null, 'managed'],
  ['/etc/x', 'local', 'managed'],
  ['x/etc/y', null, 'project'],
  ['/library/application support/x', null, 'managed'],
  ['/users/ann/library/application support/x', null, 'user'],
  ['c:/programdata/x', null, 'managed'],
  ['c:/program files/x', null, 'managed'],
  ['~/.claude/settings.json', null, 'user'],
  ['~/.claude.json', null, 'user'],
  ['/home/ann/.codex/config.toml', null, 'user'],
  ['/home/ann/work/.codex/config.toml', null, 'project'],
  ['/root/.codex/config.toml', null, 'user'],
  ['c:/users/ann/appdata/x', null, 'user'],
  ['1:/users/ann/appdata/x', null, 'project'],
  ['repo/home/ann/.codex/x', null, 'project'],
  ['~/.claude/settings.local.json', 'local', 'local'],
  ['.claude/settings.json', null, 'project'],
] as const)('%s is of the %s', (path, own, expected) => expect(scopeOf(path, own)).toBe(expected));
