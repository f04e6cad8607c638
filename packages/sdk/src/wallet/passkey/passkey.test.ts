import { expect, test } from "vitest";
import { lockKey, unlockKey } from "../lock/lock-key.ts";
import { createPersonKey } from "../person/person-key.ts";
import { fakeBrowser } from "./fixtures/fake-browser.ts";
import { createPasskey, usePasskey } from "./passkey.ts";

const OPTIONS = { rpName: "Ryugu", userName: "otohime" };

async function errorOf(promise: Promise<unknown>) {
  return promise.then(
    () => "none",
    (error: unknown) => error,
  );
}

test("a passkey that was made opens the key that it locked", async () => {
  const { host } = fakeBrowser();
  const made = await createPasskey(host, OPTIONS);
  const key = await createPersonKey();
  const locked = await lockKey(key, made);
  const again = await usePasskey(host, [made.credentialId]);
  expect(again).toEqual(made);
  expect((await unlockKey(locked, again)).address).toBe(key.address);
});

test("asks for a discoverable passkey that knows the person, for PRF, and for nothing else", async () => {
  const { host, asked } = fakeBrowser();
  await createPasskey(host, { ...OPTIONS, timeoutMs: 9_000, random: (n) => new Uint8Array(n) });
  expect(asked).toEqual([
    {
      rp: { name: "Ryugu" },
      user: { id: new Uint8Array(32), name: "otohime", displayName: "otohime" },
      challenge: new Uint8Array(32),
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
      authenticatorSelection: {
        residentKey: "required",
        requireResidentKey: true,
        userVerification: "required",
      },
      attestation: "none",
      timeout: 9_000,
      extensions: { prf: { eval: { first: new TextEncoder().encode("ryugu-locked-key/1") } } },
    },
  ]);
});

test("two passkeys are of two users and challenges, so that none overwrites another", async () => {
  const { host, asked } = fakeBrowser();
  await createPasskey(host, OPTIONS);
  await createPasskey(host, OPTIONS);
  expect(asked[0]?.user.id).not.toEqual(asked[1]?.user.id);
  expect(asked[0]?.challenge).not.toEqual(asked[1]?.challenge);
});

test("asks once more where the secret comes only on use", async () => {
  const { host, asked } = fakeBrowser({ prf: "later" });
  const { credentialId, prfOutput } = await createPasskey(host, OPTIONS);
  expect([credentialId, prfOutput]).toEqual(["Afv_", new Uint8Array(32).fill(1)]);
  expect(asked).toHaveLength(2);
  expect(asked[1]).toMatchObject({
    allowCredentials: [{ type: "public-key", id: Uint8Array.of(1, 0xfb, 0xff) }],
    userVerification: "required",
  });
});

test("several passkeys will do: says which the person chose", async () => {
  const { host } = fakeBrowser();
  expect((await usePasskey(host, ["Afv_", "Avv_"])).credentialId).toBe("Avv_");
});

test("an authenticator without PRF is told by name, also on use", async () => {
  const { host } = fakeBrowser({ prf: "never" });
  expect(await errorOf(createPasskey(host, OPTIONS))).toMatchObject({
    code: "passkey-without-prf",
  });
  expect(await errorOf(usePasskey(host, ["Afv_"]))).toMatchObject({ code: "passkey-without-prf" });
});

test.each([
  ["NotAllowedError", { code: "passkey-rejected" }],
  ["AbortError", { code: "passkey-rejected" }],
  ["SecurityError", { code: "passkey-unavailable", obstacle: "insecure-context" }],
  ["NotSupportedError", { code: "passkey-unavailable", obstacle: "no-authenticator" }],
  ["ConstraintError", { code: "passkey-unavailable", obstacle: "no-authenticator" }],
  ["UnknownError", { code: "passkey-failed", retryable: true }],
])("%s becomes %j", async (throws, expected) => {
  const { host } = fakeBrowser({ throws });
  for (const asking of [createPasskey(host, OPTIONS), usePasskey(host, ["Afv_"])]) {
    const error = await errorOf(asking);
    expect(error).toMatchObject(expected);
    expect((error as Error).cause).toBeInstanceOf(DOMException);
  }
});

test.each([null, undefined, 3, {}, { id: 3, getClientExtensionResults: () => ({}) }, { id: "a" }])(
  "an answer of %j is a failure",
  async (answers) => {
    const { host } = fakeBrowser({ answers: answers ?? 0 });
    expect(await errorOf(createPasskey(host, OPTIONS))).toMatchObject({ code: "passkey-failed" });
  },
);

test("without the id of a passkey nothing is asked: any other of the site could answer", async () => {
  const { host, asked } = fakeBrowser();
  expect(await errorOf(usePasskey(host, []))).toMatchObject({ code: "passkey-rejected" });
  expect(asked).toEqual([]);
});

test("an id that is none is a failure, and nothing is asked", async () => {
  const { host, asked } = fakeBrowser();
  for (const id of ["a", "日本", "a*b0"]) {
    expect(await errorOf(usePasskey(host, [id]))).toMatchObject({ code: "passkey-failed" });
  }
  expect(asked).toEqual([]);
});

test.each([
  [{ isSecureContext: false }, "insecure-context"],
  [{ hostname: "127.0.0.1" }, "ip-address"],
  [{ hostname: "[::1]" }, "ip-address"],
  [{ credentials: undefined }, "no-webauthn"],
])("in a page with %j nothing is asked: %s", async (page, obstacle) => {
  const { host, asked } = fakeBrowser({}, page);
  for (const asking of [createPasskey(host, OPTIONS), usePasskey(host, ["Afv_"])]) {
    expect(await errorOf(asking)).toMatchObject({ code: "passkey-unavailable", obstacle });
  }
  expect(asked).toEqual([]);
});
