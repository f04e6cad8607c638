import { effectiveLength, type PassphraseWeakness } from "./effective-length.ts";
import { WeakPassphraseError } from "./errors.ts";

/** Why a passphrase is not better than it is; a page says it in the person's language. */
export type PassphraseReason = "too-short" | PassphraseWeakness;

/** How well a passphrase protects a file that somebody else may get hold of. */
export interface PassphraseRating {
  /** Whether `lockKey` and `exportBackup` take it. */
  isEnough: boolean;
  strength: "weak" | "fair" | "good" | "strong";
  /** The characters that a guesser has to find: words that everybody uses and repetitions hardly count. */
  effectiveLength: number;
  reasons: readonly PassphraseReason[];
}

/**
 * A fast graphics card tries some 15,000 passphrases a second against our 600,000 rounds. Twelve random
 * letters last it 200,000 years, eight of them five months; people's are less random than that.
 */
const FLOOR = 12;
const GOOD = 16;
const STRONG = 20;

/**
 * Rates a passphrase by what is left of its length without common words, repetitions and runs of keys.
 * Nothing but length is asked for: no capitals, no signs.
 *
 * @param context - what a guesser knows: the person's name, the site's
 */
export function ratePassphrase(text: string, context: readonly string[] = []): PassphraseRating {
  const { length, weaknesses } = effectiveLength(text, context);
  const isEnough = length >= FLOOR;
  return {
    isEnough,
    strength: !isEnough ? "weak" : length < GOOD ? "fair" : length < STRONG ? "good" : "strong",
    effectiveLength: length,
    reasons: [...(isEnough ? [] : (["too-short"] as const)), ...weaknesses],
  };
}

/**
 * Refuses a passphrase below the floor.
 *
 * @throws WeakPassphraseError which does not repeat it
 */
export function requirePassphrase(text: string): void {
  const { isEnough, effectiveLength: length, reasons } = ratePassphrase(text);
  if (isEnough) return;
  throw new WeakPassphraseError("The passphrase is too easy to guess.", {
    details: [
      `It counts as ${length} characters; ${FLOOR} are needed.`,
      `Why: ${reasons.join(", ")}`,
    ],
  });
}
