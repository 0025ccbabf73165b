import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Node, Renderer } from '@takumi-rs/core';
import {
  attackCard,
  cardLevel,
  type ShareCard,
  serverCard,
  toolCards,
  toolPlate,
} from '../../domain/page/share-card.ts';
import { doubtsOf } from '../../domain/policy/doubt.ts';
import { levelRank, levelSegment } from '../../domain/risk/risk-level.ts';
import type { Catalogue } from '../join/catalogue.ts';

/** Pixels of a picture: what the Open Graph readers ask for. */
const SIZE = { width: 1200, height: 630 } as const;

/** The look's tokens, light (docs/interface.md#look): the picture has no dark twin. */
const INK = '#1b1a17';
const INK_2 = '#4c4942';
const CANVAS = '#faf9f6';
const RAIL: Readonly<Record<string, string>> = {
  low: '#476788',
  medium: '#8a6d00',
  high: '#932c08',
  critical: '#4e082a',
  'not-assessed': '#555147',
};

/** Writes the pictures of all servers, of each plate that tools have, and of all attacks into a built site. */
export async function writeSharePictures(catalogue: Catalogue, out: string): Promise<void> {
  const renderer = new Renderer();
  await renderer.registerFont(await readFile(path.join(out, 'fonts', 'instrument-sans.woff2')));
  const icons = await readFile(path.join(out, 'icons.svg'), 'utf8');
  for (const card of cardsOf(catalogue)) {
    const file = path.join(out, card.path);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, await renderer.render(picture(card, catalogue.site.name, icons), SIZE));
  }
}

/** All cards of a catalogue. */
export function cardsOf({ servers, tools, attacks }: Catalogue): ShareCard[] {
  return [
    ...servers.map(({ slug, file, worst, counts }) => serverCard({ slug, name: file.name, worst, counts })),
    ...toolCards(tools.map(({ verdict, signals }) => toolPlate(verdict, signals, doubtsOf(verdict)))),
    ...attacks.map(({ id, data }) => attackCard({ id, title: data.title, kind: data.kind })),
  ];
}

const text = (value: string, style: object): Node => ({ type: 'text', text: value, style });
const box = (style: object, children: readonly Node[]): Node => ({
  type: 'container',
  style: { display: 'flex', ...style },
  children: [...children],
});

function picture(card: ShareCard, siteName: string, icons: string): Node {
  const body = box({ flexDirection: 'column', justifyContent: 'center', padding: 64, flexGrow: 1, flexBasis: 0 }, [
    text(card.kicker.toUpperCase(), { fontSize: 26, fontWeight: 700, letterSpacing: 3, color: INK_2 }),
    text(card.title, { fontSize: 66, fontWeight: 700, lineHeight: 1.12, marginTop: 12, color: INK }),
    text(card.line, { fontSize: 34, lineHeight: 1.35, marginTop: 28, color: INK_2 }),
    text(siteName, { fontSize: 28, fontWeight: 600, marginTop: 44, color: INK }),
  ]);
  return box({ width: '100%', height: '100%', backgroundColor: CANVAS, fontFamily: 'Instrument Sans' }, [
    ...rail(card, icons),
    body,
  ]);
}

/** Mark, word and pips on the colour of the level; nothing where the page has none. */
function rail(card: ShareCard, icons: string): Node[] {
  const word = cardLevel(card);
  if (word === undefined || card.level === undefined) return [];
  const pips = card.level === null ? 0 : levelRank(card.level) + 1;
  const column = { flexDirection: 'column', justifyContent: 'center', width: 340, height: '100%', padding: 48 };
  return [
    box({ ...column, backgroundColor: RAIL[levelSegment(card.level)], color: '#fff' }, [
      {
        type: 'image',
        src: markImage(icons, levelSegment(card.level)),
        width: 96,
        height: 96,
        style: { marginBottom: 28 },
      },
      text(word, { fontSize: 50, fontWeight: 700, lineHeight: 1.1 }),
      box(
        { marginTop: 28, gap: 10 },
        card.level === null
          ? []
          : [1, 2, 3, 4].map((pip) =>
              box(
                {
                  width: 44,
                  height: 14,
                  border: '3px solid #fff',
                  backgroundColor: pip <= pips ? '#fff' : 'transparent',
                },
                [],
              ),
            ),
      ),
    ]),
  ];
}

/**
 * The mark of a level from the site's own icons, white, as the address of an image.
 * @throws {Error} when there is no such icon
 */
export function markImage(icons: string, name: string): string {
  const [, box, drawing] = new RegExp(`<symbol id="${name}" viewBox="([^"]*)">(.*?)</symbol>`, 's').exec(icons) ?? [];
  if (drawing === undefined) throw new Error(`icons.svg has no symbol ${name}.`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="${box}" fill="#fff" stroke="#fff">${drawing}</svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
