/**
 * What may back a trust-type yen currency: demand deposits, and up to half in government bonds with at most three months to run
 * and in term deposits that can be ended early, neither of which may put the principal at risk. Payment Services Act art. 2(9) as
 * amended by Act No. 66 of 2025, with its cabinet office ordinances, in force 1 June 2026
 * (https://www.fsa.go.jp/news/r7/sonota/20260522/20260522.html).
 *
 * The law measures the half against what was issued; measured against all that is held, as here, it is the same or stricter
 * on demand deposits as long as the reserves cover what is outstanding, which is checked beside it.
 */
export const ISSUER_RESERVE_RULE = {
  /** The highest part of all holdings outside demand deposits, in basis points. */
  mostOutside: 5_000n,
  /** Calendar months that a bond may have to run, from the report's day in Japan. */
  bondMonths: 3,
  /**
   * States whose bonds may be held (ISO 3166-1 alpha-2). The FSA's draft notice of 26 January 2026 asks of a foreign state the best
   * grades of credit and 100 trillion yen of bonds outstanding; of those the zone takes the United States alone.
   */
  bondCountries: ["JP", "US"],
} as const;
