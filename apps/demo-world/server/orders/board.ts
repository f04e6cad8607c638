import {
  type OrderState,
  orderHash,
  type SignedOrder,
  type SignedOrderJson,
} from "@ryugu/sdk/market";
import type { Address, Bytes32 } from "@ryugu/sdk/primitives";
import type { WorldStore } from "../store/world-store.ts";
import { isTradedAt } from "./check-order.ts";
import { OrderRefusedError } from "./errors.ts";
import { openOrderBook } from "./order-book.ts";
import { asked, type VettingParts, vetOrder } from "./vet-order.ts";

/** What people offer on a platform, for everybody to see. */
export interface OrderBoard {
  /** Newest first. */
  list(): SignedOrderJson[];
  find(hash: Bytes32): SignedOrder | undefined;
  /** What stands for a token and still counts. */
  ofToken(collection: Address, tokenId: bigint): SignedOrder | undefined;
  /**
   * Puts a person's order onto the board, in place of an older one of the same token; answers its hash. The same order again
   * changes nothing.
   *
   * @param value - a SignedOrder, as it came
   * @throws InvalidShapeError, OrderRefusedError, WorldChainError
   */
  put(value: unknown, seller: Address): Promise<Bytes32>;
  /**
   * Asks the chain about some orders, those first that were not asked about for the longest time, and takes down what nobody can
   * buy any more. Does so every few seconds at most, however often it is called.
   *
   * @throws WorldChainError
   */
  look(): Promise<void>;
  /** Asks the chain about one order now. Throws WorldChainError. */
  lookAt(hash: Bytes32): Promise<void>;
}

/** What a board is made of. */
export interface BoardParts extends VettingParts {
  readonly store: WorldStore;
  /** Told within the same transaction of the database when an order leaves, and why. */
  readonly left?: (order: SignedOrder, state: OrderState) => void;
  readonly limits: BoardLimits;
}

/** How many orders one person has on the board, and all together. */
export interface BoardLimits {
  readonly ofSeller: number;
  readonly ofAll: number;
}

/** Twenty of one person, two hundred in all. */
export const BOARD_LIMITS: BoardLimits = { ofSeller: 20, ofAll: 200 };
/** How many are looked at together, and how long it is until the next are, in milliseconds. */
const LOOK_AT = 16;
const LOOK_PAUSE = 4_000;

/** Opens the board. What is for another market or money than the platform has now is taken down first. */
export function openOrderBoard(parts: BoardParts): OrderBoard {
  const { store, market, place, limits, now } = parts;
  const book = openOrderBook(store);
  for (const order of book.longestUnseen(limits.ofAll)) {
    if (!isTradedAt(order, place)) book.remove(orderHash(order));
  }
  let looking: Promise<void> | undefined;
  let nextLook = 0;

  async function lookAtOrder(order: SignedOrder): Promise<void> {
    const { state } = await asked(market.stateOf(order));
    const hash = orderHash(order);
    if (state === "open" || state === "early") return book.seen(hash, now());
    store.transaction(() => {
      if (book.find(hash) === undefined) return;
      book.remove(hash);
      parts.left?.(order, state);
    });
  }

  /** Where the board is full, whoever has the most on it makes room: nobody can fill it for others. */
  function insert(order: SignedOrder): void {
    book.removeOfToken(order.collection, order.tokenId);
    const { ofSeller, ofAll, most } = book.count(order.seller);
    if (ofSeller >= limits.ofSeller) {
      throw new OrderRefusedError("too-many", `You have ${ofSeller} offers on the board.`);
    }
    if (ofAll >= limits.ofAll) {
      if (most === undefined || most.count <= ofSeller + 1) {
        throw new OrderRefusedError("full", "The board is full.");
      }
      book.removeOldestOf(most.seller);
    }
    book.insert(order, now());
  }

  return {
    list: () => book.list(now()),
    find: (hash) => book.find(hash),
    ofToken(collection, tokenId) {
      const order = book.ofToken(collection, tokenId);
      return order !== undefined && order.validBefore * 1_000 > now() ? order : undefined;
    },
    async put(value, seller) {
      const order = await vetOrder(value, seller, parts);
      const hash = orderHash(order);
      const older = book.ofToken(order.collection, order.tokenId);
      // One that was sold by is told of as such, before it is forgotten.
      if (older !== undefined && orderHash(older) !== hash) await lookAtOrder(older);
      store.transaction(() => {
        if (book.find(hash) === undefined) insert(order);
      });
      return hash;
    },
    look() {
      if (looking === undefined && now() >= nextLook) {
        nextLook = now() + LOOK_PAUSE;
        const orders = book.longestUnseen(LOOK_AT);
        looking = Promise.all(orders.map(lookAtOrder))
          .then(() => undefined)
          .finally(() => {
            looking = undefined;
          });
      }
      return looking ?? Promise.resolve();
    },
    async lookAt(hash) {
      const order = book.find(hash);
      if (order !== undefined) await lookAtOrder(order);
    },
  };
}
