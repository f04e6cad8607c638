import { dividePayment, type ListOf, readNestedLists } from "@ryugu/sdk/payout";
import { type Address, address, chainId, isSameAddress } from "@ryugu/sdk/primitives";
import type { Chains } from "../world/chains.ts";
import type { PayingPlatform } from "./read-money.ts";

/** What an account gets of an amount. */
export type OwnPart = (amount: bigint) => bigint;

/**
 * How an account takes part in what a receiver gets at home: all of it where it is the receiver, its share where that is a split, and
 * nothing otherwise.
 *
 * @throws PayoutUnavailableError, SplitTooLargeError
 */
export async function partOf(
  chains: Chains,
  { chain, market }: PayingPlatform,
  receiver: string,
  account: string,
): Promise<OwnPart> {
  const payee = address(receiver);
  const where = { chain: chainId(chain), provider: chains.provider(chain) };
  const lists = await readNestedLists(where, address(market.splits), [{ payee, nested: true }]);
  return (amount) => ownOf(payee, amount, account, lists);
}

function ownOf(payee: Address, amount: bigint, account: string, lists: ListOf): bigint {
  return dividePayment([{ payee, amount, nested: true }], lists)
    .filter((part) => isSameAddress(part.payee, account))
    .reduce((sum, part) => sum + part.amount, 0n);
}
