import { describe, expect, test } from "vitest";
import { altered, codeOf, leaves } from "../../../test/altered.ts";
import { exampleZone, issuer } from "../../../test/example-reserves.ts";
import { validatorWallets } from "../../../test/example-zone.ts";
import { exampleMonth, exampleRequest } from "../../../test/payout/example-statement.ts";
import { address, type Hex } from "../../primitives/index.ts";
import {
  deriveStatement,
  REMUNERATION_WITHHOLDING,
  SIXTY_DAYS,
  type SignedStatement,
  STANDARD_CONSUMPTION_TAX,
  type Statement,
  signStatement,
  statementDigest,
  statementJson,
  verifyStatement,
} from "./index.ts";

const zone = await exampleZone();
const validator = address(issuer.address);
const statement = deriveStatement(
  exampleMonth(),
  exampleRequest({
    zoneId: zone.id,
    payer: { name: "Minato", registrationNumber: "T7000012050002", kind: "corporation" },
    record: {
      due: SIXTY_DAYS,
      withholding: REMUNERATION_WITHHOLDING,
      consumptionTax: STANDARD_CONSUMPTION_TAX,
    },
  }),
);
const signed = await signStatement(issuer, validator, statement);

test("a signed statement is verified from its canonical text, by the partner whose word it is", () => {
  const verified = verifyStatement(zone, statementJson(signed));
  expect(verified.statement).toEqual(signed);
  expect(verified.partner.name).toBe("Partner 1");
  expect(verified.digest).toBe(statementDigest(statement));
});

test("the digest and signature of the example month stay what they are", () => {
  expect(statementDigest(statement)).toMatchInlineSnapshot(
    `"0x04f30c16e9319c062dcbb6f530b158ef5dd34f30e081b1080e15ac977b8a907e"`,
  );
  expect(signed.signature).toMatchInlineSnapshot(
    `"0xbbc908827c442fd0790848325ea65cf833043b31a2e7ec089b2440e7ce8b403f7df68661fce80707b517c488e1f704d12501350154cec60dcba13c7d93d4718d"`,
  );
});

test("two nodes that derive the same sign the same digest", async () => {
  const [, other = issuer] = validatorWallets;
  const second = await signStatement(other, address(other.address), statement);
  expect(second.signature).not.toBe(signed.signature);
  expect(statementDigest(second)).toBe(statementDigest(signed));
  expect(verifyStatement(zone, second).partner.name).toBe("Partner 2");
});

test("a statement with any one leaf changed is refused", () => {
  const paths = leaves(signed);
  expect(paths.length).toBeGreaterThan(200);
  for (const path of paths) {
    expect(() => verifyStatement(zone, altered(signed, path)), path.join(".")).toThrow();
  }
});

test("a field more or less is refused", () => {
  expect(codeOf(() => verifyStatement(zone, { ...signed, note: "trust me" }))).toBe(
    "invalid-shape",
  );
  const { totals: _, ...less } = signed;
  expect(codeOf(() => verifyStatement(zone, less))).toBe("invalid-shape");
  expect(codeOf(() => verifyStatement(zone, "{"))).toBe("invalid-json");
  expect(codeOf(() => verifyStatement(zone, statement))).toBe("invalid-shape");
});

test("somebody else's signature, a stranger's, and one of another zone are refused", async () => {
  const [, other = issuer] = validatorWallets;
  const forged = await signStatement(other, validator, statement);
  expect(codeOf(() => verifyStatement(zone, forged))).toBe("statement-untrusted");
  const nobody = address(`0x${"77".repeat(20)}`);
  const strange = await signStatement(issuer, nobody, statement);
  expect(codeOf(() => verifyStatement(zone, strange))).toBe("statement-untrusted");
  const elsewhere = await signStatement(issuer, validator, {
    ...statement,
    zoneId: `0x${"99".repeat(32)}` as typeof zone.id,
  });
  expect(codeOf(() => verifyStatement(zone, elsewhere))).toBe("statement-untrusted");
});

describe("a signed statement that does not add up is refused when", () => {
  type Line = Statement["lines"][number];
  const first = (change: (line: Extract<Line, { kind: "sale" }>) => Partial<Line>) => () => ({
    lines: statement.lines.map((line, i) =>
      i === 0 && line.kind === "sale" ? ({ ...line, ...change(line) } as Line) : line,
    ),
  });

  test.each<[string, () => Partial<Statement>]>([
    [
      "a share is larger than its parts",
      first(({ share }) => ({ share: { ...share, units: `${share.units}0` } })),
    ],
    [
      "yen are not those of the units",
      first(({ gross }) => ({ gross: { ...gross, yen: "12001" } })),
    ],
    ["a part is missing", first(({ parts }) => ({ parts: parts.slice(1) }))],
    [
      "a part is called somebody else's",
      first(({ parts }) => ({ parts: parts.map((p) => ({ ...p, isOwn: false })) })),
    ],
    [
      "what waits is hidden",
      first(({ settlement }) => ({ settlement: { ...settlement, paid: "0" } })),
    ],
    ["a day is another than the time's", first(() => ({ day: "2026-11-02" }))],
    ["less is withheld than the rule says", first(() => ({ withheld: "1" }))],
    ["it is due on another day than the rule says", first(() => ({ due: "2027-06-01" }))],
    [
      "a batch holds more than it brought",
      () => ({
        lines: statement.lines.map((line) =>
          line.kind === "batch"
            ? { ...line, sources: line.sources.map((s) => ({ ...s, units: `${s.units}0` })) }
            : line,
        ),
      }),
    ],
    [
      "a claim is somebody else's",
      () => ({ claims: statement.claims.map((claim) => ({ ...claim, payee: claim.to })) }),
    ],
    ["a currency has no terms", () => ({ currencies: [] })],
    [
      "a line stands in it twice",
      () => ({ lines: [...statement.lines, ...statement.lines.slice(0, 1)] }),
    ],
    ["a line is missing", () => ({ lines: statement.lines.slice(1) })],
    ["a line is of a block that was not read", first(() => ({ block: 2_000_000 }))],
    ["a line is outside the period", () => ({ period: { from: "2026-11-02", to: "2026-12-01" } })],
    [
      "it hides that it is not complete",
      () => ({ period: { from: "2026-11-01", to: "2027-12-01" } }),
    ],
    [
      "a sum is another",
      () => ({ totals: { ...statement.totals, yen: { ...statement.totals.yen, net: "1" } } }),
    ],
    ["a chain stands in it twice", () => ({ chains: [...statement.chains, ...statement.chains] })],
    [
      "less consumption tax is noted than there is",
      () => ({
        record: {
          ...statement.record,
          consumptionTax: { ...STANDARD_CONSUMPTION_TAX, included: "50040", tax: "1" },
        },
      }),
    ],
  ])("%s", async (_, change) => {
    const wrong = { ...statement, ...change() };
    const document: SignedStatement = await signStatement(issuer, validator, wrong);
    expect(codeOf(() => verifyStatement(zone, document))).toBe("statement-contradictory");
  });
});

test("a signature of another form is refused", () => {
  const bad = { ...signed, signature: `0x${"00".repeat(64)}` as Hex };
  expect(codeOf(() => verifyStatement(zone, bad))).toBe("invalid-signature");
});
