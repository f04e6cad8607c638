/** A law of DESIGN section 9 that did not hold. */
export class LawBroken extends Error {
  readonly law: string;

  constructor(law: string, what: string) {
    super(`Law ${law}: ${what}`);
    this.law = law;
  }
}
