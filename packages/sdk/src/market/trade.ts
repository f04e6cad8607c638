import { type Signer, TypedDataEncoder } from "ethers";
import { askProvider, assertOnChain } from "../payout/chain-call.ts";
import { type ContractLocation, PayoutRefusedError, signPayment } from "../payout/index.ts";
import {
  type Address,
  address,
  type Bytes32,
  bytes32,
  bytesToHex,
  isSameAddress,
  platformRandom,
} from "../primitives/index.ts";
import { InvalidOrderError } from "./errors.ts";
import type { PaidSale, Sent } from "./market.ts";
import { callMarket, sentBy } from "./market-contract.ts";
import type { Order, SignedOrder } from "./order.ts";
import { orderHash } from "./order-hash.ts";
import { orderStruct } from "./order-struct.ts";
import { type SignedPurchase, signPurchase } from "./purchase.ts";
import { readOrderCurrency } from "./read-order.ts";
import type { Refund } from "./sale.ts";
import { refundIn, salesIn } from "./sale-logs.ts";

/** The contract's `Agreement`, by number. */
const AGREEMENTS = ["caller", "currency", "rail"] as const;
/** How long a payment that is sent at once is good for, in seconds. */
const VALIDITY = 15 * 60;

const REFUND = {
  Refund: [
    { name: "orderHash", type: "bytes32" },
    { name: "payer", type: "address" },
    { name: "buyer", type: "address" },
    { name: "count", type: "uint64" },
  ],
};

/** Signs one payment and sends the purchase in. */
export async function buyOrder(
  market: ContractLocation,
  signer: Signer,
  order: SignedOrder,
  wish: { recipient?: Address; count?: number; validBefore?: number } = {},
): Promise<PaidSale> {
  assertHere(market, order);
  await assertOnChain(market, signer);
  const buyer = address(await signer.getAddress());
  const purchase = await signPurchase(signer, {
    ...{ order, buyer, recipient: wish.recipient ?? buyer, count: wish.count ?? 1 },
    currency: await readOrderCurrency(market, order),
    salt: randomSalt(),
    validBefore: wish.validBefore ?? (await chainTime(market)) + VALIDITY,
  });
  return await submitPurchase(market, signer, order, purchase);
}

/** Relays a purchase that its buyer signed. */
export async function submitPurchase(
  market: ContractLocation,
  signer: Signer,
  order: SignedOrder,
  signed: SignedPurchase,
): Promise<PaidSale> {
  assertHere(market, order);
  const { buyer, recipient, count, authorization } = signed;
  const receipt = await callMarket(
    market,
    signer,
    "The purchase",
    "buy",
    orderStruct(order),
    order.signature,
    { buyer, recipient, count },
    { ...authorization, agreement: AGREEMENTS.indexOf(authorization.agreement) },
  );
  const hash = orderHash(order);
  const sale = salesIn(market, receipt.logs).find((one) => one.orderHash === hash);
  if (sale !== undefined) return { ...sale, gasUsed: receipt.gasUsed };
  throw without("a sale", market, receipt.hash);
}

/** Gives the exact price back; one payment is signed. */
export async function refundOrder(
  market: ContractLocation,
  signer: Signer,
  order: Order,
  { buyer, count }: { buyer: Address; count: number },
): Promise<Refund> {
  assertHere(market, order);
  await assertOnChain(market, signer);
  const payer = address(await signer.getAddress());
  const given = { payer, buyer, count };
  const authorization = await signPayment(signer, {
    ...{ chain: market.chain, rail: order.rail, payer, caller: market.address },
    currency: await readOrderCurrency(market, order),
    purpose: refundPurpose(orderHash(order), given),
    amount: order.price * BigInt(count),
    salt: randomSalt(),
    validBefore: (await chainTime(market)) + VALIDITY,
  });
  const agreement = AGREEMENTS.indexOf(authorization.agreement);
  const args = [orderStruct(order), given, { ...authorization, agreement }];
  const receipt = await callMarket(market, signer, "The refund", "refund", ...args);
  const refund = refundIn(market, receipt.logs);
  if (refund !== undefined) return refund;
  throw without("a refund", market, receipt.hash);
}

/** What a payment that gives money back is for (`IMarket.refundPurpose`). */
export function refundPurpose(
  hash: Bytes32,
  given: { readonly payer: Address; readonly buyer: Address; readonly count: number },
): Bytes32 {
  return TypedDataEncoder.hashStruct("Refund", REFUND, { orderHash: hash, ...given }) as Bytes32;
}

export async function cancelOrder(
  market: ContractLocation,
  signer: Signer,
  order: Order,
): Promise<Sent> {
  assertHere(market, order);
  const hash = orderHash(order);
  return sentBy(await callMarket(market, signer, "The cancellation", "cancel", hash));
}

export async function cancelAllOrders(market: ContractLocation, signer: Signer): Promise<Sent> {
  return sentBy(await callMarket(market, signer, "The cancellation", "cancelAll"));
}

function assertHere(market: ContractLocation, order: Order): void {
  if (order.chain === market.chain && isSameAddress(order.market, market.address)) return;
  throw new InvalidOrderError("market", "The order is for another market.", {
    details: [`Order: ${order.market} on ${order.chain}`, `Here: ${market.address}`],
  });
}

/** By the chain's clock, in Unix seconds: the device's may be wrong. */
async function chainTime({ provider }: ContractLocation): Promise<number> {
  const block = await askProvider(provider.getBlock("latest"));
  return block?.timestamp ?? 0;
}

const randomSalt = (): Bytes32 => bytes32(bytesToHex(platformRandom(32)));

function without(what: string, market: ContractLocation, transaction: string): PayoutRefusedError {
  return new PayoutRefusedError(undefined, `The transaction succeeded without ${what}.`, {
    details: [`Transaction: ${transaction}`, `Is ${market.address} the market?`],
  });
}
