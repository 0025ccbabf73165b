import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { redirectsOf } from '../catalogue/build/redirects.ts';
import { attackEntries } from '../catalogue/join/attack-entries.ts';
import { compiledRule, fixedLine } from '../catalogue/join/attack-page.ts';
import type { Catalogue, CataloguedServer, CataloguedText, CataloguedTool } from '../catalogue/join/catalogue.ts';
import { policyTool, toolLinks } from '../catalogue/join/relations.ts';
import { policyData } from '../catalogue/join/server-policies.ts';
import { sitePaths } from '../catalogue/join/site-paths.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import type { AttackFile } from '../domain/attacks/attack.ts';
import { ATTACK_WORDS, verdictSentence } from '../domain/attacks/attack-wording.ts';
import { MOST_ATTACKS_ON_A_PAGE } from '../domain/attacks/relate.ts';
import type { EnforcementFormat } from '../domain/enforcement/format.ts';
import { TAB_FORMATS } from '../domain/enforcement/format-ids.ts';
import { POLICY_VARIANTS, VARIANTS } from '../domain/policy/decide.ts';
import { parsePolicy, policyErrorLine } from '../domain/policy/parse.ts';
import { unrecordedTools } from '../domain/policy/policy-caption.ts';
import { policyText } from '../domain/policy/policy-text.ts';
import { serverPolicy, toolPolicy } from '../domain/policy/recommend.ts';
import { type Policy, PolicySchema } from '../domain/policy/schema.ts';
import { CATEGORIES, categorySegment } from '../domain/risk/category.ts';
import { levelSegment, RISK_LEVELS } from '../domain/risk/risk-level.ts';
import { RISK_SIGNALS } from '../domain/risk/signal.ts';
import { urls } from '../domain/site/urls.ts';
import { FORMATS, formatById } from '../domain/snippet/formats.ts';
import { type PolicyData, requestFrom } from '../domain/snippet/policy-file.ts';
import { snippetOf } from '../domain/snippet/snippet.ts';
import type { VerifiedClients } from '../domain/snippet/verified.ts';
import { count, formatNumber } from '../domain/text/english.ts';
import { shownName } from '../domain/text/name-parts.ts';
import { policyCommand } from '../domain/text/shell-word.ts';
import type { TestSite } from './build-sites.ts';
import {
  attribute,
  type BuiltPage,
  byId,
  type Element,
  filesIn,
  find,
  pagesOf,
  pathOf,
  readPage,
  readText,
  textOf,
  withClass,
} from './built-site.ts';
import { brokenServerClaims, brokenToolClaims } from './caption-claims.ts';
import { ADDRESS, HOSTILE, MANY_TOOLS, PAYLOADS, REPORT_MISTAKE } from './hostile-content.ts';
import { PAGE_RULES } from './page-rules.ts';

/** Sections that every tool page has (docs/contracts.md#tool-page). */
const SECTIONS = ['policy', 'why', 'signals', 'parameters', 'attacks', 'faq', 'siblings', 'data'] as const;

/** What is remembered of a page when the next one is read. */
interface PageFacts {
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
  readonly title: string;
  readonly canonical: string | undefined;
  readonly text: string;
}

/** What one reading of a whole site gave. */
interface Survey {
  readonly catalogue: Catalogue;
  readonly files: ReadonlySet<string>;
  readonly pages: ReadonlyMap<string, PageFacts>;
  /** What is wrong, by rule. */
  readonly faults: ReadonlyMap<string, readonly string[]>;
}

/** Reads a site once and holds every page to every rule. */
async function survey({ content, out }: TestSite): Promise<Survey> {
  const catalogue = await loadCatalogue(content);
  const tools = new Map(catalogue.tools.map((tool) => [tool.url, tool]));
  const servers = new Map(catalogue.servers.map((server) => [server.slug, server]));
  const serversByUrl = new Map(catalogue.servers.map((server) => [server.url, server]));
  const attacks = new Map(catalogue.attacks.map((attack) => [attack.url, attack]));
  const strange = strangeTexts(catalogue);
  const pages = new Map<string, PageFacts>();
  const faults = new Map<string, string[]>();
  const fault = (rule: string, page: BuiltPage, found: readonly string[]) =>
    faults.set(rule, [...(faults.get(rule) ?? []), ...found.map((words) => `${page.path} ${words}`)]);

  for await (const page of pagesOf(out)) {
    for (const rule of PAGE_RULES) fault(rule.name, page, rule.check(page, strange));
    const tool = tools.get(page.path);
    if (tool) {
      const server = servers.get(tool.server) as CataloguedServer;
      for (const rule of TOOL_RULES) fault(rule.name, page, rule.check(page, tool, server, catalogue));
    }
    const server = serversByUrl.get(page.path);
    if (server) for (const rule of SERVER_RULES) fault(rule.name, page, rule.check(page, server, catalogue));
    const attack = attacks.get(page.path);
    if (attack) for (const rule of ATTACK_RULES) fault(rule.name, page, rule.check(page, attack, catalogue));
    pages.set(page.path, factsOf(page));
  }
  return { catalogue, files: new Set(await filesIn(out)), pages, faults };
}

