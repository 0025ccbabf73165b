import type { ConfigurationProblem } from '../configuration/configured-server.ts';
import { type ReadTool, readTool } from '../record/tool-members.ts';
import { isObject, type Json, type JsonObject } from '../text/json.ts';
import { type NotRead, placeOf } from './not-read.ts';

/** The kind of an answer to tools/list, or of the list in it. */
export const TOOLS_LIST = 'tools-list';

/** The most tools that are read of one list. */
const MOST_TOOLS = 2000;

/** Whether a file is a list of tools: the JSON-RPC message, its result, or an object with the list. */
export function isToolsList(value: JsonObject): boolean {
  const { list } = listIn(value);
  return Array.isArray(list) && list.every(isObject) && value.mcpServers === undefined;
}

/** The tools of a list, and what of it could not be read or is not read. */
export interface ReadTools {
  readonly tools: readonly ReadTool[];
  readonly problems: readonly ConfigurationProblem[];
  readonly notRead: readonly NotRead[];
}

/** The tools of a list, in its order. */
export function toolsIn(value: JsonObject): ReadTools {
  const { list, path } = listIn(value);
  const all = Array.isArray(list) ? (list as readonly Json[]) : [];
  const tools: ReadTool[] = [];
  const problems: ConfigurationProblem[] = [];
  const places = new Map<string, (readonly (string | number)[])[]>();
  for (const [index, given] of all.slice(0, MOST_TOOLS).entries()) {
    const way = [...path, index];
    const read = isObject(given) ? readTool(given) : null;
    if (read === null || 'message' in read) {
      const { member, message, remedy } = read ?? { member: null, message: 'is no object', remedy: 'Take it out.' };
      const place = member === null ? way : [...way, member];
      problems.push({ place: placeOf(place), path: place, message, remedy });
    } else if (typeof read.parts.name !== 'string' || read.parts.name === '') {
      problems.push({
        place: placeOf(way),
        path: way,
        message: 'has no name',
        remedy: 'Give it its name, or take it out.',
      });
    } else {
      tools.push(read);
      for (const name of read.unknown) places.set(name, [...(places.get(name) ?? []), [...way, name]]);
    }
  }
  const left = all.length - MOST_TOOLS;
  if (left > 0) {
    const message = `has more than ${MOST_TOOLS} tools: ${left} are not read`;
    problems.push({ place: 'line 1', message, remedy: 'Give the rest in a list of its own.' });
  }
  const { nextCursor } = isObject(value.result) ? value.result : value;
  if (typeof nextCursor === 'string' && nextCursor !== '') {
    const remedy = 'Ask for all pages, and give their tools in one list.';
    problems.push({
      place: 'nextCursor',
      path: ['nextCursor'],
      message: 'says that this is one page of several',
      remedy,
    });
  }
  return { tools, problems, notRead: [...places.values()].map(notReadAt) };
}

/** A member that several tools have is listed once. */
function notReadAt(ways: readonly (readonly (string | number)[])[]): NotRead {
  const [path = []] = ways;
  const others = ways.length > 1 ? ` ${ways.length - 1} more of these tools have it.` : '';
  return { path, place: placeOf(path), says: `No verdict looks at this member of a tool.${others}` };
}

function listIn(value: JsonObject): { readonly list: Json | undefined; readonly path: readonly string[] } {
  return isObject(value.result)
    ? { list: value.result.tools, path: ['result', 'tools'] }
    : { list: value.tools, path: ['tools'] };
}
