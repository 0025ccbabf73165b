import { buildCatalogue, type Catalogue, type CataloguedServer } from '../src/catalogue/join/catalogue.ts';
import { policyData } from '../src/catalogue/join/server-policies.ts';
import { OWN_CONTENT, readContent } from '../src/catalogue/read/content.ts';
import { printable } from '../src/catalogue/read/problem.ts';
import type { EnforcementFormat } from '../src/domain/enforcement/format.ts';
import { FORMAT_IDS } from '../src/domain/enforcement/format-ids.ts';
import type { PolicyRequest } from '../src/domain/enforcement/request.ts';
import { POLICY_VARIANTS, type Variant } from '../src/domain/policy/decide.ts';
import { flowSentences, formatCaption, remainingFlows } from '../src/domain/snippet/format-caption.ts';
import { formatById } from '../src/domain/snippet/formats.ts';
import { requestFrom } from '../src/domain/snippet/policy-file.ts';
import { verificationSentence } from '../src/domain/snippet/verified.ts';
import { type Arguments, contentRoot, MisuseError, RefusedError, runCommand } from './parts/command.ts';

function formatOf(options: Arguments['options']): EnforcementFormat {
  if (typeof options.format !== 'string') throw new MisuseError(`Give --format: ${FORMAT_IDS.join(', ')}.`);
  const format = formatById(options.format);
  if (format === undefined)
    throw new MisuseError(`${options.format} is no format. There are: ${FORMAT_IDS.join(', ')}.`);
  return format;
}

function variantOf(options: Arguments['options']): Variant {
  const given = options.variant ?? 'recommended';
  const variant = POLICY_VARIANTS.find((each) => each === given);
  if (variant === undefined) throw new MisuseError(`${given} is no variant. There are: ${POLICY_VARIANTS.join(', ')}.`);
  return variant;
}

async function serverOf({ servers, folder }: Catalogue, slug: string): Promise<CataloguedServer> {
  const server = servers.find((each) => each.slug === slug);
  if (server !== undefined) return server;
  const isPlacards =
    folder !== undefined && (await readContent(OWN_CONTENT)).servers.some((each) => each.slug === slug);
  const where = folder === undefined ? 'Placard’s own catalogue' : folder;
  const elsewhere = isPlacards
    ? 'Placard’s own catalogue has one: leave out --content for its policy.'
    : folder === undefined
      ? 'If it is in a catalogue of yours, give its --content DIR.'
      : '';
  const known = servers.map((each) => each.slug).sort();
  throw new MisuseError(
    [`There is no server ${slug} in ${where}.`, elsewhere, `There are: ${known.join(', ')}.`].filter(Boolean).join(' '),
  );
}

function requestFor(
  server: CataloguedServer,
  { verified }: Catalogue,
  variant: Variant,
  options: Arguments['options'],
): PolicyRequest {
  const tool = typeof options.tool === 'string' ? options.tool : undefined;
  if (tool !== undefined && !server.tools.some(({ name }) => name === tool)) {
    throw new MisuseError(`${server.slug} has no tool ${tool} on record. Give its raw name, as it stands on its page.`);
  }
  const key = typeof options.key === 'string' ? options.key : undefined;
  return requestFrom(policyData(server, verified), { variant, tool, key });
}

/** What the caller must know beside the snippet, one sentence a line. Names in it may be hostile. */
function beside(format: EnforcementFormat, request: PolicyRequest, { verified }: Catalogue): string {
  const command = format.command(request);
  const lines = [
    `${format.name}, for ${format.file}`,
    formatCaption(format, request),
    ...(request.variant === 'reads' ? flowSentences(remainingFlows(format, request)) : []),
    ...format.caveats(request),
    ...(command === null ? [] : [command]),
    verificationSentence(format, verified),
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

await runCommand({
  usage: `
Usage: npm run -s policy -- SERVER [--tool NAME] --format ID [--variant V] [--key KEY] [--content DIR]

Prints the policy for a server of the catalogue, or for one of its tools, in the format of your client or gateway. What to
know beside it goes to standard error.

  --tool NAME    raw name of a tool: the policy of its page
  --format ID    ${FORMAT_IDS.slice(0, 7).join(', ')},
                 ${FORMAT_IDS.slice(7).join(', ')}
  --variant V    ${POLICY_VARIANTS.join(', ')} (default: recommended)
  --key KEY      the name under which your client knows the server (default: SERVER)
  --content DIR  the content root (default: content)
`,
  takesWords: true,
  options: {
    tool: { type: 'string' },
    format: { type: 'string' },
    variant: { type: 'string' },
    key: { type: 'string' },
    content: { type: 'string' },
  },
  run: async ({ options, words }) => {
    const [slug] = words;
    if (slug === undefined || words.length > 1) throw new MisuseError('Give the name of one server.');
    const format = formatOf(options);
    const variant = variantOf(options);
    const catalogue = await buildCatalogue(await readContent(contentRoot(options)));
    const request = requestFor(await serverOf(catalogue, slug), catalogue, variant, options);
    const rendered = format.render(request);
    if ('refused' in rendered) throw new RefusedError(rendered.refused);
    process.stderr.write(beside(format, request, catalogue));
    process.stdout.write(`${rendered.text}\n`);
    return undefined;
  },
});
