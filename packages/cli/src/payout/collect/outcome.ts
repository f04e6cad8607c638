import { isRetryable, RyuguError } from "@ryugu/sdk/errors";
import { PayoutRefusedError, type PersistOptions, persist } from "@ryugu/sdk/payout";
import type { Address, Bytes32, ChainId, Hex } from "@ryugu/sdk/primitives";
import { TransferNotWaitingError, TransferRefusedError } from "@ryugu/sdk/transfer";

/** One thing that stands between a payee and their money, and where it is. */
export interface Collecting {
  /** `search`: looking for what is there at all; a chain whose search is unanswered may hold anything. */
  readonly step: "search" | "forward" | "delivery" | "division" | "claim";
  readonly chain: ChainId;
  /** The router, the split, or the place that credits. */
  readonly place?: Address;
  readonly currency?: Address;
  readonly amount?: bigint;
  /** Of royalties on their way. */
  readonly messageId?: Bytes32;
}

/** A thing that was done; `transaction` is missing where the chain's answer was lost, and nothing was left when it was asked again. */
export interface Done {
  readonly state: "done";
  readonly transaction?: Hex;
}

/**
 * A thing that was not done. `waiting`: it is on its way, and nothing can be done now. `unanswered`: a chain gave no answer. `refused`: it
 * stays where it is, until its reason is gone.
 */
export interface Left {
  readonly state: "waiting" | "unanswered" | "refused";
  readonly why: string;
  /** The error's code, where there was one. */
  readonly code?: string;
}

/** What became of one thing. */
export type Collected = Collecting & (Done | Left);

/** How a thing is done, and how to see that it is still to be done. */
export interface Attempt {
  act(): Promise<Done | Left>;
  isLeft(): Promise<boolean>;
}

/**
 * Does a thing, also where the connection breaks on the way: an answer may be lost after the chain has acted, so that each further try
 * looks first whether anything is left to do.
 */
export async function collectOne(
  what: Collecting,
  { act, isLeft }: Attempt,
  options: PersistOptions,
): Promise<Collected> {
  options.signal?.throwIfAborted();
  let tries = 0;
  try {
    const ended = await persist(options, async (): Promise<Done | Left> => {
      if (tries++ > 0 && !(await isLeft())) return { state: "done" };
      try {
        return await act();
      } catch (error) {
        // The first try may have arrived after all, or somebody else has done it.
        if (isRefusal(error) && !(await isLeft())) return { state: "done" };
        throw error;
      }
    });
    return { ...what, ...ended };
  } catch (error) {
    return { ...what, ...leftBy(error) };
  }
}

/** Why a thing was not done. Throws what is no matter of chains: that the person stopped it, a defect. */
export function leftBy(error: unknown): Left {
  if (!(error instanceof RyuguError) || error.code === "interrupted") throw error;
  const why = [error.shortMessage, ...error.details.slice(0, 1)].join(" ");
  return { state: isRetryable(error) ? "unanswered" : "refused", why, code: error.code };
}

const isRefusal = (error: unknown) =>
  error instanceof PayoutRefusedError ||
  error instanceof TransferRefusedError ||
  error instanceof TransferNotWaitingError;
