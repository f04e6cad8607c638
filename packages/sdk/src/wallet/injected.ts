import { BrowserProvider, type JsonRpcSigner, type Network } from "ethers";
import {
  type Address,
  address,
  type ChainId,
  chainId,
  chainNumber,
  type Hex,
  isHex,
} from "../primitives/index.ts";
import { WalletFailedError, WalletUnauthorizedError } from "./errors.ts";
import type { Wallet } from "./wallet.ts";
import { toWalletError } from "./wallet-error.ts";

/** A person's wallet in the browser, as EIP-1193 defines it. */
export interface InjectedProvider {
  request(call: { method: string; params?: unknown[] | Record<string, unknown> }): Promise<unknown>;
}

/** A person's wallet that has given this page its accounts. */
export interface InjectedWallet extends Wallet {
  readonly kind: "injected";
  /** The accounts the person has shown to this page; the first is {@link Wallet.address}. */
  readonly accounts: readonly Address[];
  /** The chain the wallet was on when it was connected. */
  readonly chain: ChainId;
  /**
   * The account as an ethers signer that signs and sends through the person's wallet. What it
   * throws is turned into typed errors by {@link toWalletError}.
   */
  readonly signer: JsonRpcSigner;
}

/** More accounts than this are not read. */
const MAX_ACCOUNTS = 100;

/**
 * Asks a person's wallet for its accounts; the wallet asks the person.
 *
 * @param provider - from `discoverWallets`, or `window.ethereum`
 * @throws WalletRejectedError when the person declines
 * @throws WalletUnauthorizedError when no account is given
 * @throws WalletDisconnectedError
 * @throws WalletFailedError
 */
export async function connectInjected(provider: InjectedProvider): Promise<InjectedWallet> {
  const accounts = readAccounts(await ask(provider, "eth_requestAccounts"));
  const chain = readChain(await ask(provider, "eth_chainId"));
  const [first] = accounts;
  if (first === undefined) throw new WalletUnauthorizedError("The wallet gave no account.");
  // Chains are switched by the person at any time: ethers must not pin the first one it sees.
  const ethersProvider = roamingProvider(provider);
  const signer = await ethersProvider.getSigner(first).catch((cause) => {
    throw toWalletError(cause);
  });
  return {
    kind: "injected",
    address: first,
    accounts,
    chain,
    signer,
    signTypedData: (domain, types, message) =>
      readSignature(signer.signTypedData(domain, types, message)),
    signMessage: (message) => readSignature(signer.signMessage(message)),
    // The person's wallet signs and sends by itself, whichever provider the page reads with.
    connect: () => signer,
  };
}

/** Asks twice: after a change of chain ethers answers the first question for the network with the chain before. */
function roamingProvider(provider: InjectedProvider): BrowserProvider {
  class RoamingProvider extends BrowserProvider {
    override async getNetwork(): Promise<Network> {
      await super.getNetwork();
      return super.getNetwork();
    }
  }
  return new RoamingProvider(provider, "any");
}

/**
 * Asks the wallet to change to a chain (EIP-3326).
 *
 * @throws WalletChainUnknownError when the wallet does not know the chain: offer to add it
 * @throws WalletRejectedError when the person declines
 * @throws WalletDisconnectedError
 * @throws WalletFailedError
 */
export async function switchChain(provider: InjectedProvider, chain: ChainId): Promise<void> {
  const chainIdHex = `0x${chainNumber(chain).toString(16)}`;
  await ask(provider, "wallet_switchEthereumChain", [{ chainId: chainIdHex }]);
}

async function ask(provider: InjectedProvider, method: string, params?: unknown[]) {
  try {
    return await provider.request(params === undefined ? { method } : { method, params });
  } catch (cause) {
    throw toWalletError(cause);
  }
}

/** What the wallet signed. Its form is the verifier's business: a contract wallet's has any length. */
async function readSignature(asked: Promise<string>): Promise<Hex> {
  let signature: string;
  try {
    signature = await asked;
  } catch (cause) {
    throw toWalletError(cause);
  }
  if (!isHex(signature)) throw unexpected("a signature");
  return signature;
}

function readAccounts(answer: unknown): Address[] {
  if (!Array.isArray(answer) || answer.length > MAX_ACCOUNTS)
    throw unexpected("a list of accounts");
  try {
    return answer.map((account) => address(account));
  } catch (cause) {
    throw unexpected("a list of accounts", cause);
  }
}

function readChain(answer: unknown): ChainId {
  if (typeof answer !== "string" || !/^0x[0-9a-fA-F]{1,16}$/.test(answer))
    throw unexpected("a chain");
  return chainId(BigInt(answer));
}

function unexpected(what: string, cause?: unknown): WalletFailedError {
  return new WalletFailedError(`The wallet was asked for ${what} and answered something else.`, {
    cause,
  });
}
