import { Interface, type Signer } from "ethers";
import { askProvider, assertOnChain, callView, sendCall } from "../payout/chain-call.ts";
import type { ContractLocation } from "../payout/index.ts";
import {
  address,
  bytes32,
  bytesToHex,
  isSameAddress,
  platformRandom,
} from "../primitives/index.ts";
import { assertNotStranded } from "./check-royalty.ts";
import { askMarket } from "./market-contract.ts";
import { type Order, type SignedOrder, WHOLE } from "./order.ts";
import { makeOrder, type OrderTerms } from "./order-terms.ts";
import { readRoyalty } from "./read-order.ts";
import { signOrder } from "./sign-order.ts";

const GOODS = /* @__PURE__ */ (() =>
  new Interface([
    "function getApproved(uint256) view returns (address)",
    "function approve(address, uint256)",
    "function isApprovedForAll(address, address) view returns (bool)",
    "function setApprovalForAll(address, bool)",
  ]))();
/** How long an order counts where its seller does not say, in seconds. */
const THIRTY_DAYS = 30 * 24 * 3_600;

/** Signs first, then approves: what cannot be offered must not be approved. */
export async function offerGoods(
  market: ContractLocation,
  signer: Signer,
  terms: OrderTerms,
): Promise<SignedOrder> {
  await assertOnChain(market, signer);
  const seller = address(await signer.getAddress());
  const [counter, block, mostRoyalty] = await Promise.all([
    askMarket(market, "counterOf", seller),
    askProvider(market.provider.getBlock("latest")),
    royaltyBound(market, terms),
  ]);
  const order = makeOrder(terms, {
    ...{ chain: market.chain, market: market.address, seller, counter, mostRoyalty },
    salt: bytes32(bytesToHex(platformRandom(32))),
    validBefore: (block?.timestamp ?? 0) + THIRTY_DAYS,
  });
  const signed = await signOrder(signer, order);
  await approve(market, signer, order);
  return signed;
}

/** What the collection asks now, in basis points, rounded up. Refuses an offer of which the creators would never see it. */
async function royaltyBound(market: ContractLocation, terms: OrderTerms): Promise<number> {
  const { collection, price, kind = "erc721", tokenId = 0n } = terms;
  const asked = await readRoyalty(market, { kind, collection, tokenId, price });
  if (asked === undefined || price <= 0n) return 0;
  assertNotStranded(terms, asked);
  return Number((asked.amount * BigInt(WHOLE) + price - 1n) / price);
}

/** Of an ERC-721 token the one, as the market asks for; of units all, as there is nothing narrower. */
async function approve(
  market: ContractLocation,
  signer: Signer,
  { kind, collection, tokenId, seller }: Order,
) {
  if (kind === "voucher") return;
  const goods = { ...market, address: collection };
  const send = (name: string, ...args: unknown[]) =>
    sendCall(goods, signer, GOODS, { what: "The approval", name, args });
  if (kind === "erc721") {
    const approved: string = await callView(goods, GOODS, "getApproved", tokenId);
    if (!isSameAddress(approved, market.address)) await send("approve", market.address, tokenId);
    return;
  }
  const isApproved = await callView(goods, GOODS, "isApprovedForAll", seller, market.address);
  if (!isApproved) await send("setApprovalForAll", market.address, true);
}
