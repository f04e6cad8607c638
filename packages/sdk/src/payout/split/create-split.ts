import type { Signer } from "ethers";
import { type Address, type Hex, isSameAddress, ZERO_ADDRESS } from "../../primitives/index.ts";
import { callView, sendCall } from "../chain-call.ts";
import { PayoutRefusedError } from "../errors.ts";
import type { ContractLocation } from "../location.ts";
import { isSplit } from "./read-split.ts";
import { assertShares } from "./share.ts";
import { FACTORY } from "./split-abi.ts";
import { NO_SALT, type SplitContent, splitAddress } from "./split-address.ts";

/** A split that stands on its chain. */
export interface CreatedSplit {
  readonly address: Address;
  /** Missing where it stood there before. */
  readonly transaction: Hex | undefined;
}

/**
 * Makes a split; where it stands already, sends nothing. Anyone may make it for anyone: its address follows from what it is.
 *
 * @param factory - where the zone's `SplitFactory` is
 * @throws InvalidSharesError, PayoutRefusedError, PayoutUnavailableError, PayoutChainError
 *
 * @example
 * const split = await createSplit(factory, signer, { shares: [{ payee: painter, weight: 7, nested: false }, { payee: poet, weight: 3, nested: false }] });
 */
export async function createSplit(
  factory: ContractLocation,
  signer: Signer,
  content: SplitContent,
): Promise<CreatedSplit> {
  const { shares, owner = ZERO_ADDRESS, salt = NO_SALT } = content;
  assertShares(shares);
  const split = splitAddress(factory.address, content);
  if (await isSplit({ ...factory, address: split }, factory.address)) {
    return { address: split, transaction: undefined };
  }
  // Before anything is sent: another contract, or another release of it, would make it elsewhere.
  const told: string = await callView(factory, FACTORY, "splitOf", owner, shares, salt);
  if (!isSameAddress(told, split)) {
    throw new PayoutRefusedError(undefined, "The contract makes splits at other addresses.", {
      details: [`Expected: ${split}`, `It says: ${told}`, `Is ${factory.address} a split factory?`],
    });
  }
  const args = [owner, shares, salt];
  const receipt = await sendCall(factory, signer, FACTORY, {
    what: "The split",
    name: "create",
    args,
  });
  return { address: split, transaction: receipt.hash as Hex };
}
