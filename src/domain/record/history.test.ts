import { expect, test } from 'vitest';
import { historyOf } from './history.ts';

const tool = (name: string, firstSeen: string, changed?: string) => ({ name, url: `/${name}`, firstSeen, changed });
const server = (name: string, ...tools: ReturnType<typeof tool>[]) => ({
  name,
  url: `/${name}/`,
  listed: { date: '2026-11-02', ...(name === 'mail' ? { asOf: '2026-03-04' } : {}) },
  tools,
});

test('days from the newest, with what was first, added and changed on them', () => {
  const history = historyOf([
    server('mail', tool('read', '2026-10-01'), tool('send', '2026-11-02'), tool('list', '2026-10-01', '2026-11-02')),
    server('files', tool('open', '2026-11-02', '2026-11-02')),
    server('empty'),
  ]);
  const shown = history.map(({ date, servers }) => [
    date,
    ...servers.map(
      (day) =>
        `${day.server.name}${day.asOf === undefined ? '' : ` as of ${day.asOf}`}${day.first ? ' (first)' : ''} +${day.added.map(({ name }) => name)} ~${day.changed.map(({ name }) => name)}`,
    ),
  ]);
  expect(shown).toEqual([
    ['2026-11-02', 'mail as of 2026-03-04 +send ~list', 'files (first) +open ~'],
    ['2026-10-01', 'mail (first) +read,list ~'],
  ]);
});
