import {
  checkIssuerReserveReport,
  type IssuerCheckOptions,
  type IssuerReserveReport,
} from "../src/reserves/index.ts";
import { A_WEEK_LATER } from "./example-issuer-report.ts";

/** What the check says of a report a week later, or when it is told, as codes. */
export const codes = (report: IssuerReserveReport, options: Partial<IssuerCheckOptions> = {}) =>
  checkIssuerReserveReport(report, { now: A_WEEK_LATER, ...options }).findings.map(
    ({ code }) => code,
  );

/** The sentence of one finding. */
export const sentence = (report: IssuerReserveReport, code: string) =>
  checkIssuerReserveReport(report, { now: A_WEEK_LATER }).findings.find(
    (each) => each.code === code,
  )?.message;
