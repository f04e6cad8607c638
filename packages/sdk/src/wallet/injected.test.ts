import { verifyMessage, verifyTypedData } from "ethers";
import { expect, test } from "vitest";
import { chainId } from "../primitives/index.ts";
import {
  WalletChainUnknownError,
  WalletDisconnectedError,
  WalletFailedError,
  WalletRejectedError,
  WalletUnauthorizedError,
} from "./errors.ts";
import { connectInjected, type InjectedProvider, switchChain } from "./injected.ts";
import { createKeyWallet } from "./key-wallet.ts";
import { toWalletError } from "./wallet-error.ts";

const CHAIN = chainId(31337);
const DOMAIN = { name: "Test", chainId: 31337 };
const TYPES = { Note: [{ name: "text", type: "string" }] };
const NOTE = { text: "hello" };

type Answers = Record<string, (params: unknown[]) => unknown>;

/** A browser wallet with one key; a test replaces the answers it is about. */
function browserWallet(answers: Answers = {}) {
  const key = createKeyWallet();
  const all: Answers = {
    eth_requestAccounts: () => [key.address.toLowerCase()],
    eth_accounts: () => [key.address.toLowerCase()],
    eth_chainId: () => "0x7a69",
    eth_signTypedData_v4: ([, json]) => {
      const { domain, message } = JSON.parse(String(json));
      return key.signTypedData(domain, TYPES, message);
    },
    ...answers,
  };
  const provider: InjectedProvider = {
    async request({ method, params }) {
      const answer = all[method];
      if (answer === undefined) throw Object.assign(new Error(`no ${method}`), { code: 4200 });
      return answer((params ?? []) as unknown[]);
    },
  };
  return { key, provider };
}

const failing =
  (code: number, extra: object = {}) =>
  () => {
    throw Object.assign(new Error("the wallet's own words"), { code, ...extra });
  };

test("connects, and signs with the person's wallet", async () => {
  const { key, provider } = browserWallet();
  const wallet = await connectInjected(provider);
  expect(wallet).toMatchObject({ address: key.address, accounts: [key.address], chain: CHAIN });
  const signature = await wallet.signTypedData(DOMAIN, TYPES, NOTE);
  expect(verifyTypedData(DOMAIN, TYPES, NOTE, signature)).toBe(key.address);
  expect(await wallet.signer.getAddress()).toBe(key.address);
});

test("a chain that the wallet has just switched to is where the signer is", async () => {
  let at = "0x1";
  const { provider } = browserWallet({
    eth_chainId: () => at,
    wallet_switchEthereumChain: ([asked]) => {
      at = (asked as { chainId: string }).chainId;
      return null;
    },
  });
  const { signer, chain } = await connectInjected(provider);
  expect(chain).toBe("eip155:1");
  await switchChain(provider, CHAIN);
  expect((await signer.provider.getNetwork()).chainId).toBe(31_337n);
});

test.each([
  [4001, WalletRejectedError],
  [4100, WalletUnauthorizedError],
  [4900, WalletDisconnectedError],
  [4901, WalletDisconnectedError],
  [-32603, WalletFailedError],
])("code %d while connecting is a typed error with the wallet's words", async (code, type) => {
  const { provider } = browserWallet({ eth_requestAccounts: failing(code) });
  const error = await connectInjected(provider).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(type);
  expect(error.message).toContain("the wallet's own words");
});

test("a person may decline to sign", async () => {
  const { provider } = browserWallet({ eth_signTypedData_v4: failing(4001) });
  const wallet = await connectInjected(provider);
  await expect(wallet.signTypedData(DOMAIN, TYPES, NOTE)).rejects.toThrow(WalletRejectedError);
  const signing = wallet.signer.signTypedData(DOMAIN, TYPES, NOTE).catch(toWalletError);
  expect(await signing).toBeInstanceOf(WalletRejectedError);
});

test("the person's wallet signs a text, or they decline, or it answers nonsense", async () => {
  const key = createKeyWallet();
  const accounts = () => [key.address];
  const asked: unknown[][] = [];
  const honest = browserWallet({
    eth_requestAccounts: accounts,
    eth_accounts: accounts,
    personal_sign: (params) => {
      asked.push(params);
      return key.signMessage("Sign in, 竜宮");
    },
  });
  const signature = await (await connectInjected(honest.provider)).signMessage("Sign in, 竜宮");
  expect(verifyMessage("Sign in, 竜宮", signature)).toBe(key.address);
  const utf8 = `0x${Buffer.from("Sign in, 竜宮").toString("hex")}`;
  expect(asked).toEqual([[utf8, key.address.toLowerCase()]]);

  const declining = await connectInjected(browserWallet({ personal_sign: failing(4001) }).provider);
  await expect(declining.signMessage("x")).rejects.toThrow(WalletRejectedError);
  const strange = await connectInjected(browserWallet({ personal_sign: () => "yes" }).provider);
  await expect(strange.signMessage("x")).rejects.toThrow(WalletFailedError);
});

test.each([
  ["no account", () => [], WalletUnauthorizedError],
  ["no list", () => "0x", WalletFailedError],
  ["what are no accounts", () => ["0x12"], WalletFailedError],
  ["an endless list", () => Array(1_000).fill(createKeyWallet().address), WalletFailedError],
])("an answer with %s is a typed error", async (_, answer, type) => {
  const { provider } = browserWallet({ eth_requestAccounts: answer });
  await expect(connectInjected(provider)).rejects.toThrow(type);
});

test("a chain that is no chain is a typed error", async () => {
  const { provider } = browserWallet({ eth_chainId: () => "mainnet" });
  await expect(connectInjected(provider)).rejects.toThrow(WalletFailedError);
});

test("switches chains by their EIP-155 number", async () => {
  const asked: unknown[] = [];
  const { provider } = browserWallet({
    wallet_switchEthereumChain: (params) => {
      asked.push(...params);
      return null;
    },
  });
  await switchChain(provider, CHAIN);
  expect(asked).toEqual([{ chainId: "0x7a69" }]);
});

test("an unknown chain is told from a declined switch, also where the code is wrapped", async () => {
  const wrapped = { data: { originalError: { code: 4902, message: "unrecognized chain" } } };
  for (const answer of [failing(4902), failing(-32603, wrapped)]) {
    const { provider } = browserWallet({ wallet_switchEthereumChain: answer });
    await expect(switchChain(provider, CHAIN)).rejects.toThrow(WalletChainUnknownError);
  }
  const { provider } = browserWallet({ wallet_switchEthereumChain: failing(4001) });
  await expect(switchChain(provider, CHAIN)).rejects.toThrow(WalletRejectedError);
});

test("anything that is thrown becomes a typed error", () => {
  const circular: Record<string, unknown> = {};
  circular.cause = circular;
  for (const thrown of [undefined, null, "no", 7, {}, Object.create(null), circular]) {
    expect(toWalletError(thrown)).toBeInstanceOf(WalletFailedError);
  }
  const typed = new WalletRejectedError("declined");
  expect(toWalletError(typed)).toBe(typed);
});
