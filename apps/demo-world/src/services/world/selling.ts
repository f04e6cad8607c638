import {
  makeOrder,
  orderHash,
  parseSignedOrder,
  signedOrderToJson,
  verifyOrder,
} from "@ryugu/sdk/market";
import { isSplit } from "@ryugu/sdk/payout";
import {
  type Address,
  address,
  bytes32,
  chainId,
  isSameAddress,
  ZERO_ADDRESS,
} from "@ryugu/sdk/primitives";
import { dataSlice, type Signer, toBeHex, zeroPadValue } from "ethers";
import type { Offer } from "../../sim/market/offer.ts";
import type { Share } from "../../sim/market/share.ts";
import { orderAnswer, ordersAnswer } from "../../sim/protocol/http.ts";
import type { TokenRef } from "../../sim/protocol/references.ts";
import { askPlatform } from "./ask-platform.ts";
import type { Chains } from "./chains.ts";
import { openMarket, type Selling, sharesIn } from "./gallery.ts";

/** keccak256("Transfer(address,address,uint256)"). */
const TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";
/** An order that is only looked at needs one all the same. */
const ANY = { counter: 0n, salt: bytes32(`0x${"00".repeat(32)}`), validBefore: 2 ** 40 };

/** Something that somebody may sell at a price, in the currency's smallest unit. */
export interface Sellable {
  readonly token: TokenRef;
  readonly price: bigint;
  /** Who is paid what royalty and fee leave: the seller, or the split of a work that its maker sells. */
  readonly payee: string;
}

/**
 * What people sell at a platform. What is not signed by its seller, or is for another market or currency, is left out.
 *
 * @throws PlatformRefusedError, PlatformUnreachableError
 */
export async function readOrders(platform: Selling & { url: string }): Promise<Offer[]> {
  const { orders } = await askPlatform(platform.url, "/orders", ordersAnswer);
  return orders.flatMap((told) => readOrder(platform, told) ?? []);
}

function readOrder({ chain, market }: Selling, told: Record<string, unknown>): Offer | undefined {
  try {
    const order = parseSignedOrder(told);
    verifyOrder(order);
    const isHere =
      order.chain === chain &&
      order.kind === "erc721" &&
      isSameAddress(order.market, address(market.address)) &&
      isSameAddress(order.rail, address(market.rail)) &&
      isSameAddress(order.currency, address(market.yen));
    if (!isHere) return undefined;
    const { collection, tokenId, seller, price, validBefore } = order;
    const token = { chain, contract: collection, id: `${tokenId}` };
    const id = orderHash(order);
    return { id, seller, token, price: `${price}`, endsAt: validBefore, told };
  } catch {
    // A stranger's order that is none is nobody's offer.
    return undefined;
  }
}

/** What a sale would pay, and to whom its proceeds go. */
export interface SalePreview {
  readonly shares: readonly Share[];
  readonly payee: string;
  /** Whether its maker sells it for the first time: then everything is its creators'. */
  readonly isFirst: boolean;
}

/** Something that somebody thinks of selling. */
interface Wish extends Omit<Sellable, "payee"> {
  readonly seller: string;
  /** The chain's first block of the zone. */
  readonly startBlock: number;
}

/**
 * Who would get how much if something of one's own were bought at a price.
 *
 * @throws the market's errors, and the chain's
 */
export async function previewSale(
  chains: Chains,
  selling: Selling,
  { token, price, seller, startBlock }: Wish,
): Promise<SalePreview> {
  const market = openMarket(chains, selling);
  const splits = address(selling.market.splits);
  const plain = makeOrder(termsOf(selling, { token, price, payee: seller }), {
    ...{ chain: chainId(selling.chain), market: market.address, seller: address(seller) },
    ...ANY,
    mostRoyalty: 0,
  });
  const royalty = await market.royaltyOf(plain);
  const split = royalty?.receiver;
  const isFirst =
    split !== undefined &&
    (await isMaker(chains, token, seller, startBlock)) &&
    (await isSplit(
      { chain: market.chain, address: split, provider: chains.provider(token.chain) },
      splits,
    ));
  const order = isFirst ? { ...plain, payee: split } : plain;
  return { shares: await sharesIn(chains, { market, splits }, order), payee: order.payee, isFirst };
}

/** Whether a token has moved only once: from nowhere to this account. */
async function isMaker(chains: Chains, token: TokenRef, account: string, fromBlock: number) {
  const logs = await chains.provider(token.chain).getLogs({
    address: token.contract,
    topics: [TRANSFER, null, null, zeroPadValue(toBeHex(BigInt(token.id)), 32)],
    fromBlock,
  });
  const [, from, to] = logs[0]?.topics ?? [];
  if (logs.length !== 1 || from === undefined || to === undefined) return false;
  return accountIn(from) === ZERO_ADDRESS && isSameAddress(accountIn(to), address(account));
}

const accountIn = (topic: string): Address => address(dataSlice(topic, 12));

function termsOf({ market }: Selling, { token, price, payee }: Sellable) {
  return {
    collection: address(token.contract),
    tokenId: BigInt(token.id),
    rail: address(market.rail),
    currency: address(market.yen),
    price,
    payee: address(payee),
  };
}

/**
 * Lets the market move a token and signs an order for it; answers the order as it travels.
 *
 * @throws the wallet's and the market's errors
 */
export async function offerToken(
  chains: Chains,
  selling: Selling,
  signer: Signer,
  wish: Sellable,
): Promise<Record<string, unknown>> {
  const market = openMarket(chains, selling);
  return { ...signedOrderToJson(await market.offer(signer, termsOf(selling, wish))) };
}

/** Puts a signed order on a platform's board; answers its hash. Throws PlatformRefusedError, PlatformUnreachableError. */
export async function postOrder(
  url: string,
  token: string,
  body: Readonly<Record<string, unknown>>,
): Promise<string> {
  return (await askPlatform(url, "/orders", orderAnswer, { token, body, timeout: 30_000 })).id;
}

/** Takes an order of one's own back, on the chain: nobody can buy by it any more. Throws the market's errors. */
export async function takeBack(
  chains: Chains,
  selling: Selling,
  signer: Signer,
  told: Readonly<Record<string, unknown>>,
): Promise<void> {
  await openMarket(chains, selling).cancel(signer, parseSignedOrder(told));
}
