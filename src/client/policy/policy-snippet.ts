import type { FormatId } from '../../domain/enforcement/format-ids.ts';
import type { Variant } from '../../domain/policy/decide.ts';
import { formatById } from '../../domain/snippet/formats.ts';
import { requestFrom } from '../../domain/snippet/policy-file.ts';
import { downloadName, type Snippet, snippetOf } from '../../domain/snippet/snippet.ts';
import { inline } from '../controls.ts';
import { element } from '../element.ts';
import { loadPolicyData } from './load-policy-file.ts';

/** What a reader wants to see. */
export interface Wanted {
  /** Where the server's data is. */
  readonly data: string;
  /** URL segment of the tool, on a tool page. */
  readonly segment: string | undefined;
  readonly format: FormatId;
  readonly variant: Variant;
  readonly key: string;
}

/** A snippet as elements, by the same code that prints it in `npm run policy`. The form is that of PolicySnippet.astro. */
export async function snippetElements(wanted: Wanted): Promise<readonly Node[]> {
  const data = await loadPolicyData(wanted.data);
  const tool = data.tools.find(({ segment }) => segment === wanted.segment)?.name;
  const format = formatById(wanted.format);
  if (format === undefined || (wanted.segment !== undefined && tool === undefined)) throw new Error('not on record');
  const request = requestFrom(data, { variant: wanted.variant, key: wanted.key, tool });
  return elementsOf(snippetOf(format, request, data.verified));
}

function elementsOf(snippet: Snippet): readonly Node[] {
  const { id, file, text, refused, meaning, caption, flows, caveats, command, steps, verified } = snippet;
  const bar = element('div', 'policy-bar', element('strong', '', ...inline(file)));
  const said = meaning === null ? [] : [element('p', 'policy-caption', meaning)];
  if (text === null) return [bar, ...said, element('p', 'policy-caption', `No snippet: ${refused}`)];
  const source = `snippet-${id}`;
  const button = (attributes: Record<string, string>, words: string) =>
    element('button', { type: 'button', class: 'button', ...attributes }, words);
  bar.append(
    ' ',
    button({ 'data-copy': source }, 'Copy'),
    ' ',
    button({ 'data-download': source, 'data-name': downloadName(snippet) }, 'Download'),
  );
  const pre = { id: source, 'data-policy': id, tabindex: '0', role: 'region', 'aria-label': file };
  const list = (tag: 'ol' | 'ul', sentences: readonly string[]) =>
    sentences.length === 0 ? [] : [element(tag, {}, ...sentences.map((words) => element('li', '', ...inline(words))))];
  return [
    bar,
    ...said,
    element('p', 'policy-caption', caption),
    element('pre', pre, element('code', '', ...(id === 'policy-json' ? highlighted(text) : [text]))),
    element(
      'div',
      'policy-text',
      ...list('ul', flows),
      ...list('ol', steps),
      ...list('ul', caveats),
      ...(command === null ? [] : commandElements(id, command, button)),
      element('p', '', verified),
    ),
  ];
}

/** The command that starts the client, to be copied by itself. */
function commandElements(
  id: string,
  command: string,
  button: (attributes: Record<string, string>, words: string) => Node,
): readonly Node[] {
  const box = { id: `command-${id}`, tabindex: '0', role: 'region', 'aria-label': 'Command' };
  return [
    element('pre', box, element('code', '', command)),
    element('p', '', button({ 'data-copy': box.id }, 'Copy the command')),
  ];
}

/** JSON with the colours that the build gives it. Together the pieces are the text, whatever stands in it. */
function highlighted(text: string): (Node | string)[] {
  return text.split(/("(?:[^"\\]|\\.)*"|-?\b\d[\d.eE+-]*\b)/).map((piece, index, pieces) => {
    if (index % 2 === 0) return piece;
    const isKey = pieces[index + 1]?.startsWith(':');
    return element('span', { class: piece[0] === '"' ? (isKey ? 'k' : 's') : 'n' }, piece);
  });
}
