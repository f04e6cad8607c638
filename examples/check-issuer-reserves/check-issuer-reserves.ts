// #region check-issuer-reserves
import { checkIssuerReserveReport, readIssuerReserveReport } from "@ryugu/sdk/reserves";

/** What an issuer of yen holds by its own signed word, and what is wrong with it. Asks no chain. */
export function describeReserves(report: string, now: number): string[] {
  const read = readIssuerReserveReport(report);
  const { signature, composition, findings } = checkIssuerReserveReport(read, { now });
  const { holdings, demandDeposits } = composition;
  return [
    `${read.issuer.name} (${signature}): ${holdings} yen, of which ${demandDeposits} on demand`,
    ...findings.map(({ severity, message }) => `${severity}: ${message}`),
  ];
}
// #endregion
