import { encodeBytes32String, toUtf8Bytes, zeroPadBytes } from "ethers";
import { ZERO_ADDRESS } from "../primitives/index.ts";
import type { GoodsKind, Order } from "./order.ts";

/** The contract's `Kind`, by number. */
export const KINDS: readonly GoodsKind[] = ["erc721", "erc1155", "voucher"];

const NOTHING = `0x${"00".repeat(32)}`;
const MOST_SPONSOR = 32;

/** An order's fields as the contract names and orders them. */
export function orderStruct(order: Order) {
  const { intermediary, policy } = order;
  return {
    kind: KINDS.indexOf(order.kind),
    seller: order.seller,
    collection: order.collection,
    tokenId: order.tokenId,
    quantity: order.quantity,
    rail: order.rail,
    currency: order.currency,
    price: order.price,
    payee: order.payee,
    mostRoyalty: order.mostRoyalty,
    intermediary: intermediary?.account ?? ZERO_ADDRESS,
    fee: intermediary?.fee ?? 0,
    sponsor: intermediary === undefined ? NOTHING : sponsorWord(intermediary.sponsor),
    buyer: order.buyer ?? ZERO_ADDRESS,
    policy: policy?.contract ?? ZERO_ADDRESS,
    policyTerms: policy?.terms ?? NOTHING,
    validAfter: order.validAfter,
    validBefore: order.validBefore,
    counter: order.counter,
    salt: order.salt,
    uri: order.uri,
  };
}

/** A partner's id as a word: ASCII, from the left. */
function sponsorWord(id: string): string {
  return id.length === MOST_SPONSOR ? zeroPadBytes(toUtf8Bytes(id), 32) : encodeBytes32String(id);
}

/** A partner's id from its word; undefined where none was named. */
export function sponsorOf(word: string): string | undefined {
  const bytes = word.slice(2).match(/../g) ?? [];
  const text = bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join("");
  return text.replace(/\0+$/, "") || undefined;
}
