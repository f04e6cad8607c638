import type { CarryingMessage, Message } from "../message/message.ts";
import type { Address, ChainId, Hash } from "../words.ts";

/** Where a lane begins. */
export interface OutgoingLane {
  readonly id: Hash;
  readonly destination: ChainId;
  head: Hash;
  /** Every message ever sent, the first at index 0. A gateway keeps only their number; nodes keep the rest. */
  readonly log: SentMessage[];
  retired: boolean;
  /** A chain that died is closed both ways. */
  closed: boolean;
  terms: Terms;
  /** What was told of each collection: the numbers of its metadata records, by content. Record 0 is among them once told. */
  readonly announced: Map<string, Map<string, number>>;
}

export interface SentMessage {
  readonly sequence: number;
  readonly id: Hash;
  readonly hash: Hash;
  /** The head before it. */
  readonly prior: Hash;
  readonly message: Message;
}

/** What a lane asks of its senders. */
export interface Terms {
  /** In the chain's coin, of each send. */
  readonly fee: bigint;
  readonly collector: Address;
  /** Sends of home tokens per sender and day; 0 for any number. */
  readonly quota: number;
}

/** Where a lane ends. */
export interface IncomingLane {
  readonly id: Hash;
  readonly origin: ChainId;
  anchor: number;
  delivered: number;
  /** The head at `delivered`. */
  head: Hash;
  /** How many messages after `delivered` were claimed under the present anchor. */
  claimedAhead: number;
  haltedAt: number | undefined;
  /** A chain that died is closed both ways. */
  closed: boolean;
}

/** A message that was met and could not be carried out. */
export interface ParkedMessage {
  readonly id: Hash;
  readonly origin: ChainId;
  readonly message: CarryingMessage;
  readonly reason: string;
}
