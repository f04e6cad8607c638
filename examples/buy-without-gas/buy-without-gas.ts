// #region buy-without-gas
import {
  type Market,
  parseSignedOrder,
  parseSignedPurchase,
  type SignedOrder,
  signPurchase,
  verifyOrder,
  verifyPurchase,
} from "@ryugu/sdk/market";
import { formatYen } from "@ryugu/sdk/payout";
import { bytes32 } from "@ryugu/sdk/primitives";
import type { Wallet } from "@ryugu/sdk/wallet";
import { hexlify, randomBytes, type Signer } from "ethers";

/** In the buyer's browser: one signature, no gas. It pays for this order alone, and gives this buyer the token. */
export async function signFor(market: Market, told: unknown, buyer: Wallet, now: number) {
  const order = parseSignedOrder(told);
  verifyOrder(order);
  return await signPurchase(buyer, {
    ...{ order, buyer: buyer.address, recipient: buyer.address, count: 1 },
    currency: await market.currencyOf(order),
    salt: bytes32(hexlify(randomBytes(32))),
    validBefore: Math.floor(now) + 600,
  });
}

/** On your server: checks a stranger's purchase of an order that you know, then pays its gas. */
export async function sponsor(
  market: Market,
  signer: Signer,
  order: SignedOrder,
  { body, now }: { body: unknown; now: number },
) {
  const signed = parseSignedPurchase(body);
  verifyPurchase(signed, order, { currency: await market.currencyOf(order), now });
  return await market.submit(signer, order, signed);
}

/** Anywhere: says what everybody got, royalty first, as it lands. */
export async function* watch(market: Market, order: SignedOrder, fromBlock?: number) {
  const since = fromBlock === undefined ? {} : { fromBlock };
  for await (const { payee, amount, outcome } of market.follow(order, since)) {
    yield `${payee} ${outcome} ${formatYen(amount)}`;
  }
}
// #endregion