/** Names that would look like faults of our wording. */
function strangeTexts(catalogue: Catalogue): string[] {
  const suspicious = /\.\.|…|undefined|NaN|\[object|[?!]\.|\.$/;
  return [...new Set(catalogue.tools.map((tool) => tool.name))]
    .filter((name) => suspicious.test(name))
    .sort((a, b) => b.length - a.length);
}

function factsOf(page: BuiltPage): PageFacts {
  const addresses = ['href', 'src', 'action'].flatMap((name) =>
    page.elements.flatMap((element) => attribute(element, name) ?? []),
  );
  const [canonical] = find(page, 'link', 'rel', 'canonical');
  return {
    ids: new Set(page.elements.flatMap((element) => attribute(element, 'id') ?? [])),
    links: addresses,
    title: textOf(find(page, 'title')[0] as Element),
    canonical: canonical && attribute(canonical, 'href'),
    text: find(page, 'main')
      .map((main) => readText(main))
      .join('')
      .replace(/\s+/g, ' '),
  };
}

/** What every tool page must keep to. */
const TOOL_RULES: readonly {
  readonly name: string;
  readonly check: (page: BuiltPage, tool: CataloguedTool, server: CataloguedServer, catalogue: Catalogue) => string[];
}[] = [
  {
    name: 'tool page: the plate comes first and says level and category',
    check: (page, { verdict }) => {
      const first = page.elements.find(
        (element) => carries(element, 'data-level') || carries(element, 'data-category'),
      );
      const is = {
        class: first && attribute(first, 'class'),
        level: first && attribute(first, 'data-level'),
        category: first && attribute(first, 'data-category'),
      };
      const wanted = {
        class: 'plate',
        level: levelSegment(verdict.level),
        category: categorySegment(verdict.category),
      };
      return JSON.stringify(is) === JSON.stringify(wanted) ? [] : [`has ${JSON.stringify(is)}`];
    },
  },
  {
    name: 'tool page: shows the name as text',
    check: (page, tool, server) => {
      const name = shownName(tool.name).toWellFormed();
      const heading = textOf(find(page, 'h1')[0] as Element);
      const title = textOf(find(page, 'title')[0] as Element);
      return [
        ...(heading === name || (heading.endsWith('…') && name.startsWith(heading.slice(0, -1))) ? [] : [heading]),
        ...(title.startsWith(`${name} (${server.file.name})`) ? [] : [title]),
      ];
    },
  },
  {
    name: 'tool page: has every section, with something in it, in the order of the design',
    check: (page) => {
      const at = SECTIONS.map((id) => page.elements.findIndex((element) => attribute(element, 'id') === id));
      const ascending = at.every(
        (position, index) => position >= 0 && (index === 0 || position > (at[index - 1] ?? 0)),
      );
      const empty = SECTIONS.filter((id) => {
        const section = byId(page, id);
        return section?.tagName !== 'section' || textOf(section).trim().length < 40;
      });
      return [...(ascending ? [] : [`sections at ${at}`]), ...empty.map((id) => `#${id} is no section with content`)];
    },
  },
  {
    name: 'tool page: the policy parses, is what the domain computes, and does what its caption says',
    check: (page, tool) => {
      const expected = toolPolicy(policyTool(tool));
      const blocks = find(byId(page, 'policy') ?? page, 'pre', 'data-policy', 'policy-json');
      const text = textOf(blocks[0] as Element);
      if (blocks.length !== 1) return [`${blocks.length} policies`];
      if (text !== policyText(expected)) return [`the page says ${text}`];
      const captions = withClass(page, 'policy-caption').map(textOf);
      const policy = readPolicy(text);
      return typeof policy === 'string' ? [policy] : brokenToolClaims(captions[0] ?? '', policy, tool.name);
    },
  },
  {
    name: 'tool page: has the formats of its tabs, and names the command that prints the others',
    check: (page, tool, server, catalogue) => [
      ...tabFaults(page, catalogue.verified, server, tool),
      ...(textOf(byId(page, 'policy') as Element).includes(
        policyCommand(server.slug, { tool: tool.name, content: catalogue.folder }),
      )
        ? []
        : ['does not name the command']),
    ],
  },
  {
    name: 'tool page: shows every signal with what shows it',
    check: (page, tool) => {
      const shown = find(page, null, 'data-signal');
      const ids = shown.map((element) => attribute(element, 'data-signal'));
      return [
        ...(ids.join() === tool.signals.join() ? [] : [`shows ${ids} for ${tool.signals}`]),
        ...shown.filter((element) => withClass(element, 'quiet').length === 0).map(() => 'a signal without evidence'),
      ];
    },
  },
  {
    name: 'tool page: links attacks with the reason',
    check: (page, tool, server, catalogue) => {
      const wanted = toolLinks(catalogue, server, tool).slice(0, MOST_ATTACKS_ON_A_PAGE);
      const links = find(page, 'a', 'data-attack');
      const section = byId(page, 'attacks');
      const shown = section ? readText(section).replace(/\s+/g, ' ') : '';
      return [
        ...(links.map((link) => attribute(link, 'data-attack')).join() === wanted.map(({ attack }) => attack).join()
          ? []
          : [`links ${links.map((link) => attribute(link, 'data-attack'))}`]),
        ...wanted
          .filter(({ reason }) => reason.length < 10 || !shown.includes(plain(reason)))
          .map(({ attack }) => `${attack} without its reason`),
      ];
    },
  },
  {
    name: 'tool page: never lets an unknown schema look like no parameters',
    check: (page, tool) => {
      const section = byId(page, 'parameters');
      const text = section ? readText(section) : '';
      const rows = section ? withClass(section, 'params').flatMap((list) => find(list, 'li')) : [];
      const known = tool.record.inputSchema !== undefined && tool.record.definitionSource !== 'derived';
      if (known && tool.parameters.kind === 'list') {
        const names = section ? withClass(section, 'param-head').map((head) => textOf(head)) : [];
        const missing = tool.parameters.parameters.filter(
          ({ name }) => !names.some((shown) => shown.startsWith(shownName(name).toWellFormed().slice(0, 300))),
        );
        return missing.map(({ name }) => `does not show the parameter ${name}`);
      }
      const faq = byId(page, 'faq-parameters');
      const answer = faq?.parentNode ? readText(faq.parentNode) : '';
      if (tool.parameters.kind === 'none') {
        return /names no parameters/.test(text) && rows.length === 0 ? [] : ['does not say that there are none'];
      }
      return [
        ...(/not known/i.test(text) && !/names no parameters|names none/.test(text)
          ? []
          : ['does not say “not known”']),
        ...(/do not have|not known/.test(answer) && !/names none/.test(answer) ? [] : ['the FAQ says otherwise']),
        ...(rows.length === 0 ? [] : ['has rows']),
      ];
    },
  },
  {
    name: 'tool page: says so when nobody has assessed the tool, when a review or words lapsed, and how often a name stands',
    check: (page, tool) => {
      const main = find(page, 'main')
        .map((element) => readText(element))
        .join('');
      const { review, level } = tool.verdict;
      const lapsed = tool.wordsLapsed || review?.lapsed === true;
      return [
        ...(/\bNot assessed\b/.test(main) || level !== null ? [] : ['does not say “Not assessed”']),
        ...(/under review/i.test(main) === lapsed ? [] : [`says “under review” although lapsed is ${lapsed}`]),
        ...(review === null || /The classifier alone says/.test(main) ? [] : ['does not show both verdicts']),
        ...(tool.sameName === 1 || /more than once/.test(main) ? [] : ['does not say that the name stands twice']),
      ];
    },
  },
  {
    name: 'tool page: names at most eight siblings and leads to all',
    check: (page, tool, server) => {
      const section = byId(page, 'siblings');
      const rows = section ? withClass(section, 'row') : [];
      const others = server.tools.length - 1;
      const wanted = Math.min(8, others);
      const all = section ? find(section, 'a', 'href', `${server.url}#tools`) : [];
      return [
        ...(rows.length === wanted ? [] : [`${rows.length} siblings of ${others}`]),
        ...(others <= 8 || all.length === 1 ? [] : ['no link to all']),
        ...(others > 0 || /only recorded tool/.test(section ? textOf(section) : '')
          ? []
          : ['does not say it is alone']),
        ...(rows.some((row) => find(row, 'a', 'href', tool.url).length > 0) ? ['names itself'] : []),
      ];
    },
  },
];

/** What every server page must keep to. */
const SERVER_RULES: readonly {
  readonly name: string;
  readonly check: (page: BuiltPage, server: CataloguedServer, catalogue: Catalogue) => string[];
}[] = [
  {
    name: 'server page: the plate comes first and says the worst level',
    check: (page, server) => {
      const first = page.elements.find((element) => carries(element, 'data-level'));
      const level = first && attribute(first, 'data-level');
      return first && attribute(first, 'class') === 'plate' && level === levelSegment(server.worst)
        ? []
        : [`has ${level}, not ${levelSegment(server.worst)}`];
    },
  },
  {
    name: 'server page: every policy parses, is what the domain computes, and does what its caption says',
    check: (page, server) => {
      const subjects = server.tools.map(policyTool);
      const blocks = withClass(page, 'policy');
      if (blocks.length !== VARIANTS.length) return [`${blocks.length} policies`];
      return VARIANTS.flatMap((variant, index) => {
        const block = blocks[index] as Element;
        const text = textOf(find(block, 'pre', 'data-policy', 'policy-json')[0] as Element);
        const caption = withClass(block, 'policy-caption').map(textOf)[0] ?? '';
        if (text !== policyText(serverPolicy(subjects, variant))) return [`${variant}: the page says otherwise`];
        const policy = readPolicy(text);
        if (typeof policy === 'string') return [`${variant}: ${policy}`];
        const unrecorded = unrecordedTools(server.tools.length, server.file.listing);
        const counted = unrecorded === null || unrecorded === 0 || caption.includes(count(unrecorded, 'tool'));
        return [
          ...brokenServerClaims(
            caption,
            policy,
            server.tools.map(({ name }) => name),
          ),
          ...(counted ? [] : ['does not count the tools that nobody has recorded']),
        ].map((words) => `${variant}: ${words}`);
      });
    },
  },
  {
    name: 'server page: has the formats of its tabs, with their caveats, and names the command that prints the others',
    check: (page, server, catalogue) => [
      ...tabFaults(page, catalogue.verified, server),
      ...(textOf(byId(page, 'policy') as Element).includes(policyCommand(server.slug, { content: catalogue.folder }))
        ? []
        : ['does not name the command']),
    ],
  },
  {
    name: 'server page: lists every recorded tool by category, riskiest first',
    check: (page, server) => {
      const section = byId(page, 'tools');
      const links = section ? withClass(section, 'row').flatMap((row) => find(row, 'a').slice(0, 1)) : [];
      const shown = links.map((link) => attribute(link, 'href'));
      const order = ['Financial', 'Destructive', null, 'Execute', 'Write', 'Read'];
      const wanted = server.tools.toSorted(
        (a, b) => order.indexOf(a.verdict.category) - order.indexOf(b.verdict.category),
      );
      return shown.join() === wanted.map(({ url }) => url).join() ? [] : [`${shown.length} rows, or another order`];
    },
  },
];

/** What is wrong with the tabs of a policy: their roles, or a text that is not what the domain renders. */
function tabFaults(
  page: BuiltPage,
  verified: VerifiedClients,
  server: CataloguedServer,
  tool?: CataloguedTool,
): string[] {
  const tabs = find(page, null, 'role', 'tab');
  const panels = find(page, null, 'role', 'tabpanel');
  const request = requestFrom(policyData(server, verified), { tool: tool?.name });
  const wrong = TAB_FORMATS.filter((id, index) => {
    const [tab, panel] = [tabs[index] as Element, panels[index] as Element];
    const snippet = snippetOf(formatById(id) as EnforcementFormat, request, verified);
    const [block] = find(panel, 'pre', 'data-policy', id);
    const shown = block === undefined ? null : textOf(block);
    const isChosen = index === 0;
    const beside = isChosen || tool === undefined ? [...snippet.caveats, ...snippet.steps, snippet.verified] : [];
    const said = snippet.text === null ? [] : [snippet.caption, ...beside];
    const words = readText(panel).replace(/\s+/g, ' ');
    return (
      shown !== snippet.text ||
      (snippet.refused !== null && !words.includes(plain(snippet.refused))) ||
      said.some((sentence) => !words.includes(plain(sentence))) ||
      attribute(tab, 'aria-controls') !== attribute(panel, 'id') ||
      attribute(panel, 'aria-labelledby') !== attribute(tab, 'id') ||
      attribute(tab, 'aria-selected') !== String(isChosen) ||
      attribute(panel, 'hidden') !== (isChosen ? undefined : '')
    );
  });
  return [
    ...(tabs.length === TAB_FORMATS.length && panels.length === tabs.length ? [] : [`${tabs.length} tabs`]),
    ...wrong.map((id) => `the tab ${id} says otherwise`),
  ];
}

/** What the page of every attack must keep to. */
const ATTACK_RULES: readonly {
  readonly name: string;
  readonly check: (page: BuiltPage, attack: CataloguedText<AttackFile>, catalogue: Catalogue) => string[];
}[] = [
  {
    name: 'attack page: says how sure it is, what stops it, and what is not certain, before the text',
    check: (page, { data }) => {
      const main = find(page, 'main')
        .map((element) => readText(element))
        .join('')
        .replace(/\s+/g, ' ');
      const at = main.indexOf(verdictSentence(data));
      const text = main.indexOf('What ', at + 1);
      return [
        ...(at > 0 ? [] : ['no verdict on rules']),
        ...(main.includes(ATTACK_WORDS.confidence[data.confidence]) ? [] : ['no confidence']),
        ...(data.uncertain ?? []).filter((item) => !main.includes(plain(item))).map((item) => `does not say “${item}”`),
        ...(text > at ? [] : ['the verdict stands below the text']),
      ];
    },
  },
  {
    name: 'attack page: a version that fixes it stands first, once',
    check: (page, attack) => {
      const line = fixedLine(attack);
      if (line === null) return [];
      const main = find(page, 'main')
        .map((element) => readText(element))
        .join('')
        .replace(/\s+/g, ' ');
      const times = main.split(plain(line)).length - 1;
      return times === 1 && main.indexOf(plain(line)) < main.indexOf('What happened') ? [] : [`says it ${times} times`];
    },
  },
  {
    name: 'attack page: the policy of its rule parses, and both calls stand there with what became of them',
    check: (page, attack, catalogue) => {
      const compiled = compiledRule(catalogue, attack);
      const blocks = find(page, 'pre', 'data-policy', 'policy-json');
      if (compiled === null) return blocks.length === 0 ? [] : ['a policy without a rule'];
      const calls = find(page, 'li', 'data-call').map((item) => readText(item).replace(/\s+/g, ' '));
      return [
        ...(blocks.length === 1 && textOf(blocks[0] as Element) === policyText(compiled.policy)
          ? []
          : ['another policy']),
        ...(calls.length === 2 && /denied by/.test(calls[0] ?? '') && /allowed by/.test(calls[1] ?? '')
          ? []
          : [`calls ${calls.join(' | ')}`]),
      ];
    },
  },
  {
    name: 'attack page: tells our mappings apart, and what was read of each source',
    check: (page, { data }) => {
      const text = byId(page, 'mappings');
      const shown = text ? readText(text).replace(/\s+/g, ' ') : '';
      const [theirs = '', ours = ''] = shown.split('Our assignment');
      const sources = byId(page, 'sources');
      const links = sources ? find(sources, 'a', 'href').length - 1 : 0;
      return [
        ...data.mappings
          .filter(({ id, own }) => !(own ? ours : theirs).includes(id))
          .map(({ id }) => `${id} does not stand where it belongs`),
        ...(links === data.sources.length ? [] : [`${links} sources of ${data.sources.length}`]),
      ];
    },
  },
];

/** A policy read from its text, or why it cannot be. */
function readPolicy(text: string): Policy | string {
  const parsed = parsePolicy(text);
  if ('errors' in parsed) return parsed.errors.map(policyErrorLine).join('; ');
  return PolicySchema.safeParse(JSON.parse(text)).success ? parsed.policy : 'does not fit the schema';
}

function carries(element: Element, name: string): boolean {
  return attribute(element, name) !== undefined;
}

/** A sentence of ours without its marks, as it is read. */
function plain(text: string): string {
  return text.replaceAll('`', '').replace(/\s+/g, ' ');
}

const sites = inject('sites');

describe.each(['own', 'hostile', 'plain'] as const)('the %s site', (name) => {
  const { out } = sites[name];
  let found: Survey;
  beforeAll(async () => {
    found = await survey(sites[name]);
  });

  test.each([...PAGE_RULES, ...TOOL_RULES, ...SERVER_RULES, ...ATTACK_RULES].map((rule) => rule.name))(
    'every page: %s',
    (rule) => {
      expect(found.faults.get(rule), 'the rule was tried on no page').toBeDefined();
      expect(found.faults.get(rule)).toEqual([]);
    },
  );

  test('has exactly the pages of its catalogue', () => {
    const moved = redirectsOf(found.catalogue).filter(({ from }) => from.endsWith('/'));
    const expected = [...sitePaths(found.catalogue), ...moved.map(({ from }) => from), urls.search, '/404.html'];
    expect([...found.pages.keys()].sort()).toEqual(expected.sort());
  });

  test('has pages for every level, category and signal, not assessed among them', () => {
    const wanted = [
      ...[...RISK_LEVELS, null].map(urls.risk),
      ...[...CATEGORIES, null].map(urls.category),
      ...RISK_SIGNALS.map(urls.signal),
    ];
    expect(wanted.filter((path) => !found.pages.has(path))).toEqual([]);
    for (const path of [urls.risk(null), urls.category(null)]) {
      const unassessed = found.catalogue.tools.filter((tool) => tool.verdict.category === null);
      const linked = new Set(found.pages.get(path)?.links);
      expect(unassessed.slice(0, 250).filter((tool) => !linked.has(tool.url))).toEqual([]);
    }
  });

  test('every internal link leads to a file, every fragment to an id', async () => {
    const symbols = new Set(
      [...(await readFile(path.join(out, 'icons.svg'), 'utf8')).matchAll(/ id="([^"]+)"/g)].map((m) => m[1]),
    );
    const broken: string[] = [];
    for (const [from, { links }] of found.pages) {
      for (const link of new Set(links)) {
        if (/^(https?:|mailto:)/.test(link)) continue;
        const target = new URL(link, `http://site${from}`);
        const file = decodeURIComponent(target.pathname)
          .replace(/^\//, '')
          .replace(/(^|\/)$/, '$1index.html');
        const fragment = decodeURIComponent(target.hash.slice(1));
        if (!found.files.has(file)) broken.push(`${from} → ${link}`);
        else if (fragment === '') continue;
        else if (file === 'icons.svg' ? !symbols.has(fragment) : !found.pages.get(pathOf(file))?.ids.has(fragment))
          broken.push(`${from} → ${link}`);
      }
    }
    expect(broken).toEqual([]);
  });

  test('every address in the style sheets leads to a file', async () => {
    const sheets = [...found.files].filter((file) => file.endsWith('.css'));
    const addresses = await Promise.all(
      sheets.map(async (sheet) => [
        ...(await readFile(path.join(out, sheet), 'utf8')).matchAll(/url\("?\/([^)"]+)"?\)/g),
      ]),
    );
    const files = addresses.flat().map((match) => match[1] as string);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !found.files.has(file))).toEqual([]);
  });

  test('no two pages have the same title', () => {
    const titles = Map.groupBy(found.pages, ([, { title }]) => title);
    const shared = [...titles]
      .filter(([, group]) => group.length > 1)
      .map(([title, group]) => `${title}: ${group.map(([at]) => at)}`);
    expect(shared).toEqual([]);
  });

  test('writes file names that every file system and host takes', () => {
    const segments = [...found.files].flatMap((file) => file.split('/'));
    expect(
      segments.filter((segment) => !/^[A-Za-z0-9_.-]{1,110}$/.test(segment) || segment === '.' || segment === '..'),
    ).toEqual([]);
    const folded = Map.groupBy(found.files, (file) => file.toLowerCase());
    expect([...folded.values()].filter((group) => group.length > 1)).toEqual([]);
  });

  test('writes nothing beside its folder', async () => {
    const beside = await readdir(path.dirname(out));
    expect(beside.filter((entry) => entry !== 'content' && entry !== 'site')).toEqual([]);
  });

  test('serves for each server the policy of its page, and its records', async () => {
    for (const server of found.catalogue.servers) {
      const text = await readFile(path.join(out, urls.serverPolicy(server.slug)), 'utf8');
      expect(text).toBe(`${policyText(serverPolicy(server.tools.map(policyTool)))}\n`);
      expect(readPolicy(text)).not.toBeTypeOf('string');
      const data = JSON.parse(await readFile(path.join(out, urls.serverData(server.slug)), 'utf8'));
      expect(data.tools.map((tool: { name: string }) => tool.name)).toEqual(server.tools.map((tool) => tool.name));
    }
  });

  test('serves what the browser makes policies from: every format, variant and key comes out as from the records', async () => {
    for (const server of found.catalogue.servers) {
      const served = JSON.parse(await readFile(path.join(out, urls.policyData(server.slug)), 'utf8')) as PolicyData;
      const tools = server.tools.map(policyTool);
      for (const variant of POLICY_VARIANTS) {
        for (const key of [server.slug, 'my_Own-key', 'no key: "\\n']) {
          const fromRecords = { ...requestFrom(served, { variant, key }), tools };
          for (const format of FORMATS) {
            const rendered = format.render(requestFrom(served, { variant, key }));
            expect([format.id, rendered]).toEqual([format.id, format.render(fromRecords)]);
          }
        }
      }
    }
  });

  test('publishes the schemas, which its own files fit', async () => {
    const ajv = new Ajv2020({ strict: false, formats: { date: true } });
    const schema = async (file: 'policy' | 'tools') =>
      ajv.compile(JSON.parse(await readFile(path.join(out, urls.schema(file)), 'utf8')));
    const [fitsPolicy, fitsTools] = [await schema('policy'), await schema('tools')];
    for (const { slug } of found.catalogue.servers) {
      const policy = await readFile(path.join(out, urls.serverPolicy(slug)), 'utf8');
      const tools = await readFile(path.join(sites[name].content, 'servers', slug, 'tools.json'), 'utf8');
      expect([slug, fitsPolicy(JSON.parse(policy)), fitsTools(JSON.parse(tools))]).toEqual([slug, true, true]);
    }
  });

  test('gives the same totals wherever they stand, and nowhere but on the home page, the list of servers and the method', async () => {
    const { counts, servers, attacks } = found.catalogue;
    const home = await readPage(out, 'index.html');
    const numbers = Object.fromEntries(
      withClass(home, 'big-numbers').flatMap((list) =>
        find(list, 'div').map((group) => [
          textOf(find(group, 'dt')[0] as Element),
          textOf(find(group, 'dd')[0] as Element),
        ]),
      ),
    );
    expect(numbers).toEqual({
      servers: formatNumber(servers.length),
      tools: formatNumber(counts.tools),
      attacks: formatNumber(attacks.length),
    });
    const totals = [count(servers.length, 'server'), count(counts.tools, 'tool')];
    for (const at of [urls.servers, urls.method]) {
      for (const total of totals) expect(found.pages.get(at)?.text).toContain(total);
    }
    const places = new Set<string>([urls.home, urls.servers, urls.method]);
    const elsewhere = [...found.pages].filter(
      ([at, { text }]) =>
        !places.has(at) && counts.tools > 10 && totals.some((total) => new RegExp(`(?<![\\d,])${total}\\b`).test(text)),
    );
    expect(elsewhere.map(([at]) => at)).toEqual([]);
  });
});

