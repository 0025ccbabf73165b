import { attribute, type BuiltPage, type Element, find, readText, textOf, withClass } from './built-site.ts';

/** What every page of every site must keep to, as a value: tests and their names are made from the list. */
export interface PageRule {
  readonly name: string;
  /**
   * What is wrong on a page; empty when it keeps to the rule.
   * @param strange names and texts of strangers that stand in sentences of ours, longest first: their wording is not ours
   */
  readonly check: (page: BuiltPage, strange: readonly string[]) => readonly string[];
}

/** Elements that our templates and texts write. Another one is a stranger's markup that somebody forgot to escape. */
const OUR_ELEMENTS = new Set(
  `html head meta title link script body header nav main section article footer search noscript
  h1 h2 h3 p a strong em b i q code pre kbd span div ul ol li dl dt dd time wbr svg use rect br
  table thead tbody tr th td details summary form fieldset legend label input select option textarea button blockquote`.split(
    /\s+/,
  ),
);

/** Attributes that we write, beside data-* and aria-*. None of them runs anything but `href` and `action`. */
const OUR_ATTRIBUTES = new Set(
  `lang charset http-equiv name content property rel href type src id class role tabindex datetime scope method action for placeholder
  autocomplete spellcheck value open viewBox preserveAspectRatio x width height fill fill-opacity stroke download start
  maxlength minlength required rows hidden`.split(/\s+/),
);

/** Attributes that make a browser fetch, go or run. */
const ADDRESS_ATTRIBUTES = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster'];

