import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** An element of a parsed page. */
export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** A page as a browser reads it: by the HTML specification's own rules, mended markup included. */
export interface BuiltPage {
  /** Its address: `/tools/github/`. */
  readonly path: string;
  readonly html: string;
  /** All elements in the order of the document. */
  readonly elements: readonly Element[];
  /** Texts of comments: we write none, so that one is a stranger's. */
  readonly comments: readonly string[];
}

/** Files of a folder and of all folders in it, with `/` between the parts, sorted. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** The address under which a host serves an HTML file: `tools/index.html` is `/tools/`. */
export function pathOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

/** Reads one HTML file of a site. */
export async function readPage(folder: string, file: string): Promise<BuiltPage> {
  return parsePage(pathOf(file), await readFile(path.join(folder, file), 'utf8'));
}

/** Parses a page. */
export function parsePage(address: string, html: string): BuiltPage {
  const elements: Element[] = [];
  const comments: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeName === '#comment') comments.push((node as DefaultTreeAdapterTypes.CommentNode).data);
    if (isElement(node)) elements.push(node);
    for (const child of childrenOf(node)) visit(child);
  };
  // As without JavaScript, so that what stands in noscript is read too.
  visit(parse(html, { scriptingEnabled: false }));
  return { path: address, html, elements, comments };
}

/** All HTML files of a site, as parsed pages, one after another: a whole site would not fit into memory at once. */
export async function* pagesOf(folder: string): AsyncGenerator<BuiltPage> {
  for (const file of await filesIn(folder)) if (file.endsWith('.html')) yield await readPage(folder, file);
}

/** The value of an attribute; undefined when the element has none. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** Elements of a page (or inside an element) with a tag and, if given, an attribute. */
export function find(within: BuiltPage | Element, tag: string | null, name?: string, value?: string): Element[] {
  const candidates = 'elements' in within ? within.elements : inside(within);
  return candidates.filter((element) => {
    if (tag !== null && element.tagName !== tag) return false;
    if (name === undefined) return true;
    const found = attribute(element, name);
    return found !== undefined && (value === undefined || found === value);
  });
}

/** Elements with a class. */
export function withClass(within: BuiltPage | Element, name: string): Element[] {
  return find(within, null, 'class').filter((element) => attribute(element, 'class')?.split(/\s+/).includes(name));
}

/** The element with an id. */
export function byId(page: BuiltPage, id: string): Element | undefined {
  return find(page, null, 'id', id)[0];
}

/** All elements inside an element. */
function inside(element: Element): Element[] {
  return childrenOf(element).flatMap((child) => (isElement(child) ? [child, ...inside(child)] : []));
}

/** The text of a node, exactly as its textContent. */
export function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return childrenOf(node).map(textOf).join('');
}

/** Elements that do not begin a new line of text. */
const INLINE = new Set([
  'a',
  'b',
  'code',
  'em',
  'i',
  'kbd',
  'mark',
  'q',
  'span',
  'strong',
  'time',
  'wbr',
  'svg',
  'use',
]);

/** The text of a node as it is read: a new line for every block; elements that `skip` names are left out. */
export function readText(node: Node, skip: (element: Element) => boolean = () => false): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (isElement(node)) {
    if (skip(node)) return ' … ';
    const text = childrenOf(node)
      .map((child) => readText(child, skip))
      .join('');
    return INLINE.has(node.tagName) ? text : `\n${text}\n`;
  }
  return childrenOf(node)
    .map((child) => readText(child, skip))
    .join('');
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}
