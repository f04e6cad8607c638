import { type Here, isHome, standardOf } from "../here.ts";
import { MOST_ASSETS } from "../message/message.ts";
import { ensure, Refusal } from "../refusal.ts";
import {
  type Address,
  type Asset,
  type ChainId,
  type Collection,
  collectionKey,
  type Standard,
  ZERO_ADDRESS,
} from "../words.ts";

/** What somebody asks a gateway to send. Several collections are several requests. */
export interface SendRequest {
  readonly sender: Address;
  readonly destination: ChainId;
  readonly collection: Collection;
  readonly assets: readonly Asset[];
  readonly recipient: Address;
  /** Zero for the sender. */
  readonly refundAccount: Address;
  /** Unix seconds; 0 for the zone's default. */
  readonly deadline: number;
  readonly reference: Address | "0x";
}

/** A collection's standard, if the gateway knows the collection at all. */
export function standardHere(here: Here, collection: Collection): Standard {
  const known =
    isHome(here, collection) || here.chain.representations.has(collectionKey(collection));
  if (!known) throw new Refusal("TokenUnknown", collectionKey(collection));
  return standardOf(here, collection);
}

/** Refuses what no message can say. */
export function checkShape(here: Here, request: SendRequest, standard: Standard): void {
  const { assets, recipient, reference, destination } = request;
  ensure(recipient !== ZERO_ADDRESS, "AccountZero");
  ensure(reference.length <= 2 + 64, "ReferenceTooLong");
  ensure(destination !== here.chain.id, "DestinationInvalid", destination);
  deadlineOf(here, request);
  ensure(assets.length >= 1 && assets.length <= MOST_ASSETS, "AssetCount", `${assets.length}`);
  ensure(standard !== "erc20" || assets.length === 1, "AssetCount", "an ERC-20 is one asset");
}

/** Refuses amounts that are none. */
export function checkAmounts({ assets }: SendRequest, standard: Standard): void {
  for (const { id, amount } of assets) {
    const bound = standard === "erc721" ? amount === 1n : amount < 2n ** 128n;
    ensure(amount > 0n && bound, "AmountInvalid", amount.toString());
    ensure(standard !== "erc20" || id === 0n, "AmountInvalid", "an ERC-20 has no id");
  }
}

/** The message's deadline: absolute, and within the zone's bounds from now. */
export function deadlineOf({ now, settings }: Here, { deadline }: SendRequest): number {
  const chosen = deadline === 0 ? now + settings.defaultDeadline : deadline;
  const ahead = chosen - now;
  const inBounds = ahead >= settings.minDeadline && ahead <= settings.maxDeadline;
  ensure(inBounds, "DeadlineOutOfBounds", `${ahead} s ahead`);
  return chosen;
}
