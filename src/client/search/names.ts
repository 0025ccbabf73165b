import { addTitles, addTools, emptyNameIndex, type NameIndex } from '../../domain/search/name-index.ts';
import { NAMES_FILE, NAMES_FOLDER, type NamesFile, type ServerTools } from '../../domain/search/names-file.ts';
import { LoadError, loadJson } from '../load.ts';

/** Names as far as they are loaded. */
export interface LoadedNames {
  /** Null before the first file is there. */
  readonly index: NameIndex | null;
  readonly state: 'loading' | 'whole' | 'failed' | 'broken';
}

/** Milliseconds of work after which the browser may do something else: a key that is pressed must not wait. */
const SLICE = 8;

let loaded: LoadedNames = { index: null, state: 'failed' };
let isAsked = false;
const listeners = new Set<() => void>();

/** Loads the names, once; after a failure, again. `changed` is called when there is more, and when loading failed. */
export function openNames(changed: () => void): void {
  listeners.add(changed);
  if (isAsked) return;
  isAsked = true;
  loaded = { index: loaded.index, state: 'loading' };
  load().catch((error: unknown) => {
    isAsked = error instanceof LoadError ? false : isAsked;
    tell({ index: loaded.index, state: error instanceof LoadError ? 'failed' : 'broken' });
    if (!(error instanceof LoadError)) console.error(error);
  });
}

/** What there is now. */
export function currentNames(): LoadedNames {
  return loaded;
}

async function load(): Promise<void> {
  const file = await loadJson<NamesFile>(`${NAMES_FOLDER}${NAMES_FILE}`);
  const index = emptyNameIndex(file);
  await inSlices(addTitles(index));
  await inSlices(addTools(index, file.tools));
  for (const shard of file.shards) {
    tell({ index, state: 'loading' });
    await inSlices(addTools(index, await loadJson<ServerTools[]>(`${NAMES_FOLDER}${shard}`)));
  }
  tell({ index, state: 'whole' });
}

async function inSlices(steps: Iterator<void>): Promise<void> {
  let start = performance.now();
  while (steps.next().done !== true) {
    if (performance.now() - start < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    start = performance.now();
  }
}

function tell(now: LoadedNames): void {
  loaded = now;
  for (const listener of listeners) listener();
}
