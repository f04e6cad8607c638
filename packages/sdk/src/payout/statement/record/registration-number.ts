const FORM = /^T([0-9]{13})$/;

/** Whether a text has the form of a qualified invoice issuer's registration number: `T` and 13 digits. */
export function isRegistrationNumber(text: string): boolean {
  return FORM.test(text);
}

/**
 * Whether a registration number is built on a corporate number (法人番号): its first digit is 9 less the remainder by 9 of the
 * other twelve, counted from the right, every second one twice (Ministry of Finance Ordinance 70 of 2014, article 2).
 *
 * People and bodies without a corporate number have 13 digits too, for which no such rule is published.
 */
export function isCorporateRegistrationNumber(text: string): boolean {
  const digits = FORM.exec(text)?.[1];
  if (digits === undefined) return false;
  const base = [...digits.slice(1)].reverse().map(Number);
  const sum = base.reduce((total, digit, i) => total + digit * (i % 2 === 0 ? 1 : 2), 0);
  return Number(digits[0]) === 9 - (sum % 9);
}
