import type { Signer } from "ethers";
import type { Currency } from "../payout/index.ts";
import type { Address, Bytes32, ChainId, Hex } from "../primitives/index.ts";
import type { Royalty } from "./divide-sale.ts";
import type { Order, OrderState, SignedOrder } from "./order.ts";
import type { OrderTerms } from "./order-terms.ts";
import type { SignedPurchase } from "./purchase.ts";
import type { Refund, Sale, SharePayment } from "./sale.ts";

/** A transaction that did what it should. */
export interface Sent {
  readonly transaction: Hex;
  readonly block: number;
  readonly gasUsed: bigint;
}

/** A sale, and what it cost who paid for it. */
export interface PaidSale extends Sale {
  /** Of the sale, and of the approval before it if there was one. */
  readonly gasUsed: bigint;
}

/** How a sale's payments are waited for. */
export interface FollowOptions {
  signal?: AbortSignal;
  /** Milliseconds between two looks; 500 by default. */
  interval?: number;
  /** How many blocks must lie on top of the sale; 0 by default. */
  confirmations?: number;
  /** The block from which sales are looked for: the newest when following began, by default. */
  fromBlock?: number;
  /** Waits; given so that tests need no clock. */
  wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** Which sales are asked for. */
export interface SaleQuery {
  readonly seller?: Address;
  readonly orderHash?: Bytes32;
  readonly fromBlock: number;
  /** The newest by default. */
  readonly toBlock?: number;
}

/**
 * Where tokens are sold by orders that their sellers signed, and everyone who has a part is paid: royalties first.
 *
 * Every method throws PayoutUnavailableError where the chain cannot be asked, and PayoutRefusedError where it refuses, or no
 * market is there. Those that take a signer throw PayoutChainError where it is on another chain.
 */
export interface Market {
  readonly chain: ChainId;
  readonly address: Address;

  /** Where an order stands now, and how many can be bought. */
  stateOf(order: Order): Promise<{ readonly state: OrderState; readonly left: number }>;

  /** What the collection asks of a sale of `count` tokens now; undefined where it asks nothing. */
  royaltyOf(order: Order, count?: number): Promise<Royalty | undefined>;

  /**
   * What a wallet must know to pay an order.
   *
   * @throws CurrencyUnsupportedError
   */
  currencyOf(order: Pick<Order, "rail" | "currency">): Promise<Currency>;

  /**
   * Offers goods of the signer: lets the market move them where it may not yet, and signs an order. What is not said
   * is filled in: the seller as payee, all the royalty that the collection asks now, thirty days.
   *
   * @throws InvalidOrderError, with reason `royalty` where the creators would never get theirs
   */
  offer(signer: Signer, terms: OrderTerms): Promise<SignedOrder>;

  /** Takes an order of the signer back. */
  cancel(signer: Signer, order: Order): Promise<Sent>;

  /** Takes back all orders that the signer made so far. */
  cancelAll(signer: Signer): Promise<Sent>;

  /**
   * Buys, the signer paying price and gas. Nothing is allowed to anybody: one payment is signed.
   *
   * @param wish - one token for the signer by default
   * @throws InvalidOrderError, CurrencyUnsupportedError
   */
  buy(
    signer: Signer,
    order: SignedOrder,
    wish?: { readonly recipient?: Address; readonly count?: number; readonly validBefore?: number },
  ): Promise<PaidSale>;

  /** Sends in a purchase that its buyer signed; the signer pays the gas. Check it with `verifyPurchase` before. */
  submit(signer: Signer, order: SignedOrder, purchase: SignedPurchase): Promise<PaidSale>;

  /** Gives a buyer the exact price of `count` tokens back; the signer pays price and gas. */
  refund(
    signer: Signer,
    order: Order,
    to: { readonly buyer: Address; readonly count: number },
  ): Promise<Refund>;

  /**
   * The sales in a range of blocks, oldest first, each with who was paid.
   *
   * @throws LogsRefusedError where an endpoint gives no logs however few blocks are asked for
   */
  sales(query: SaleQuery): Promise<readonly Sale[]>;

  /** Waits for the next sale of an order, and yields its payments as one. A chain that cannot be asked is asked again. */
  follow(order: Order, options?: FollowOptions): AsyncGenerator<SharePayment, void, void>;
}