describe('a site with an address', () => {
  const { out, content } = sites.hostile;

  test('names its whole address on every page, in the sitemap and in robots.txt', async () => {
    const catalogue = await loadCatalogue(content);
    const moved = new Map(redirectsOf(catalogue).map(({ from, to }) => [from, to]));
    expect(moved.size).toBeGreaterThan(0);
    for await (const page of pagesOf(out)) {
      const [canonical] = find(page, 'link', 'rel', 'canonical');
      const address = page.path === '/404.html' ? '/404/' : (moved.get(page.path) ?? page.path);
      expect(canonical && attribute(canonical, 'href')).toBe(new URL(address, ADDRESS).href);
    }
    const sitemap = await readFile(path.join(out, 'sitemap.xml'), 'utf8');
    const named = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] as string);
    expect(named.toSorted()).toEqual(
      sitePaths(catalogue)
        .map((at) => new URL(at, ADDRESS).href)
        .sort(),
    );
    expect(await readFile(path.join(out, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${ADDRESS}sitemap.xml`);
  });

  test('has breadcrumbs for machines that say what the page says', async () => {
    const catalogue = await loadCatalogue(content);
    for (const tool of catalogue.tools.filter((candidate) => candidate.server === HOSTILE.markup)) {
      const page = await readPage(out, path.join(tool.url.slice(1), 'index.html'));
      const [data] = find(page, 'script', 'type', 'application/ld+json');
      const { itemListElement } = JSON.parse(textOf(data as Element));
      expect(itemListElement.at(-1)).toMatchObject({
        position: 3,
        name: shownName(tool.name),
        item: new URL(tool.url, ADDRESS).href,
      });
    }
  });

  test('posts its form to the endpoint, and leads to where mistakes are reported', async () => {
    const page = await readPage(out, `tools/${HOSTILE.single}/only_one/index.html`);
    const [form] = find(page, 'form', 'data-contact');
    expect(form && attribute(form, 'action')).toBe(inject('contactEndpoint'));
    expect(form && attribute(form, 'method')).toBe('post');
    const fields = [...find(form as Element, 'input'), ...find(form as Element, 'textarea')];
    expect(fields.flatMap((field) => attribute(field, 'name') ?? [])).toEqual(
      expect.arrayContaining(['name', 'email', 'message']),
    );
    expect(find(form as Element, 'button', 'type', 'submit')).toHaveLength(1);
    expect(find(byId(page, 'data') as Element, 'a', 'href', REPORT_MISTAKE)).toHaveLength(1);
    expect(find(page, 'a', 'href', 'mailto:security@catalogue.example')).toHaveLength(1);
  });
});

describe('a site without settings', () => {
  test.each(['own', 'plain'] as const)(
    'the %s site has no address, no form and no place to report to',
    async (name) => {
      const { out } = sites[name];
      const files = await filesIn(out);
      expect(files.filter((file) => /sitemap/.test(file))).toEqual([]);
      expect(await readFile(path.join(out, 'robots.txt'), 'utf8')).not.toContain('Sitemap');
      for await (const page of pagesOf(out)) {
        expect(find(page, 'link', 'rel', 'canonical')).toEqual([]);
        expect(find(page, 'form', 'method', 'post')).toEqual([]);
        expect(page.html).not.toContain('Report a mistake');
      }
    },
  );

  test('the plain site has no call to action, this project’s leads to the guide on one’s own catalogue', async () => {
    const plainPage = await readPage(sites.plain.out, 'tools/plain/get_weather/index.html');
    expect(withClass(plainPage, 'cta')).toEqual([]);
    const ownPage = await readPage(sites.own.out, 'tools/yaver/run_tests/index.html');
    const [action, ...more] = withClass(ownPage, 'cta');
    expect(more).toEqual([]);
    expect(find(action as Element, 'a').map((link) => attribute(link, 'href'))).toEqual(['/guides/own-catalogue/']);
  });
});

describe('hostile records', () => {
  let catalogue: Catalogue;
  beforeAll(async () => {
    catalogue = await loadCatalogue(sites.hostile.content);
  });
  const toolOf = (server: string, name: string) =>
    catalogue.tools.find((tool) => tool.server === server && tool.name === name) as CataloguedTool;
  const pageOf = (tool: CataloguedTool) => readPage(sites.hostile.out, `${tool.url.slice(1)}index.html`);

  test('stand in policies of every form', () => {
    const reviewed = catalogue.tools.filter((tool) => tool.server === HOSTILE.reviewed);
    const shapes = new Set(reviewed.map((tool) => Object.keys(toolPolicy(policyTool(tool))).join()));
    expect(shapes).toEqual(new Set(['version,default,tools', 'version,default,hide']));
    const categories = new Set(reviewed.map((tool) => tool.verdict.category));
    expect([...categories].sort()).toEqual([...CATEGORIES].sort());
  });

  test('names that differ in case only have a page each', async () => {
    const spellings = ['Get', 'get', 'GET'].map((name) => toolOf(HOSTILE.names, name));
    const addresses = new Set(spellings.map(({ url }) => url.toLowerCase()));
    expect(addresses.size).toBe(3);
    for (const tool of spellings) expect(textOf(find(await pageOf(tool), 'h1')[0] as Element)).toBe(tool.name);
  });

  test('names that stand for something else get an address of their own', () => {
    for (const name of ['index', 'index.html', 'policy.json', 'history', '.', '..', '../../x', '/api/acg']) {
      expect(toolOf(HOSTILE.names, name).segment).toMatch(/^[A-Za-z0-9_.-]+-[0-9a-f]{8}$/);
    }
    expect(toolOf(HOSTILE.names, '__proto__').segment).toBe('__proto__');
    expect(toolOf(HOSTILE.names, 'constructor').segment).toBe('constructor');
  });

  test('equal names share a page with the stricter verdict', async () => {
    const tool = toolOf(HOSTILE.names, 'same_name');
    expect(tool.sameName).toBe(3);
    expect(tool.verdict.category).toBe('Destructive');
    const list = await readPage(sites.hostile.out, `tools/${HOSTILE.names}/index.html`);
    expect(find(list, 'a', 'href', tool.url).length).toBeGreaterThan(0);
  });

  test('publishers’ descriptions are whole, folded and marked as theirs', async () => {
    const tool = toolOf(HOSTILE.names, 'long_description');
    expect(tool.record.description?.length).toBeGreaterThan(10_000);
    const page = await pageOf(tool);
    const [fold] = find(page, 'details').filter((details) => /publisher’s own description/.test(textOf(details)));
    expect(fold && attribute(fold, 'open')).toBeUndefined();
    expect(textOf(fold as Element)).toContain(tool.record.description?.trim());
  });

  test('tools without words of a publisher are not assessed, or say how thin the ground is', async () => {
    for (const name of ['xyzzy', 'frobnicate']) {
      const tool = toolOf(HOSTILE.names, name);
      expect(tool.verdict.level).toBeNull();
      const page = await pageOf(tool);
      expect(textOf(byId(page, 'policy') as Element)).toContain('denied with a message');
    }
    const page = await readPage(sites.hostile.out, 'risk/not-assessed/index.html');
    expect(find(page, 'a', 'href', toolOf(HOSTILE.names, 'xyzzy').url)).toHaveLength(1);
  });

  test('schemas that never end, end', async () => {
    for (const name of ['self_reference', 'mutual_references', 'deep', 'wide', 'circle_of_references']) {
      const section = byId(await pageOf(toolOf(HOSTILE.schemas, name)), 'parameters') as Element;
      expect(textOf(section)).toMatch(/refers to itself|left out|more than is shown|Not known|the same shape again/);
    }
  });

  test('alternatives, long enums and nested fields are readable', async () => {
    const text = async (name: string) =>
      readText(byId(await pageOf(toolOf(HOSTILE.schemas, name)), 'parameters') as Element).replace(/\s+/g, ' ');
    expect(await text('one_of_at_the_top')).toMatch(/One of 2 shapes/);
    expect(await text('any_of_inside')).toMatch(/Shape 1: 1 field/);
    expect(await text('any_of_inside')).toContain('"a<b"');
    expect(await text('many_values')).toContain('60 values');
    expect(await text('many_values')).toContain('"colour <59>"');
    expect(await text('numbers')).toMatch(/at least 0 · at most 100 · a multiple of 0\.5 · default 1/);
    expect(await text('proto_properties')).toContain('__proto__');
  });

  test('guessed types are not shown', async () => {
    const page = await pageOf(toolOf(HOSTILE.sources, 'guessed_schema'));
    expect(textOf(find(page, 'main')[0] as Element)).not.toContain('guessed_parameter');
  });

  test('400 tools stand on one page, with a policy that knows them all', async () => {
    const page = await readPage(sites.hostile.out, `tools/${HOSTILE.many}/index.html`);
    const server = catalogue.servers.find(({ slug }) => slug === HOSTILE.many) as CataloguedServer;
    expect(server.tools).toHaveLength(MANY_TOOLS);
    expect(new Set(find(page, 'a').map((link) => attribute(link, 'href')))).toEqual(
      expect.toSatisfy((links: Set<string>) => server.tools.every((tool) => links.has(tool.url))),
    );
  });

  test('a server without tools has a page that says so, and a policy that denies everything', async () => {
    const page = await readPage(sites.hostile.out, `tools/${HOSTILE.empty}/index.html`);
    expect(withClass(page, 'plate').map((plate) => attribute(plate, 'data-level'))).toEqual(['not-assessed']);
    const main = readText(find(page, 'main')[0] as Element);
    expect(main).toContain('everything is denied');
    expect(main).toMatch(/\b0 tools\b/);
    expect(main).toContain('no tool of it is recorded');
  });

  test('partial listings count what is missing where somebody knows, and say so where nobody does', async () => {
    const read = async (slug: string) =>
      readText(find(await readPage(sites.hostile.out, `tools/${slug}/index.html`), 'main')[0] as Element);
    expect(await read(HOSTILE.partial)).toContain('2 of 3 tools recorded');
    expect(await read(HOSTILE.partial)).toContain('denies the 1 tool that nobody has recorded');
    expect(await read(HOSTILE.unknown)).toContain('1 tool recorded, the full list is not known');
  });

  test('reviews count as the taxonomy says, and the page shows both verdicts', async () => {
    const stricter = toolOf(HOSTILE.reviewed, 'lapsed_stricter');
    expect(stricter.verdict.category).toBe('Financial');
    expect(textOf(byId(await pageOf(stricter), 'why') as Element)).toContain('still counts, because it is stricter');
    const milder = toolOf(HOSTILE.reviewed, 'lapsed_milder');
    expect(milder.verdict.category).toBe('Destructive');
    expect(textOf(byId(await pageOf(milder), 'why') as Element)).toContain('no longer counts');
    const limited = await pageOf(toolOf(HOSTILE.reviewed, 'limited'));
    expect(textOf(byId(limited, 'policy') as Element)).toContain('1 call a minute and 90 calls an hour');
  });

  test.each(PAYLOADS.map((payload) => [payload]))('%j is text in every place', async (payload) => {
    const tool = toolOf(HOSTILE.markup, payload);
    const page = await pageOf(tool);
    const whole = payload.toWellFormed();
    const oneLine = whole.replace(/[\r\n]+/g, ' ');
    const publisher = withClass(page, 'publisher-text').map(textOf);
    expect(publisher.some((text) => text.includes(whole))).toBe(true);
    expect(textOf(withClass(page, 'lead')[0] as Element)).toContain(oneLine.trim());
    const values = withClass(page, 'values').flatMap((list) => find(list, 'code').map(textOf));
    expect(values).toEqual([JSON.stringify(payload), JSON.stringify(`${payload}2`)]);
    const description = find(page, 'meta', 'name', 'description').map((meta) => attribute(meta, 'content'));
    expect(description[0]).toContain(oneLine.trim());
    expect(textOf(byId(page, 'policy') as Element)).toContain(JSON.stringify(payload).slice(1, -1));
  });
});

describe('this project’s own content', () => {
  let catalogue: Catalogue;
  beforeAll(async () => {
    catalogue = await loadCatalogue(sites.own.content);
  });
  const { out } = sites.own;
  const page = (server: string, tool: string) => readPage(out, `tools/${server}/${tool}/index.html`);
  const firstLimit = (built: BuiltPage) => {
    const text = textOf(find(built, 'pre', 'data-policy', 'policy-json')[0] as Element);
    const { tools = {} } = PolicySchema.parse(JSON.parse(text));
    const [limit] = Object.values(tools)[0]?.limits ?? [];
    return limit && { max: limit.max, window: limit.window };
  };
  const plate = (built: BuiltPage) => {
    const [element] = withClass(built, 'plate');
    return element && [attribute(element, 'data-category'), attribute(element, 'data-level')];
  };
  const evidence = (built: BuiltPage) => readText(byId(built, 'why') as Element).replace(/\s+/g, ' ');

  test('has at least 25 servers and 600 tools, 12 of every category, and attacks of both kinds', () => {
    expect(catalogue.servers.length).toBeGreaterThanOrEqual(25);
    expect(catalogue.counts.tools).toBeGreaterThanOrEqual(600);
    for (const category of CATEGORIES) expect(catalogue.counts.categories[category]).toBeGreaterThanOrEqual(12);
    const kinds = catalogue.attacks.map((attack) => attack.data.kind);
    expect(kinds.filter((kind) => kind === 'pattern').length).toBeGreaterThanOrEqual(8);
    expect(kinds.filter((kind) => kind === 'case').length).toBeGreaterThanOrEqual(4);
  });

  test('the list of attacks has every entry without a script, and its filter knows the same', async () => {
    const list = await readPage(out, 'attacks/index.html');
    const rows = find(list, 'li', 'data-entry').map((row) => attribute(row, 'data-entry'));
    expect(new Set(rows)).toEqual(new Set(catalogue.attacks.map(({ id }) => id)));
    const filter = JSON.parse(await readFile(path.join(out, 'attacks/filter.json'), 'utf8'));
    expect(filter).toEqual(JSON.parse(JSON.stringify(attackEntries(catalogue))));
    for (const name of new Set(catalogue.attacks.map(({ data }) => data.class))) {
      const built = await readPage(out, `attacks/class/${name}/index.html`);
      const wanted = catalogue.attacks.filter(({ data }) => data.class === name).map(({ id }) => id);
      expect(new Set(find(built, 'li', 'data-entry').map((row) => attribute(row, 'data-entry')))).toEqual(
        new Set(wanted),
      );
    }
  });

  test('files for programs are there, and a rule in Sigma is that of its page', async () => {
    for (const file of [
      'attacks.json',
      'attacks.csv',
      'attacks.atom',
      'attacks-navigator.json',
      'schemas/attacks.json',
      'schemas/tool-call-log.json',
    ]) {
      expect((await readFile(path.join(out, file), 'utf8')).length).toBeGreaterThan(500);
    }
    for (const { id, data } of catalogue.attacks.filter((attack) => attack.data.detection)) {
      const built = await readPage(out, `attacks/${id}/index.html`);
      const sigma = await readFile(path.join(out, `attacks/${id}/sigma.yml`), 'utf8');
      expect(textOf(byId(built, 'sigma') as Element)).toBe(sigma);
      expect(sigma).toContain(data.detection?.title);
    }
  });

  test('a server page says what happened with the server, and how the recorded version stands to the fix', async () => {
    const section = byId(await readPage(out, 'tools/kubernetes-flux159/index.html'), 'attacks') as Element;
    expect(readText(section).replace(/\s+/g, ' ')).toMatch(
      /Fixed in 2\.5\.0 and 2\.9\.8; the recorded version, [\d.]+, is not older/,
    );
  });

  test('invarium_sync_results: Execute, high, 10 a minute first, by a review that the page shows', async () => {
    const built = await page('invarium', 'invarium_sync_results');
    expect(plate(built)).toEqual(['execute', 'high']);
    expect(firstLimit(built)).toEqual({ max: 10, window: 'minute' });
    expect(evidence(built)).toMatch(/Reviewed by hand on \d+ \w+ \d{4}: set .*The classifier alone says: Write/);
  });

  test('record_test_outcome: Write, medium, 30 a minute first, with the words that show it', async () => {
    const built = await page('mcp-pytest-server', 'record_test_outcome');
    expect(plate(built)).toEqual(['write', 'medium']);
    expect(firstLimit(built)).toEqual({ max: 30, window: 'minute' });
    const quotes = find(byId(built, 'why') as Element, 'q').map(textOf);
    const phrase = 'record the outcome of a test';
    expect(quotes.some((quote) => quote.includes(' ') && phrase.includes(quote.toLowerCase()))).toBe(true);
  });

  test('ICME run_tests: Execute, high', async () => {
    expect(plate(await page('icme-preflight', 'run_tests'))).toEqual(['execute', 'high']);
  });

  test('Yaver run_tests: Execute, critical because of its command, with two signals and two parameters', async () => {
    const built = await page('yaver', 'run_tests');
    expect(plate(built)).toEqual(['execute', 'critical']);
    const signals = find(built, null, 'data-signal').map((item) => [
      attribute(item, 'data-signal'),
      find(item, 'code').map(textOf),
    ]);
    expect(signals).toEqual([
      ['code', ['command']],
      ['path', ['directory']],
    ]);
    const rows = withClass(byId(built, 'parameters') as Element, 'param-head').map((head) =>
      textOf(find(head, 'code')[0] as Element),
    );
    expect(rows).toEqual(['command', 'directory']);
    const [attack] = find(built, 'a', 'data-attack');
    expect(textOf(attack?.parentNode as Element)).toContain('command');
  });

  test('partial listings say how much is recorded', async () => {
    const heading = async (slug: string) =>
      textOf(byId(await readPage(out, `tools/${slug}/index.html`), 'tools') as Element);
    expect(await heading('invarium')).toContain('11 of 19 tools recorded');
    expect(await heading('yaver')).toContain('8 tools recorded, the full list is not known');
  });

  test('a product’s address names the sheets that bear its name and the official server, and leads to none by itself', async () => {
    for (const { slug, file, servers, official } of catalogue.brands) {
      const built = await readPage(out, `tools/${slug}/index.html`);
      const main = textOf(byId(built, 'main') as Element);
      for (const server of servers) {
        expect([slug, main]).toEqual([slug, expect.stringContaining(server.file.name)]);
        expect(find(built, 'a').map((link) => attribute(link, 'href'))).toContain(server.url);
        const sheet = textOf(byId(await readPage(out, `${server.url.slice(1)}index.html`), 'main') as Element);
        expect(sheet).toContain('Not the official server');
      }
      const says =
        file.official === undefined ? 'We know of none' : official ? official.file.name : 'There is no sheet of it yet';
      expect([slug, main]).toEqual([slug, expect.stringContaining(says)]);
      expect(find(built, 'meta', 'http-equiv', 'refresh')).toEqual([]);
    }
    expect(catalogue.brands.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['slack', 'linear', 'postgres']));
  });

  test('what was copied says of which day it is and when it was looked at, and leaves to the browser whether that is long ago', async () => {
    const copied = await readPage(out, 'tools/atlassian-sooperset/index.html');
    const facts = withClass(copied, 'facts').map(textOf).join();
    expect(facts).toContain('as of 5 June 2025, looked at 20 November 2026');
    expect(find(copied, 'time', 'data-day').map((day) => attribute(day, 'datetime'))).toEqual(['2025-06-05']);
    expect(textOf(byId(copied, 'faq') as Element)).not.toContain('yes:');
    const own = withClass(await readPage(out, 'tools/playwright/index.html'), 'facts')
      .map(textOf)
      .join();
    expect(own).not.toContain('as of');
  });

  test('the median tool page is at most 6 kB, the largest server page 40 kB, the style sheet 10 kB, compressed', async () => {
    const size = async (file: string) => gzipSync(await readFile(path.join(out, file))).length;
    const tools = await Promise.all(catalogue.tools.map((tool) => size(`${tool.url.slice(1)}index.html`)));
    const servers = await Promise.all(catalogue.servers.map((server) => size(`${server.url.slice(1)}index.html`)));
    expect(tools.sort((a, b) => a - b)[Math.floor(tools.length / 2)]).toBeLessThanOrEqual(6 * 1024);
    expect(Math.max(...servers)).toBeLessThanOrEqual(40 * 1024);
    const styles = (await filesIn(out)).filter((file) => file.startsWith('_astro/') && file.endsWith('.css'));
    const bytes = await Promise.all(styles.map(size));
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(10 * 1024);
  });

  test('a tool page loads at most 4 kB of script, compressed, before search is opened', async () => {
    const built = await page('yaver', 'run_tests');
    const loaded = new Set(find(built, 'script').flatMap((script) => attribute(script, 'src') ?? []));
    expect(loaded.size).toBe(1);
    let bytes = 0;
    for (const src of loaded) {
      const script = await readFile(path.join(out, src));
      bytes += gzipSync(script).length;
      // A Set that grows while it is walked: what a script imports at once is loaded too.
      for (const [, file] of script.toString().matchAll(/(?:^|[;}\n])import[^()"']*["']\.\/([^"']+)["']/g)) {
        loaded.add(`/_astro/${file}`);
      }
    }
    expect(bytes).toBeLessThanOrEqual(4 * 1024);
  });
});
