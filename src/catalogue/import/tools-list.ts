import { isObject } from '../../domain/text/json.ts';
import { parseDefinition, unreadMembers } from './definition.ts';
import { ImportError, type ImportedServer } from './imported.ts';

/**
 * One server from a tools/list answer: the JSON-RPC message, its `result`, or the bare list of tools.
 * @param id the server's id: the file's name
 * @param asOf the day of the answer, where somebody knows it
 * @throws {ImportError} naming what is wrong and the remedy
 */
export function importToolsList(text: string, id: string, today: string, asOf?: string): ImportedServer {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ImportError(`${id}: cannot be read as JSON: ${(error as Error).message}. Save one answer to tools/list.`);
  }
  if (hasNextPage(value)) {
    throw new ImportError(
      `${id}: is one page of several (nextCursor). Ask for all pages and save their tools in one list.`,
    );
  }
  const tools = toolsIn(value);
  if (tools === null)
    throw new ImportError(`${id}: holds no list of tools. Save one answer to tools/list: {"tools": […]}.`);
  return {
    id,
    unread: unreadMembers(tools),
    tools: tools.map((tool, index) => ({
      definition: parseDefinition(tool, `${id}, tool ${index + 1}`),
      definitionSource: 'listed',
    })),
    listed: {
      date: today,
      ...(asOf === undefined ? {} : { asOf }),
      how: 'an answer to tools/list, imported from a file',
    },
    server: {
      name: id.slice(0, 80),
      listing: { state: 'unknown' },
      source: { kind: 'import', what: `${id} (tools/list)` },
    },
  };
}

/** A list that goes on elsewhere would pass for a whole one. */
function hasNextPage(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { nextCursor } = isObject(value.result) ? value.result : value;
  return typeof nextCursor === 'string' && nextCursor !== '';
}

function toolsIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return null;
  if (Array.isArray(value.tools)) return value.tools;
  return isObject(value.result) && Array.isArray(value.result.tools) ? value.result.tools : null;
}
