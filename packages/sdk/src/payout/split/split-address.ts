import {
  concat,
  dataLength,
  getCreate2Address,
  getCreateAddress,
  keccak256,
  toBeHex,
} from "ethers";
import {
  type Address,
  address,
  type Bytes32,
  bytes32,
  ZERO_ADDRESS,
} from "../../primitives/index.ts";
import type { SplitShare } from "./share.ts";
import { packShares } from "./share-list.ts";

/** What a split is made of. Its address follows from these and the factory. */
export interface SplitContent {
  readonly shares: readonly SplitShare[];
  /** Who may change the list; nobody, ever, where left out. */
  readonly owner?: Address;
  /** For several splits with one list; zero where left out. */
  readonly salt?: Bytes32;
}

/** The salt where none is given. */
export const NO_SALT: Bytes32 = /* @__PURE__ */ bytes32(`0x${"00".repeat(32)}`);

/** A minimal proxy's code (EIP-1167) around the address that it delegates to. */
const CLONE_HEAD = "0x363d3d373d3d3d363d73";
const CLONE_TAIL = "0x5af43d82803e903d91602b57fd5bf3";
const CLONE_BYTES = 45;

/** What a factory's splits delegate to: the first contract that the factory made. */
export function splitImplementation(factory: Address): Address {
  return address(getCreateAddress({ from: factory, nonce: 1 }));
}

/**
 * Where a split stands, or would stand once somebody makes it: it can be paid before. Nothing is asked of a chain; a
 * factory has the same address on every chain, and so have its splits.
 *
 * @param factory - the zone's `SplitFactory`
 * @throws InvalidSharesError for a list that no split can have
 */
export function splitAddress(
  factory: Address,
  { shares, owner = ZERO_ADDRESS, salt = NO_SALT }: SplitContent,
  implementation: Address = splitImplementation(factory),
): Address {
  const list = packShares(owner, shares);
  const creation = concat([
    "0x61",
    toBeHex(dataLength(list) + CLONE_BYTES, 2),
    "0x3d81600a3d39f3",
    cloneCode(implementation),
    list,
  ]);
  return address(getCreate2Address(factory, salt, keccak256(creation)));
}

/** What stands before the list in a split's code. */
export function cloneCode(implementation: Address): string {
  return concat([CLONE_HEAD, implementation, CLONE_TAIL]);
}
