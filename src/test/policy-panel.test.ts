import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Catalogue, CataloguedTool } from '../catalogue/join/catalogue.ts';
import { policyData } from '../catalogue/join/server-policies.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import { FORMAT_IDS, type FormatId, TAB_FORMATS } from '../domain/enforcement/format-ids.ts';
import { POLICY_VARIANTS, type Variant } from '../domain/policy/decide.ts';
import { doubtsOf } from '../domain/policy/doubt.ts';
import { policyDecision } from '../domain/policy/recommend.ts';
import { urls } from '../domain/site/urls.ts';
import { formatById } from '../domain/snippet/formats.ts';
import { requestFrom } from '../domain/snippet/policy-file.ts';
import { downloadName } from '../domain/snippet/snippet.ts';
import { HOSTILE } from './hostile-content.ts';
import { runScript } from './run-script.ts';
import { axeEverywhere, complaints, NARROW, newPage, serve, useBrowser } from './windows.ts';

const sites = inject('sites');
let own: string;
let hostile: string;
let catalogue: Catalogue;

useBrowser();
beforeAll(async () => {
  own = await serve(sites.own.out);
  hostile = await serve(sites.hostile.out);
  catalogue = await loadCatalogue(sites.own.content);
});

const TOOL = urls.tool('github', 'create_issue');
const chosenTab = (page: Page) => page.locator('[role=tab][aria-selected=true]').textContent();
const focusedTab = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const shown = (page: Page, format: FormatId) => page.locator(`#panel-${format} pre[data-policy=${format}]`);

/** Chooses a format as a reader does: a tab, or the list of the others. */
async function choose(page: Page, format: FormatId): Promise<void> {
  if (await page.locator(`#tab-${format}`).count()) await page.locator(`#tab-${format}`).click();
  else await page.locator('[data-more]').selectOption(format);
}

/** What the domain prints for a tool or a server of this project's own catalogue. */
function printed(server: string, format: FormatId, given: { tool?: string; variant?: Variant; key?: string } = {}) {
  const found = catalogue.servers.find(({ slug }) => slug === server);
  if (found === undefined) throw new Error(server);
  return formatById(format)?.render(requestFrom(policyData(found, catalogue.verified), given));
}

/** Waits until a panel shows exactly this: the text, or the note in its place. */
async function expectShown(page: Page, format: FormatId, rendered: ReturnType<typeof printed>): Promise<void> {
  if (rendered === undefined) throw new Error(format);
  const panel = page.locator(`#panel-${format}`);
  if ('text' in rendered)
    await expect
      .poll(() =>
        shown(page, format)
          .textContent()
          .catch(() => null),
      )
      .toBe(rendered.text);
  else {
    await expect.poll(() => panel.textContent()).toContain(rendered.refused);
    expect(await panel.locator('pre, button').count()).toBe(0);
  }
}

