import { maskText } from '../domain/text/masking.ts';
import type { ChannelFault } from './channel.ts';

/** Why a server could not be listed. */
export const FAILURE_CLASSES = [
  'needs-credential',
  'needs-arguments',
  'needs-network',
  'needs-login',
  'exits-at-start',
  'hangs-at-initialise',
  'hangs-at-tools-list',
  'broken-package',
  'not-an-mcp-server',
  'too-large',
  'protocol-error',
] as const;
export type FailureClass = (typeof FAILURE_CLASSES)[number];

/** What a person can do about each class; `{variables}` is filled in where names are known. */
export const REMEDIES: Readonly<Record<FailureClass, string>> = {
  'needs-credential':
    'Set {variables} with --env NAME=VALUE, or in the configuration. Without the network a made-up value often does.',
  'needs-arguments':
    'Give it the arguments that it asks for: "package --flag value" as one quoted target, or in the configuration.',
  'needs-network': 'Scan it again with --network: it may then reach the network while it runs.',
  'needs-login':
    'It wants a login that was made beforehand. Use a token instead, if it takes one, or save its list from a client and import that.',
  'exits-at-start': 'Start it by hand and mend what it complains of; then scan it again.',
  'hangs-at-initialise':
    'Give it more time with --timeout. If it waits for the network, use --network; if it serves HTTP, scan its address.',
  'hangs-at-tools-list': 'Give it more time with --timeout, or let it reach its service with --network.',
  'broken-package':
    'Ask the publisher, or scan another version. Packages that build themselves on installation do not work without install scripts.',
  'not-an-mcp-server':
    'See whether this is the right program: a package may have several (package#program), an address another path.',
  'too-large': 'Nothing of it was kept. A server that sends this much is not usable in a client either.',
  'protocol-error': 'Tell the publisher: clients will fail on it as well.',
};

/** A failure as it is printed. */
export interface Failure {
  readonly class: FailureClass;
  /** What happened, in one sentence without a full stop. */
  readonly message: string;
  readonly remedy: string;
  /** Environment variables that it seems to want. */
  readonly variables: readonly string[];
  /** The last lines that it wrote, without colours and secrets. A stranger's text. */
  readonly said: readonly string[];
}

/** What is known when a scan has failed. */
export interface FailureEvidence {
  /** How far it came. */
  readonly phase: 'install' | 'start' | 'initialize' | 'tools/list';
  readonly fault: ChannelFault;
  /** What happened, in our words. */
  readonly message: string;
  /** What the server answered, the end of its standard error, and what it wrote beside the protocol. */
  readonly answered: string;
  readonly stderr: string;
  readonly noise: string;
  /** HTTP status, where there was one. */
  readonly status?: number | undefined;
  /** How often it tried to reach the network that it has not got. */
  readonly networkAttempts?: number | undefined;
  readonly networkAllowed: boolean;
  /** Names of the variables that it was given; those it hardly misses. */
  readonly environment: readonly string[];
}

const BROKEN =
  /Cannot find (?:module|package)|ERR_MODULE_NOT_FOUND|MODULE_NOT_FOUND|ERR_DLOPEN_FAILED|ERR_PACKAGE_PATH_NOT_EXPORTED|ERR_REQUIRE_ESM|SyntaxError:|ReferenceError:|TypeError: .* is not a (?:function|constructor)|does not provide an export|compiled against a different Node|invalid ELF header|cannot open shared object|Could not locate the bindings|No native build|native (?:module|binding|binary)|optional dependenc|Exec format error|No such file or directory|ENOENT: no such file or directory, open .*(?:node_modules|package)|ModuleNotFoundError|ImportError/i;
const LOGIN =
  /\b(?:log ?in|sign ?in|login)\b(?! (?:level|name))|not (?:logged in|authenticated)|unauthenticated|authenticate (?:first|with|using|by)|\bOAuth\b|auth login|az login|session (?:has )?expired|credentials file|no (?:saved )?credentials/i;
/** A file in the home that is not there: what a login on this machine would have left. */
const MISSING_HOME_FILE =
  /(?:not found|no such|missing|cannot|could not|unable|\bno\b).{0,80}(?:\/home\/user|~)\/\.?[\w./-]+/i;
const ARGUMENTS =
  /^\s*usage:|missing (?:required )?(?:positional |command[- ]line )?(?:argument|option|parameter)|required (?:argument|option|flag)|not enough (?:non-option )?arguments|(?:argument|option|flag)s? (?:is|are) required|(?:must|please) (?:provide|specify|supply|pass) (?:at least )?(?:a|an|one|the)\b|unknown (?:option|argument|command)|invalid (?:value for )?(?:option|argument)/im;
const NETWORK =
  /\b(?:ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ECONNREFUSED|ECONNRESET|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|ERR_NETWORK)\b|fetch failed|getaddrinfo|network (?:error|is unreachable)|name resolution|could not resolve host|failed to (?:connect|fetch)|unable to connect|connection error|no such host/i;
const SERVES_HTTP = /(?:listening|running|started|available|server).{0,60}(?:https?:\/\/|port\b)|localhost:\d{2,5}/i;
const CREDENTIAL_WORDS =
  /api[ _-]?key|access[ _-]?key|token|secret|password|credential|environment variable|env(?:ironment)?[ _-]var|unauthori[sz]ed|\.env\b|\b401\b|client[ _]id/i;
const WANTING =
  /required|missing|must|not (?:set|found|provided|defined|configured|specified)|no .{0,40}(?:provided|found|set|given)|please|provide|need|set (?:the|your|up)?|undefined|invalid|expected|unauthori[sz]ed|without|empty/i;
