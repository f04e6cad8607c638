import { describe, expect, test } from "vitest";
import { address, chainId } from "../../primitives/index.ts";
import { keyWallet } from "../../wallet/index.ts";
import { type ClaimFault, InvalidClaimError } from "../errors.ts";
import { type ClaimOrder, claimDigest } from "./claim-order.ts";
import { signClaim } from "./sign-claim.ts";
import { parseSignedClaim, type SignedClaim } from "./signed-claim.ts";
import { type ClaimContext, verifySignedClaim } from "./verify-claim.ts";

const payee = keyWallet(`0x${"07".repeat(32)}`);
const account = (digits: string) => address(`0x${digits.repeat(20)}`);
const order: ClaimOrder = {
  chain: chainId(31_337),
  place: account("a1"),
  payee: payee.address,
  currency: account("b2"),
  to: account("c3"),
  nonce: 3,
  deadline: 2_000,
};
const here = { chain: order.chain, address: order.place };

function faultOf(signed: SignedClaim, context: ClaimContext): ClaimFault | undefined {
  try {
    verifySignedClaim(signed, context);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidClaimError) return error.reason;
    throw error;
  }
}

test("a signed claim goes through JSON and is verified offline", async () => {
  const signed = await signClaim(payee, order);
  expect(parseSignedClaim(JSON.parse(JSON.stringify(signed)))).toEqual(signed);
  expect(faultOf(signed, { now: 2_000, place: here, nonce: 3 })).toBeUndefined();
  expect(faultOf(signed, { now: 0 })).toBeUndefined();
});

test("what was changed, is late, or is for elsewhere is told by its reason", async () => {
  const signed = await signClaim(payee, order);
  const context = { now: 1_000, place: here, nonce: 3 };
  expect(faultOf(signed, { ...context, place: { ...here, chain: chainId(1) } })).toBe("chain");
  expect(faultOf(signed, { ...context, place: { ...here, address: payee.address } })).toBe("place");
  expect(faultOf({ ...signed, to: account("00") }, context)).toBe("recipient");
  expect(faultOf({ ...signed, to: signed.place }, context)).toBe("recipient");
  expect(faultOf(signed, { ...context, now: 2_001 })).toBe("expired");
  expect(faultOf(signed, { ...context, nonce: 4 })).toBe("nonce");
  const changes: Partial<SignedClaim>[] = [
    { to: account("d4") },
    { currency: account("d4") },
    { payee: account("d4") },
    { deadline: 3_000 },
    { signature: "0x1234" },
    { signature: `0x${"00".repeat(65)}` },
  ];
  for (const change of changes)
    expect(faultOf({ ...signed, ...change }, context)).toBe("signature");
  expect(faultOf({ ...signed, nonce: 4 }, { now: 0 })).toBe("signature");
});

test("a contract's signature is the chain's to check", async () => {
  const signed = { ...(await signClaim(payee, order)), signature: "0x1234" as const };
  expect(faultOf(signed, { now: 0, isContract: true })).toBeUndefined();
  expect(faultOf(signed, { now: 0, contractSigned: true })).toBeUndefined();
  expect(faultOf(signed, { now: 0, contractSigned: false })).toBe("signature");
  expect(faultOf(signed, { now: 0, isContract: true, contractSigned: false })).toBe("signature");
  expect(faultOf(signed, { now: 0, contractSigned: undefined })).toBe("signature");
});

test("a key's signature counts whatever code its account delegates to", async () => {
  const signed = await signClaim(payee, order);
  expect(faultOf(signed, { now: 0, contractSigned: false })).toBeUndefined();
});

describe("a stranger's claim", () => {
  test.each([
    ["nothing", null],
    ["a field too many", { extra: 1 }],
    ["no signature", { signature: "0x" }],
    ["half a byte", { signature: "0x123" }],
    ["megabytes", { signature: `0x${"ab".repeat(100_000)}` }],
    ["a nonce below zero", { nonce: -1 }],
    ["a nonce that is no number", { nonce: "3" }],
    ["a wrong checksum", { to: "0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266" }],
    ["a chain of another kind", { chain: "solana:1" }],
  ])("with %s is refused", async (_what, change) => {
    const signed = await signClaim(payee, order);
    const told = change === null ? null : { ...signed, ...change };
    expect(() => parseSignedClaim(told)).toThrow();
  });
});

test("the digest is the same at every run", () => {
  expect(claimDigest(order)).toMatchInlineSnapshot(
    `"0x679cb5d41d0990706452d843236e11f0441141e62dfb309d5320939dd3c8083b"`,
  );
});