describe('tabs', () => {
  test('follow the pattern of the ARIA practices: arrows, Home and End, one stop for Tab, and the panel named', async () => {
    const page = await newPage();
    await page.goto(`${own}${TOOL}`);
    expect(await page.locator('[role=tablist]').getAttribute('aria-label')).toBe('Client or gateway');
    await page.locator('#tab-policy-json').focus();
    const steps: [string, string][] = [
      ['ArrowRight', 'Claude Code'],
      ['ArrowRight', 'Codex'],
      ['End', 'Gemini CLI'],
      ['ArrowRight', 'policy.json'],
      ['ArrowLeft', 'Gemini CLI'],
      ['Home', 'policy.json'],
      ['ArrowRight', 'Claude Code'],
    ];
    for (const [key, label] of steps) {
      await page.keyboard.press(key);
      expect([key, await focusedTab(page), await chosenTab(page)]).toEqual([key, label, label]);
      const tabs = await page.locator('[role=tab]').evaluateAll((all) =>
        all.map((tab) => {
          const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
          return {
            isChosen: tab.getAttribute('aria-selected') === 'true',
            stops: (tab as HTMLElement).tabIndex === 0,
            isShown: panel?.checkVisibility() === true,
            isNamed: panel?.getAttribute('aria-labelledby') === tab.id && panel.getAttribute('role') === 'tabpanel',
          };
        }),
      );
      expect(
        tabs.every(({ isChosen, stops, isShown, isNamed }) => isNamed && isChosen === stops && isChosen === isShown),
      ).toBe(true);
      expect(tabs.filter(({ isChosen }) => isChosen)).toHaveLength(1);
    }
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.matches('[data-more]'))).toBe(true);
  });

  test('another format becomes a tab of its own, and takes part in everything', async () => {
    const page = await newPage();
    await page.goto(`${own}${TOOL}`);
    await page.locator('[data-more]').selectOption('opencode');
    await expectShown(page, 'opencode', printed('github', 'opencode', { tool: 'create_issue' }));
    expect(await chosenTab(page)).toBe('opencode');
    await page.locator('#tab-opencode').focus();
    await page.keyboard.press('ArrowRight');
    expect(await chosenTab(page)).toBe('policy.json');
    expect(await page.locator('[data-more]').inputValue()).toBe('');
    await page.keyboard.press('End');
    expect([await chosenTab(page), await page.locator('[data-more]').inputValue()]).toEqual(['opencode', 'opencode']);
  });

  test.each<FormatId>(['codex', 'intercept'])('%s is remembered on other pages', async (format) => {
    const page = await newPage();
    await page.goto(`${own}${TOOL}`);
    await choose(page, format);
    await page.goto(`${own}${urls.tool('yaver', 'run_tests')}`);
    await expectShown(page, format, printed('yaver', format, { tool: 'run_tests' }));
    expect(await page.locator('#panel-policy-json').isVisible()).toBe(false);
    await page.goto(`${own}${urls.server('gitlab-zereight')}`);
    await expectShown(page, format, printed('gitlab-zereight', format));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator(`#panel-${format}`).isVisible()).toBe(true);
    expect(await page.locator('[role=tab]:visible, [data-more]:visible, #panel-policy-json:visible').count()).toBe(0);
  });

  test('work where storage is refused, and with a memory that makes no sense', async () => {
    const page = await newPage();
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await page.goto(`${own}${TOOL}`);
    await choose(page, 'cursor');
    expect(await chosenTab(page)).toBe('Cursor');
    const other = await newPage();
    await other.addInitScript(() => localStorage.setItem('placard-format', '__proto__'));
    await other.goto(`${own}${TOOL}`);
    expect(await chosenTab(other)).toBe('policy.json');
  });

  test('what cannot be loaded says so, and leaves nothing of another choice', async () => {
    const page = await newPage();
    await page.goto(`${own}${TOOL}`);
    await page.route('**/api/v1/policies/**', (route) => route.abort());
    await choose(page, 'claude-code');
    await page.locator('#panel-claude-code', { hasText: 'could not be loaded' }).waitFor();
    expect(await shown(page, 'claude-code').count()).toBe(1);
    await page.locator('[data-variant]').selectOption('strict');
    await expect.poll(() => shown(page, 'claude-code').count()).toBe(0);
    await page.unroute('**/api/v1/policies/**');
    await page.locator('[data-variant]').selectOption('recommended');
    await expectShown(page, 'claude-code', printed('github', 'claude-code', { tool: 'create_issue' }));
    expect(await page.locator('#panel-claude-code').textContent()).not.toContain('could not be loaded');
    complaints.splice(
      0,
      complaints.length,
      ...complaints.filter((words) => !words.includes('/api/v1/policies/') && !words.includes('ERR_FAILED')),
    );
  });
});

