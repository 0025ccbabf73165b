import { expect, test } from 'vitest';
import { siteLinks } from './site-links.ts';

test.each<[string, string[]]>([
  ['[a](/tools/a/) and [b](/tools/b/#part "B"), [a](/tools/a/?x=1)', ['/tools/a/', '/tools/b/']],
  ['![a picture](/picture.png) [in angles](</tools/a/>)', ['/picture.png', '/tools/a/']],
  ['[a][ref]\n\n[ref]: /tools/a/ "A"', ['/tools/a/']],
  ['<a class="x" href="/tools/a/">A</a> <img src={"/b.png"} /> <a\nhref=\'/c/\'>C</a>', ['/tools/a/', '/b.png', '/c/']],
  ['[elsewhere](https://example.com/a/) [near](#part) [host](//example.com/) [beside](other/)', []],
  ['Write `[a](/tools/a/)` or ``[b](/`b`/)``, then [c](/c/).', ['/c/']],
  ['```md\n[a](/tools/a/)\n```\n\n[b](/b/)\n\n~~~\n[c](/c/)\n~~~\n[d](/d/)', ['/b/', '/d/']],
])('%s', (body, links) => expect(siteLinks(body).toSorted()).toEqual(links.toSorted()));
