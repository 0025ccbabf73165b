import { describe, expect, test } from 'vitest';
import type { EnforcementFormat } from '../enforcement/format.ts';
import type { PolicyRequest } from '../enforcement/request.ts';
import { POLICY_VARIANTS } from '../policy/decide.ts';
import { formatCaption } from './format-caption.ts';
import { FORMATS } from './formats.ts';
import { ROW_TOOLS, requestOf } from './sample.fixture.ts';

/** A snippet as a reader gets it: the caption, the text or the note in its place, what stands beside it. */
function shown(format: EnforcementFormat, request: PolicyRequest): string {
  const rendered = format.render(request);
  if ('refused' in rendered) return `(no snippet) ${rendered.refused}`;
  const command = format.command(request);
  return `${formatCaption(format, request)}\n\n${rendered.text}\n\n${format
    .caveats(request)
    .map((line) => `- ${line}`)
    .join('\n')}${command === null ? '' : `\n\n${command}`}`;
}

function golden(format: EnforcementFormat): string {
  const whole = POLICY_VARIANTS.map(
    (variant) => ['whole server', variant, requestOf({ variant, unrecorded: 2 })] as const,
  );
  const single = ROW_TOOLS.map(({ name }) => [name, 'recommended', requestOf({ tool: name })] as const);
  return [...whole, ...single]
    .map(([title, variant, request]) => `== ${title}, ${variant} ==\n${shown(format, request)}\n`)
    .join('\n');
}

// Files to be read by a person in review: `npx vitest run golden -u` writes them anew.
describe.each(FORMATS)('$id', (format) => {
  test('every row of the table of decisions, and every variant', async () => {
    await expect(golden(format)).toMatchFileSnapshot(`golden/${format.id}.golden.txt`);
  });
});
