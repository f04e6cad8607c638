import { fixedPriceMarketAbi } from "@ryugu/contracts";
import { Contract, Interface, type Provider } from "ethers";
import { RyuguError } from "../errors/index.ts";
import { type Address, address, type Bytes32, bytes32, type ChainId } from "../primitives/index.ts";
import { ListingNotFoundError, MarketUnavailableError } from "./errors.ts";
import type { Listing, ListingState } from "./listing.ts";
import { verifyListing } from "./listing-id.ts";

/** Where a market's contract is, and how its chain is asked. */
export interface MarketLocation {
  readonly chain: ChainId;
  readonly address: Address;
  readonly provider: Provider;
}

/** The market's contract, as ethers encodes and decodes it. */
export const MARKET = /* @__PURE__ */ (() => new Interface(fixedPriceMarketAbi))();

/** The contract's `State`, by number. The first stands for a listing that does not exist. */
const STATES: readonly (ListingState | undefined)[] = [
  undefined,
  "open",
  "stale",
  "sold",
  "cancelled",
];
const NO_LISTING = `0x${"00".repeat(32)}`;

/** Asks the chain, and says so where it cannot be asked. */
export async function ask<T>(question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (cause) {
    if (cause instanceof RyuguError) throw cause;
    throw new MarketUnavailableError("The market's chain gave no answer.", { cause });
  }
}

/** Calls a view of the market. */
// biome-ignore lint/suspicious/noExplicitAny: ethers decodes to what the ABI says
export function view(market: MarketLocation, name: string, ...args: unknown[]): Promise<any> {
  return ask(new Contract(market.address, MARKET, market.provider).getFunction(name)(...args));
}

/** A listing as it stands now, checked against its id. */
export async function readListing(market: MarketLocation, id: Bytes32): Promise<Listing> {
  const told = await view(market, "listing", id);
  const state = STATES[Number(told.state)];
  if (state === undefined) {
    throw new ListingNotFoundError("The market does not know this listing.", {
      details: [`Listing: ${id}`, `Market: ${market.address} on ${market.chain}`],
    });
  }
  const listing: Listing = {
    id,
    chain: market.chain,
    market: market.address,
    seller: address(told.seller),
    nonce: Number(told.nonce),
    state,
    changedInBlock: Number(told.changedInBlock),
    collection: address(told.terms.collection),
    tokenId: told.terms.tokenId,
    currency: address(told.terms.currency),
    price: told.terms.price,
    shares: [...told.terms.shares].map(({ payee, basisPoints }) => ({
      payee: address(payee),
      basisPoints: Number(basisPoints),
    })),
  };
  verifyListing(listing);
  return listing;
}

/** The listings of a token that can be bought now: at most one, as a newer one replaces the older. */
export async function readOpenListings(
  market: MarketLocation,
  collection: Address,
  tokenId: bigint,
): Promise<readonly Listing[]> {
  const id: string = await view(market, "listingOf", collection, tokenId);
  if (id === NO_LISTING) return [];
  const listing = await readListing(market, bytes32(id));
  return listing.state === "open" ? [listing] : [];
}
