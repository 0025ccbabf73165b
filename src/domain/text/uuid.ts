/** The namespace for names that are addresses (RFC 9562, section 6.6). */
const URL_NAMESPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

/** The UUID of version 5 of a name in the namespace for addresses (RFC 9562, section 5.5): the same name, the same UUID. */
export async function uuidOf(name: string): Promise<string> {
  const space = Uint8Array.from(URL_NAMESPACE.replaceAll('-', '').match(/../g) as string[], (pair) =>
    Number.parseInt(pair, 16),
  );
  const text = new TextEncoder().encode(name);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', new Uint8Array([...space, ...text])));
  const bytes = digest.slice(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
