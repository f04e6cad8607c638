import type { Address, Bytes32, ChainId } from "../primitives/index.ts";
import { assertOrder } from "./check-order.ts";
import type { GoodsKind, Intermediary, Order, SalePolicy } from "./order.ts";

/** What a seller says; the rest of an order has an obvious value. */
export interface OrderTerms {
  /** `erc721` by default. */
  readonly kind?: GoodsKind;
  readonly collection: Address;
  /** 0 by default, which suits vouchers. */
  readonly tokenId?: bigint;
  /** 1 by default. */
  readonly quantity?: number;
  readonly rail: Address;
  readonly currency: Address;
  /** Of one, in the currency's units. */
  readonly price: bigint;
  /** The seller by default. */
  readonly payee?: Address;
  /** In basis points. */
  readonly mostRoyalty?: number;
  readonly intermediary?: Intermediary;
  readonly buyer?: Address;
  readonly policy?: SalePolicy;
  /** Unix seconds; 0 by default. */
  readonly validAfter?: number;
  /** Unix seconds. */
  readonly validBefore?: number;
  readonly uri?: string;
}

/** What an order has besides its seller's terms. */
export interface OrderSetting {
  readonly chain: ChainId;
  readonly market: Address;
  readonly seller: Address;
  /** The seller's in this market. */
  readonly counter: bigint;
  /** 32 random bytes. */
  readonly salt: Bytes32;
  /** In basis points, where the terms do not say. */
  readonly mostRoyalty: number;
  /** Unix seconds, where the terms do not say. */
  readonly validBefore: number;
}

/**
 * An order from its seller's terms.
 *
 * @throws InvalidOrderError with reason `terms`
 */
export function makeOrder(terms: OrderTerms, setting: OrderSetting): Order {
  const { chain, market, seller, counter, salt } = setting;
  const order: Order = {
    ...{ chain, market, seller, counter, salt },
    kind: terms.kind ?? "erc721",
    collection: terms.collection,
    tokenId: terms.tokenId ?? 0n,
    quantity: terms.quantity ?? 1,
    rail: terms.rail,
    currency: terms.currency,
    price: terms.price,
    payee: terms.payee ?? seller,
    mostRoyalty: terms.mostRoyalty ?? setting.mostRoyalty,
    intermediary: terms.intermediary,
    buyer: terms.buyer,
    policy: terms.policy,
    validAfter: terms.validAfter ?? 0,
    validBefore: terms.validBefore ?? setting.validBefore,
    uri: terms.uri ?? "",
  };
  assertOrder(order);
  return order;
}
