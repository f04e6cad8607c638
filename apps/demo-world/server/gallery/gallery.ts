import { type Market, type OrderState, orderHash, type SignedOrder } from "@ryugu/sdk/market";
import { PayoutRefusedError } from "@ryugu/sdk/payout";
import { type Address, type Bytes32, isSameAddress } from "@ryugu/sdk/primitives";
import { TransactionRevertedError } from "../operator/errors.ts";
import type { Operator } from "../operator/operator.ts";
import { OperatorSigner } from "../operator/operator-signer.ts";
import { mintCall, mintedToken } from "../setup/minted.ts";
import type { Edition, EditionBook } from "./edition-book.ts";

/** A work that the gallery sells, one print after the other. */
export interface Work {
  readonly id: string;
  /** In the currency's units. */
  readonly price: bigint;
  /** Of which its prints are. */
  readonly collection: Address;
  /** Its creators' split: all of the price is theirs. */
  readonly creators: Address;
  /** Publishes a print's metadata; answers its token's URI. */
  readonly publish: (edition: number) => Promise<string>;
}

/** The walls: each work's newest print, for sale. */
export interface Gallery {
  readonly market: Market;
  /** The print that hangs now. */
  hanging(work: string): Edition;
  /** The order of a print that hangs now, by its hash. */
  orderOf(hash: Bytes32): SignedOrder | undefined;
  /**
   * Does for each work what is to be done next, until it hangs for sale: mints, signs an order, and begins a new print
   * once the last is sold. May be called at any time, and again after any failure.
   */
  keep(): Promise<void>;
}

/** What a gallery is made of. */
export interface GalleryParts {
  readonly works: readonly Work[];
  readonly currency: Address;
  readonly rail: Address;
  readonly market: Market;
  readonly operator: Operator;
  readonly book: EditionBook;
}

/** Opens a gallery. */
export function openGallery(parts: GalleryParts): Gallery {
  const { works, market, book } = parts;
  let keeping: Promise<void> | undefined;

  async function keepOne(work: Work): Promise<void> {
    let print = book.newest(work.id);
    if (print.order !== undefined) {
      const state = await stateOf(parts, work, print.order);
      if (state === "open") return;
      if (state !== "expired") {
        book.begin(work.id, print.edition + 1);
        print = book.newest(work.id);
      }
    }
    try {
      const token = print.token ?? (await mint(parts, work, print));
      book.offered(print, await offer(parts, work, print, token));
    } catch (error) {
      // What the chain has refused will not be taken again under the same key.
      const isRefused = error instanceof PayoutRefusedError;
      if (isRefused || error instanceof TransactionRevertedError) book.failed(print);
      throw error;
    }
  }

  return {
    market,
    hanging: (work) => book.newest(work),
    orderOf(hash) {
      const orders = works.flatMap(({ id }) => book.newest(id).order ?? []);
      return orders.find((order) => orderHash(order) === hash);
    },
    keep() {
      keeping ??= Promise.all(works.map(keepOne))
        .then(() => undefined)
        .finally(() => {
          keeping = undefined;
        });
      return keeping;
    },
  };
}

/** How an order stands; `foreign` where it was for a market, money or contract that this zone had before. */
async function stateOf(
  { market, currency, rail }: GalleryParts,
  { collection }: Work,
  order: SignedOrder,
): Promise<OrderState | "foreign"> {
  const pairs = [
    [order.market, market.address],
    [order.currency, currency],
    [order.rail, rail],
    [order.collection, collection],
  ] as const;
  const isOurs = pairs.every(([one, other]) => isSameAddress(one, other));
  return isOurs ? (await market.stateOf(order)).state : "foreign";
}

async function mint({ operator, book }: GalleryParts, work: Work, print: Edition): Promise<bigint> {
  const key = `print:${work.id}:${print.edition}:${print.tries}`;
  const uri = await work.publish(print.edition);
  await operator.submit({ key, to: work.collection, data: mintCall(operator.address, uri) });
  const token = mintedToken(await operator.settled(key), work.collection);
  book.minted(print, token);
  return token;
}

function offer(
  { operator, currency, rail, market }: GalleryParts,
  { id, price, collection, creators }: Work,
  { edition, tries }: Edition,
  tokenId: bigint,
): Promise<SignedOrder> {
  const signer = new OperatorSigner(operator, `offer:${id}:${edition}:${tries}`);
  return market.offer(signer, { collection, tokenId, rail, currency, price, payee: creators });
}
