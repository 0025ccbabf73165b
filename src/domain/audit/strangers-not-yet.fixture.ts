/** Work that is left: what has to be made, where it belongs, and which expectations (`id aspect`) fail until it is. */
export interface NotYet {
  readonly todo: string;
  readonly where: string;
  readonly of: readonly string[];
}

/** All expectations of a list, once each and sorted: one may wait for several things. */
export function casesOf(list: readonly NotYet[]): string[] {
  return [...new Set(list.flatMap(({ of }) => of))].sort();
}

/** What the strangers' configurations wait for. The tests hold the list to be exact: who mends something takes it out. */
export const NOT_YET: readonly NotYet[] = [
  {
    todo: 'Identity: a repository by owner and name, an image, an address with its scheme and port; no base name, no other registry, no compound shell',
    where: 'audit/recognise-server.ts, configuration/server-source.ts, configuration/launcher.ts',
    of: ['44-evil-fork servers'],
  },
  {
    todo: 'What is unknown is compared with the catalogue by program, image and address too, not by its key alone',
    where: 'audit/recognise-server.ts (matchByName), audit.ts (namesake)',
    of: ['09-cline-url-keys servers', '26-vscode-python-own servers', '36-cmd-c-npx servers', '44-evil-fork servers'],
  },
  {
    todo: 'env, wsl.exe and a shell with one plain command are seen through',
    where: 'configuration/launcher.ts',
    of: ['36-cmd-c-npx servers'],
  },
  {
    todo: 'The servers that Docker’s gateway is told to run are named',
    where: 'configuration/server-source.ts, audit/recognise-server.ts',
    of: ['16-docker-gateway servers'],
  },
];

/** The same for our own. */
export const HELD_OUT_NOT_YET: readonly NotYet[] = [
  {
    todo: 'A slip away from a known package is a finding of its own',
    where: 'audit/recognise-server.ts with text/edit-distance.ts, a finding of the server in audit.ts',
    of: ['slips servers'],
  },
  {
    todo: 'Identity: a registry that env, an option or a variable names is another; what lies in node_modules is anything; a port counts; likeness by program, image and address',
    where: 'audit/recognise-server.ts, configuration/server-source.ts (which must see env), configuration/launcher.ts',
    of: ['lookalikes servers'],
  },
  {
    todo: 'The servers that Docker’s gateway is told to run are named',
    where: 'configuration/server-source.ts, audit/recognise-server.ts',
    of: ['compose servers'],
  },
];

/** What the command line waits for, for both. */
export const EXITS_NOT_YET: readonly NotYet[] = [];
