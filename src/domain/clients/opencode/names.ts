import { underscored } from '../underscored.ts';

/** opencode 1.18: `<server>_<tool>`. */
export function opencodeName(key: string, tool: string): string {
  return `${underscored(key)}_${underscored(tool)}`;
}
