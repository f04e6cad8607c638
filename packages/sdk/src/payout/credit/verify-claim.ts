import { recoverSigner } from "../../lane/index.ts";
import { type Address, type ChainId, isSameAddress, ZERO_ADDRESS } from "../../primitives/index.ts";
import { InvalidClaimError } from "../errors.ts";
import { claimDigest } from "./claim-order.ts";
import type { SignedClaim } from "./signed-claim.ts";

/** What a signed claim is held against. */
export interface ClaimContext {
  /** Unix seconds. */
  readonly now: number;
  /** Where it shall be carried out; any place where left out. */
  readonly place?: { readonly chain: ChainId; readonly address: Address };
  /** The place's next nonce for the payee; not compared where left out. */
  readonly nonce?: number;
  /** Whether the payee is a contract: then it may say who signed (ERC-1271), and the chain asks it. */
  readonly isContract?: boolean;
  /** What it said, where somebody asked it: see `readContractClaim`. */
  readonly contractSigned?: boolean | undefined;
}

/**
 * Checks what can be known of a signed claim without asking a chain: whoever is asked to pay its gas calls this first. What the
 * chain knows alone (whether anything is credited, whether the currency pays the account) is found by the gas estimate.
 *
 * @throws InvalidClaimError, whose `reason` says which part is wrong
 */
export function verifySignedClaim(signed: SignedClaim, context: ClaimContext): void {
  const { now, nonce, place } = context;
  if (place !== undefined) assertPlace(signed, place);
  if (isSameAddress(signed.to, ZERO_ADDRESS) || isSameAddress(signed.to, signed.place)) {
    throw new InvalidClaimError("recipient", "Nobody would be paid.", {
      details: [`To: ${signed.to}`],
    });
  }
  if (now > signed.deadline) {
    throw new InvalidClaimError("expired", "The claim's time is over.", {
      details: [`Deadline: ${signed.deadline}`, `Now: ${now}`],
    });
  }
  if (nonce !== undefined && nonce !== signed.nonce) {
    throw new InvalidClaimError(
      "nonce",
      "The claim was carried out already, or another comes first.",
      { details: [`Nonce: ${signed.nonce}`, `Expected: ${nonce}`] },
    );
  }
  // The key first, as the chain does: an account whose code is only delegated (EIP-7702) still signs with it.
  if (!isSignedByKey(signed)) assertContract(signed, context);
}

/** Checks that a signed claim is for a place. */
export function assertPlace(
  signed: Pick<SignedClaim, "chain" | "place">,
  place: { readonly chain: ChainId; readonly address: Address },
): void {
  if (signed.chain !== place.chain) {
    throw new InvalidClaimError("chain", "The claim is for another chain.", {
      details: [`Signed for: ${signed.chain}`, `Here: ${place.chain}`],
    });
  }
  if (!isSameAddress(signed.place, place.address)) {
    throw new InvalidClaimError("place", "The claim is for another split or rail.", {
      details: [`Signed for: ${signed.place}`, `Here: ${place.address}`],
    });
  }
}

function isSignedByKey(signed: SignedClaim): boolean {
  try {
    return isSameAddress(recoverSigner(claimDigest(signed), signed.signature), signed.payee);
  } catch {
    return false;
  }
}

function assertContract(
  { payee }: SignedClaim,
  { contractSigned, isContract = contractSigned !== undefined }: ClaimContext,
): void {
  if (isContract && contractSigned !== false) return;
  const why = isContract
    ? "The payee, a contract, does not stand by this claim."
    : "The payee did not sign this claim with a key.";
  const hint = isContract ? [] : ["A payee that is a contract has to be asked: `isContract`."];
  throw new InvalidClaimError("signature", why, { details: [`Payee: ${payee}`, ...hint] });
}
