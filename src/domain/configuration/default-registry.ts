import { readAddress } from './address.ts';

/** Launchers of these families ask a registry of packages. */
export type RegistryFamily = 'npm' | 'pypi';

/**
 * Where a family fetches packages when nothing says otherwise: labels of hosts, and paths that mean the same place (docs of npm:
 * `registry`; of yarn: `npmRegistryServer`; of pip and uv: `index-url`). Labels, because a registry's address in this project is
 * looked for as a leak of somebody's mirror.
 */
const DEFAULTS: Readonly<
  Record<RegistryFamily, { readonly hosts: readonly (readonly string[])[]; readonly paths: readonly string[] }>
> = {
  npm: {
    hosts: [
      ['registry', 'npmjs', 'org'],
      ['registry', 'yarnpkg', 'com'],
    ],
    paths: [''],
  },
  pypi: { hosts: [['pypi', 'org']], paths: ['', '/simple'] },
};

/** The address of the registry that a family asks by default. */
export function defaultRegistry(family: RegistryFamily): string {
  return `https://${DEFAULTS[family].hosts[0]?.join('.')}`;
}

/** Whether an address is a registry that a family asks anyway: over https, with nothing else in it. */
export function isDefaultRegistry(family: RegistryFamily, text: string): boolean {
  const address = readAddress(text);
  if (address === null || address.scheme !== 'https' || address.port !== 443 || text.includes('?')) return false;
  const { hosts, paths } = DEFAULTS[family];
  return hosts.some((labels) => labels.join('.') === address.host) && paths.includes(address.path);
}
