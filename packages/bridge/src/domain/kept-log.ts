import type { Address, Bytes32, Hex } from "@ryugu/sdk/primitives";
import type { LogPosition } from "./position.ts";

/**
 * A log as its chain has it. Statements are derived of it by the SDK's own reading, so that whoever reads the chains instead derives
 * the same.
 */
export interface KeptLog {
  address: Address;
  topics: readonly Hex[];
  data: Hex;
  /** What it is looked up by besides its transaction: the split whose list it tells, the message by which a router sent. */
  about?: Address | Bytes32;
  at: LogPosition;
}
