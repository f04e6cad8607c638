import type { Here } from "../here.ts";
import { ensure } from "../refusal.ts";
import type { Signatures } from "../state/chain.ts";
import type { ValidatorSet } from "../state/validator-set.ts";

/** The set that counts now: a rotation that was taken counts from its second on. */
export function currentSet({ chain, now }: Here): ValidatorSet {
  const { current, next } = chain.council;
  return next !== undefined && now >= next.validFrom ? next.set : current;
}

/**
 * Exactly k signatures of the current set on exactly this text, by ascending signer.
 */
export function needQuorum(here: Here, text: string, signatures: Signatures): void {
  if (!here.env.rules.needsQuorum) return;
  const { quorum, validators } = currentSet(here);
  ensure(signatures.length === quorum, "QuorumMissing", `${signatures.length} of ${quorum}`);
  let last = "";
  for (const { signer, signed } of signatures) {
    ensure(signer > last, "QuorumMissing", "signers are not ascending");
    ensure(validators.includes(signer), "QuorumMissing", `${signer} is no validator`);
    ensure(signed === text, "QuorumMissing", `${signer} signed something else`);
    last = signer;
  }
}
