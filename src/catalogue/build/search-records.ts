import { ATTACK_CLASSES } from '../../domain/attacks/attack.ts';
import { otherWords } from '../../domain/attacks/filter/filter-attacks.ts';
import { categorySegment } from '../../domain/risk/category.ts';
import { levelSegment } from '../../domain/risk/risk-level.ts';
import { SIGNAL_LABEL } from '../../domain/risk/risk-wording.ts';
import type { Catalogue, CataloguedTool } from '../join/catalogue.ts';
import { serverNames } from '../join/relations.ts';

/** A record of the search index: what is searched, what is shown, what it can be narrowed by. */
export interface SearchRecord {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** Records for everything that search finds: lean texts without what pages have in common (docs/interface.md#search). */
export function searchRecords(catalogue: Catalogue): SearchRecord[] {
  const names = serverNames(catalogue);
  return [
    ...catalogue.servers.map((server) => ({
      url: server.url,
      content: texts(server.file.name, server.slug, server.file.publisher, server.summary, server.file.package?.name),
      meta: shown('server', server.file.name, server.summary, 'server', levelSegment(server.worst)),
      filters: { kind: ['server'], level: [levelSegment(server.worst)], server: [server.slug] },
    })),
    ...catalogue.tools.map((tool) => ({
      url: tool.url,
      content: texts(
        tool.name,
        tool.summary,
        names.get(tool.server),
        ...tool.signals.map((signal) => SIGNAL_LABEL[signal]),
        ...parameterWords(tool),
      ),
      meta: shown('tool', tool.name, tool.summary, names.get(tool.server), levelSegment(tool.verdict.level)),
      filters: {
        kind: ['tool'],
        level: [levelSegment(tool.verdict.level)],
        category: [categorySegment(tool.verdict.category)],
        server: [tool.server],
        signal: tool.signals,
      },
    })),
    ...catalogue.attacks.map((attack) => ({
      url: attack.url,
      content: texts(
        attack.data.title,
        attack.id,
        attack.data.summary,
        ATTACK_CLASSES[attack.data.class],
        ...attack.data.cve,
        ...attack.data.ghsa,
        ...attack.data.mappings.map((mapping) => `${mapping.id} ${mapping.title}`),
        ...attack.data.aliases,
        ...attack.data.affected.map((item) => item.package),
        plain(attack.body),
        otherWords(`${attack.data.title} ${attack.data.summary}`).join(' '),
      ),
      meta: shown(
        'attack',
        attack.data.title,
        attack.data.summary,
        attack.data.kind === 'pattern' ? 'attack pattern' : 'attack case',
      ),
      filters: { kind: ['attack'] },
    })),
    ...catalogue.guides.map((guide) => ({
      url: guide.url,
      content: texts(guide.data.title, guide.data.summary, plain(guide.body)),
      meta: shown('guide', guide.data.title, guide.data.summary, 'guide'),
      filters: { kind: ['guide'] },
    })),
  ];
}

function parameterWords(tool: CataloguedTool): string[] {
  const { parameters } = tool;
  return parameters.kind === 'list'
    ? parameters.parameters.map(({ name }) => `${name} ${tool.notes.get(name) ?? ''}`)
    : [];
}

function shown(
  kind: string,
  title: string,
  summary: string | undefined,
  context: string | undefined,
  level?: string,
): Record<string, string> {
  const meta = Object.entries({ kind, title, summary, context, level });
  return Object.fromEntries(meta.flatMap(([name, text]) => (text ? [[name, text.toWellFormed()]] : [])));
}

/** Pagefind dies of half a surrogate pair, which a publisher's JSON may hold. */
function texts(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== '')
    .join('. ')
    .toWellFormed();
}

/** Markdown without its marks: what is read, not how it is set. */
function plain(markdown: string): string {
  return markdown
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/[#*_`>[\]|]/g, ' ');
}
