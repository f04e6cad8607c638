import type { Claim } from "./arrive/claim.ts";
import type { Delivery } from "./arrive/deliver.ts";
import type { Redirect } from "./arrive/retry.ts";
import type { CouncilAct } from "./council/acts.ts";
import type { LeafClaim } from "./council/leaf-claim.ts";
import type { Pause } from "./council/pause.ts";
import type { Rotation } from "./council/rotate.ts";
import type { Message } from "./message/message.ts";
import type { Signature } from "./message/signature.ts";
import type { SendIntent } from "./send/intent.ts";
import type { SendRequest } from "./send/request.ts";
import type { Leaf, Signatures } from "./state/chain.ts";
import type { HomeToken } from "./state/token.ts";
import type { Address, Asset, ChainId, Collection, Hash, Holder } from "./words.ts";

/** Everything that can happen. Each action happens on one chain. */
export type Action = { readonly on: ChainId } & (GatewayAction | OutsideAction);

/** Calls of a gateway. */
export type GatewayAction =
  | { readonly type: "send"; readonly requests: readonly SendRequest[]; readonly paid: bigint }
  | {
      readonly type: "send-by-signature";
      readonly intent: SendIntent;
      readonly signature: Signature;
      readonly paid: bigint;
    }
  | { readonly type: "void-nonce"; readonly sender: Address; readonly nonce: bigint }
  | {
      readonly type: "resend-collection";
      readonly destination: ChainId;
      readonly collection: Collection;
      /** Who asks, and pays what a send of a home token costs. */
      readonly by: Address;
      readonly paid: bigint;
      /** Whose metadata is read anew; an ERC-20 has none. */
      readonly sampleId: bigint;
    }
  | ({ readonly type: "deliver" } & Delivery)
  | ({ readonly type: "claim" } & Claim)
  | { readonly type: "retry"; readonly id: Hash }
  | ({ readonly type: "redirect" } & Redirect)
  | { readonly type: "rotate"; readonly rotation: Rotation; readonly signatures: Signatures }
  | {
      readonly type: "act";
      readonly nonce: number;
      readonly act: CouncilAct;
      readonly signatures: Signatures;
    }
  | {
      readonly type: "pause";
      readonly by: Address;
      readonly pause: Pause;
      readonly signature?: Signature;
    }
  | {
      readonly type: "challenge";
      readonly counterpart: ChainId;
      readonly leaves: readonly Leaf[];
    }
  | ({ readonly type: "claim-leaf" } & LeafClaim);

/** What happens without a gateway: issuers, holders, and chains that were taken over. */
export type OutsideAction =
  | { readonly type: "create-token"; readonly token: Address; readonly as: HomeToken }
  | {
      readonly type: "mint";
      readonly token: Address;
      readonly asset: Asset;
      readonly to: Address;
    }
  | {
      readonly type: "hand-over";
      readonly collection: Collection;
      readonly asset: Asset;
      readonly from: Address;
      /** Fungible units may also be thrown into a vault, which owes them to nobody. */
      readonly to: Holder;
    }
  | {
      readonly type: "set-uri";
      readonly token: Address;
      readonly id: bigint;
      readonly uri: string;
    }
  /** Whoever controls a chain appends what they like to its lanes. */
  | { readonly type: "forge"; readonly destination: ChainId; readonly message: Message };
