/** A heading of a Markdown page with what stands beneath it, up to the next heading of its level or above. */
export interface Section {
  readonly title: string;
  /** As GitHub makes it of the title. */
  readonly anchor: string;
  readonly text: string;
}

const HEADING = /^(#{1,6}) (.+)$/;

/** The sections of a page, in order; a section holds those beneath it. Lines inside fences are no headings. */
export function sectionsOf(page: string): Section[] {
  const lines = page.split('\n');
  let isFenced = false;
  const headings = lines.flatMap((line, index) => {
    if (line.startsWith('```')) isFenced = !isFenced;
    const [, marks, title] = (isFenced ? null : HEADING.exec(line)) ?? [];
    return marks === undefined || title === undefined ? [] : [{ index, depth: marks.length, title }];
  });
  return headings.map(({ index, depth, title }) => {
    const next = headings.find((other) => other.index > index && other.depth <= depth);
    return { title, anchor: anchorOf(title), text: lines.slice(index + 1, next?.index).join('\n') };
  });
}

/** What GitHub makes of a heading: lower case, no punctuation, hyphens for blanks. */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/**
 * The section with an anchor.
 * @throws where there is none
 */
export function sectionOf(page: string, anchor: string): string {
  const section = sectionsOf(page).find((each) => each.anchor === anchor);
  if (section === undefined) throw new Error(`There is no section #${anchor}.`);
  return section.text;
}

/** The tables of a text, each as its rows of cells, without the line of titles. A bar inside code is part of the cell. */
export function tablesOf(text: string): string[][][] {
  return [...text.matchAll(/(?:^\|.*\n?)+/gm)].map(([table]) => table.trim().split('\n').slice(2).map(cellsOf));
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/\|((?:`[^`]*`|[^|`])*)(?=\|)/g)].map(([, cell = '']) => cell.trim());
}

/** What stands in backticks. */
export function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code as string);
}

/** Addresses that links of a page lead to. */
export function linksIn(text: string): string[] {
  return [...text.replace(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, address]) => address as string);
}
