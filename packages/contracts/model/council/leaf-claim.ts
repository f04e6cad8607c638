import { release } from "../asset/cross.ts";
import { emit, type Here } from "../here.ts";
import { gatewayText, type Signature } from "../message/signature.ts";
import { ensure } from "../refusal.ts";
import type { Chain, Leaf } from "../state/chain.ts";
import { put } from "../state/journal.ts";
import { type Address, ZERO_ADDRESS } from "../words.ts";
import { collectionOf, leafName, mustBeIn, noticeIsOver, windDownOf } from "./wind-down.ts";

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
  ensure(!windDown.voided, "NoWindDown", counterpart);
  ensure(noticeIsOver(here, windDown), "NoticeNotOver");
  mustBeIn(windDown, leaf);
  ensure(recipient !== ZERO_ADDRESS, "AccountZero");
  let asks = by;
  if (signed !== undefined) {
    ensure(here.now <= signed.expiry, "Expired");
    const text = leafClaimText(here.chain, leaf, recipient, signed.expiry);
    ensure(signed.signature.signed === text, "SignatureInvalid");
    asks = signed.signature.signer;
  }
  ensure(asks === leaf.holder, "NotEntitled", asks);
  const name = leafName(leaf);
  const unpaid = !windDown.claimed.has(name) || !here.env.rules.paysLeavesOnce;
  ensure(unpaid, "LeafClaimed", name);
  put(here.journal, windDown.claimed, name, true);
  const { standard, id, amount } = leaf;
  const collection = collectionOf(here.chain.id, leaf);
  release(here, { collection, standard, assets: [{ id, amount }] }, counterpart, recipient, true);
  emit(here, { name: "HoldingClaimed", counterpart, leaf: name, recipient });
}