/** Names of variables: capitals with underscores, as in ACME_API_KEY; and error codes that look like them. */
const VARIABLE = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g;
const NO_VARIABLE =
  /^(?:ERR|UND|E[A-Z]+|MODULE|NODE_MODULE|HTTP|JSON|UNABLE|SELF|DEPTH|CERT)_|^(?:MODULE_NOT_FOUND|NODE_OPTIONS|NO_COLOR)$/;

/** Names the class of a failure, with its remedy. */
export function classifyFailure(evidence: FailureEvidence): Failure {
  const text = plainText([evidence.answered, evidence.stderr, evidence.noise].join('\n'));
  const variables = wantedVariables(text, evidence.environment);
  const found = classOf(evidence, text, variables);
  const names = variables.length > 0 ? variables.join(', ') : 'the credential that it names';
  return {
    class: found,
    message: messageFor(found, evidence),
    remedy: REMEDIES[found].replace('{variables}', names),
    variables: found === 'needs-credential' ? variables : [],
    said: lastLines(text, 8),
  };
}

function classOf(evidence: FailureEvidence, text: string, variables: readonly string[]): FailureClass {
  const { fault, phase, status } = evidence;
  if (fault === 'too-large') return 'too-large';
  if (phase === 'install') return installClass(text);
  if (fault === 'http-status') return statusClass(status ?? 0, text);
  if (fault === 'unreachable') return BROKEN.test(text) ? 'broken-package' : 'needs-network';
  if (fault === 'protocol-error') return protocolClass(evidence);
  return spokenClass(evidence, text, variables) ?? silentClass(evidence);
}

/** What the server says of the reason, the surest words first. */
function spokenClass(
  { fault, phase, networkAllowed, networkAttempts }: FailureEvidence,
  text: string,
  variables: readonly string[],
): FailureClass | null {
  const ended = fault === 'closed';
  const blocked = !networkAllowed && (networkAttempts ?? 0) > 0;
  if (ended && BROKEN.test(text)) return 'broken-package';
  // A made-up key fails at its service: what it lacks is the network, not another key.
  if (blocked && NETWORK.test(text)) return 'needs-network';
  const wantsCredential = CREDENTIAL_WORDS.test(text) && WANTING.test(text);
  if (wantsCredential && variables.length > 0) return 'needs-credential';
  if (LOGIN.test(text) || (ended && MISSING_HOME_FILE.test(text))) return 'needs-login';
  if (wantsCredential && /key|token|secret|password/i.test(text)) return 'needs-credential';
  if (ended && ARGUMENTS.test(text)) return 'needs-arguments';
  if (NETWORK.test(text)) return 'needs-network';
  if (variables.length > 0 && WANTING.test(text) && ended) return 'needs-credential';
  if (fault === 'timeout' && phase === 'initialize' && SERVES_HTTP.test(text)) return 'needs-arguments';
  return null;
}

/** Nothing said: how and where it ended tells what can be told. */
function silentClass({ fault, phase, networkAllowed, networkAttempts }: FailureEvidence): FailureClass {
  if (!networkAllowed && (networkAttempts ?? 0) > 0) return 'needs-network';
  if (fault === 'timeout') return phase === 'tools/list' ? 'hangs-at-tools-list' : 'hangs-at-initialise';
  if (fault === 'error-answer') return 'protocol-error';
  return phase === 'tools/list' ? 'protocol-error' : 'exits-at-start';
}

function installClass(text: string): FailureClass {
  if (/\bE40[13]\b/.test(text)) return 'needs-login';
  return NETWORK.test(text) ? 'needs-network' : 'broken-package';
}

function statusClass(status: number, text: string): FailureClass {
  if (status === 401) return /oauth|resource_metadata|bearer/i.test(text) ? 'needs-login' : 'needs-credential';
  if (status === 403 || status === 407) return 'needs-credential';
  if (status === 413) return 'too-large';
  if (status === 404 || status === 405 || status === 410 || status === 501) return 'not-an-mcp-server';
  return 'protocol-error';
}

function protocolClass({ phase, message }: FailureEvidence): FailureClass {
  return phase === 'initialize' && /content type|text\/html|no JSON-RPC/.test(message)
    ? 'not-an-mcp-server'
    : 'protocol-error';
}

function messageFor(found: FailureClass, { message, networkAttempts, networkAllowed }: FailureEvidence): string {
  const blocked = !networkAllowed && (networkAttempts ?? 0) > 0;
  return found === 'needs-network' && blocked
    ? `${message}; it tried to reach the network ${times(networkAttempts ?? 0)}`
    : message;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function wantedVariables(text: string, given: readonly string[]): string[] {
  const lines = text.split('\n').filter((line) => VARIABLE.test(line));
  VARIABLE.lastIndex = 0;
  const names = lines.flatMap((line) => line.match(VARIABLE) ?? []);
  return [...new Set(names)].filter((name) => !NO_VARIABLE.test(name) && !given.includes(name)).slice(0, 6);
}

/** A server's text without colours, other terminal commands and secrets. */
export function plainText(text: string): string {
  return maskText(
    text
      // Commands for terminals (ECMA-48: CSI, OSC, two-character escapes), then what is left of control characters.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[@-Z\\^_]/g, '')
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{C}\n\t]/gu, ''),
  );
}

function lastLines(text: string, most: number): string[] {
  return text
    .split('\n')
    .map((line) => line.trimEnd().slice(0, 300))
    .filter((line) => line.trim() !== '' && !STACK.test(line))
    .slice(-most);
}

/** Where in somebody else's code it happened: of no use to the reader, and it pushes out what is. */
const STACK = /^\s+at |^\s*\d+: 0x|^-+ .*stack trace.* -+$|^Node\.js v\d|^\s*[{}\]]*\s*$/i;
