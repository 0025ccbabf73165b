import type { ConfigurationDocument } from '../clients/read-document.ts';
import { maskArguments, maskText, SECRET_NAME } from '../text/masking.ts';
import { HIDDEN } from '../text/secret.ts';

/**
 * A configuration as it may be shown: values of variables and headers, secrets among the arguments and in addresses, and
 * whatever stands beside a name such as "token" are gone. What is copied or saved is the text itself.
 */
export function masker(documents: readonly ConfigurationDocument[]): (text: string) => string {
  const secrets = new Set<string>();
  for (const { transport } of documents.flatMap(({ servers }) => servers)) {
    if (transport.kind === 'http') {
      for (const { value } of transport.headers) secrets.add(value.reveal());
      continue;
    }
    for (const { value } of transport.env) secrets.add(value.reveal());
    const masked = maskArguments(transport.args);
    for (const [index, argument] of transport.args.entries()) {
      if (masked[index] === HIDDEN) secrets.add(argument);
      const [, value = ''] = /^[^=:]*[=:]\s*(.+)$/s.exec(argument) ?? [];
      if (masked[index] !== argument && value !== '' && masked[index]?.endsWith(HIDDEN)) secrets.add(value);
    }
  }
  // Quoted as a text writes them; a short value such as "1" would garble everything.
  const quoted = [...secrets]
    .filter((value) => value.length >= SHORTEST)
    .sort((a, b) => b.length - a.length)
    .map((value) => JSON.stringify(value).slice(1, -1));
  return (text) => {
    const without = quoted.reduce((rest, value) => rest.replaceAll(value, HIDDEN), text);
    return maskText(
      without.replace(NAMED_SECRET, (whole, head: string, quotedName: string | undefined, name = quotedName ?? '') =>
        SECRET_NAME.test(name) ? `${head}"${HIDDEN}"` : whole,
      ),
    );
  };
}

const SHORTEST = 4;

/** A name, a colon or equals sign, and a quoted value. */
const NAMED_SECRET = /((?:"([\w.-]{1,80})"|\b([\w.-]{1,80}))\s*[:=]\s*)"(?:[^"\\\n]|\\.)*"/g;
