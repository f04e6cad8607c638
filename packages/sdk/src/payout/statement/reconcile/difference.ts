import type { Address, ChainId } from "../../../primitives/index.ts";

/**
 * What does not fit. `account`: one account stands in two statements. `scope`: statements are of different periods or blocks.
 * `parts`: statements tell one payment differently. `payment`, `batch`: what payees got of it does not sum to it, or a statement for
 * somebody is missing. `refunds`, `waiting`: these sums differ.
 */
export type DifferenceKind =
  | "account"
  | "scope"
  | "parts"
  | "payment"
  | "batch"
  | "refunds"
  | "waiting";

/** One thing that does not fit between statements and chains. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly chain?: ChainId;
  readonly currency?: Address;
  /** The payment's reference, the batch's message, or the account. */
  readonly of?: string;
  /** Where a payment was recorded: `transaction/logIndex`. */
  readonly at?: string;
  /** By the chain, in units. */
  readonly expected?: bigint;
  /** By the statements, in units. */
  readonly found?: bigint;
}
