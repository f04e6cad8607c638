import { Wallet } from "ethers";
import { address, bytes32, chainId } from "../src/primitives/index.ts";
import {
  type IssuerHolding,
  type IssuerReserveReport,
  type IssuerReserveReportBody,
  issuerReserveComposition,
  signIssuerReserveReport,
} from "../src/reserves/index.ts";

/** Whose report it is. A key of nobody, the same in every run. */
export const issuerKey = new Wallet(`0x${"15".repeat(32)}`);

/** A week after the example report, in unix seconds. */
export const A_WEEK_LATER = Date.parse("2026-11-07T00:00:00Z") / 1_000;

/** The kinds of the example's holdings, to be varied. */
export const DEPOSIT = {
  kind: "demand-deposit",
  custodian: "Otohime Bank",
  amount: "600",
} as const;
export const TERM_DEPOSIT = {
  kind: "term-deposit",
  custodian: "Sango Bank",
  amount: "300",
  maturity: "2027-03-31",
  canEndEarly: true,
} as const;
export const BOND = {
  kind: "government-bond",
  custodian: "Minamo Trust",
  country: "JP",
  isin: "JP1743211R96",
  maturity: "2027-01-12",
  faceValue: "101",
  marketValue: "100",
} as const;

/** 1,000 yen outstanding on two chains, 1,000 held: 600 on demand, 300 at a term, 100 in a bond. */
export function issuerReportBody(
  change: Partial<IssuerReserveReportBody> = {},
): IssuerReserveReportBody {
  const body: IssuerReserveReportBody = {
    schema: "ryugu-issuer-reserve-report/1",
    issuer: { name: "Otohime Trust", account: address(issuerKey.address) },
    currency: { symbol: "oJPY", decimals: 2 },
    asOf: "2026-10-31T00:00:00Z",
    outstanding: [
      {
        chain: chainId(31_001),
        address: address(`0x${"51".repeat(20)}`),
        units: "70000",
        block: { number: 120, hash: bytes32(`0x${"a1".repeat(32)}`) },
      },
      {
        chain: chainId(31_002),
        address: address(`0x${"52".repeat(20)}`),
        units: "30000",
        block: { number: 340, hash: bytes32(`0x${"b2".repeat(32)}`) },
      },
    ],
    holdings: [DEPOSIT, TERM_DEPOSIT, BOND],
    totals: { outstanding: "0", holdings: "0" },
    auditor: { name: "Urashima Audit", report: "https://audit.example/2026-10.pdf" },
    ...change,
  };
  const { outstanding, holdings } = issuerReserveComposition(body);
  const totals = { outstanding: `${outstanding}`, holdings: `${holdings}` };
  return { ...body, totals: change.totals ?? totals };
}

/** The example report, signed by its issuer. */
export function issuerReport(
  change: Partial<IssuerReserveReportBody> = {},
): Promise<IssuerReserveReport> {
  return signIssuerReserveReport(issuerKey, issuerReportBody(change));
}

/** The example report with other holdings. */
export const holding = (...holdings: IssuerHolding[]): Promise<IssuerReserveReport> =>
  issuerReport({ holdings });