describe('rendered in the browser', () => {
  test('every format in every variant, with the reader’s own key, is what the domain prints', async () => {
    const page = await newPage();
    for (const [server, tool, key] of [
      ['github', undefined, 'github'],
      ['github', undefined, 'my_github'],
      ['gitlab-zereight', 'delete_issue', 'git-lab'],
      ['invarium', 'invarium_sync_results', 'in/va'],
    ] as const) {
      await page.goto(`${own}${tool === undefined ? urls.server(server) : urls.tool(server, tool)}`);
      await page.locator('[data-key]').fill(key);
      for (const variant of POLICY_VARIANTS) {
        await page.locator('[data-variant]').selectOption(variant);
        for (const format of FORMAT_IDS) {
          await choose(page, format);
          await expectShown(page, format, printed(server, format, { variant, key, ...(tool ? { tool } : {}) }));
        }
      }
    }
  });

  test('equals what the command prints, byte for byte', async () => {
    const page = await newPage();
    await page.goto(`${own}${urls.server('github')}`);
    await page.locator('[data-key]').fill('gh-work');
    await page.locator('[data-variant]').selectOption('reads');
    for (const format of ['cedar-toolhive', 'codex', 'librechat'] as const) {
      await choose(page, format);
      const { stdout, stderr } = await runScript('policy', [
        ...['github', '--format', format, '--variant', 'reads', '--key', 'gh-work', '--content', sites.own.content],
      ]);
      await expect.poll(async () => `${await shown(page, format).textContent()}\n`).toBe(stdout);
      const words = (await page.locator(`#panel-${format}`).textContent()) ?? '';
      for (const line of stderr.trim().split('\n').slice(1)) expect(words).toContain(line.replaceAll('`', ''));
    }
  });

  test('a key is remembered for its server, an empty or refused one gives a note in place of the snippet', async () => {
    const page = await newPage();
    await page.goto(`${own}${TOOL}`);
    await choose(page, 'claude-code');
    await page.locator('[data-key]').fill('work hub');
    await expectShown(page, 'claude-code', printed('github', 'claude-code', { tool: 'create_issue', key: 'work hub' }));
    expect(await page.locator('#panel-claude-code').textContent()).toContain('With a wrong name they match nothing');
    await page.goto(`${own}${urls.server('github')}`);
    expect(await page.locator('[data-key]').inputValue()).toBe('work hub');
    await expectShown(page, 'claude-code', printed('github', 'claude-code', { key: 'work hub' }));
    await choose(page, 'gemini-cli');
    await page.locator('#panel-gemini-cli', { hasText: 'No snippet: Gemini CLI matches no rule' }).waitFor();
    await page.locator('[data-key]').fill('');
    await page.locator('#panel-gemini-cli', { hasText: 'The server key is empty' }).waitFor();
    await page.goto(`${own}${urls.server('gitlab-zereight')}`);
    expect(await page.locator('[data-key]').inputValue()).toBe('gitlab-zereight');
  });

  test('hostile names stay text', async () => {
    const page = await newPage();
    const records = await loadCatalogue(sites.hostile.content);
    for (const slug of [HOSTILE.markup, HOSTILE.names]) {
      const server = records.servers.find((each) => each.slug === slug);
      if (server === undefined) throw new Error(slug);
      for (const tool of [undefined, server.tools[0], server.tools[5]]) {
        await page.goto(`${hostile}${tool?.url ?? server.url}`);
        for (const format of ['intercept', 'policy-json', 'cedar-toolhive', 'opencode'] as const) {
          await choose(page, format);
          await page.locator('[data-variant]').selectOption('strict');
          const request = requestFrom(policyData(server, records.verified), { tool: tool?.name, variant: 'strict' });
          await expectShown(page, format, formatById(format)?.render(request));
        }
      }
      await page.locator('#try summary').click();
      await page.locator('.trial').waitFor();
      expect(
        await page.locator('main').evaluate((main) => main.querySelectorAll('script, img, b, iframe').length),
      ).toBe(0);
    }
  });
});

