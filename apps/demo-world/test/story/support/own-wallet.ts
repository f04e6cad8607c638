import { Wallet } from "ethers";
import type { Page } from "playwright-core";

/** A person's own wallet in a page: whose account it shows, and what it was asked to do. */
export interface OwnWallet {
  readonly address: string;
  /** The methods for which it would ask the person, in order. */
  readonly asked: readonly string[];
}

interface Call {
  method: string;
  params?: unknown[];
}

const INFO = {
  uuid: "350670db-19fa-4704-a166-e52e178b59d2",
  name: "Test wallet",
  icon: "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
  rdns: "test.wallet",
};
/** A chain that is none of the zone's. */
const ELSEWHERE = "0x1";

/**
 * Gives a page a wallet that announces itself (EIP-6963) and grants everything (EIP-1193). It lives outside the page,
 * as an extension's does: only its answers come in.
 */
export async function addWallet(page: Page): Promise<OwnWallet> {
  const wallet = Wallet.createRandom();
  const asked: string[] = [];

  async function answer({ method, params = [] }: Call): Promise<unknown> {
    switch (method) {
      case "eth_requestAccounts":
        asked.push(method);
        return [wallet.address];
      case "eth_accounts":
        return [wallet.address];
      case "eth_chainId":
        return ELSEWHERE;
      case "personal_sign":
        asked.push(method);
        return await wallet.signMessage(Buffer.from(String(params[0]).slice(2), "hex"));
      default:
        throw new Error(`The wallet was asked for ${method}.`);
    }
  }

  await page.exposeFunction("askTestWallet", answer);
  await page.addInitScript(announce, INFO);
  return { address: wallet.address, asked };
}

/** Runs in the page. */
function announce(info: typeof INFO): void {
  const { askTestWallet } = globalThis as typeof globalThis & {
    askTestWallet?: (call: Call) => Promise<unknown>;
  };
  const provider = { request: (call: Call) => askTestWallet?.(call) };
  const detail = Object.freeze({ info, provider });
  const tell = () => window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  window.addEventListener("eip6963:requestProvider", tell);
  tell();
}
