import { withItems, withoutMembers, withValue } from '../../configuration/json-edit.ts';
import { jsonString } from '../../enforcement/quoting.ts';
import { isObject } from '../../text/json.ts';
import type { PatchWriter } from '../patch.ts';
import { fitsWildcard } from '../wildcard.ts';
import { CONFIG } from './files.ts';
import { opencodeName } from './names.ts';
import { isVersionTwo } from './permissions.ts';
import { opencodeRules } from './policy.ts';

/** Puts the rules at the end of `permission`, where they win, and takes out those that speak of the same tools. */
export const patch: PatchWriter = (files, servers, notes) => {
  const names = servers.flatMap(({ key, choices }) => [...choices.keys()].map((tool) => opencodeName(key, tool)));
  const prefixes = servers.map(({ key }) => opencodeName(key, ''));
  const isOurs = (key: string) =>
    names.includes(key) ||
    (prefixes.some((prefix) => key.startsWith(prefix)) && names.some((name) => fitsWildcard(key, name, true)));
  const configs = files.ofKind(CONFIG);
  if (isVersionTwo(configs.flatMap(({ document }) => document ?? []))) {
    notes.push('These files are of opencode 2, whose rules are not written yet. Its list `permissions` decides.');
    return;
  }
  for (const file of configs) {
    for (const member of ['permission', 'tools']) {
      const own = file.document?.value[member];
      if (isObject(own)) file.after = withoutMembers(file.after, [member], Object.keys(own).filter(isOurs));
    }
  }
  const target = configs[0] ?? files.add('opencode.json', '{}\n');
  const whole = target.document?.value.permission;
  if (typeof whole === 'string') target.after = withValue(target.after, ['permission'], { '*': whole });
  const entries = servers
    .flatMap(({ plan }) => opencodeRules(plan))
    .map(([pattern, action]) => `${jsonString(pattern)}: ${jsonString(action)}`);
  target.after = withItems(target.after, ['permission'], entries, 'object');
  notes.push('The order of the lines counts: a program that sorts the keys breaks it.');
};
