import type { Address, ChainId } from "@ryugu/sdk/primitives";
import type { Gift } from "../../src/sim/protocol/platform.ts";
import type { TokenRef } from "../../src/sim/protocol/references.ts";
import type { Operator } from "../operator/operator.ts";
import { mintCall, mintedToken } from "../setup/minted.ts";
import { shared } from "../sponsor/shared.ts";
import { GiftTakenError, GiftUnknownError } from "./errors.ts";
import type { GiftBook } from "./gift-book.ts";

/** A kind of gift, ready to be minted. */
export interface GiftOffer extends Gift {
  /** The token's URI. */
  readonly uri: string;
}

/** The table with the gifts. */
export interface GiftTable {
  readonly collection: Address;
  readonly kinds: readonly GiftOffer[];
  /**
   * Mints a person's one gift; the same again when asked again.
   *
   * @throws GiftUnknownError, GiftTakenError, and what the operator throws
   */
  give(account: Address, kind: string): Promise<TokenRef>;
}

/** What the table is made of. */
export interface GiftTableParts {
  readonly chain: ChainId;
  readonly collection: Address;
  readonly kinds: readonly GiftOffer[];
  readonly book: GiftBook;
  readonly operator: Operator;
}

const keyOf = (account: Address) => `gift:${account}`;

/** Lays the table. */
export function layGiftTable(parts: GiftTableParts): GiftTable {
  const { chain, collection, kinds, book, operator } = parts;

  async function mint(account: Address): Promise<bigint> {
    const { kind, token } = book.find(account) ?? { kind: "" };
    if (token !== undefined) return token;
    const uri = kinds.find((offer) => offer.kind === kind)?.uri ?? "";
    const order = { key: keyOf(account), to: collection, data: mintCall(account, uri) };
    await operator.submit(order).catch((error) => {
      if (operator.find(order.key) === undefined) book.release(account);
      throw error;
    });
    const minted = mintedToken(await operator.settled(order.key), collection);
    book.minted(account, minted);
    return minted;
  }
  const mintOnce = shared(mint);

  return {
    collection,
    kinds,
    async give(account, kind) {
      if (!kinds.some((offer) => offer.kind === kind)) {
        throw new GiftUnknownError("There is no such gift here.");
      }
      const taken = book.choose(account, kind);
      if (taken.kind !== kind) {
        throw new GiftTakenError("There is one gift for each, and you have yours.", {
          details: [`Taken: ${taken.kind}`],
        });
      }
      return { chain, contract: collection, id: String(await mintOnce(account)) };
    },
  };
}
