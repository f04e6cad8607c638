import { dataSlice } from "ethers";
import {
  type Address,
  address,
  type Hex,
  isSameAddress,
  ZERO_ADDRESS,
} from "../../primitives/index.ts";
import { askProvider, callView } from "../chain-call.ts";
import { SplitNotFoundError, SplitTooLargeError } from "../errors.ts";
import type { ContractLocation } from "../location.ts";
import type { ListOf } from "./divide-nested.ts";
import { MOST_LEVELS } from "./divide-nested.ts";
import { listOf, type SplitShare } from "./share.ts";
import type { Split, SplitBalance } from "./split.ts";
import { SPLIT } from "./split-abi.ts";
import { cloneCode, splitImplementation } from "./split-address.ts";

const CLONE_BYTES = 45;
/** Most lists of one tree that are read. */
const MOST_LISTS = 256;

/**
 * Whether an account is a split of a factory: its code does what the factory's splits do. Its list may still be anything, because
 * whoever knows the implementation can make a clone of it.
 *
 * @throws PayoutUnavailableError
 */
export async function isSplit(account: ContractLocation, factory: Address): Promise<boolean> {
  const code = (await askProvider(account.provider.getCode(account.address))) as Hex;
  const clone = cloneCode(splitImplementation(factory));
  return code.length >= clone.length && dataSlice(code, 0, CLONE_BYTES) === clone;
}

/**
 * A split as it stands now.
 *
 * @throws SplitNotFoundError where it is none of the factory's or nobody has made it yet, PayoutUnavailableError
 */
export async function readSplit(split: ContractLocation, factory: Address): Promise<Split> {
  if (!(await isSplit(split, factory))) {
    throw new SplitNotFoundError("No split of this factory stands at the address.", {
      details: [`Address: ${split.address} on ${split.chain}`, `Factory: ${factory}`],
    });
  }
  const [shares, owner, nextOwner] = await Promise.all([
    readShares(split),
    callView(split, SPLIT, "owner"),
    callView(split, SPLIT, "nextOwner"),
  ]);
  return { address: split.address, shares, owner: somebody(owner), nextOwner: somebody(nextOwner) };
}

/**
 * What a split has of a currency.
 *
 * @param currency - an ERC-20's address, or zero for the chain's coin
 * @throws PayoutUnavailableError, PayoutRefusedError where it is no split, or the currency tells no balance
 */
export async function readSplitBalance(
  split: ContractLocation,
  currency: Address,
): Promise<SplitBalance> {
  const [undistributed, { amount, next }] = await Promise.all([
    callView(split, SPLIT, "undistributed", currency),
    callView(split, SPLIT, "openRound", currency),
  ]);
  return { undistributed, openRound: next === 0n ? undefined : { amount, paid: Number(next) } };
}

/**
 * The lists of all splits in a split, as far as a division looks into them: for `divideNested` and `dividePayment`.
 *
 * @param where - the chain; its address is not used
 * @throws SplitTooLargeError for more than 256 lists, PayoutUnavailableError
 */
export async function readNestedLists(
  where: Pick<ContractLocation, "chain" | "provider">,
  factory: Address,
  payees: readonly Pick<SplitShare, "payee" | "nested">[],
): Promise<ListOf> {
  const lists = new Map<Address, readonly SplitShare[] | undefined>();
  let level = payees;
  for (let depth = 1; depth <= MOST_LEVELS && level.length > 0; depth++) {
    const asked = new Set(level.filter(({ nested }) => nested).map(({ payee }) => payee));
    const added = [...asked].filter((account) => !lists.has(account));
    if (lists.size + added.length > MOST_LISTS) {
      throw new SplitTooLargeError(`More than ${MOST_LISTS} splits would have to be read.`);
    }
    const read = added.map((account) => listAt({ ...where, address: account }, factory));
    const found = await Promise.all(read);
    for (const [i, account] of added.entries()) lists.set(account, found[i]);
    level = found.flatMap((shares) => shares ?? []);
  }
  return (account) => lists.get(account);
}

async function listAt(
  account: ContractLocation,
  factory: Address,
): Promise<readonly SplitShare[] | undefined> {
  return (await isSplit(account, factory)) ? await readShares(account) : undefined;
}

async function readShares(split: ContractLocation): Promise<SplitShare[]> {
  return listOf(await callView(split, SPLIT, "shares"));
}

function somebody(account: string): Address | undefined {
  return isSameAddress(account, ZERO_ADDRESS) ? undefined : address(account);
}
