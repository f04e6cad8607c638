import type { Message } from "./message/message.ts";
import type { Address, ChainId, Hash, Holder } from "./words.ts";

/** What a step did, with the names of the contracts' events. */
export type Event =
  | {
      readonly name: "MessageSent";
      readonly laneId: Hash;
      readonly destination: ChainId;
      readonly sequence: number;
      readonly id: Hash;
      readonly message: Message;
    }
  /** A batch: everything up to `sequence` is consumed. Comes before what becomes of its messages. */
  | {
      readonly name: "MessagesDelivered";
      readonly laneId: Hash;
      readonly sequence: number;
      readonly head: Hash;
    }
  | {
      readonly name: "MessageClaimed";
      readonly laneId: Hash;
      readonly sequence: number;
      readonly id: Hash;
    }
  | { readonly name: "MessageParked"; readonly id: Hash; readonly reason: string }
  | { readonly name: "MessageRetried"; readonly id: Hash }
  | { readonly name: "MessageRedirected"; readonly id: Hash; readonly recipient: Address }
  | { readonly name: "MessageReturned"; readonly id: Hash; readonly returnId: Hash }
  | { readonly name: "NonceVoided"; readonly sender: Address; readonly nonce: bigint }
  /** Rotations, acts of the council and pauses. */
  | CouncilEvent
  | {
      readonly name: "HoldingClaimed";
      readonly counterpart: ChainId;
      readonly leaf: string;
      readonly recipient: Address;
    }
  | { readonly name: "HoldingStruck"; readonly counterpart: ChainId; readonly leaf: string }
  /** Not of the gateway: what people do with tokens among themselves. */
  | { readonly name: "TokenMoved"; readonly from: Holder | "nobody"; readonly to: Holder };

export type CouncilEvent =
  | { readonly name: "Rotated"; readonly epoch: number; readonly validFrom: number }
  | { readonly name: "LaneOpened" | "LaneRetired"; readonly counterpart: ChainId }
  | { readonly name: "TermsSet"; readonly counterpart: ChainId }
  | { readonly name: "LimitSet"; readonly collection: string }
  | { readonly name: "DefaultLimitSet" }
  | { readonly name: "TokenListed"; readonly token: Address }
  | { readonly name: "PolicyProposed"; readonly policy: string; readonly validFrom: number }
  | {
      readonly name: "Paused";
      readonly subject: string;
      readonly until: number;
    }
  | { readonly name: "LaneHalted" | "LaneReAnchored"; readonly laneId: Hash }
  | {
      readonly name: "WindDownProposed" | "WindDownCancelled";
      readonly counterpart: ChainId;
    };
