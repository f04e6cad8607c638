import { canonicalJson, pointer } from "../../primitives/index.ts";
import { type DayNumber, dayOf, monthsAfter } from "./calendar.ts";
import type { IssuerFindings } from "./finding-codes.ts";
import { holdingValue, type IssuerHolding } from "./holding.ts";
import { inOrder } from "./order.ts";
import { ISSUER_RESERVE_RULE } from "./rule.ts";

const COUNTRIES: readonly string[] = ISSUER_RESERVE_RULE.bondCountries;

/**
 * Notes what is wrong with each holding.
 *
 * @param day - the report's day in Japan
 */
export function checkHoldings(
  findings: IssuerFindings,
  holdings: readonly IssuerHolding[],
  day: DayNumber,
): void {
  const seen = new Set<string>();
  for (const [i, holding] of inOrder(holdings, canonicalJson)) {
    const path = pointer("/holdings", i);
    const identity = identityOf(holding);
    if (seen.has(identity)) findings.add("issuer-holding-duplicate", path, holdingValue(holding));
    seen.add(identity);
    checkHolding(findings, path, holding, day);
  }
  checkCustodians(findings, holdings);
}

function checkHolding(
  findings: IssuerFindings,
  path: string,
  holding: IssuerHolding,
  day: DayNumber,
): void {
  if (holding.kind === "demand-deposit") return;
  const { maturity } = holding;
  if (dayOf(maturity) < day) findings.add("issuer-holding-matured", `${path}/maturity`, maturity);
  if (holding.kind === "term-deposit") {
    if (holding.canEndEarly) return;
    findings.add("issuer-term-deposit-locked", `${path}/canEndEarly`, holdingValue(holding));
    return;
  }
  if (dayOf(maturity) > monthsAfter(day, ISSUER_RESERVE_RULE.bondMonths)) {
    findings.add("issuer-bond-long", `${path}/maturity`, maturity);
  }
  const { country } = holding;
  if (!COUNTRIES.includes(country)) findings.add("issuer-bond-country", `${path}/country`, country);
  else if (country !== "JP") findings.add("issuer-bond-foreign", `${path}/country`, country);
}

/** What names a holding: its reference with its custodian, or, without one, everything that is said of it. */
function identityOf(holding: IssuerHolding): string {
  const { custodian, reference } = holding;
  const known = { ...holding, custodian: nameKey(custodian) };
  return canonicalJson(reference === undefined ? known : [nameKey(custodian), reference]);
}

function checkCustodians(findings: IssuerFindings, holdings: readonly IssuerHolding[]): void {
  const custodians = holdings
    .filter((holding) => holdingValue(holding) > 0n)
    .map(({ custodian }) => custodian)
    .sort();
  const names = new Map(custodians.map((custodian) => [nameKey(custodian), custodian]));
  const [only, ...others] = names.values();
  if (only === undefined || others.length > 0) return;
  findings.add("issuer-one-custodian", "/holdings", only);
}

/** One company's name, however wide its letters are written. */
function nameKey(name: string): string {
  return name.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
}
