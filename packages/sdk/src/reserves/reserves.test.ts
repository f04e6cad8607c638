import { beforeAll, describe, expect, test } from "vitest";
import { altered, codeOf, leaves } from "../../test/altered.ts";
import {
  exampleCertificate,
  exampleStatement,
  exampleZone,
  issuer,
} from "../../test/example-reserves.ts";
import { validatorWallets } from "../../test/example-zone.ts";
import { canonicalJson } from "../primitives/index.ts";
import type { Zone } from "../zone/index.ts";
import {
  type ReserveStatementBody,
  signClaimCertificate,
  signStatement,
  verifyClaimCertificate,
  verifyStatement,
} from "./index.ts";

let zone: Zone;
beforeAll(async () => {
  zone = await exampleZone();
});

describe("a statement", () => {
  test("is read from its canonical text, by the partner whose it is", async () => {
    const signed = await signStatement(issuer, exampleStatement(zone));
    const { statement, partner } = verifyStatement(zone, canonicalJson(signed));
    expect(statement).toEqual(signed);
    expect(partner.name).toBe("Partner 1");
  });

  test("is refused with any one leaf changed", async () => {
    const signed = await signStatement(issuer, exampleStatement(zone));
    const paths = leaves(signed);
    expect(paths.length).toBeGreaterThan(30);
    for (const path of paths) {
      expect(
        () => verifyStatement(zone, altered(signed, path)),
        `altered: ${path.join(".")}`,
      ).toThrow();
    }
  });

  test("is refused with a field more or less", async () => {
    const signed = await signStatement(issuer, exampleStatement(zone));
    expect(codeOf(() => verifyStatement(zone, { ...signed, note: "trust me" }))).toBe(
      "invalid-shape",
    );
    const { lanes: _, ...less } = signed;
    expect(codeOf(() => verifyStatement(zone, less))).toBe("invalid-shape");
    expect(codeOf(() => verifyStatement(zone, "{"))).toBe("invalid-json");
  });

  test("is refused when another validator signed it, and when nobody of the zone did", async () => {
    const [, other] = validatorWallets;
    const body = exampleStatement(zone);
    const forged = await signStatement(other ?? issuer, body);
    expect(codeOf(() => verifyStatement(zone, forged))).toBe("reserves-untrusted");
    const stranger = { ...body, validator: body.reserves[0]?.homeToken ?? body.validator };
    const strange = await signStatement(issuer, stranger);
    expect(codeOf(() => verifyStatement(zone, strange))).toBe("reserves-untrusted");
  });

  type Change = (body: ReserveStatementBody) => ReserveStatementBody;
  const first: (change: Partial<ReserveStatementBody["reserves"][number]>) => Change =
    (change) => (body) => ({
      ...body,
      reserves: body.reserves.map((reserve) => ({ ...reserve, ...change })),
    });

  test.each<[string, Change]>([
    ["owes less than its parts", first({ owed: "104", difference: "6" })],
    ["hides a shortfall", first({ vault: "90", difference: "-15" })],
    ["hides that too much was issued", first({ issued: "72", owed: "107", difference: "3" })],
    ["has a vault without a difference", first({ difference: undefined })],
    ["calls unread what it read", first({ state: "unread" })],
    ["names a collection twice", (b) => ({ ...b, reserves: [...b.reserves, ...b.reserves] })],
    ["leaves a chain's block out", (b) => ({ ...b, chains: b.chains.slice(0, 1) })],
    ["names a lane twice", (b) => ({ ...b, lanes: [...b.lanes, ...b.lanes] })],
    ["was issued before its day", (b) => ({ ...b, day: "2026-11-23" })],
    [
      "has a lane between other chains",
      (b) => ({
        ...b,
        lanes: b.lanes.map((lane) => ({
          ...lane,
          originChain: lane.destinationChain,
          destinationChain: lane.originChain,
        })),
      }),
    ],
  ])("that is signed is refused when it %s", async (_what, change) => {
    const signed = await signStatement(issuer, change(exampleStatement(zone)));
    expect(codeOf(() => verifyStatement(zone, JSON.parse(canonicalJson(signed))))).toBe(
      "reserves-contradictory",
    );
  });

  test("may say that a collection is short, or being wound down", async () => {
    const short = first({ state: "short", vault: "90", difference: "-15" });
    const settling = first({ state: "winding-down", vault: "90", difference: "-15" });
    for (const change of [short, settling]) {
      const signed = await signStatement(issuer, change(exampleStatement(zone)));
      expect(verifyStatement(zone, signed).statement.reserves[0]?.difference).toBe("-15");
    }
  });
});

describe("a claim certificate", () => {
  test("is read from its canonical text, and refused with any one leaf changed", async () => {
    const signed = await signClaimCertificate(issuer, exampleCertificate(zone));
    expect(verifyClaimCertificate(zone, canonicalJson(signed)).certificate).toEqual(signed);
    for (const path of leaves(signed)) {
      expect(() => verifyClaimCertificate(zone, altered(signed, path)), path.join(".")).toThrow();
    }
  });

  test("is no statement, and a statement no certificate", async () => {
    const certificate = await signClaimCertificate(issuer, exampleCertificate(zone));
    const statement = await signStatement(issuer, exampleStatement(zone));
    expect(codeOf(() => verifyStatement(zone, certificate))).toBe("invalid-shape");
    expect(codeOf(() => verifyClaimCertificate(zone, statement))).toBe("invalid-shape");
  });

  test("names each collection once, between chains whose blocks it states", async () => {
    const body = exampleCertificate(zone);
    for (const twice of [
      { ...body, holdings: [...body.holdings, ...body.holdings] },
      { ...body, atHome: [...body.atHome, ...body.atHome] },
      { ...body, chains: body.chains.slice(0, 1) },
    ]) {
      const signed = await signClaimCertificate(issuer, twice);
      expect(codeOf(() => verifyClaimCertificate(zone, signed))).toBe("reserves-contradictory");
    }
  });
});
