import type { Leaf } from "../state/chain.ts";
import type { Address, AssetClass, ChainId, Collection, Hash } from "../words.ts";
import type { PauseSubject } from "./pause.ts";

/** What the council decides for one gateway. Each act binds that gateway and its next nonce. */
export type CouncilAct =
  | {
      readonly kind: "open-lane";
      readonly epoch: number;
      readonly counterpart: ChainId;
      readonly counterpartGateway: Address;
    }
  | { readonly kind: "retire-lane"; readonly counterpart: ChainId }
  | {
      readonly kind: "set-terms";
      readonly counterpart: ChainId;
      readonly fee: bigint;
      readonly collector: Address;
      readonly quota: number;
    }
  | {
      readonly kind: "set-limit";
      readonly collection: Collection;
      readonly cap: bigint;
      readonly windowMinutes: number;
    }
  | { readonly kind: "set-default-limit"; readonly cap: bigint; readonly windowMinutes: number }
  | {
      readonly kind: "list-token";
      readonly token: Address;
      /** "none" takes it off the list. */
      readonly class: AssetClass | "none";
      readonly cap: bigint;
      readonly windowMinutes: number;
    }
  | { readonly kind: "propose-policy"; readonly policy: string }
  | { readonly kind: "extend-pause"; readonly subject: PauseSubject; readonly until: number }
  | { readonly kind: "lift-pause"; readonly subject: PauseSubject }
  | {
      readonly kind: "halt";
      readonly laneId: Hash;
      readonly sequence: number;
      readonly head: Hash;
    }
  | {
      readonly kind: "re-anchor";
      readonly laneId: Hash;
      readonly anchor: number;
      readonly commonSequence: number;
      readonly commonHead: Hash;
      /** Empty if the new fork has no message after the common one yet. */
      readonly nextHash: Hash;
      /** Given with the call and not signed: the lost messages up to `delivered`. */
      readonly lostHashes: readonly Hash[];
    }
  | {
      readonly kind: "propose-wind-down";
      readonly counterpart: ChainId;
      readonly sequence: number;
      readonly leaves: readonly Leaf[];
    }
  | { readonly kind: "cancel-wind-down"; readonly counterpart: ChainId };
