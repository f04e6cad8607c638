import { address, bytes32, chainId } from "@ryugu/sdk/primitives";
import { type IssuerReserveReportBody, signIssuerReserveReport } from "@ryugu/sdk/reserves";
import { Wallet } from "ethers";

/** A key that everybody knows: for a sample only. */
const ISSUER = new Wallet(`0x${"15".repeat(32)}`);

/** When the sample is looked at, in unix seconds. */
export const SAMPLE_NOW = Date.parse("2026-11-02T00:00:00Z") / 1_000;

// #region report
const BODY: IssuerReserveReportBody = {
  schema: "ryugu-issuer-reserve-report/1",
  issuer: { name: "Sample Trust", account: address(ISSUER.address) },
  currency: { symbol: "sJPY", decimals: 18 },
  asOf: "2026-10-31T15:00:00Z",
  outstanding: [
    {
      chain: chainId(1),
      address: address(`0x${"51".repeat(20)}`),
      units: `1000000${"0".repeat(18)}`,
      block: { number: 23_500_000, hash: bytes32(`0x${"a1".repeat(32)}`) },
    },
  ],
  holdings: [
    { kind: "demand-deposit", custodian: "Otohime Bank", amount: "400000" },
    {
      kind: "term-deposit",
      custodian: "Sango Bank",
      amount: "350000",
      maturity: "2027-03-31",
      canEndEarly: true,
    },
    {
      kind: "government-bond",
      custodian: "Minamo Trust",
      country: "JP",
      maturity: "2027-01-12",
      faceValue: "250500",
      marketValue: "250000",
    },
  ],
  totals: { outstanding: `1000000${"0".repeat(18)}`, holdings: "1000000" },
};
// #endregion

/** A report that covers what is outstanding, but with too little of it on demand. */
export async function sampleReport(): Promise<string> {
  return JSON.stringify(await signIssuerReserveReport(ISSUER, BODY));
}
