import { Wallet } from "ethers";
import { describe, expect, test } from "vitest";
import {
  BOND,
  DEPOSIT,
  issuerKey,
  issuerReport,
  issuerReportBody,
  TERM_DEPOSIT,
} from "../../../test/example-issuer-report.ts";
import { address, canonicalJson, chainId } from "../../primitives/index.ts";
import {
  checkIssuerReserveReport,
  type IssuerReserveReport,
  issuerReserveDigest,
  readIssuerReserveReport,
  signIssuerReserveReport,
  verifyIssuerReserveReport,
} from "../index.ts";

const stranger = new Wallet(`0x${"16".repeat(32)}`);
const CONTRACT = {
  name: "Otohime Trust",
  account: address(`0x${"77".repeat(20)}`),
  chain: chainId(1),
};

/** The code of the error that a call throws. */
function codeOf(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return "nothing was thrown";
}

/** Every leaf of a JSON value, as a path to it. */
function leaves(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [[...path]];
  return Object.entries(value).flatMap(([key, child]) =>
    leaves(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** A copy with one leaf replaced. */
function replaced(document: object, path: readonly (string | number)[], by: unknown): unknown {
  const copy = structuredClone(document) as Record<string | number, unknown>;
  const parent = path
    .slice(0, -1)
    .reduce((at, key) => at[key] as Record<string | number, unknown>, copy);
  parent[path.at(-1) ?? ""] = by;
  return copy;
}

/** Something else of the same kind. */
function other(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  return `${value}`.replace(/.$/, (last) => (last === "1" ? "2" : "1"));
}

const valueAt = (document: object, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], document);

describe("a report", () => {
  test("is read from its canonical text, and verified as its issuer's", async () => {
    const signed = await issuerReport();
    const { report, signature } = verifyIssuerReserveReport(canonicalJson(signed));
    expect(report).toEqual(signed);
    expect(signature).toBe("verified");
  });

  test("with any one leaf changed is no issuer's word, and the check says so or it is not read", async () => {
    const signed = await issuerReport();
    const paths = leaves(signed);
    expect(paths.length).toBeGreaterThan(30);
    for (const path of paths) {
      const changed = replaced(signed, path, other(valueAt(signed, path)));
      expect(() => verifyIssuerReserveReport(changed), `changed: ${path.join(".")}`).toThrow();
      const code = codeOf(() => readIssuerReserveReport(changed));
      if (code === "invalid-shape") continue;
      const { findings, signature } = checkIssuerReserveReport(readIssuerReserveReport(changed), {
        now: 0,
      });
      expect([path.join("."), signature]).toEqual([path.join("."), "wrong"]);
      expect(findings.map((finding) => finding.code)).toContain("issuer-signature-wrong");
    }
  });

  test("with a holding left out, or one more field, is not what was signed", async () => {
    const signed = await issuerReport();
    const fewer = { ...signed, holdings: signed.holdings.slice(1) };
    expect(codeOf(() => verifyIssuerReserveReport(fewer))).toBe("reserves-untrusted");
    expect(codeOf(() => verifyIssuerReserveReport({ ...signed, note: "trust me" }))).toBe(
      "invalid-shape",
    );
    expect(codeOf(() => verifyIssuerReserveReport("{"))).toBe("invalid-json");
  });

  test("signed by another key is refused", async () => {
    const forged = await signIssuerReserveReport(stranger, issuerReportBody());
    expect(codeOf(() => verifyIssuerReserveReport(forged))).toBe("reserves-untrusted");
  });

  test("of a contract account cannot be verified offline, and is never called verified", async () => {
    const body = issuerReportBody({ issuer: CONTRACT });
    const signature = `0x${"ab".repeat(130)}`;
    const report = await signIssuerReserveReport({ signTypedData: async () => signature }, body);
    expect(report.signature).toBe(signature);
    expect(verifyIssuerReserveReport(report).signature).toBe("unverifiable");
    expect(issuerReserveDigest(body)).toMatch(/^0x[0-9a-f]{64}$/);
  });

  test("turned into a contract's by a forger is no longer verified", async () => {
    const signed = await issuerReport();
    const turned = { ...signed, issuer: { ...signed.issuer, chain: chainId(1) } };
    expect(verifyIssuerReserveReport(turned).signature).toBe("unverifiable");
  });

  test("has a digest that a key signs with eth_signTypedData", async () => {
    const body = issuerReportBody();
    const { signature } = await signIssuerReserveReport(issuerKey, body);
    expect(signature).toHaveLength(2 + 2 * 64);
    expect(issuerReserveDigest(body)).not.toBe(
      issuerReserveDigest({ ...body, asOf: "2026-10-30T00:00:00Z" }),
    );
  });
});

type Change = (report: IssuerReserveReport) => unknown;
const withHolding =
  (holding: object): Change =>
  (report) => ({ ...report, holdings: [holding] });
const withOutstanding =
  (change: object): Change =>
  (report) => ({
    ...report,
    outstanding: report.outstanding.map((each) => ({ ...each, ...change })),
  });

test.each<[string, Change]>([
  ["is of another version", (r) => ({ ...r, schema: "ryugu-issuer-reserve-report/2" })],
  ["lies nowhere", (r) => ({ ...r, outstanding: [] })],
  ["has no decimals", (r) => ({ ...r, currency: { symbol: "oJPY" } })],
  ["has decimals below zero", (r) => ({ ...r, currency: { symbol: "oJPY", decimals: -1 } })],
  ["has more decimals than units", (r) => ({ ...r, currency: { symbol: "oJPY", decimals: 37 } })],
  ["is of no time", (r) => ({ ...r, asOf: "yesterday" })],
  ["is of a local time", (r) => ({ ...r, asOf: "2026-10-31T09:00:00+09:00" })],
  ["owes half a unit", withOutstanding({ units: "0.5" })],
  ["owes less than nothing", withOutstanding({ units: "-1" })],
  ["owes a number", withOutstanding({ units: 1 })],
  ["lies on a chain without a name", withOutstanding({ chain: "1" })],
  [
    "lies at an address with a wrong checksum",
    withOutstanding({ address: `0xA${"b".repeat(39)}` }),
  ],
  ["was read at no block", withOutstanding({ block: undefined })],
  ["holds gold", withHolding({ ...DEPOSIT, kind: "gold" })],
  ["holds a fraction of a yen", withHolding({ ...DEPOSIT, amount: "1.5" })],
  ["holds yen with leading zeros", withHolding({ ...DEPOSIT, amount: "0600" })],
  ["holds more digits than there are", withHolding({ ...DEPOSIT, amount: "9".repeat(31) })],
  ["holds with nobody", withHolding({ ...DEPOSIT, custodian: " " })],
  ["holds with a liar", withHolding({ ...DEPOSIT, custodian: "Bank\u202eknab" })],
  ["holds with two lines", withHolding({ ...DEPOSIT, custodian: "Bank\nBank" })],
  ["holds a demand deposit that matures", withHolding({ ...DEPOSIT, maturity: "2027-01-01" })],
  ["does not say when a term ends", withHolding({ ...TERM_DEPOSIT, maturity: undefined })],
  ["has a term to a day that is none", withHolding({ ...TERM_DEPOSIT, maturity: "2027-02-30" })],
  ["does not say if a term can be ended", withHolding({ ...TERM_DEPOSIT, canEndEarly: undefined })],
  ["has a bond of nobody", withHolding({ ...BOND, country: "Japan" })],
  ["has a bond without a market value", withHolding({ ...BOND, marketValue: undefined })],
  ["has a bond with a mistyped ISIN", withHolding({ ...BOND, isin: "JP1743211R95" })],
  [
    "has an auditor's report behind a script",
    (r) => ({ ...r, auditor: { name: "a", report: "javascript:1" } }),
  ],
  ["is signed by too few bytes", (r) => ({ ...r, signature: "0x12" })],
  ["is signed by too many bytes", (r) => ({ ...r, signature: `0x${"00".repeat(4_097)}` })],
  ["holds more than a list takes", (r) => ({ ...r, holdings: Array(4_097).fill(DEPOSIT) })],
])("a report that %s is not read", async (_what, change) => {
  const changed = change(await issuerReport());
  expect(codeOf(() => readIssuerReserveReport(changed))).toBe("invalid-shape");
});
