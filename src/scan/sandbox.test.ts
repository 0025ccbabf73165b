import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sandboxState, startInSandbox } from './sandbox.ts';

const state = await sandboxState();
if (!state.works) console.warn(`SKIPPED: tests of the sandbox. ${state.why} ${state.remedy}`);

/** Processes of this machine with these words in their command line. */
function processesWith(words: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(words));
}

test.runIf(state.works)(
  'stopped at whatever moment of its start, nothing of it is left',
  async () => {
    const mark = `sandbox-test-${process.pid}-${Date.now()}`;
    const launch = {
      command: 'sleep',
      args: ['1000', mark],
      environment: {},
      mounts: [],
      emptyFolders: [],
      hidden: [],
      folder: null,
      network: false,
    };
    for (let round = 0; round < 8; round += 1) {
      const running = Array.from({ length: 5 }, () => startInSandbox(launch));
      await wait(round * 2);
      await Promise.all(running.map((each) => each.stop()));
      expect(processesWith(mark).length).toBe(0);
    }
  },
  120_000,
);
