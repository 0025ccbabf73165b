/** An npm package and, where one is asked for, a version, a range or a tag. */
export interface PackageSpec {
  readonly name: string;
  readonly version?: string;
}

/** The registry's rule for names: lower case, URL-safe, at most 214 characters (docs.npmjs.com: package.json, name). */
const NAME = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
const LONGEST_NAME = 214;

/** A version, range or tag. Addresses, aliases and paths (`git+…`, `npm:…`, `file:…`) have a colon or slash and are not meant. */
const VERSION = /^[\w.^~<>=|*+ -]+$/;

/** Reads `name`, `@scope/name`, `name@1.2.3`, `name@latest`; null for everything else. */
export function parsePackageSpec(text: string): PackageSpec | null {
  const at = text.indexOf('@', 1);
  const name = at < 0 ? text : text.slice(0, at);
  const version = at < 0 ? undefined : text.slice(at + 1);
  if (name.length > LONGEST_NAME || !NAME.test(name) || name.startsWith('-')) return null;
  if (version === undefined) return { name };
  return VERSION.test(version) && !version.startsWith('-') ? { name, version } : null;
}

/** True for one exact version, as against a range or a tag. */
export function isExactVersion(version: string): boolean {
  return /^\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/.test(version);
}
