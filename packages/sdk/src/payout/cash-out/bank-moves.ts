import type { BankTransfer, BankTransferState } from "./bank-rail.ts";
import { CashOutContradictionError } from "./errors.ts";
import type { CashOut, CashOutMove, CashOutState } from "./state.ts";

/** How far along each state is, of those in which the bank has a word. */
const RANK: Partial<Record<CashOutState, number>> & Record<BankTransferState, number> = {
  accepted: 0,
  sent: 1,
  settled: 2,
  refused: 2,
  returned: 2,
};

/**
 * What a bank's word on its transfer does to a cash-out: nothing where it is older than what is known, and every move
 * in between where some were never told. So the order in which words arrive does not matter, nor how often they do.
 *
 * @throws CashOutContradictionError where the bank says what cannot be true beside what it said before
 */
export function bankMoves(cashOut: CashOut, transfer: BankTransfer): readonly CashOutMove[] {
  const [here, there] = [RANK[cashOut.state], RANK[transfer.state]];
  if (here === undefined || transfer.yen !== cashOut.yen) throw contradiction(cashOut, transfer);
  const isEnd = here === RANK.settled && there === RANK.settled;
  if (isEnd && (cashOut.state === "settled") !== (transfer.state === "settled")) {
    throw contradiction(cashOut, transfer);
  }
  if (there <= here) return [];
  if (transfer.state === "refused") {
    return [{ type: "refused", reason: transfer.refusal ?? "cancelled" }];
  }
  const { fee } = transfer;
  const sent: readonly CashOutMove[] = here < RANK.sent ? [{ type: "sent", fee }] : [];
  if (transfer.state !== "settled") return sent;
  if (transfer.settledOn === undefined) throw contradiction(cashOut, transfer);
  return [...sent, { type: "settled", on: transfer.settledOn }];
}

function contradiction(cashOut: CashOut, transfer: BankTransfer): CashOutContradictionError {
  return new CashOutContradictionError("The bank's word does not fit what is known.", {
    details: [
      `Cash-out: ${cashOut.id}`,
      `Known: ${cashOut.yen} yen, ${cashOut.state}`,
      `The bank says: ${transfer.yen} yen, ${transfer.state} ${transfer.refusal ?? ""}`,
    ],
  });
}
