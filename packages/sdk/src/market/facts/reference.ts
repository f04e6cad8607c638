import { concat, keccak256, toBeHex, toUtf8Bytes } from "ethers";
import type { Place } from "../../payout/statement/index.ts";
import { type Bytes32, bytes32 } from "../../primitives/index.ts";

/** 32 bytes that name a place on a chain. */
export function placeReference({
  chain,
  transaction,
  logIndex,
}: Pick<Place, "chain" | "transaction" | "logIndex">): Bytes32 {
  return bytes32(keccak256(concat([toUtf8Bytes(chain), transaction, toBeHex(logIndex, 4)])));
}
