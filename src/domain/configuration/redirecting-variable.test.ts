import { describe, expect, test } from 'vitest';
import { type Family, redirectingVariable } from './redirecting-variable.ts';

describe('a variable that may put another server in the place', () => {
  test.each<[Family, string, string]>([
    ['npm', 'NPM_CONFIG_REGISTRY', 'https://npm.example'],
    ['npm', 'npm_config_registry', 'https://npm.example'],
    ['npm', 'npm_config_@acme:registry', 'https://npm.example'],
    ['npm', 'npm_config_userconfig', '/tmp/npmrc'],
    ['npm', 'npm_config_package', 'other'],
    ['npm', 'BUN_CONFIG_REGISTRY', 'https://npm.example'],
    ['npm', 'YARN_NPM_REGISTRY_SERVER', 'https://npm.example'],
    ['npm', 'NODE_OPTIONS', '--require ./first.js'],
    ['npm', 'NODE_PATH', './modules'],
    ['python', 'UV_INDEX_URL', 'https://pypi.example'],
    ['python', 'UV_DEFAULT_INDEX', 'https://pypi.example'],
    ['python', 'UV_CONFIG_FILE', 'uv.toml'],
    ['python', 'PIP_EXTRA_INDEX_URL', 'https://pypi.example'],
    ['python', 'PYTHONPATH', '.'],
    ['docker', 'DOCKER_HOST', 'tcp://hosts.example'],
    ['docker', 'DOCKER_CONFIG', './docker'],
    ['npm', 'PATH', './bin:/usr/bin'],
    ['npm', 'Path', 'C:\\Windows;.\\bin'],
    ['npm', 'PATH', ''],
    ['npm', 'HOME', './home'],
    ['python', 'XDG_CONFIG_HOME', './config'],
    ['npm', 'APPDATA', '.\\data'],
    ['npm', 'LD_PRELOAD', './x.so'],
    ['python', 'GIT_CONFIG_GLOBAL', './gitconfig'],
    ['npm', 'BASH_ENV', './x'],
  ])('%s: %s=%s', (family, name, value) => expect(redirectingVariable(family, [{ name, value }])).toBe(name));
});

describe('a variable that changes nothing of what runs', () => {
  test.each<[Family, string, string]>([
    ['npm', 'GITHUB_TOKEN', 'x'],
    ['npm', 'NODE_ENV', 'production'],
    ['npm', 'ENV', 'production'],
    ['npm', 'UV_INDEX_URL', 'https://pypi.example'],
    ['npm', 'DOCKER_HOST', 'tcp://hosts.example'],
    ['docker', 'NODE_OPTIONS', '--require ./first.js'],
    ['npm', 'npm_config_yes', 'true'],
    ['npm', 'NODE_OPTIONS', '--max-old-space-size=4096 --no-warnings'],
    ['npm', 'PATH', `/opt/homebrew/bin:/usr/bin:\${PATH}`],
    ['npm', 'PATH', 'C:\\Program Files\\nodejs;%PATH%'],
    ['npm', 'HOME', '/home/me'],
    ['npm', 'APPDATA', 'C:\\Users\\me\\AppData\\Roaming\\'],
    ['npm', 'APPDATA', '%APPDATA%'],
    ['python', 'PYTHONUNBUFFERED', '1'],
    ['python', 'GIT_AUTHOR_NAME', 'me'],
  ])('%s: %s=%s', (family, name, value) => expect(redirectingVariable(family, [{ name, value }])).toBeUndefined());
});

test('the first of several is named', () => {
  const variables = ['A', 'NODE_PATH', 'NPM_CONFIG_REGISTRY'].map((name) => ({ name, value: 'x' }));
  expect(redirectingVariable('npm', variables)).toBe('NODE_PATH');
});
