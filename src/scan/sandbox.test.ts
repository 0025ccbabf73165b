import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { processesWith } from './processes.fixture.ts';
import { NOTHING, sandboxState, startInSandbox } from './sandbox.ts';

const state = await sandboxState();
if (!state.works) console.warn(`SKIPPED: tests of the sandbox. ${state.why} ${state.remedy}`);

test.runIf(state.works)(
  'stopped at whatever moment of its start, nothing of it is left',
  async () => {
    const mark = `sandbox-test-${process.pid}-${Date.now()}`;
    const launch = { ...NOTHING, command: 'sleep', args: ['1000', mark] };
    for (let round = 0; round < 8; round += 1) {
      const running = Array.from({ length: 5 }, () => startInSandbox(launch));
      await wait(round * 2);
      await Promise.all(running.map((each) => each.stop()));
      expect(processesWith(mark).length).toBe(0);
    }
  },
  120_000,
);
