import { createHash } from "node:crypto";

/** A number from 0 up to 1 that looks random and is always the same for the same words: a restart draws no other lot. */
export function drawn(...words: readonly (string | number)[]): number {
  const digest = createHash("sha256").update(JSON.stringify(words)).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}

/** A whole number between two, both possible. */
export function drawnBetween(
  [least, most]: readonly [number, number],
  ...words: readonly (string | number)[]
): number {
  return least + Math.floor(drawn(...words) * (most - least + 1));
}