describe('copy and download', () => {
  test('give exactly the text, under the name of its file', async () => {
    const page = await newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${own}${TOOL}`);
    for (const format of FORMAT_IDS) {
      await choose(page, format);
      const rendered = printed('github', format, { tool: 'create_issue' });
      if (rendered === undefined || !('text' in rendered)) continue;
      await expectShown(page, format, rendered);
      await page.locator('.policy-bar [data-copy]:visible').click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(rendered.text);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('[data-download]:visible').click(),
      ]);
      expect(file.suggestedFilename()).toBe(downloadName(formatById(format) as never));
      expect(await readFile(await file.path(), 'utf8')).toBe(`${rendered.text}\n`);
    }
  });
});

describe('try a call', () => {
  const open = async (page: Page, path: string) => {
    await page.goto(`${own}${path}`);
    await page.locator('#try summary').click();
    await page.locator('.trial').waitFor();
  };
  const result = (page: Page) => page.locator('.trial-result').innerText();
  const server = () => catalogue.servers.find(({ slug }) => slug === 'github');
  const toolOf = (effect: string) =>
    server()?.tools.find(({ name, verdict, signals }) => {
      const subject = { name, category: verdict.category, signals, doubts: doubtsOf(verdict), limit: verdict.limit };
      return policyDecision(subject).effect === effect;
    }) as CataloguedTool;

  test('says what is decided, which rule did it and where it stands, and announces it', async () => {
    const page = await newPage();
    await open(page, urls.server('github'));
    expect(await page.locator('.trial-result').getAttribute('role')).toBe('status');
    for (const [effect, words] of [
      ['allow', /^The call is allowed\.$/],
      ['limit', /^The call is allowed\.$/],
      [
        'ask',
        /^The call is denied by \/tools\/.+\/deny_if\/0\. The caller is told: .+ Line \d+: \{ "conditions": \[\]/,
      ],
      ['hide', /^The call is denied: it is hidden\. Line \d+: ".+"$/],
    ] as const) {
      await page.locator('.trial [name=tool]').selectOption(toolOf(effect).name);
      await expect.poll(() => result(page)).toMatch(words);
    }
    await page.locator('.trial [name=tool]').selectOption({ label: 'A tool that is not recorded' });
    await expect
      .poll(() => result(page))
      .toMatch(/no rule names it, and the default denies\. Line 3: "default": "deny"$/);
    expect(await page.locator('.trial-others').innerText()).toMatch(
      /Reads only: denied\nStrict: denied\nNarrow: denied/,
    );
  });

  test('counts calls within a minute, follows the variant, and shows what the others would say', async () => {
    const page = await newPage();
    await open(page, TOOL);
    await page.locator('.trial [name=times]').fill('11');
    await expect
      .poll(() => result(page))
      .toMatch(
        /^Calls 1 to 10 are allowed\.\s+Call 11 is denied by \/tools\/create_issue\/limits\/0\. The caller is told: No more than 10 calls a minute\. Line 7: \{ "counter": "create-issue-per-minute"/,
      );
    expect(await page.locator('.trial-others').innerText()).toMatch(/Reads only: denied/);
    await page.locator('[data-variant]').selectOption('reads');
    await expect.poll(() => result(page)).toMatch(/denied by \/tools\/create_issue\/deny_if\/0/);
    expect(await page.locator('.trial-others').innerText()).toMatch(/Recommended: 10 calls allowed, then denied/);
  });

  test('begins with arguments from the schema, and says the line of what is no JSON', async () => {
    const page = await newPage();
    await open(page, TOOL);
    const args = page.locator('.trial [name=arguments]');
    expect(Object.keys(JSON.parse(await args.inputValue()))).toEqual(toolByUrl(TOOL).record.inputSchema?.required);
    await args.fill('{\n  "owner": "me",\n}');
    await page.locator('.fault', { hasText: 'line 3, column 1: nothing follows the comma' }).waitFor();
    expect(await args.getAttribute('aria-invalid')).toBe('true');
    await args.fill('[]');
    await page.locator('.fault', { hasText: 'no object' }).waitFor();
    await args.fill('{}');
    await expect.poll(() => result(page)).toBe('The call is allowed.');
    expect(await args.getAttribute('aria-invalid')).toBeNull();
  });
  const toolByUrl = (url: string) => catalogue.tools.find((tool) => tool.url === url) as CataloguedTool;

  test('tries the reader’s own policy, and says by line what is wrong with it', async () => {
    const page = await newPage();
    await open(page, TOOL);
    await page.locator('.trial [name=policy]').selectOption('own');
    const ownPolicy = page.locator('.trial [name=own]');
    await expect.poll(() => ownPolicy.inputValue()).toContain('"create_issue"');
    await expect.poll(() => result(page)).toBe('The call is allowed.');
    await ownPolicy.fill('{\n  "version": "1",\n  "default": "ask",\n  "hid": []\n}');
    await page.locator('.trial-result', { hasText: 'line 3, column 14: /default: ' }).waitFor();
    expect(await result(page)).toMatch(
      /Write "default": "allow" or "default": "deny"\.\s+line 4, column 3: \/hid: .*Remove it/,
    );
    await ownPolicy.fill('{"version": "1", "default": "allow", "hide": ["create_issue"]}');
    await expect.poll(() => result(page)).toMatch(/^The call is denied: it is hidden\. Line 1: "create_issue"$/);
  });
});

describe('the look of every state', () => {
  const states: [string, string, (page: Page) => Promise<void>][] = [
    ['a format on demand', TOOL, (page) => choose(page, 'cedar-toolhive')],
    ['a refusal', TOOL, async (page) => void (await page.locator('[data-key]').fill(''))],
    [
      'a server in another variant',
      urls.server('gitlab-zereight'),
      async (page) => void (await page.locator('[data-variant]').selectOption('reads')),
    ],
    ['a tried call', TOOL, async (page) => page.locator('#try summary').click()],
    [
      'a broken policy',
      urls.server('github'),
      async (page) => {
        await page.locator('#try summary').click();
        await page.locator('.trial [name=policy]').selectOption('own');
        await page.locator('.trial [name=own]').fill('{');
        await page.locator('.trial-result', { hasText: 'line 1' }).waitFor();
      },
    ],
  ];
  test.each(states)('%s: nothing that axe finds, and no wider than a phone', async (_, path, reach) => {
    const page = await newPage();
    await page.goto(`${own}${path}`);
    await reach(page);
    await page.waitForLoadState('networkidle');
    expect(await axeEverywhere(page)).toEqual([]);
    await page.setViewportSize(NARROW);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
  });

  test('a phone’s first screen has level, consequence, name, server and the way to the policy', async () => {
    const page = await newPage({ viewport: NARROW });
    for (const path of [TOOL, urls.tool('yaver', 'run_tests'), urls.tool('gitlab-zereight', 'delete_issue')]) {
      await page.goto(`${own}${path}`);
      for (const part of [
        '.plate-level',
        '.plate-rail > p:last-child',
        'h1',
        '.facts a[href^="/tools/"]',
        'a[href="#policy"]',
      ]) {
        const box = await page.locator(part).first().boundingBox();
        expect([part, (box?.y ?? Infinity) + (box?.height ?? 0) <= NARROW.height]).toEqual([part, true]);
      }
    }
  });
});

test('without JavaScript policy.json is there, and the command that prints the others is named', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(`${own}${TOOL}`);
  expect(await shown(page, 'policy-json').isVisible()).toBe(true);
  expect(await page.locator('[role=tab]:visible, [role=tabpanel]:visible').count()).toBe(1);
  expect(await page.locator('#policy').innerText()).toContain(
    'npm run -s policy -- github --tool=create_issue --format claude-code --key KEY',
  );
  await page.goto(`${own}${urls.server('github')}`);
  expect(await page.locator('pre[data-policy=policy-json]').count()).toBe(3);
});

test('the six formats of the tabs need nothing but the page for their text', async () => {
  const page = await newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${own}${TOOL}`);
  for (const format of TAB_FORMATS) expect(await shown(page, format).count()).toBe(1);
  expect(asked.filter((url) => /policy-snippet|try-call|\/api\//.test(url))).toEqual([]);
});
