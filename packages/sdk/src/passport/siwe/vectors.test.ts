import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sharedData } from "../../../test/shared-data.ts";
import { chainId } from "../../primitives/index.ts";
import { InvalidSiweMessageError, SiweRefusedError } from "./errors.ts";
import type { SiweMessage } from "./message.ts";
import { createSiweMessage, parseSiweMessage } from "./text.ts";
import { type SiweCheck, verifySiwe } from "./verify.ts";

interface Case {
  set: string;
  name: string;
  expect: "parse" | "fail" | "fail-build" | "verify" | "reject" | "network";
  message: string;
  fields: Record<string, unknown>;
  checkWith: { time: string; domain: string; nonce: string; signature: string };
}

// The cases of the official library (signinwithethereum/siwe), as the standard's own reference.
const path = sharedData("vectors/siwe/cases.json");
const cases: Case[] = path === undefined ? [] : JSON.parse(readFileSync(path, "utf8")).cases;
const rows = (kind: Case["expect"]) =>
  cases
    .filter((row) => row.expect === kind)
    .map((row) => [`${row.set}: ${row.name}`, row] as const);

/** A vector's fields as ours: the chain by CAIP-2, nothing that is null or of the vector's own. */
function fieldsOf({ fields }: Case): SiweMessage {
  const names = "scheme domain address statement uri version nonce issuedAt expirationTime";
  const known = [...names.split(" "), "notBefore", "requestId", "resources"];
  const kept = known.flatMap((name) => (fields[name] == null ? [] : [[name, fields[name]]]));
  const chain = fields.chainId === undefined ? {} : { chain: `eip155:${fields.chainId}` };
  return { ...Object.fromEntries(kept), ...chain } as SiweMessage;
}

function checkOf(row: Case): SiweCheck {
  const { time, domain, nonce, signature } = row.checkWith;
  const message = createSiweMessage(fieldsOf(row));
  const { uri, chain } = parseSiweMessage(message);
  const expected = { domains: [domain], uri, nonce, chains: [chain], now: new Date(time) };
  return { message, signature, expect: expected };
}

describe.skipIf(path === undefined)("the official vectors", () => {
  test("are all here", () => {
    expect(cases).toHaveLength(82);
  });

  test.each(rows("parse"))("reads and writes %s", (_name, row) => {
    expect(parseSiweMessage(row.message)).toEqual(fieldsOf(row));
    expect(createSiweMessage(fieldsOf(row))).toBe(row.message);
  });

  test.each(rows("fail"))("does not read %s", (_name, { message }) => {
    expect(() => parseSiweMessage(message)).toThrow(InvalidSiweMessageError);
  });

  test.each(rows("fail-build"))("does not write %s", (_name, row) => {
    expect(() => createSiweMessage(fieldsOf(row))).toThrow(InvalidSiweMessageError);
  });

  test.each(rows("verify"))("accepts %s", async (_name, row) => {
    expect((await verifySiwe(checkOf(row))).address).toBe(row.fields.address);
  });

  test.each(rows("reject"))("rejects %s", async (_name, row) => {
    const isImpossibleDate = row.name.startsWith("invalid ");
    const verifying = async () => verifySiwe(checkOf(row));
    await expect(verifying()).rejects.toThrow(
      isImpossibleDate ? InvalidSiweMessageError : SiweRefusedError,
    );
  });

  // Their contracts are on mainnet. What is asked of them, and that they are asked, is checked here.
  test.each(rows("network"))("asks the contract of %s", async (_name, { fields }) => {
    const message = String(fields.message);
    const signature = String(fields.signature);
    const { domain, uri, nonce, address } = parseSiweMessage(message);
    const chains = [chainId(1)];
    const expected = {
      domains: [domain],
      uri,
      nonce,
      chains,
      now: new Date("2022-04-20T00:00:00Z"),
    };
    await expect(verifySiwe({ message, signature, expect: expected })).rejects.toThrow(
      SiweRefusedError,
    );
    const asked: unknown[] = [];
    const contractVerifier = async (check: object) => asked.push(check) === 1;
    await verifySiwe({ message, signature, expect: expected, contractVerifier });
    expect(asked).toMatchObject([{ address, chain: "eip155:1", signature }]);
  });
});
