import { keccak256 } from "ethers";
import type { Bytes32 } from "../primitives/index.ts";

/** Appends one message's hash to a lane's head; the result is also the message's id. */
export function appendHead(head: Bytes32, messageHash: Bytes32): Bytes32 {
  return keccak256(`${head}${messageHash.slice(2)}`) as Bytes32;
}

/** Appends many hashes, giving the head after each. The last one is the lane's new head. */
export function headsAfter(head: Bytes32, messageHashes: readonly Bytes32[]): Bytes32[] {
  let current = head;
  return messageHashes.map((hash) => {
    current = appendHead(current, hash);
    return current;
  });
}
