import {
  type ContractLocation,
  distribute,
  distributeInParts,
  type FoundSplit,
  readSplitBalance,
  type SplitBalance,
} from "@ryugu/sdk/payout";
import type { Address, ChainId, Hex } from "@ryugu/sdk/primitives";
import type { Signer } from "ethers";
import { onChain } from "../sources.ts";
import { amountOr0, type CollectContext, searched } from "./context.ts";
import { type Collected, collectOne } from "./outcome.ts";

/** A longer list is divided in parts, so that any chain's block holds each. */
const MOST_AT_ONCE = 100;

/** Has the splits of a chain divide what they hold in the currencies that count: those that are farthest from the payee first. */
export async function* divideSplits(
  context: CollectContext,
  chain: ChainId,
  splits: readonly FoundSplit[],
): AsyncGenerator<Collected, void, void> {
  const provider = context.chains.providerOf(chain);
  for (const { address: place, shares } of splits) {
    for (const currency of onChain(chain, context.currencies)) {
      const split = { chain, address: place, provider };
      const held = () => amountOr0(heldBy(split, currency));
      const amount = yield* searched(context, chain, held);
      if (amount === undefined || amount === 0n) continue;
      const signer = context.signerOn(chain);
      yield await collectOne(
        { step: "division", chain, place, currency, amount },
        {
          async act() {
            const { openRound } = await readSplitBalance(split, currency);
            const isLong = shares.length > MOST_AT_ONCE || openRound !== undefined;
            const transaction = await divideOnce(split, signer, currency, isLong);
            return { state: "done", ...(transaction && { transaction }) };
          },
          isLeft: async () => (await held()) > 0n,
        },
        context.persist,
      );
    }
  }
}

/** What is to be divided, and what is left of a division that stands open. */
async function heldBy(split: ContractLocation, currency: Address): Promise<bigint> {
  const { undistributed, openRound }: SplitBalance = await readSplitBalance(split, currency);
  return undistributed > 0n ? undistributed : (openRound?.amount ?? 0n);
}

async function divideOnce(
  split: ContractLocation,
  signer: Signer,
  currency: Address,
  inParts: boolean,
): Promise<Hex | undefined> {
  if (!inParts) return (await distribute(split, signer, currency)).transaction;
  let last: Hex | undefined;
  for await (const part of distributeInParts(split, signer, currency)) last = part.transaction;
  return last;
}
