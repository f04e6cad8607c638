import { holdingValue, type IssuerHolding } from "./holding.ts";
import type { IssuerReserveReportBody } from "./report.ts";

/** What a report's parts add up to. */
export interface IssuerReserveComposition {
  /** In the currency's units, over all chains. */
  readonly outstanding: bigint;
  /** In whole yen, as all below; bonds at their market value. */
  readonly holdings: bigint;
  readonly demandDeposits: bigint;
  readonly termDeposits: bigint;
  readonly governmentBonds: bigint;
}

/** Adds up a report's parts. What the report itself states as totals is not looked at. */
export function issuerReserveComposition(
  report: Pick<IssuerReserveReportBody, "outstanding" | "holdings">,
): IssuerReserveComposition {
  const held = (kind: IssuerHolding["kind"]) =>
    sum(report.holdings.filter((holding) => holding.kind === kind).map(holdingValue));
  return {
    outstanding: sum(report.outstanding.map(({ units }) => BigInt(units))),
    holdings: sum(report.holdings.map(holdingValue)),
    demandDeposits: held("demand-deposit"),
    termDeposits: held("term-deposit"),
    governmentBonds: held("government-bond"),
  };
}

const sum = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((total, amount) => total + amount, 0n);
