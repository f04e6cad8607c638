import { launchBrowser } from "@ryugu/test-browser";
import { verifyMessage } from "ethers";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type ServedPage, servePage } from "./serve-page.ts";

// A browser starts, and a page is bundled: seconds each, and many more on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Page = Awaited<ReturnType<Browser["newPage"]>>;

let served: ServedPage;
let browser: Browser;
beforeAll(async () => {
  [served, browser] = await Promise.all([servePage(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

/** What Chromium's virtual authenticator is like; without anything, as a phone or laptop of today. */
interface Authenticator {
  hasPrf?: boolean;
  isUserVerified?: boolean;
}

async function openPage(authenticator: Authenticator = {}, host = "localhost"): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      ...authenticator,
    },
  });
  await page.goto(`http://${host}:${served.port}/`);
  await page.waitForFunction("globalThis.sdk !== undefined");
  return page;
}

/** Makes a passkey in the page and says what came of it. */
function codeOfCreating(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { createPasskey, passkeyHost } = sdk.wallet;
    const options = { rpName: "Ryugu", userName: "otohime", timeoutMs: 2_000 };
    return createPasskey(passkeyHost(window), options).then(
      () => "made",
      (error: { code: string }) => error.code,
    );
  });
}

test("a key locked under a passkey opens again after the page was closed, and signs", async () => {
  const page = await openPage();
  const made = await page.evaluate(async () => {
    const { wallet } = sdk;
    const host = wallet.passkeyHost(window);
    const key = await wallet.createPersonKey();
    const passkey = await wallet.createPasskey(host, { rpName: "Ryugu", userName: "otohime" });
    const locked = await wallet.lockKey(key, passkey);
    const phrase = { kind: "passphrase", passphrase: "otter canal tulip" } as const;
    localStorage.setItem("key", JSON.stringify(await wallet.addLock(locked, key, phrase)));
    return { address: key.address, support: await wallet.checkPasskeySupport(host) };
  });
  expect(made.support).toEqual({ isAvailable: true });

  await page.reload();
  await page.waitForFunction("globalThis.sdk !== undefined");
  const opened = await page.evaluate(async () => {
    const { wallet } = sdk;
    const locked = wallet.readLockedKey(localStorage.getItem("key") ?? "");
    const host = wallet.passkeyHost(window);
    const passkey = await wallet.usePasskey(host, wallet.passkeysOf(locked));
    const key = await wallet.unlockKey(locked, passkey);
    const phrase = { kind: "passphrase", passphrase: "otter canal tulip" } as const;
    const again = await wallet.unlockKey(locked, phrase);
    return { address: key.address, again: again.address, signature: await key.signMessage("hi") };
  });
  expect([opened.address, opened.again]).toEqual([made.address, made.address]);
  expect(verifyMessage("hi", opened.signature)).toBe(made.address);
});

test("a key opens in a fresh browser by its words and by its backup", async () => {
  const page = await openPage();
  const first = await page.evaluate(async () => {
    const { wallet } = sdk;
    const key = await wallet.createPersonKey();
    const scrypt = { n: 1_024, r: 8, p: 1 };
    const backup = await wallet.exportBackup(key, "otter canal tulip", { scrypt });
    return { address: key.address, words: await wallet.wordsOf(key), backup };
  });
  const fresh = await openPage();
  const addresses = await fresh.evaluate(async ({ words, backup }) => {
    const { wallet } = sdk;
    const byWords = await wallet.personKeyFromWords(words.join("\u3000"));
    const byBackup = await wallet.restoreBackup(backup, "otter canal tulip");
    return [byWords.address, byBackup.address];
  }, first);
  expect(addresses).toEqual([first.address, first.address]);
});

test("an authenticator without PRF is told by name", async () => {
  expect(await codeOfCreating(await openPage({ hasPrf: false }))).toBe("passkey-without-prf");
});

test("a person who does not show that they are there is told as having declined", async () => {
  expect(await codeOfCreating(await openPage({ isUserVerified: false }))).toBe("passkey-rejected");
});

test("on an IP address there are no passkeys, which the browser would say less plainly", async () => {
  const page = await openPage({}, "127.0.0.1");
  expect(await codeOfCreating(page)).toBe("passkey-unavailable");
  const seen = await page.evaluate(async () => {
    const host = sdk.wallet.passkeyHost(window);
    const unaware = { ...host, hostname: "localhost" };
    const options = { rpName: "Ryugu", userName: "otohime" };
    const byBrowser = await sdk.wallet.createPasskey(unaware, options).catch((error) => error.code);
    return { support: await sdk.wallet.checkPasskeySupport(host), byBrowser };
  });
  expect(seen).toEqual({
    support: { isAvailable: false, reason: "ip-address" },
    byBrowser: "passkey-unavailable",
  });
});

test("a person signs in from the page", async () => {
  const page = await openPage();
  const signed = await page.evaluate(async () => {
    const { passport, wallet } = sdk;
    const key = await wallet.createPersonKey();
    const message = passport.createSiweMessage({
      domain: location.host,
      address: key.address,
      uri: "http://127.0.0.1:9101",
      version: "1",
      chain: "eip155:31337" as Parameters<typeof passport.createSiweMessage>[0]["chain"],
      nonce: passport.createNonce(),
      issuedAt: new Date().toISOString(),
    });
    const { domain, uri, chain, nonce } = passport.parseSiweMessage(message);
    const expect = { domains: [domain], uri, chains: [chain], nonce, now: new Date(), maxAgeMs: 0 };
    const signature = await key.signMessage(message);
    const seen = await passport.verifySiwe({ message, signature, expect });
    return { isSame: seen.address === key.address, domain: seen.domain };
  });
  expect(signed).toEqual({ isSame: true, domain: `localhost:${served.port}` });
});
