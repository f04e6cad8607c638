import { expect, test } from "vitest";
import { fakeBrowser } from "./fixtures/fake-browser.ts";
import { type PasskeyHost, type PasskeyPage, passkeyHost } from "./host.ts";
import { checkPasskeySupport } from "./support.ts";

const support = (page: Partial<PasskeyHost>) => checkPasskeySupport(fakeBrowser({}, page).host);
const silent = async () => undefined;
const fails = () => Promise.reject(new Error("no"));

test.each<[string, Partial<PasskeyHost>]>([
  ["all is there", {}],
  ["an old browser says nothing of what it can", { clientCapabilities: silent }],
  ["asking what it can fails", { clientCapabilities: fails }],
  [
    "a phone may keep the passkey",
    {
      clientCapabilities: async () => ({ hybridTransport: true }),
      hasPlatformAuthenticator: async () => false,
    },
  ],
])("a passkey may be offered where %s", async (_, page) => {
  expect(await support(page)).toEqual({ isAvailable: true });
});

test.each<[string, Partial<PasskeyHost>]>([
  ["insecure-context", { isSecureContext: false, hostname: "127.0.0.1", credentials: undefined }],
  ["ip-address", { hostname: "127.0.0.1" }],
  ["no-webauthn", { credentials: undefined }],
  ["no-prf", { clientCapabilities: async () => ({ "extension:prf": false }) }],
  ["no-authenticator", { hasPlatformAuthenticator: async () => false }],
  ["no-authenticator", { clientCapabilities: silent, hasPlatformAuthenticator: fails }],
])("%s: not with %j", async (reason, page) => {
  expect(await support(page)).toEqual({ isAvailable: false, reason });
});

const CREDENTIALS = { create: async () => null, get: async () => null };
const PAGE: PasskeyPage = {
  isSecureContext: true,
  location: { hostname: "world.example" },
  navigator: { credentials: CREDENTIALS },
  PublicKeyCredential: {
    getClientCapabilities: async () => ({ "extension:prf": false }),
    isUserVerifyingPlatformAuthenticatorAvailable: async () => true,
  },
};

test("reads the browser off the page", async () => {
  const host = passkeyHost(PAGE);
  expect(host).toMatchObject({ isSecureContext: true, hostname: "world.example" });
  expect(host.credentials).toBe(CREDENTIALS);
  expect(await host.clientCapabilities()).toEqual({ "extension:prf": false });
  expect(await host.hasPlatformAuthenticator()).toBe(true);
});

test("a browser of before WebAuthn, or of its first years, is no obstacle to reading", async () => {
  const { PublicKeyCredential, ...old } = PAGE;
  const host = passkeyHost(old);
  expect(host.credentials).toBeUndefined();
  expect(await host.clientCapabilities()).toBeUndefined();
  expect(await host.hasPlatformAuthenticator()).toBe(false);
  expect(
    await passkeyHost({ ...PAGE, PublicKeyCredential: {} }).clientCapabilities(),
  ).toBeUndefined();
});
