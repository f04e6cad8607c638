/** Test yen has 18 decimals. */
const UNIT = 10n ** 18n;
/** The most that something is offered for, in whole yen. */
export const MOST_YEN = 10_000_000;
const AMOUNT = /^¥?((?:\d{1,3}(?:,\d{3})+|\d+))円?$/;

/**
 * A price as a person writes it, in test yen's smallest unit: `1200`, `1,200`, `¥1,200`, `１，２００円`. Undefined for
 * anything but 1 to 10,000,000 whole yen.
 */
export function readPrice(text: string): bigint | undefined {
  const plain = text.slice(0, 40).normalize("NFKC").replace(/\s/gu, "");
  const digits = AMOUNT.exec(plain)?.[1]?.replaceAll(",", "");
  const yen = digits === undefined ? 0 : Number(digits);
  return yen >= 1 && yen <= MOST_YEN ? BigInt(yen) * UNIT : undefined;
}
