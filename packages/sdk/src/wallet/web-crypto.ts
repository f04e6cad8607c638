import { CryptoUnavailableError } from "./errors.ts";

/**
 * The platform's cryptography.
 *
 * @throws CryptoUnavailableError where a browser hides it: pages that came over plain http
 */
export function webCrypto(): SubtleCrypto {
  const subtle = (globalThis as { crypto?: Partial<Crypto> }).crypto?.subtle;
  if (subtle !== undefined) return subtle;
  throw new CryptoUnavailableError("The browser gives this page no cryptography.", {
    details: ["Open it over https, or on http://localhost."],
  });
}

/** Bytes of their own, as Web Crypto takes them. */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

/** A text's UTF-8 bytes. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return ownBytes(new TextEncoder().encode(text));
}
