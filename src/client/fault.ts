import { link } from './controls.ts';
import { element } from './element.ts';
import { LoadError } from './load.ts';

/** More of a message than this helps nobody. */
const LONGEST_MESSAGE = 200;

/**
 * What a reader is told of a failure: where something did not come, the words given for that; else that the fault is ours,
 * with its message, and where to report it if the site says so (`data-report`). The console has the whole of it.
 */
export function faultMessage(error: unknown, notLoaded: string): (Node | string)[] {
  if (error instanceof LoadError) return [notLoaded];
  console.error(error);
  const message = error instanceof Error ? error.message : String(error);
  const report = document.querySelector<HTMLElement>('[data-report]')?.dataset.report;
  return [
    'This is a fault of the page, not of your connection: ',
    element('code', '', message.slice(0, LONGEST_MESSAGE)),
    '. ',
    ...(report === undefined ? [] : [link(report, 'Report it'), '.']),
  ];
}
