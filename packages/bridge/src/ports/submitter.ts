import type { Address, Bytes32, ChainId, Hex } from "@ryugu/sdk/primitives";
import type { SignedAttempt } from "../domain/submission.ts";

/** A call that somebody wants on a chain. */
export interface Call {
  to: Hex;
  data: Hex;
  /** Wei sent along; nothing where absent. */
  value?: bigint;
}

/** A transaction in a block. */
export interface Inclusion {
  block: number;
  /** Wei paid for its gas. */
  cost: bigint;
  /** Whether it did nothing but cost gas; absent where the chain does not say. */
  reverted?: boolean;
}

/** Signs and sends the transactions of one account on one chain. Every call ends within a bounded time. */
export interface Submitter {
  readonly chain: ChainId;
  readonly account: Address;
  /** The account's next nonce at the newest block. */
  nextNonce(): Promise<number>;
  /** The fee per gas that the market asks now, in wei. */
  marketFee(): Promise<bigint>;
  /**
   * The gas that a call takes, with a margin.
   *
   * @throws CallRevertedError with the gateway's reason
   */
  estimate(call: Call): Promise<bigint>;
  /** Signs without sending, so that the transaction can be stored first. */
  sign(call: Call & { nonce: number; gas: bigint; maxFee: bigint }): Promise<SignedAttempt>;
  /** Sends a signed transaction. One that the chain already knows is no error. */
  broadcast(raw: Hex): Promise<void>;
  /** Where a transaction was mined; undefined while no block holds it. */
  inclusion(hash: Bytes32): Promise<Inclusion | undefined>;
  /** The account's balance at the newest block, in wei. */
  balance(): Promise<bigint>;
}
