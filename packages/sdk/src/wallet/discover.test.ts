import { expect, test } from "vitest";
import { discoverWallets } from "./discover.ts";
import type { InjectedProvider } from "./injected.ts";

const ICON = "data:image/svg+xml;base64,PHN2Zy8+";
const provider = (): InjectedProvider => ({ request: async () => null });

const info = {
  uuid: "350670db-19fa-4704-a166-e52e178b59d2",
  name: "Example Wallet",
  icon: ICON,
  rdns: "com.example.wallet",
};
const otherInfo = {
  ...info,
  uuid: "c7e5bb4b-cc7b-4f1e-8d2f-0d2a3c1f7b10",
  name: "財布",
  rdns: "jp.saifu",
};

function announce(page: EventTarget, detail: unknown): void {
  page.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
}

/** A wallet as EIP-6963 asks: it announces itself at once and whenever it is asked to. */
function installWallet(page: EventTarget, detail: unknown): void {
  page.addEventListener("eip6963:requestProvider", () => announce(page, detail));
  announce(page, detail);
}

test("finds the wallets that are there and the ones that come later, each once", async () => {
  const page = new EventTarget();
  const first = { info, provider: provider() };
  installWallet(page, first);

  const found = discoverWallets(page, { timeoutMs: 20 });
  const heard: string[][] = [];
  found.subscribe((wallets) => heard.push(wallets.map(({ name }) => name)));
  installWallet(page, { info: otherInfo, provider: provider() });
  page.dispatchEvent(new Event("eip6963:requestProvider"));

  expect((await found.settled).map(({ rdns }) => rdns)).toEqual(["com.example.wallet", "jp.saifu"]);
  expect(found.wallets[0]).toEqual({ ...info, provider: first.provider });
  expect(heard).toEqual([["Example Wallet", "財布"]]);
  expect(found.findings).toEqual([]);
  found.stop();
});

test("hears nothing more after it was stopped or a listener left", () => {
  const page = new EventTarget();
  const found = discoverWallets(page);
  let calls = 0;
  const leave = found.subscribe(() => calls++);
  leave();
  announce(page, { info, provider: provider() });
  found.stop();
  announce(page, { info: otherInfo, provider: provider() });
  expect(calls).toBe(0);
  expect(found.wallets).toHaveLength(1);
});

const hostile = {
  get info(): unknown {
    throw new Error("boo");
  },
};

test.each([
  ["nothing", undefined],
  ["a text", "wallet"],
  ["no provider", { info }],
  ["a provider that cannot be asked", { info, provider: { request: "no function" } }],
  ["no UUID", { info: { ...info, uuid: "1" }, provider: provider() }],
  [
    "a UUID of another version",
    { info: { ...info, uuid: info.uuid.replace("-4704", "-1704") }, provider: provider() },
  ],
  ["no name", { info: { ...info, name: "" }, provider: provider() }],
  ["an endless name", { info: { ...info, name: "a".repeat(65) }, provider: provider() }],
  ["a name of two lines", { info: { ...info, name: "a\nb" }, provider: provider() }],
  [
    "an icon from a server",
    { info: { ...info, icon: "https://example.com/i.png" }, provider: provider() },
  ],
  [
    "a script for an icon",
    { info: { ...info, icon: "javascript:alert(1)" }, provider: provider() },
  ],
  ["a page for an icon", { info: { ...info, icon: "data:text/html,hello" }, provider: provider() }],
  [
    "a huge icon",
    { info: { ...info, icon: `${ICON}${"A".repeat(400_000)}` }, provider: provider() },
  ],
  ["no domain", { info: { ...info, rdns: "wallet" }, provider: provider() }],
  ["an object that throws when it is read", hostile],
])("takes no announcement with %s, and says why", (_, detail) => {
  const page = new EventTarget();
  const found = discoverWallets(page);
  announce(page, detail);
  announce(page, { info, provider: provider() });
  expect(found.wallets.map(({ name }) => name)).toEqual(["Example Wallet"]);
  expect(found.findings.map(({ reason }) => reason)).toEqual(["malformed"]);
  expect(found.findings[0]?.details).not.toEqual([]);
  found.stop();
});

test("keeps the first of two wallets under one id", () => {
  const page = new EventTarget();
  const found = discoverWallets(page);
  const honest = { info, provider: provider() };
  announce(page, honest);
  announce(page, {
    info: { ...info, uuid: info.uuid.toUpperCase(), name: "Impostor" },
    provider: provider(),
  });
  expect(found.wallets).toEqual([{ ...info, provider: honest.provider }]);
  expect(found.findings).toMatchObject([{ reason: "duplicate" }]);
  found.stop();
});

test("what was checked cannot be changed afterwards", () => {
  const page = new EventTarget();
  const found = discoverWallets(page);
  const changing = { ...info };
  announce(page, { info: changing, provider: provider() });
  changing.icon = "javascript:alert(1)";
  expect(found.wallets[0]?.icon).toBe(ICON);
  found.stop();
});

test("a flood of announcements fills neither list without end", () => {
  const page = new EventTarget();
  const found = discoverWallets(page);
  for (let i = 0; i < 500; i++) {
    const uuid = `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`;
    announce(page, { info: { ...info, uuid }, provider: provider() });
  }
  expect(found.wallets).toHaveLength(64);
  expect(found.findings).toHaveLength(100);
  found.stop();
});
