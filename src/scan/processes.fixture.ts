import { readdirSync, readFileSync } from 'node:fs';

/** Command lines of the processes of this machine, other than this one and the test runner's, that have a mark in them. */
export function processesWith(mark: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(mark) && !line.includes('vitest'));
}
