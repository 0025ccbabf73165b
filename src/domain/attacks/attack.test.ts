import { expect, test } from 'vitest';
import { ToolMatchSchema } from './attack.ts';

const because = 'takes what the caller writes';

test.each([
  [{ categories: ['Read'], because }, true],
  [{ signals: ['code'], because }, true],
  [{ categories: ['Read'], signals: ['code'], because }, true],
  [{ because }, false],
  [{ signals: [], because }, false],
  [{ signals: ['code'], shownBy: 'shell|command', because }, true],
  [{ signals: ['code'], shownBy: '\\p{L}+', because }, true],
  [{ signals: ['code'], shownBy: '(', because }, false],
  // Read with the flag `u`: an escape that means nothing is a mistake.
  [{ signals: ['code'], shownBy: '\\y', because }, false],
])('what says which tools are open: %j fits: %s', (match, fits) => {
  expect(ToolMatchSchema.safeParse(match).success).toBe(fits);
});
