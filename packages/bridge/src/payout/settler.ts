import { splitAbi } from "@ryugu/contracts";
import { bytes32, type Hex } from "@ryugu/sdk/primitives";
import { Interface, id } from "ethers";
import { type DivisionStep, divisionStep, type SplitView } from "../domain/division.ts";
import { isMyTurn, rankOf } from "../domain/turn.ts";
import type { ArrivedRoyalty, RoyaltyEnd } from "../ports/royalty-store.ts";
import type { PayoutContext } from "./context.ts";
import { want } from "./want.ts";

const split = new Interface(splitAbi);

/** Royalties dealt with in one tick. */
const PER_TICK = 64;
/** Nothing is under way for longer than a message's deadline, of 30 days at most. Seconds. */
const LOOKED_BACK = 60 * 86_400;

/** Has splits divide the royalties that came home to one chain. */
export interface Settler {
  /** @returns whether there is more to do at once */
  tick(): Promise<boolean>;
}

/**
 * Makes the settler of one chain. Of whom royalties were paid to, splits are asked to divide; anybody else keeps what they were
 * paid, as their ERC-2981 asked.
 */
export function createSettler(context: PayoutContext): Settler {
  const { reader, store, clock, report } = context;
  const { chain } = reader;
  /** Where the list of what has arrived is gone on with. */
  let after = 0;
  /** Since when this process has known that a split has something to divide. All of it may be lost. */
  const dueSince = new Map<string, number>();

  /** Nodes take turns, in an order of their own for each split and currency. */
  const isMine = (piece: string): boolean => {
    const now = clock.now();
    const since = dueSince.get(piece) ?? now;
    dueSince.set(piece, since);
    const turn = { laneId: bytes32(id(`divide/${piece}`)), delivered: 0 };
    const { validators } = context.council.on(chain);
    const rank = rankOf(turn, validators, context.self, context.exchange.isAnswering);
    return isMyTurn(rank, now - since, context.turn);
  };

  const end = async ({ transfer, receiver }: ArrivedRoyalty, how: RoyaltyEnd) => {
    const messageId = bytes32(transfer.messageId);
    await store.endRoyalty(messageId, how);
    report({ type: "royalties-ended", chain, messageId, receiver, end: how });
  };

  const divide = async (
    { transfer, receiver }: ArrivedRoyalty,
    currency: string,
    view: SplitView,
  ): Promise<void> => {
    const work = `divide/${chain}/${receiver}/${currency}`;
    const to = receiver;
    const ask = (step: DivisionStep) => {
      if (step.kind === "none") return undefined;
      const data = (
        step.kind === "whole"
          ? split.encodeFunctionData("distribute", [currency])
          : split.encodeFunctionData("distributePart", [currency, step.most])
      ) as Hex;
      const part = step.kind === "whole" ? "whole" : `from-${step.from}`;
      return want(context, { chain, work, piece: `${transfer.messageId}/${part}`, to, data });
    };
    const first = divisionStep(view, false);
    const answer = await ask(first);
    // Too much for one transaction: nested splits can be large.
    if (first.kind === "whole" && answer === "refused") await ask(divisionStep(view, true));
  };

  const settle = async (arrived: ArrivedRoyalty, block: number): Promise<void> => {
    const { transfer, receiver } = arrived;
    // What arrived in a block that may still be replaced has not arrived.
    if (transfer.delivered === undefined || transfer.delivered.block > block) return;
    const paidIn = context.currencies.find(
      ({ chain: homeChain, token }) =>
        homeChain === transfer.homeChain && token === transfer.homeToken,
    );
    // Who had it instead, by their own choice, has it; and what is no money of the zone's is not divided at this node's cost.
    if (paidIn === undefined || transfer.redirectedTo !== undefined) return end(arrived, "paid");
    const currency = await reader.currencyHere(paidIn);
    const ask = (at: number | "latest") =>
      reader.split(context.splitFactories, receiver, currency, at);
    const view = await ask(block);
    if (view === undefined) return end(arrived, "paid");
    const piece = `${receiver}/${currency}`;
    if (view.next === 0 && view.undistributed === 0n) {
      dueSince.delete(piece);
      return end(arrived, "divided");
    }
    if (!isMine(piece)) return;
    // Somebody may have had it divided already, in a block that is not final yet.
    const now = await ask("latest");
    if (now !== undefined) await divide(arrived, currency, now);
  };

  return {
    async tick() {
      const block = (await store.cursor(chain))?.final.number ?? -1;
      const since = Math.floor(clock.now() / 1_000) - LOOKED_BACK;
      const arrived = await store.arrivedRoyalties(chain, { since, after, limit: PER_TICK });
      // Those that never end, because somebody made them so, keep nobody's place.
      after = arrived.length < PER_TICK ? 0 : (arrived.at(-1)?.position ?? 0);
      const failures: unknown[] = [];
      for (const royalty of arrived)
        await settle(royalty, block).catch((error: unknown) => failures.push(error));
      // What cannot be settled holds up nothing else, and is tried again.
      if (failures.length > 0) throw failures[0];
      return false;
    },
  };
}
