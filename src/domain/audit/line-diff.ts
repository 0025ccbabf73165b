import { diffArrays } from 'diff';

/** A line of a difference. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed' | 'gap';
  readonly text: string;
}

/** More changed lines than this are shown as replaced whole: finding what they share would take too long. */
const MOST_CHANGES = 4000;

/**
 * The difference of two texts by lines, with so many unchanged lines around each change; what lies between is one `gap`.
 */
export function lineDiff(before: string, after: string, context = 3): DiffLine[] {
  const a = before === '' ? [] : before.split('\n');
  const b = after === '' ? [] : after.split('\n');
  const changes = diffArrays(a, b, { maxEditLength: MOST_CHANGES }) ?? [
    { value: a, removed: true, added: false },
    { value: b, removed: false, added: true },
  ];
  const lines = changes.flatMap(({ value, added, removed }) =>
    value.map((text): DiffLine => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text })),
  );
  return withGaps(lines, context);
}

function withGaps(lines: readonly DiffLine[], context: number): DiffLine[] {
  const kept = new Set<number>();
  for (const [index, { kind }] of lines.entries()) {
    if (kind === 'same') continue;
    for (let near = index - context; near <= index + context; near++) kept.add(near);
  }
  const shown: DiffLine[] = [];
  for (const [index, line] of lines.entries()) {
    if (kept.has(index)) shown.push(line);
    else if (shown.at(-1)?.kind !== 'gap') shown.push({ kind: 'gap', text: '' });
  }
  return shown.length === 1 && shown[0]?.kind === 'gap' ? [] : shown;
}

/** The signs of a unified difference. */
export const DIFF_SIGNS: Readonly<Record<DiffLine['kind'], string>> = {
  same: ' ',
  added: '+',
  removed: '-',
  gap: '@',
};