/** Addresses that lead to a page of ours, a place on this one, the web, or a mailbox. */
const HARMLESS_ADDRESS = /^(\/(?!\/)|#|https?:\/\/|mailto:)/;

/** Words that a template prints when a value is missing or of the wrong kind. */
const BROKEN_VALUE = /\[object \w+\]|\bundefined\b|\bNaN\b|\bInvalid Date\b/;

/** Plurals that must not stand after a single one. */
const PLURAL_OF_ONE =
  /(?<![\d.,])1 (tools|recorded tools|servers|attacks|signals|parameters|names|calls|guides|values|fields|items|results|sources|characters|tokens|shapes)\b/;

/** A vowel wants "an", but for words that sound otherwise ("a one-off run"); "a and b" are names. */
const WRONG_ARTICLE =
  /(?<![\w.])(a (?!(and|are|as|at|if|in|into|is|it|of|on|or|once|one|euro)\b)[AEIOaeio][a-z]+|an (Read|Write|Destructive|Financial|tool|server))\b/;

/** Every rule for a single page. */
export const PAGE_RULES: readonly PageRule[] = [
  {
    name: 'has a language, a title, a description and exactly one main heading',
    check: (page) => {
      const [html] = find(page, 'html');
      const titles = find(page, 'title').filter((title) => title.namespaceURI.endsWith('xhtml'));
      const descriptions = find(page, 'meta', 'name', 'description');
      const headings = find(page, 'h1');
      return [
        ...(/^en(-GB)?$/.test((html && attribute(html, 'lang')) ?? '') ? [] : ['no lang']),
        ...(titles.length === 1 && textOf(titles[0] as Element).trim() !== '' ? [] : ['no single title']),
        ...(descriptions.length === 1 && (attribute(descriptions[0] as Element, 'content') ?? '').length >= 20
          ? []
          : ['no single description of at least 20 characters']),
        ...(headings.length === 1 && textOf(headings[0] as Element).trim() !== '' ? [] : [`${headings.length} h1`]),
      ];
    },
  },
  {
    name: 'gives an id once',
    check: (page) => {
      const seen = new Set<string>();
      return page.elements.flatMap((element) => {
        const id = attribute(element, 'id');
        if (id === undefined) return [];
        if (id === '' || seen.has(id)) return [`id="${id}" again`];
        seen.add(id);
        return [];
      });
    },
  },
  {
    name: 'refers with aria-labelledby, for and data-copy to ids that are there',
    check: (page) => {
      const ids = new Set(page.elements.map((element) => attribute(element, 'id')));
      return page.elements.flatMap((element) =>
        ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'data-copy', 'data-download']
          .flatMap((name) => attribute(element, name) ?? [])
          .filter((id) => !ids.has(id))
          .map((id) => `no element with the id ${id}`),
      );
    },
  },
  {
    name: 'holds only elements and attributes that we wrote, and no comment',
    check: (page) => [
      ...page.comments.map((text) => `comment ${text.slice(0, 60)}`),
      ...page.elements
        .filter((element) => !OUR_ELEMENTS.has(element.tagName))
        .map((element) => `element <${element.tagName}>`),
      ...page.elements.flatMap((element) =>
        element.attrs
          .filter(({ name }) => !OUR_ATTRIBUTES.has(name) && !/^(data|aria)-[a-z]+(-[a-z]+)*$/.test(name))
          .map(({ name }) => `attribute ${name} on <${element.tagName}>`),
      ),
    ],
  },
  {
    name: 'runs no script but our own files, and leads to no address that runs something',
    check: (page) => [
      ...find(page, 'script')
        .filter((script) => attribute(script, 'type') !== 'application/ld+json')
        .filter((script) => !/^\/_astro\/[\w.-]+\.js$/.test(attribute(script, 'src') ?? '') || textOf(script) !== '')
        .map((script) => `script ${attribute(script, 'src')} ${textOf(script).slice(0, 60)}`),
      ...page.elements.flatMap((element) =>
        element.attrs
          .filter(({ name, value }) => ADDRESS_ATTRIBUTES.includes(name) && !HARMLESS_ADDRESS.test(value))
          .map(({ name, value }) => `${name}="${value.slice(0, 60)}" on <${element.tagName}>`),
      ),
    ],
  },
  {
    name: 'has structured data that parses and cannot end its element',
    check: (page) =>
      find(page, 'script', 'type', 'application/ld+json').flatMap((script) => {
        const text = textOf(script);
        try {
          const value = JSON.parse(text) as { '@context'?: unknown; itemListElement?: { position: number }[] };
          const positions = value.itemListElement?.map(({ position }) => position) ?? [];
          return value['@context'] === 'https://schema.org' &&
            positions.every((position, index) => position === index + 1) &&
            !text.includes('<')
            ? []
            : [`structured data ${text.slice(0, 80)}`];
        } catch {
          return [`structured data does not parse: ${text.slice(0, 80)}`];
        }
      }),
  },
  {
    name: 'prints no missing value',
    check: (page, strange) => matches(ourText(page, strange), BROKEN_VALUE),
  },
  {
    name: 'doubles no full stop',
    check: (page, strange) => matches(ourText(page, strange), /(?<!\.)\.\.(?!\.)|…\.|\.…|[!?]\.(?=\s|$)/),
  },
  {
    name: 'keeps number and article: no "1 tools", no "a Execute"',
    check: (page, strange) => [
      ...matches(ourText(page, strange), PLURAL_OF_ONE),
      ...matches(ourText(page, strange), WRONG_ARTICLE),
    ],
  },
  {
    name: 'leaves no hole where a word should stand',
    check: (page, strange) => matches(ourText(page, strange), /[,;:(] ?[.,;)]|\( \)|\b(and|or|of|with) [.,;]/),
  },
  {
    name: 'runs no words together',
    check: (page) =>
      page.elements.flatMap((element) =>
        element.childNodes.flatMap((node, index) => {
          const next = element.childNodes[index + 1];
          return isWord(node) && next && isWord(next) && textOf(next) !== '#'
            ? [`“${textOf(node).slice(-20)}${textOf(next).slice(0, 20)}”`]
            : [];
        }),
      ),
  },
  {
    name: 'says nothing twice in a row',
    check: (page, strange) =>
      matches(ourText(page, strange), /\b(MCP server MCP|server server|tool tool|the the|a a|is is)\b/i),
  },
];

/** Elements that stand in a line of words: two of them without a space between read as one word. */
const IN_A_LINE = new Set(['a', 'code', 'span', 'strong', 'em', 'q', 'kbd', 'time', 'b', 'button']);

function isWord(node: Element['childNodes'][number]): boolean {
  return IN_A_LINE.has(node.nodeName) && textOf(node).trim() !== '';
}

/** The text of a page that is ours: title, description and content without code, quotations and what a publisher wrote. */
function ourText(page: BuiltPage, strange: readonly string[]): string {
  const theirs = new Set([
    ...find(page, 'code'),
    ...find(page, 'pre'),
    ...find(page, 'q'),
    ...find(page, 'script'),
    ...withClass(page, 'publisher-text'),
    ...withClass(page, 'type'),
    ...withClass(page, 'crumbs'),
  ]);
  const shown = [...find(page, 'title').slice(0, 1), ...find(page, 'main')].map((element) =>
    readText(element, (inner) => theirs.has(inner)),
  );
  const described = find(page, 'meta', 'name', 'description').map((meta) => attribute(meta, 'content') ?? '');
  return strange.reduce((text, theirText) => text.replaceAll(theirText, '…'), [...shown, ...described].join('\n'));
}

/** Places where a pattern fits, with what stands around. */
function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].map((match) =>
    text.slice(Math.max(0, match.index - 30), match.index + 40).replace(/\s+/g, ' '),
  );
}
