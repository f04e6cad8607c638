import { type Marketplace, MarketRefusedError } from "@ryugu/sdk/payout";
import type { Address } from "@ryugu/sdk/primitives";
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
  readonly shares: readonly { readonly payee: Address; readonly basisPoints: number }[];
  /** Publishes a print's metadata; answers its token's URI. */
  readonly publish: (edition: number) => Promise<string>;
}

/** The walls: each work's newest print, for sale. */
export interface Gallery {
  readonly collection: Address;
  readonly market: Marketplace;
  readonly works: readonly Work[];
  /** The print that hangs now. */
  hanging(work: string): Edition;
  /**
   * Does for each work what is to be done next, until it hangs for sale: mints, lists, and begins a new print
   * once the last is sold. May be called at any time, and again after any failure.
   */
  keep(): Promise<void>;
}

/** What a gallery is made of. */
export interface GalleryParts {
  readonly works: readonly Work[];
  readonly collection: Address;
  readonly currency: Address;
  readonly market: Marketplace;
  readonly operator: Operator;
  readonly book: EditionBook;
}

/** Opens a gallery. */
export function openGallery(parts: GalleryParts): Gallery {
  const { works, collection, market, book } = parts;
  let keeping: Promise<void> | undefined;

  async function keepOne(work: Work): Promise<void> {
    let print = book.newest(work.id);
    if (print.listing !== undefined) {
      const { state } = await market.listing(print.listing);
      if (state === "open") return;
      book.begin(work.id, print.edition + 1);
      print = book.newest(work.id);
    }
    try {
      const token = print.token ?? (await mint(parts, work, print));
      const listing = await list(parts, work, print, token);
      book.listed(print, listing.id);
    } catch (error) {
      // What the chain has refused will not be taken again under the same key.
      const isRefused = error instanceof MarketRefusedError;
      if (isRefused || error instanceof TransactionRevertedError) book.failed(print);
      throw error;
    }
  }

  return {
    collection,
    market,
    works,
    hanging: (work) => book.newest(work),
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

async function mint(
  { operator, collection, book }: GalleryParts,
  work: Work,
  print: Edition,
): Promise<bigint> {
  const key = `print:${work.id}:${print.edition}:${print.tries}`;
  const uri = await work.publish(print.edition);
  await operator.submit({ key, to: collection, data: mintCall(operator.address, uri) });
  const token = mintedToken(await operator.settled(key), collection);
  book.minted(print, token);
  return token;
}

function list(
  { operator, collection, currency, market }: GalleryParts,
  { id, price, shares }: Work,
  { edition, tries }: Edition,
  tokenId: bigint,
) {
  const signer = new OperatorSigner(operator, `list:${id}:${edition}:${tries}`);
  return market.list(signer, { collection, tokenId, currency, price, shares });
}
