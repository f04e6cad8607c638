import { type Address, type Finding, isSameAddress, startReport } from "../../primitives/index.ts";
import { dayInJapan } from "./calendar.ts";
import { checkHoldings } from "./check-holdings.ts";
import { checkOutstanding } from "./check-outstanding.ts";
import { type IssuerReserveComposition, issuerReserveComposition } from "./composition.ts";
import { ISSUER_FINDINGS, type IssuerFindingCode, type IssuerFindings } from "./finding-codes.ts";
import type { OutstandingFact } from "./outstanding.ts";
import type { IssuerReserveReport } from "./report.ts";
import { ISSUER_RESERVE_RULE } from "./rule.ts";
import { type IssuerSignatureState, issuerSignature } from "./signature.ts";

const DAY = 86_400;
const BASIS_POINTS = 10_000n;
/** A report of each month: the last one is the newest for a month. */
const MOST_AGE = 31 * DAY;

/** What the check knows besides the report. */
export interface IssuerCheckOptions {
  /** Unix seconds. */
  readonly now: number;
  /** Seconds after which a report says nothing of today any more; 31 days by default. */
  readonly maxAge?: number;
  /** The account that is known as the issuer's, from elsewhere than the report; without it any account will do. */
  readonly account?: Address;
  /** Whether the issuer's account signed it, from {@link readContractSignature}, where that is a contract. */
  readonly contractSigned?: boolean;
  /** What chains say, from {@link readOutstanding}; without it nothing is compared with them. */
  readonly onChain?: readonly OutstandingFact[];
}

/** What the check of an issuer's report found. */
export interface IssuerReserveCheck {
  readonly signature: IssuerSignatureState;
  readonly composition: IssuerReserveComposition;
  /** With an error among them the report is not to be relied on, or the reserves are not what they must be. */
  readonly findings: readonly Finding<IssuerFindingCode>[];
}

/**
 * Checks an issuer's report against itself, the rule for trust-type yen currencies, and what chains say: asks nobody. That the
 * holdings are there it cannot see; an auditor can.
 *
 * @example
 * const { findings } = checkIssuerReserveReport(report, { now: Date.now() / 1_000 });
 */
export function checkIssuerReserveReport(
  report: IssuerReserveReport,
  options: IssuerCheckOptions,
): IssuerReserveCheck {
  const findings = startReport(ISSUER_FINDINGS);
  const composition = issuerReserveComposition(report);
  const signature = checkSignature(findings, report, options);
  checkAge(findings, report.asOf, options);
  checkTotals(findings, report, composition);
  checkCover(findings, composition, report.currency.decimals);
  checkOutside(findings, composition);
  checkHoldings(findings, report.holdings, dayInJapan(report.asOf));
  checkOutstanding(findings, report, options.onChain);
  return { signature, composition, findings: findings.findings };
}

function checkSignature(
  findings: IssuerFindings,
  report: IssuerReserveReport,
  { account, contractSigned }: IssuerCheckOptions,
): IssuerSignatureState {
  const { state, signer } = issuerSignature(report, contractSigned);
  if (state === "wrong") {
    findings.add("issuer-signature-wrong", "/signature", signer ?? "nobody");
  } else if (state === "unverifiable") {
    findings.add("issuer-signature-unverifiable", "/signature", report.issuer.chain);
  }
  const named = report.issuer.account;
  if (account !== undefined && !isSameAddress(account, named)) {
    findings.add("issuer-account-other", "/issuer/account", named);
  }
  return state;
}

function checkAge(
  findings: IssuerFindings,
  asOf: string,
  { now, maxAge = MOST_AGE }: IssuerCheckOptions,
): void {
  const age = now - Date.parse(asOf) / 1_000;
  if (age < 0) findings.add("issuer-report-future", "/asOf", asOf);
  if (age > maxAge) findings.add("issuer-report-old", "/asOf", Math.floor(age / DAY));
}

function checkTotals(
  findings: IssuerFindings,
  { totals }: IssuerReserveReport,
  composition: IssuerReserveComposition,
): void {
  for (const name of ["outstanding", "holdings"] as const) {
    if (BigInt(totals[name]) === composition[name]) continue;
    findings.add("issuer-total-differs", `/totals/${name}`, composition[name]);
  }
}

/** Yen are compared in the currency's units, so that no fraction is lost; what is missing is told in yen, rounded up. */
function checkCover(
  findings: IssuerFindings,
  { holdings, outstanding }: IssuerReserveComposition,
  decimals: number,
): void {
  const yen = 10n ** BigInt(decimals);
  const missing = outstanding - holdings * yen;
  if (missing <= 0n) return;
  findings.add("issuer-reserves-short", "/totals/holdings", (missing + yen - 1n) / yen);
}

function checkOutside(
  findings: IssuerFindings,
  { holdings, demandDeposits }: IssuerReserveComposition,
): void {
  const over =
    (holdings - demandDeposits) * BASIS_POINTS - holdings * ISSUER_RESERVE_RULE.mostOutside;
  if (over <= 0n) return;
  findings.add("issuer-outside-ceiling", "/holdings", (over + BASIS_POINTS - 1n) / BASIS_POINTS);
}
