/** A law of DESIGN section 9 that does not hold. */
export interface Violation {
  readonly law: number;
  readonly what: string;
}

export const violation = (law: number, what: string): Violation => ({ law, what });
