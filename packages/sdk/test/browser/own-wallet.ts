import type { launchBrowser } from "@ryugu/test-browser";
import { type HDNodeWallet, toBeHex, Wallet } from "ethers";
import { type Address, address } from "../../src/primitives/index.ts";
import type { TestChain } from "../chain/anvil.ts";

/** A page of a browser. */
export type Page = Awaited<ReturnType<Awaited<ReturnType<typeof launchBrowser>>["newPage"]>>;

/** A visitor's wallet in a page, made for a test. */
export interface OwnWallet {
  readonly address: Address;
  /** For what it asked its owner, in order. */
  readonly asked: readonly string[];
  /** From now on its owner declines. */
  decline(): void;
}

interface Call {
  method: string;
  // biome-ignore lint/suspicious/noExplicitAny: a page sends whatever it likes
  params?: any[];
}

const INFO = {
  uuid: "6a1b0f8e-2c53-4d1c-9d3e-0b8f5a7c9e21",
  name: "Test wallet",
  icon: "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
  rdns: "test.wallet",
};

/**
 * Gives a page a wallet that announces itself (EIP-6963) and grants everything (EIP-1193). It lives outside the page, as
 * an extension's does, and begins on a chain that is not the test's.
 */
export async function addWallet(page: Page, chain: TestChain): Promise<OwnWallet> {
  const key = Wallet.createRandom(chain.provider);
  const asked: string[] = [];
  let at = "0x1";
  let isWilling = true;

  function agree(method: string): void {
    asked.push(method);
    if (!isWilling) throw new Error("declined");
  }

  async function answer({ method, params = [] }: Call): Promise<unknown> {
    switch (method) {
      case "eth_requestAccounts":
        agree(method);
        return [key.address];
      case "eth_accounts":
        return [key.address];
      case "eth_chainId":
        return at;
      case "wallet_switchEthereumChain":
        at = params[0].chainId;
        return null;
      case "eth_signTypedData_v4":
        agree(method);
        return await signTyped(key, at, JSON.parse(params[1]));
      case "eth_sendTransaction": {
        agree(method);
        const { to, data, gas } = params[0];
        return (await key.sendTransaction({ to, data, gasLimit: gas })).hash;
      }
      default:
        if (at !== toBeHex(chain.number)) throw new Error(`${method} on another chain.`);
        return await chain.provider.send(method, params);
    }
  }

  await page.exposeFunction("askTestWallet", (call: Call) =>
    answer(call).then(
      (result) => ({ result }),
      (error: Error) => ({ error: error.message }),
    ),
  );
  await page.addInitScript(announce, INFO);
  return {
    address: address(key.address),
    asked,
    decline() {
      isWilling = false;
    },
  };
}

/** As wallets do: nothing is signed for another chain than the one that they are on. */
async function signTyped(
  key: HDNodeWallet,
  at: string,
  // biome-ignore lint/suspicious/noExplicitAny: typed data as a page sends it
  { domain, types: { EIP712Domain: _, ...types }, message }: any,
): Promise<string> {
  if (BigInt(domain.chainId) !== BigInt(at)) throw new Error("typed data of another chain");
  return key.signTypedData(domain, types, message);
}

/** Runs in the page. */
function announce(info: typeof INFO): void {
  const DECLINED = 4001;
  const { askTestWallet } = globalThis as typeof globalThis & {
    askTestWallet?: (call: Call) => Promise<{ result?: unknown; error?: string }>;
  };
  const request = async (call: Call) => {
    const { result, error } = (await askTestWallet?.(call)) ?? {};
    if (error === undefined) return result;
    throw Object.assign(new Error(error), { code: error === "declined" ? DECLINED : -32_603 });
  };
  const detail = Object.freeze({ info, provider: { request } });
  const tell = () => window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  window.addEventListener("eip6963:requestProvider", tell);
  tell();
}
