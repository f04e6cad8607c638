import {
  divideSale,
  type Market,
  type Order,
  orderMarket,
  parseSignedOrder,
  type SharePayment,
  type SignedOrder,
  signPurchase,
  verifyOrder,
} from "@ryugu/sdk/market";
import { dividePayment, readNestedLists } from "@ryugu/sdk/payout";
import { address, bytes32, bytesToHex, chainId, platformRandom } from "@ryugu/sdk/primitives";
import { Contract } from "ethers";
import { type Share, sharesOf } from "../../sim/market/share.ts";
import { purchaseAnswer, yenAnswer } from "../../sim/protocol/http.ts";
import type { Platform, PlatformMarket } from "../../sim/protocol/platform.ts";
import type { Account } from "./account.ts";
import { askPlatform } from "./ask-platform.ts";
import type { Chains } from "./chains.ts";

/** A platform that sells. */
export type Selling = Pick<Platform, "chain"> & { market: PlatformMarket };

/** What can be bought, as its chain says. */
export interface CheckedOffer {
  readonly order: SignedOrder;
  readonly isOpen: boolean;
  /** What each payee gets: royalty, fee and the rest, splits among them resolved. */
  readonly shares: readonly Share[];
}

/** A market, and what makes the splits of the works that are sold in it. */
export interface MarketParts {
  readonly market: Market;
  readonly splits: string;
}

const ERC20 = ["function balanceOf(address) view returns (uint256)"];
/** How long a signed purchase is good for, in seconds: the sponsor submits it at once. */
const VALIDITY = 15 * 60;

/** A platform's market. */
export const openMarket = (chains: Chains, { chain, market }: Selling): Market =>
  orderMarket({
    chain: chainId(chain),
    address: address(market.address),
    provider: chains.provider(chain),
  });

/**
 * What is offered now; undefined where nothing is. The platform's word is not taken for it: who signed, where it stands
 * and who is paid are looked up.
 *
 * @param told - the order as the platform tells it
 * @throws the market's errors; InvalidOrderError for an order that its seller did not sign
 */
export async function readOffer(
  chains: Chains,
  parts: MarketParts,
  told: Readonly<Record<string, unknown>> | null,
): Promise<CheckedOffer | undefined> {
  if (told === null) return undefined;
  const order = parseSignedOrder(told);
  verifyOrder(order);
  const [{ state }, shares] = await Promise.all([
    parts.market.stateOf(order),
    sharesIn(chains, parts, order),
  ]);
  return { order, isOpen: state === "open", shares };
}

/** Who gets how much when an order is bought now. Throws the market's errors. */
export async function sharesIn(
  chains: Chains,
  { market, splits }: MarketParts,
  order: Order,
): Promise<Share[]> {
  const parts = divideSale(order, 1, await market.royaltyOf(order));
  const { chain } = market;
  const where = { chain, provider: chains.provider(chain) };
  const lists = await readNestedLists(where, address(splits), parts);
  return sharesOf(parts, dividePayment(parts, lists));
}

/** Somebody's test yen, in the smallest unit. */
export async function yenOf(
  chains: Chains,
  { chain, market }: Selling,
  account: string,
): Promise<bigint> {
  const token = new Contract(market.yen, ERC20, chains.provider(chain));
  return BigInt(await token.getFunction("balanceOf")(account));
}

/** Asks the platform for test yen. Throws PlatformRefusedError, PlatformUnreachableError. */
export async function askYen({ url }: Pick<Platform, "url">, token: string): Promise<bigint> {
  const options = { method: "POST", token, timeout: 30_000 } as const;
  return BigInt((await askPlatform(url, "/yen", yenAnswer, options)).balance);
}

/**
 * Buys at the offered price without gas: one signature, which the platform's sponsor brings to the chain.
 *
 * @param now - Unix seconds by the chain's clock, not by the device's
 * @throws the wallet's errors, PlatformRefusedError, PlatformUnreachableError
 */
export async function buy(
  platform: Pick<Platform, "url">,
  token: string,
  account: Pick<Account, "wallet">,
  { market, order, now }: { market: Market; order: SignedOrder; now: number },
): Promise<string> {
  const buyer = account.wallet.address;
  const signed = await signPurchase(account.wallet, {
    ...{ order, buyer, recipient: buyer, count: 1 },
    currency: await market.currencyOf(order),
    salt: bytes32(bytesToHex(platformRandom(32))),
    validBefore: now + VALIDITY,
  });
  const answer = await askPlatform(platform.url, "/purchases", purchaseAnswer, {
    token,
    body: signed,
    timeout: 45_000,
  });
  return answer.transaction;
}

/** The chain's own clock, in Unix seconds. */
export async function chainTime(chains: Chains, chain: string): Promise<number> {
  const block = await chains.provider(chain).getBlock("latest");
  return block?.timestamp ?? Math.floor(Date.now() / 1_000);
}

/** Each payment of a sale as it lands. */
export function paymentsOf(
  market: Market,
  order: SignedOrder,
  signal: AbortSignal,
): AsyncGenerator<SharePayment> {
  return market.follow(order, { signal, interval: 400 });
}
