import type { Signer } from "ethers";
import { type Address, type Hex, ZERO_ADDRESS } from "../../primitives/index.ts";
import { type ContractCall, sendCall } from "../chain-call.ts";
import type { ContractLocation } from "../location.ts";
import { assertShares, type SplitShare } from "./share.ts";
import { SPLIT } from "./split-abi.ts";

/**
 * Changes a split's list, as its owner. What is there and not divided yet is divided by the new list; a division in parts that is
 * under way ends by the old one.
 *
 * @returns the transaction
 * @throws InvalidSharesError, PayoutRefusedError (`CallerNotOwner`), PayoutUnavailableError, PayoutChainError
 */
export function changeShares(
  split: ContractLocation,
  signer: Signer,
  shares: readonly SplitShare[],
): Promise<Hex> {
  assertShares(shares);
  return carry(split, signer, { what: "The new list", name: "setShares", args: [shares] });
}

/**
 * Names the next owner, who becomes it by {@link acceptSplit}.
 *
 * @throws as {@link changeShares}
 */
export function offerSplit(
  split: ContractLocation,
  signer: Signer,
  nextOwner: Address,
): Promise<Hex> {
  return carry(split, signer, { what: "The offer", name: "transferOwnership", args: [nextOwner] });
}

/**
 * Becomes the owner of a split that was offered.
 *
 * @throws PayoutRefusedError (`CallerNotNextOwner`), PayoutUnavailableError, PayoutChainError
 */
export function acceptSplit(split: ContractLocation, signer: Signer): Promise<Hex> {
  return carry(split, signer, { what: "The acceptance", name: "acceptOwnership", args: [] });
}

/**
 * Gives up a split, so that nobody can ever change its list again.
 *
 * @throws as {@link changeShares}
 */
export function fixSplit(split: ContractLocation, signer: Signer): Promise<Hex> {
  return carry(split, signer, {
    what: "The end of its ownership",
    name: "transferOwnership",
    args: [ZERO_ADDRESS],
  });
}

async function carry(split: ContractLocation, signer: Signer, call: ContractCall): Promise<Hex> {
  return (await sendCall(split, signer, SPLIT, call)).hash as Hex;
}
