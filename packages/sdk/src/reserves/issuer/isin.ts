const RADIX = 36;

/**
 * Whether the last digit of an ISIN follows from the others (ISO 6166: letters as two digits, then the Luhn sum), so that a
 * mistyped one does not name another security.
 */
export function hasIsinCheckDigit(isin: string): boolean {
  const digits = [...isin].map((sign) => Number.parseInt(sign, RADIX)).join("");
  const sum = [...digits].reduceRight((total, digit, i) => {
    const isDoubled = (digits.length - 1 - i) % 2 === 1;
    const value = isDoubled ? 2 * Number(digit) : Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
