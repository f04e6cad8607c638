/** Nonces that were given and not used yet. In memory: after a restart one asks for another. */
export interface Nonces {
  /** Gives a nonce, good for one sign-in within its time. */
  give(now: number): { nonce: string; expiresAt: number };
  /** Takes a nonce back, whatever comes of it; false where it was never given, used, or too late. */
  take(nonce: string, now: number): boolean;
  readonly size: number;
}

/** How long a person may take to sign, in milliseconds. */
export const NONCE_LIFE = 300_000;
const MAX_NONCES = 10_000;

/**
 * Remembers nonces, the newest `most` of them.
 *
 * @param create - makes one that nobody can guess
 */
export function createNonces(create: () => string, most = MAX_NONCES): Nonces {
  // In the order of giving, which is the order of ending.
  const given = new Map<string, number>();
  const forgetEnded = (now: number) => {
    for (const [nonce, expiresAt] of given) {
      if (expiresAt > now && given.size <= most) return;
      given.delete(nonce);
    }
  };
  return {
    give(now) {
      const nonce = create();
      const expiresAt = now + NONCE_LIFE;
      given.set(nonce, expiresAt);
      forgetEnded(now);
      return { nonce, expiresAt };
    },
    take(nonce, now) {
      const expiresAt = given.get(nonce);
      given.delete(nonce);
      return expiresAt !== undefined && expiresAt > now;
    },
    get size() {
      return given.size;
    },
  };
}
