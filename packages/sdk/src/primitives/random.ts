/** A source of random bytes. Tests give their own; everything else uses {@link platformRandom}. */
export type RandomBytes = (length: number) => Uint8Array;

/** Random bytes of the platform's cryptographic generator (Web Crypto). */
export const platformRandom: RandomBytes = (length) =>
  globalThis.crypto.getRandomValues(new Uint8Array(length));
