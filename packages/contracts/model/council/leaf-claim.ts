import { release } from "../asset/cross.ts";
import { emit, type Here } from "../here.ts";
import { gatewayText, type Signature } from "../message/signature.ts";
import { ensure } from "../refusal.ts";
import type { Chain, Leaf } from "../state/chain.ts";
import { type Address, ZERO_ADDRESS } from "../words.ts";
import { collectionOf, leafName, mustBeIn, take, windDownOf } from "./wind-down.ts";

/** A holder's own share of what a dead chain's vault holds. */
export interface LeafClaim {
  readonly leaf: Leaf;
  readonly recipient: Address;
  readonly by: Address;
  readonly signed?: { readonly expiry: number; readonly signature: Signature };
}

export const leafClaimText = (
  { id, gateway }: Pick<Chain, "id" | "gateway">,
  leaf: Leaf,
  recipient: Address,
  expiry: number,
): string => gatewayText(id, gateway, "Claim", [leafName(leaf), recipient, expiry]);

/**
 * After the notice a leaf's holder takes the asset out of the vault, to any account. It is no message: it has no limit, no
 * quarantine and no pause; only the token itself can refuse.
 */
export function claimLeaf(here: Here, { leaf, recipient, by, signed }: LeafClaim): void {
  const counterpart = leaf.chain;
  const windDown = windDownOf(here, counterpart);
  ensure(here.now >= windDown.claimableFrom, "NoticeNotOver");
  ensure(recipient !== ZERO_ADDRESS, "AccountZero");
  mustBeIn(windDown, leaf);
  if (by !== leaf.holder) {
    ensure(here.now <= (signed?.expiry ?? 0), "Expired");
    const text = leafClaimText(here.chain, leaf, recipient, signed?.expiry ?? 0);
    const isSigned = signed?.signature.signed === text && signed.signature.signer === leaf.holder;
    ensure(isSigned, "SignatureInvalid", by);
  }
  take(here, windDown, leaf);
  emit(here, { name: "HoldingClaimed", counterpart, leaf: leafName(leaf), recipient });
  const { standard, id, amount } = leaf;
  const collection = collectionOf(here.chain.id, leaf);
  release(here, { collection, standard, assets: [{ id, amount }] }, counterpart, recipient);
}
