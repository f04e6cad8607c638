/** Yen are counted in this many decimals, so that every currency's unit is a whole number of them. */
export const YEN_DECIMALS = 18;

/** One yen. */
export const YEN: bigint = 10n ** 18n;

/** A currency's units as yen at par: one token is one yen. */
export function unitsToYen(units: bigint, decimals: number): bigint {
  return units * 10n ** BigInt(YEN_DECIMALS - decimals);
}

/** Writes units exactly, without a zero too much: `1200`, `0.5`, `-3`. */
export function decimalText(units: bigint, decimals: number): string {
  const digits = `${units < 0n ? -units : units}`.padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return `${units < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Writes an amount in yen: see {@link decimalText}. */
export function yenText(yen: bigint): string {
  return decimalText(yen, YEN_DECIMALS);
}

/** Reads what {@link yenText} wrote. */
export function readYen(text: string): bigint {
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  const yen = BigInt(whole) * YEN + BigInt(fraction.padEnd(YEN_DECIMALS, "0"));
  return text.startsWith("-") ? -yen : yen;
}

/** The sum of amounts. */
export function sumOf(amounts: Iterable<bigint>): bigint {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
}

/** The smaller of two amounts. */
export function smaller(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}
