import { policyJson } from '../../domain/gateways/policy-json/policy.ts';
import { exampleArguments } from '../../domain/page/trial-arguments.ts';
import { attemptCalls, MOST_CALLS, policyLine, runSentence, runsWords } from '../../domain/policy/attempt.ts';
import type { Variant } from '../../domain/policy/decide.ts';
import type { Policy } from '../../domain/policy/schema.ts';
import { VARIANT_LABELS } from '../../domain/policy/variant-labels.ts';
import { type PolicyData, requestFrom } from '../../domain/snippet/policy-file.ts';
import { isObject } from '../../domain/text/json.ts';
import { readJson } from '../../domain/text/json-text.ts';
import { shownName } from '../../domain/text/name-parts.ts';
import { element } from '../element.ts';
import { faultMessage } from '../fault.ts';
import { loadPolicyData } from './load-policy-file.ts';

/** Tries calls on a policy with the domain's evaluator. Everything that a reader or a publisher wrote is shown as text. */

/** A name that no server of ours has: what is said of it holds for every tool that a policy does not name. */
const STRANGER = 'a_tool_that_nobody_recorded';
/** Time after the last key before something is said, in milliseconds: who listens is not talked over. */
const PAUSE = 250;

const option = (words: string, value: string) => element('option', { value }, words);
const field = (words: string, control: HTMLElement) => element('label', '', words, control);

/** Fills the folded part with its form. */
export async function setUpTrial(fold: HTMLDetailsElement, panel: HTMLElement): Promise<void> {
  let data: PolicyData;
  try {
    data = await loadPolicyData(panel.dataset.panel as string);
  } catch (error) {
    const words = faultMessage(error, 'This could not be loaded. Check the connection, and load the page again.');
    fold.append(element('p', '', ...words));
    return;
  }
  const page = data.tools.find(({ segment }) => segment === panel.dataset.tool)?.name;
  const variant = panel.querySelector('[data-variant]') as HTMLSelectElement;

  const policy = element(
    'select',
    { name: 'policy', 'aria-describedby': 'try-hint' },
    ...(page === undefined ? [] : [option('This tool’s policy.json, in the variant chosen above', 'tool')]),
    option('The whole server’s policy.json, in the variant chosen above', 'server'),
    option('My own, pasted', 'own'),
  );
  const own = element('textarea', { name: 'own', rows: '12', spellcheck: 'false' });
  const ownField = field('Your policy.json', own);
  const tool = element(
    'select',
    { name: 'tool' },
    ...data.tools.map(({ name }) => option(shownName(name), name)),
    option('A tool that is not recorded', STRANGER),
  );
  const args = element('textarea', {
    name: 'arguments',
    rows: '6',
    spellcheck: 'false',
    'aria-describedby': 'try-fault',
  });
  const times = element('input', { name: 'times', type: 'number', min: '1', max: String(MOST_CALLS), value: '1' });
  const fault = element('p', { id: 'try-fault', class: 'fault' });
  const result = element('div', { class: 'note trial-result', role: 'status' });
  const others = element('ul', { class: 'plain small trial-others' });

  fold.append(
    element(
      'form',
      'trial',
      field('Policy', policy),
      element(
        'p',
        { id: 'try-hint', class: 'small' },
        'Each call as policy.json decides it; your client may ask where this limits.',
      ),
      ownField,
      field('Tool', tool),
      field('Arguments, as JSON', args),
      fault,
      field('Calls within one minute', times),
    ),
    result,
    others,
  );

  const request = (of: Variant, only: boolean) =>
    requestFrom(data, { variant: of, ...(only && page !== undefined ? { tool: page } : {}) });
  const textOf = (of: Variant, only: boolean) => {
    const rendered = policyJson.render(request(of, only));
    return 'text' in rendered ? rendered.text : '';
  };

  function prefill(): void {
    const known = data.tools.find(({ name }) => name === tool.value);
    args.value = JSON.stringify(exampleArguments(known?.inputSchema), null, 2);
  }

  function readArguments(): Readonly<Record<string, unknown>> | null {
    const read = args.value.trim() === '' ? { value: {} } : readJson(args.value);
    const words =
      'fault' in read
        ? `Fault in line ${read.fault.line}, column ${read.fault.column}: ${read.fault.message}. ${read.fault.remedy}`
        : isObject(read.value)
          ? ''
          : 'Fault in line 1, column 1: this is no object. Write {"name": value}.';
    fault.textContent = words;
    args.toggleAttribute('aria-invalid', words !== '');
    if (words !== '') args.setAttribute('aria-invalid', 'true');
    return 'value' in read && isObject(read.value) ? read.value : null;
  }

  let newest = 0;
  async function decide(): Promise<void> {
    newest += 1;
    const mine = newest;
    const isOwn = policy.value === 'own';
    ownField.hidden = !isOwn;
    const given = readArguments();
    if (given === null) {
      result.replaceChildren(element('p', '', 'Not tried: the arguments have a fault, which stands below them.'));
      others.replaceChildren();
      return;
    }
    const call = { tool: tool.value, arguments: given };
    const number = Math.min(Math.max(Math.floor(Number(times.value)) || 1, 1), MOST_CALLS);
    const only = policy.value === 'tool';
    const text = isOwn ? own.value : textOf(variant.value as Variant, only);
    const lines = isOwn ? await errorsOf(text) : [];
    if (mine !== newest) return;
    if (lines.length > 0) {
      result.replaceChildren(
        element('p', '', element('strong', '', 'This is no policy that could be loaded.')),
        element('ul', '', ...lines.map((line) => element('li', '', line))),
      );
      others.replaceChildren();
      return;
    }
    result.replaceChildren(...outcomeElements(text, call, number));
    others.replaceChildren(
      ...(isOwn ? [] : Object.entries(VARIANT_LABELS))
        .filter(([name]) => name !== variant.value)
        .map(([name, label]) => {
          const runs = attemptCalls(JSON.parse(textOf(name as Variant, only)) as Policy, call, number);
          return element('li', '', `${label}: ${runsWords(runs)}`);
        }),
    );
    if (others.childElementCount > 0) others.prepend(element('li', '', element('strong', '', 'In the other variants')));
  }

  let waiting: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void decide(), PAUSE);
  };
  tool.addEventListener('change', prefill);
  policy.addEventListener('change', () => {
    // To begin with, the policy that was just tried: to be edited.
    if (policy.value === 'own' && own.value === '') own.value = textOf(variant.value as Variant, page !== undefined);
  });
  fold.addEventListener('input', later);
  variant.addEventListener('change', later);
  fold.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());

  if (page !== undefined) tool.value = page;
  prefill();
  await decide();
}

/** What is wrong with a pasted policy, by line; the schema comes along only now. */
async function errorsOf(text: string): Promise<readonly string[]> {
  const { parsePolicy, policyErrorLine } = await import('../../domain/policy/parse.ts');
  const parsed = parsePolicy(text);
  return 'errors' in parsed ? parsed.errors.map(policyErrorLine) : [];
}

function outcomeElements(
  text: string,
  call: { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> },
  times: number,
): readonly Node[] {
  return attemptCalls(JSON.parse(text) as Policy, call, times).map((run) => {
    const line = policyLine(text, call.tool, run.rule);
    const at = line === null ? [] : [element('span', 'quiet', ` Line ${line.line}: `), element('code', '', line.text)];
    return element(
      'p',
      { 'data-decision': run.outcome.decision },
      element('strong', '', runSentence(run, times)),
      ...at,
    );
  });
}
