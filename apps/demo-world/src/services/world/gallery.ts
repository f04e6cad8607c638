import {
  fixedPriceMarket,
  type Listing,
  type Marketplace,
  type SharePayment,
  shareAmounts,
  signPurchase,
} from "@ryugu/sdk/payout";
import { address, bytes32, bytesToHex, chainId, platformRandom } from "@ryugu/sdk/primitives";
import { Contract } from "ethers";
import { purchaseAnswer, yenAnswer } from "../../sim/protocol/http.ts";
import type { Artwork, Platform } from "../../sim/protocol/platform.ts";
import type { Account } from "./account.ts";
import { askPlatform } from "./ask-platform.ts";
import type { Chains } from "./chains.ts";

/** What the gallery's market needs to know. */
interface Gallery {
  chain: string;
  market: string;
  yen: string;
}

const ERC20 = ["function balanceOf(address) view returns (uint256)"];
/** How long a signed purchase is good for, in seconds: the sponsor submits it at once. */
const VALIDITY = 15 * 60;

/** The market of a platform's gallery. */
export const openMarket = (chains: Chains, { chain, market }: Gallery): Marketplace =>
  fixedPriceMarket({
    chain: chainId(chain),
    address: address(market),
    provider: chains.provider(chain),
  });

/**
 * What an artwork is offered for now; undefined where it is not for sale.
 *
 * @throws the market's errors
 */
export async function readListing(
  market: Marketplace,
  sale: NonNullable<Artwork["sale"]>,
): Promise<Listing | undefined> {
  if (sale.listing === null) {
    return (await market.openListings(address(sale.collection), BigInt(sale.tokenId)))[0];
  }
  return await market.listing(bytes32(sale.listing));
}

/** What each creator of a listing gets, in the currency's smallest unit. */
export function sharesOf(
  listing: Listing,
): { payee: string; basisPoints: number; amount: string }[] {
  const amounts = shareAmounts(listing.price, listing.shares);
  return listing.shares.map(({ payee, basisPoints }, index) => ({
    payee,
    basisPoints,
    amount: String(amounts[index] ?? 0n),
  }));
}

/** Somebody's test yen, in the smallest unit. */
export async function yenOf(
  chains: Chains,
  { chain, yen }: Gallery,
  account: string,
): Promise<bigint> {
  const token = new Contract(yen, ERC20, chains.provider(chain));
  return BigInt(await token.getFunction("balanceOf")(account));
}

/** Asks the platform for test yen. Throws PlatformRefusedError, PlatformUnreachableError. */
export async function askYen({ url }: Pick<Platform, "url">, token: string): Promise<bigint> {
  const options = { method: "POST", token, timeout: 30_000 } as const;
  return BigInt((await askPlatform(url, "/yen", yenAnswer, options)).balance);
}

/**
 * Buys at the listed price without gas: one signature, which the platform's sponsor brings to the chain.
 *
 * @param now - Unix seconds by the chain's clock, not by the device's
 * @throws the wallet's errors, PlatformRefusedError, PlatformUnreachableError
 */
export async function buy(
  platform: Pick<Platform, "url">,
  token: string,
  account: Account,
  { market, listing, now }: { market: Marketplace; listing: Listing; now: number },
): Promise<string> {
  const buyer = account.wallet.address;
  const signed = await signPurchase(account.wallet, {
    listing,
    currency: await market.currency(listing.currency),
    buyer,
    recipient: buyer,
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

/** Each share of a sale as it lands. */
export function paymentsOf(
  market: Marketplace,
  listing: Listing,
  signal: AbortSignal,
): AsyncGenerator<SharePayment> {
  return market.payments(listing.id, { signal, interval: 400 });
}
