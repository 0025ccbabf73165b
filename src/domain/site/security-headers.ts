import type { SiteFile } from './site.ts';

/**
 * The content security policy of a site, directive by directive. Nothing inline runs, nothing foreign loads; Pagefind's
 * WebAssembly needs 'wasm-unsafe-eval' (docs/interface.md#security-policy), and the contact form may reach its endpoint.
 */
export function contentSecurityPolicy({ contact }: Pick<SiteFile, 'contact'>): string[] {
  const form = contact === undefined ? "'self'" : `'self' ${new URL(contact.endpoint).origin}`;
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src ${form}`,
    `form-action ${form}`,
    "base-uri 'none'",
  ];
}

/** The policy for a page's own `meta`: a host that sends no headers is held to it all the same. */
export function metaPolicy(site: Pick<SiteFile, 'contact'>): string {
  return contentSecurityPolicy(site).join('; ');
}

/** How long browsers keep to https once they have seen the site so, in seconds: a year. */
const HTTPS_SECONDS = 31_536_000;

/** Files whose name changes with what is in them may be kept; so may fonts. */
const KEPT = 'public, max-age=31536000, immutable';

/**
 * `_headers` in the form that Cloudflare Pages and Netlify read (developers.cloudflare.com/pages/configuration/headers). Other
 * hosts take the same lines in a form of their own.
 */
export function headersFile(site: Pick<SiteFile, 'contact'>): string {
  const all = [
    `Content-Security-Policy: ${[...contentSecurityPolicy(site), "frame-ancestors 'none'"].join('; ')}`,
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: no-referrer',
    'Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy: same-origin',
    `Strict-Transport-Security: max-age=${HTTPS_SECONDS}`,
  ];
  return [
    block('/*', all),
    // For programs on other sites; everything in it is public.
    block('/api/*', ['Access-Control-Allow-Origin: *']),
    block('/_astro/*', [`Cache-Control: ${KEPT}`]),
    block('/fonts/*', [`Cache-Control: ${KEPT}`]),
  ].join('\n');
}

function block(path: string, lines: readonly string[]): string {
  return `${path}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
