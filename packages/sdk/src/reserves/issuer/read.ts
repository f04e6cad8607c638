import { parseJson, parseShape } from "../../primitives/index.ts";
import { ReservesUntrustedError } from "../errors.ts";
import { type IssuerReserveReport, issuerReserveReportSchema } from "./report.ts";
import { type IssuerSignatureState, issuerSignature } from "./signature.ts";

/** The largest report that is read, in characters. */
const MAX_REPORT = 4_000_000;

/**
 * Reads an issuer's report without believing it: check it with {@link checkIssuerReserveReport}.
 *
 * @param source - the report as JSON text or as parsed JSON
 * @throws InvalidJsonError, InvalidShapeError
 */
export function readIssuerReserveReport(source: unknown): IssuerReserveReport {
  const json = typeof source === "string" ? parseJson(source, MAX_REPORT) : source;
  return parseShape(issuerReserveReportSchema, json, "The issuer's reserve report");
}

/**
 * Reads an issuer's report and verifies whose it is, without any network. Whether the account is the issuer's, and what it
 * says is true and enough, is not looked at here.
 *
 * @param source - the report as JSON text or as parsed JSON
 * @returns the report; `unverifiable` where its account is a contract, which alone can say what it signed (ERC-1271)
 * @throws InvalidJsonError, InvalidShapeError, ReservesUntrustedError
 *
 * @example
 * const { report } = verifyIssuerReserveReport(await response.text());
 */
export function verifyIssuerReserveReport(source: unknown): {
  report: IssuerReserveReport;
  signature: Exclude<IssuerSignatureState, "wrong">;
} {
  const report = readIssuerReserveReport(source);
  const { state, signer } = issuerSignature(report);
  if (state !== "wrong") return { report, signature: state };
  throw new ReservesUntrustedError(
    "The report was changed after it was signed, or signed by somebody else.",
    { details: [`Named: ${report.issuer.account}`, `Signed by: ${signer ?? "nobody"}`] },
  );
}
