import {
  type Chain,
  type ChainId,
  collectionKey,
  type Holder,
  vaultOf,
} from "@ryugu/contracts/model";
import type { Address } from "@ryugu/sdk/primitives";
import { id } from "ethers";

const made = new Map<string, Address>();

/** An address that only a text makes. */
function named(text: string): Address {
  const known = made.get(text) ?? (`0x${id(text).slice(26)}` as Address);
  made.set(text, known);
  return known;
}

/** Where a chain's custody answers. */
export const custodyAddress = (chain: ChainId): Address => named(`custody ${chain}`);

/** Where a vault for a counterpart answers. */
export const vaultAddress = (counterpart: ChainId): Address => named(vaultOf(counterpart));

/** What stands for a collection on every chain but its own. */
export const representationAddress = (collection: string): Address =>
  named(`representation of ${collection}`);

/** A holder's address: the model knows vaults by their names. */
export const holderAddress = (holder: Holder): Address =>
  holder.startsWith("0x") ? (holder as Address) : named(holder);

/** Who has an address on a chain. */
export function holderAt(state: Chain, address: string): Holder {
  const counterpart = [...state.outgoing.keys()].find((chain) => vaultAddress(chain) === address);
  return counterpart === undefined ? (address as Address) : vaultOf(counterpart);
}

/** The collection whose contract, its own or a representation, has an address on a chain. */
export function collectionAt(state: Chain, address: string): string | undefined {
  const homeToken = address as Address;
  if (state.tokens.has(homeToken)) return collectionKey({ homeChain: state.id, homeToken });
  return [...state.representations.keys()].find((key) => representationAddress(key) === address);
}
