import { type NamedSecret, Secret } from '../../src/domain/text/secret.ts';
import { type Arguments, MisuseError } from './command.ts';

/** Variables of `--env NAME=VALUE`, and of `--env NAME` where it is set. @throws {MisuseError} */
export function environmentOption(lists: Arguments['lists']): NamedSecret[] {
  return (lists.env ?? []).map((text) => {
    const [, name, value] = /^([A-Za-z_][A-Za-z0-9_]*)(?:=(.*))?$/s.exec(text) ?? [];
    if (name === undefined) throw new MisuseError('--env: give NAME=VALUE, or NAME for a variable that is set.');
    const found = value ?? process.env[name];
    if (found === undefined) throw new MisuseError(`--env ${name}: is not set here. Give ${name}=VALUE.`);
    return { name, value: new Secret(found) };
  });
}
