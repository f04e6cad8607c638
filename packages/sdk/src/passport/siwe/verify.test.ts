import { hashMessage } from "ethers";
import { expect, test } from "vitest";
import { chainId } from "../../primitives/index.ts";
import { createKeyWallet } from "../../wallet/index.ts";
import { SiweRefusedError } from "./errors.ts";
import type { SiweMessage } from "./message.ts";
import { createNonce } from "./nonce.ts";
import { createSiweMessage } from "./text.ts";
import { type SiweCheck, type SiweExpectation, verifySiwe } from "./verify.ts";

const wallet = createKeyWallet();
const CHAIN = chainId(31_337);
const FIELDS: SiweMessage = {
  scheme: "http",
  domain: "localhost:4173",
  address: wallet.address,
  statement: "Walk into Minato.",
  uri: "http://127.0.0.1:9101",
  version: "1",
  chain: CHAIN,
  nonce: createNonce(),
  issuedAt: "2026-11-02T10:00:00.000Z",
  expirationTime: "2026-11-02T10:10:00Z",
  notBefore: "2026-11-02T10:00:00Z",
  requestId: "visit-1",
};
const EXPECT: SiweExpectation = {
  domains: ["world.example", "localhost:4173"],
  uri: FIELDS.uri,
  nonce: FIELDS.nonce,
  chains: [CHAIN],
  now: new Date("2026-11-02T10:05:00Z"),
  scheme: "http",
  address: wallet.address,
  requestId: "visit-1",
  maxAgeMs: 600_000,
};

async function signed(fields: Partial<SiweMessage> = {}): Promise<SiweCheck> {
  const message = createSiweMessage({ ...FIELDS, ...fields });
  return { message, signature: await wallet.signMessage(message), expect: EXPECT };
}

async function reasonOf(check: SiweCheck): Promise<string> {
  const error = await verifySiwe(check).then(
    () => "accepted",
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SiweRefusedError)) return String(error);
  expect(error.details[0]).toBe(`Reason: ${error.reason}`);
  return error.reason;
}

test("accepts what the person's wallet signed for this server, and says who it is", async () => {
  expect(await verifySiwe(await signed())).toEqual(FIELDS);
});

test("accepts a message with less in it, and a server that asks for less", async () => {
  const { scheme, statement, expirationTime, notBefore, requestId, ...fields } = FIELDS;
  const message = createSiweMessage(fields);
  const { domains, uri, nonce, chains, now } = EXPECT;
  const expected = { domains, uri, nonce, chains, now };
  const signature = await wallet.signMessage(message);
  expect(await verifySiwe({ message, signature, expect: expected })).toEqual(fields);
});

test.each<[string, Partial<SiweExpectation>]>([
  ["domain", { domains: ["evil.example"] }],
  ["domain", { domains: ["localhost"] }],
  ["domain", { domains: [] }],
  ["scheme", { scheme: "https" }],
  ["uri", { uri: "http://127.0.0.1:9102" }],
  ["uri", { uri: "http://127.0.0.1:9101/" }],
  ["nonce", { nonce: createNonce() }],
  ["chain", { chains: [chainId(1)] }],
  ["address", { address: createKeyWallet().address }],
  ["request-id", { requestId: "visit-2" }],
  ["expired", { now: new Date("2026-11-02T10:10:00Z") }],
  ["not-yet-valid", { now: new Date("2026-11-02T09:59:59.999Z") }],
  ["too-old", { maxAgeMs: 200_000 }],
])("refuses by %s: %j", async (reason, expected) => {
  const check = await signed();
  expect(await reasonOf({ ...check, expect: { ...EXPECT, ...expected } })).toBe(reason);
});

test("a clock may be wrong by a minute, or as told, and by no more", async () => {
  const ahead = await signed({ issuedAt: "2026-11-02T10:06:00Z" });
  expect(await reasonOf(ahead)).toBe("accepted");
  expect(await reasonOf({ ...ahead, expect: { ...EXPECT, clockSkewMs: 59_999 } })).toBe(
    "issued-in-future",
  );
  const old = await signed({ issuedAt: "2026-11-02T09:54:00Z" });
  expect(await reasonOf(old)).toBe("accepted");
  expect(await reasonOf({ ...old, expect: { ...EXPECT, clockSkewMs: 59_999 } })).toBe("too-old");
});

test.each(["", "0x", "signature", "0x1", `0x${"00".repeat(8_193)}`])(
  "refuses %.20s as no signature",
  async (signature) => {
    expect(await reasonOf({ ...(await signed()), signature })).toBe("malformed-signature");
  },
);

test("refuses another's signature, another message's, and one that recovers to nobody", async () => {
  const check = await signed();
  const others = await createKeyWallet().signMessage(check.message);
  expect(await reasonOf({ ...check, signature: others })).toBe("wrong-signature");
  const { signature } = await signed({ statement: "Walk into Garan." });
  expect(await reasonOf({ ...check, signature })).toBe("wrong-signature");
  expect(await reasonOf({ ...check, signature: `0x${"ff".repeat(65)}` })).toBe("wrong-signature");
});

test("one changed letter of the message spoils the signature", async () => {
  const check = await signed();
  const message = check.message.replace("Walk", "Talk");
  expect(await reasonOf({ ...check, message })).toBe("wrong-signature");
});

test("asks a contract wallet where it can, and refuses it by name where not", async () => {
  const check = { ...(await signed()), signature: `0x${"ab".repeat(130)}` };
  expect(await reasonOf(check)).toBe("contract-wallet");
  const asked: object[] = [];
  const says = (answer: boolean) => async (question: object) => {
    asked.push(question);
    return answer;
  };
  expect(await reasonOf({ ...check, contractVerifier: says(true) })).toBe("accepted");
  expect(await reasonOf({ ...check, contractVerifier: says(false) })).toBe("wrong-signature");
  expect(asked[0]).toEqual({
    address: wallet.address,
    chain: CHAIN,
    digest: hashMessage(check.message),
    signature: check.signature,
  });
});

test("does not ask a contract about an account's own signature", async () => {
  const contractVerifier = () => Promise.reject(new Error("asked"));
  expect(await reasonOf({ ...(await signed()), contractVerifier })).toBe("accepted");
});

test("a contract that cannot be asked is a failure that may pass, and not a no", async () => {
  const contractVerifier = () => Promise.reject(new Error("no route"));
  const check = { ...(await signed()), signature: `0x${"ab".repeat(130)}`, contractVerifier };
  const error = await verifySiwe(check).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ reason: "contract-check-failed", retryable: true });
});
