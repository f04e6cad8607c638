import type { Address, Hex } from "@ryugu/sdk/primitives";
import type { Account } from "../stage/account.ts";
import type { StageChain, StageCollection } from "../stage/stage.ts";

/** What a person asks the SDK for. */
export interface Ask {
  /** Counts all asks of a run; the message carries it as its reference, by which it is known again. */
  number: number;
  reference: Hex;
  person: Account;
  origin: StageChain;
  destination: StageChain;
  collection: StageCollection;
  assets: readonly { id: bigint; amount: bigint }[];
  recipient: Address;
  refundAccount?: Address;
  /** Unix seconds; the zone's default where left out. */
  deadline?: number;
  /** Signed by the person and submitted by somebody else. */
  intent?: { nonce: bigint; expiry: number };
}

/** The way an ask takes: out of home, back home, or through home. */
export function wayOf({ origin, destination, collection }: Ask): "out" | "home" | "through" {
  if (origin === collection.home) return "out";
  return destination === collection.home ? "home" : "through";
}
