import type { EnforcementFormat } from '../enforcement/format.ts';
import type { PolicyRequest } from '../enforcement/request.ts';
import { proofWords } from '../policy/policy-caption.ts';
import { shownName } from '../text/name-parts.ts';

/** The three steps that put a snippet to work: where it goes, what it replaces or extends, how to see that it works. */
export function stepSentences(format: EnforcementFormat, request: PolicyRequest): readonly string[] {
  const place = format.file.includes('`') ? format.file : `\`${format.file}\``;
  // A download of the same name would be moved over what the reader has there.
  const where = format.isOwnFile ? `Copy or download it. It goes into ${place}.` : `Copy its lines into ${place}.`;
  return [where, format.merge, proofSentence(format, request)];
}

/** How to see that it works without setting off what it is there to stop: only a plain read is called for proof. */
export function proofSentence(format: EnforcementFormat, request: PolicyRequest): string {
  if (format.cannot.includes('decide-tools')) return 'See that your client still starts this server, and no other.';
  const tool = request.tools.find(({ name }) => name === request.tool);
  if (format.id === 'policy-json' && tool !== undefined) return proofWords(tool, request.variant);
  const { shape, tools } = format.plan(request);
  const others = format.can.defaultDeny ? 'is refused' : 'is asked about';
  const [effect] = tools.map((each) => each.effect);
  if (shape === 'only' && tool?.category === 'Read' && (effect === 'allow' || effect === 'limit')) {
    return `Start your client anew, call the tool once, and see that another tool of the server ${others}.`;
  }
  if (shape === 'block' && effect === 'hide') {
    return 'Start your client anew, and see that the tool, which it offered before, is gone. Do not call it for proof.';
  }
  const hides = tools.filter((each) => each.effect === 'hide');
  // On a tool's page the proof is about that tool, even where the snippet is for the whole server.
  const hidden = hides.find(({ name }) => name === request.tool) ?? hides[0];
  if (shape === 'server' && hidden !== undefined) {
    return `Start your client anew, and see that ${shownName(hidden.name)}, which it offered before, is gone. Call nothing dangerous for proof.`;
  }
  const harmless = 'Start your client anew, and see that a tool of the server that only reads';
  switch (shape) {
    case 'only':
      return `${harmless} ${others}. Do not call this one for proof.`;
    case 'block':
      return `${harmless} is treated as before. Do not call this one for proof.`;
    case 'server':
      return `${harmless} is treated as said above. Call nothing dangerous for proof.`;
    default:
      return shape satisfies never;
  }
}
