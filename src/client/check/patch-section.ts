import { type AuditedClient, audit } from '../../domain/audit/audit.ts';
import { answerSentences, named } from '../../domain/audit/audit-wording.ts';
import { DIFF_SIGNS, lineDiff } from '../../domain/audit/line-diff.ts';
import { masker } from '../../domain/audit/mask-configuration.ts';
import { patchedTexts, patchFor } from '../../domain/audit/patch.ts';
import type { Choice, PatchedFile } from '../../domain/clients/patch.ts';
import { readDocument } from '../../domain/clients/read-document.ts';
import { clientById } from '../../domain/clients/registry.ts';
import { button } from '../controls.ts';
import { element } from '../element.ts';
import { copyText, saveText } from '../page/copy-text.ts';
import type { Shown } from './shown.ts';

/** What the reader chose, by server and tool. */
export type Chosen = ReadonlyMap<string, Map<string, Choice>>;

/** The change of one client: made anew whenever a choice changes. */
export interface PatchSection {
  readonly elements: readonly HTMLElement[];
  /** False for clients whose files hold no rules. */
  readonly canWrite: boolean;
  update(): void;
}

/** Makes the part of the page that shows what to change. */
export function patchSection(client: AuditedClient, shown: Shown, chosen: Chosen): PatchSection {
  const hasTools = client.servers.some(({ tools }) => tools.length > 0);
  if (clientById(client.client).policy === null || !hasTools)
    return { elements: [], canWrite: false, update: () => {} };
  const body = element('div', 'stack');
  const update = () => body.replaceChildren(...patchElements(client, shown, chosen));
  update();
  return {
    elements: [element('h3', '', 'The change'), body],
    canWrite: true,
    update,
  };
}

function patchElements(client: AuditedClient, shown: Shown, chosen: Chosen): HTMLElement[] {
  const documents = shown.documents.filter(({ name }) => client.files.includes(name));
  const servers = [...chosen].map(([key, choices]) => ({ key, choices }));
  const patch = patchFor(
    client.client,
    documents.map((document) => ({ ...document, client: client.client })),
    servers,
  );
  const mask = masker(documents);
  const after = audit(
    patchedTexts(documents, patch).map((text) => readDocument({ ...text, client: client.client })),
    shown.catalogue,
    shown.lists,
  );
  const outcome =
    patch.files.length === 0
      ? 'Your files already do what you chose.'
      : `With it: ${answerSentences(after, 'high').join(' ')}`;
  return [
    element('p', '', patch.files.length === 0 && patch.notes.length > 0 ? 'Nothing can be written for it.' : outcome),
    ...patch.files.map((file) => fileElement(file, mask)),
    ...(patch.notes.length > 0 ? [element('ul', '', ...patch.notes.map((note) => element('li', '', note)))] : []),
  ];
}

/** The most lines of a difference that are shown; the file has them all. */
const MOST_LINES = 600;

function fileElement({ name, before, after }: PatchedFile, mask: (text: string) => string): HTMLElement {
  const lines = lineDiff(mask(before ?? ''), mask(after));
  const pre = element('pre', 'check-diff');
  pre.tabIndex = 0;
  pre.setAttribute('role', 'region');
  pre.setAttribute('aria-label', `Difference to ${named(name)}`);
  for (const { kind, text } of lines.slice(0, MOST_LINES)) {
    pre.append(element('span', kind, kind === 'gap' ? '…' : `${DIFF_SIGNS[kind]} ${text}`));
  }
  const left = lines.length - MOST_LINES;
  const bar = element(
    'div',
    'policy-bar',
    element('strong', '', before === null ? `New file: ${named(name)}` : named(name)),
    button('Copy the whole file', (pressed) => void copyText(pressed, after)),
    button('Save it', () => saveText(name, after)),
  );
  const panel = element('div', 'policy', bar, pre);
  if (left > 0) panel.append(element('p', 'policy-caption', `And ${left} more lines.`));
  return panel;
}
