import type { Attestation } from "@ryugu/sdk/lane";
import type { Address, Bytes32 } from "@ryugu/sdk/primitives";

/** Which attestations are asked for. */
export interface AttestationQuery {
  laneId: Bytes32;
  /** The lowest sequence wanted. */
  from: number;
  limit: number;
  validator?: Address;
}

/** Another partner's node. */
export interface Peer {
  name: string;
  validator: Address;
}

/** Publishes and fetches attestations. Nothing that arrives is believed before it is verified. */
export interface AttestationExchange {
  readonly peers: readonly Peer[];
  /** Offers attestations to every peer, without waiting; a peer that is away fetches them later. */
  publish(attestations: readonly Attestation[]): void;
  /** Fetches a page of one peer's attestations, verified. */
  pull(peer: Peer, query: AttestationQuery): Promise<Attestation[]>;
  /** Whether a validator's node answered lately. */
  isAnswering(validator: Address): boolean;
}
