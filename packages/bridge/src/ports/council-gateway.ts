import type { ValidatorSet } from "@ryugu/sdk/lane";
import type { Address, Bytes32, ChainId, Hex } from "@ryugu/sdk/primitives";

/** How the council stands at a gateway now. */
export interface CouncilState {
  set: ValidatorSet;
  /** The nonce that the next act must have. */
  nonce: number;
  /** The chains that it has lanes to. */
  counterparts: readonly ChainId[];
}

/** One gateway as the council meets it. Every call ends within a bounded time. */
export interface CouncilGateway {
  readonly chain: ChainId;
  readonly gateway: Address;
  /** The chain's name in the zone. */
  readonly name: string;
  state(): Promise<CouncilState>;
}

/** Has the council's decisions carried out. */
export interface CouncilSubmitter {
  readonly account: Address;
  /**
   * The gas that a call takes.
   *
   * @throws CallRevertedError with the gateway's reason
   */
  estimate(call: { to: Address; data: Hex }): Promise<bigint>;
  /**
   * Sends a call and waits until it is in a block.
   *
   * @throws SubmissionPendingError when no block has it after a while; it may still come
   */
  send(call: { to: Address; data: Hex }): Promise<Bytes32>;
}

/** Never two rotations from one epoch: gateways that took different ones would never agree again. */
export interface RotationGuard {
  /** Binds an epoch to the rotation that leads out of it, durably. @returns what it is bound to */
  bind(epoch: number, digest: Bytes32): Promise<Bytes32>;
}
