/** Folders that an administrator writes: nobody's checkout lies there. */
const SYSTEM = /^\/(?:usr|opt|bin|sbin|snap|nix\/store|run\/current-system|Applications|Library)(?:\/[^/:;]+)*$/;
/** Folders in a person's home that installers make. */
const OWN =
  /^(?:~|\$HOME|\$\{(?:env:)?HOME\}|\$\{userHome\}|\/root|\/(?:home|Users)\/[^/:;]+)\/(?:\.[^/:;]+|Library|bin|go|(?:mini|ana)conda3?)(?:\/[^/:;]+)*$/;
/** The same on Windows. */
const WINDOWS =
  /^[a-z]:\/(?:Program Files(?: \(x86\))?|ProgramData|Windows|node(?:js)?|nvm4w|Users\/[^/:;]+\/(?:AppData|scoop|\.[^/:;]+))(?:\/[^/:;]+)*$/i;

/**
 * The name, in lower case and without `.exe` or `.cmd`, of a program that the system finds by its name or that lies where
 * programs are installed; null for any other: `./npx` is whatever somebody put there.
 */
export function programOf(command: string): string | null {
  const path = command.replaceAll('\\', '/');
  const at = path.lastIndexOf('/');
  if (at >= 0 && !isProgramFolder(path.slice(0, at))) return null;
  // Only ASCII: some letters of other scripts become Latin ones in lower case.
  const [, name] = /^([A-Za-z0-9][\w.+-]*?)(?:\.(?:cmd|exe|bat|ps1))?$/i.exec(path.slice(at + 1)) ?? [];
  return name?.toLowerCase() ?? null;
}

/** Whether what lies in a folder was installed, as far as its path tells. */
export function isProgramFolder(folder: string): boolean {
  const path = folder.replaceAll('\\', '/').replace(/(?<=.)\/$/, '');
  if (/(?:^|\/)(?:\.{1,2}|node_modules)(?:\/|$)/.test(path)) return false;
  return SYSTEM.test(path) || OWN.test(path) || WINDOWS.test(path);
}
