import { describe, expect, test } from 'vitest';
import type { Classification } from '../domain/record/classification.ts';
import type { Review } from '../domain/record/review.ts';
import { verdictOf } from '../domain/record/reviewed-verdict.ts';
import { find } from '../test/built-site.ts';
import { reading, render } from '../test/render.ts';
import ReviewNote from './ReviewNote.astro';

const DAY = '2026-11-20';
const unknown = { state: 'not-known' } as const;
const classification: Classification = {
  category: 'Write',
  level: 'medium',
  score: 35,
  confidence: 0.9,
  signals: [],
  evidence: [],
  alternatives: [],
  findings: [],
  annotations: { readOnlyHint: unknown, destructiveHint: unknown, idempotentHint: unknown, openWorldHint: unknown },
  classifier: 'test',
};

/** What the note says for a review of a Write tool. */
async function note(review: Partial<Review> | undefined, wordsLapsed = false) {
  const record = { name: 'sync', definitionSource: 'documented', classification, firstSeen: DAY } as const;
  const whole = review && { for: DAY, date: '2026-11-21', reason: 'It runs by itself.', ...review };
  const verdict = verdictOf(record, { date: DAY, how: 'by hand' }, whole);
  return render(ReviewNote, { verdict, wordsLapsed });
}

describe('ReviewNote', () => {
  test('of findings that were read says that they were, and that nothing follows', async () => {
    const words = reading(await note({ findings: ['instructs-model'] }));
    expect(words).toContain(
      'Reviewed by hand on 21 November 2026: read what was found in its definition, which changes no verdict. It runs by itself.',
    );
  });

  test('shows the reviewer’s verdict with reason and date, and the classifier’s beside it', async () => {
    const words = reading(await note({ category: 'Execute', signals: { add: ['outbound', 'bulk'] } }));
    expect(words).toContain(
      'Reviewed by hand on 21 November 2026: set the category to Execute and added outbound and bulk.',
    );
    expect(words).toContain('It runs by itself.');
    expect(words).toContain('The classifier alone says: Write, medium risk.');
  });

  test('a lapsed review that is stricter still counts', async () => {
    const words = reading(await note({ for: '2026-01-01', category: 'Destructive' }));
    expect(words).toContain(
      'Under review: a review by hand was made for an earlier definition. Reviewed by hand on 21 November 2026: set',
    );
    expect(words).toContain('The review still counts, because it is stricter.');
  });

  test('a lapsed review that is milder no longer counts', async () => {
    const words = reading(await note({ for: '2026-01-01', category: 'Read' }));
    expect(words).toContain('The review no longer counts.');
    expect(words).not.toContain('still counts');
  });

  test('a reason is text and ends with one full stop', async () => {
    const page = await note({ limit: { minute: 5 }, reason: 'Needs <b>more</b> room...' });
    expect(find(page, 'b')).toEqual([]);
    expect(reading(page)).toContain('set the limit. Needs <b>more</b> room. The classifier');
  });

  test('lapsed words are said without a review too; without either there is nothing', async () => {
    expect(reading(await note(undefined, true))).toBe(
      'Under review: our summary was written for an earlier definition of this tool.',
    );
    expect(reading(await note(undefined))).toBe('');
  });
});
