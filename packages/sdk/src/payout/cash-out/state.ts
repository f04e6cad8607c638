import type { Address, Bytes32, Hex } from "../../primitives/index.ts";
import type { BankRefusal } from "./bank-rail.ts";
import type { Day } from "./business-day.ts";
import { IllegalCashOutMoveError } from "./errors.ts";

/** Where a cash-out stands. `settled`, `returned` and `cancelled` are ends. */
export type CashOutState =
  /** The issuer has the payee's word and not yet the tokens. */
  | "requested"
  /** The issuer has the tokens and owes a transfer, or the tokens. */
  | "accepted"
  /** The bank has sent the money to the account's bank. */
  | "sent"
  /** The money is in the account. */
  | "settled"
  /** The money will not be paid; the tokens are on their way back. */
  | "refused"
  /** The payee has the tokens again. */
  | "returned"
  /** It ended before anything was paid. */
  | "cancelled";

/** Why a cash-out was refused: by the bank, or by the issuer. */
export type RefusalReason = BankRefusal | "amount-differs" | "paid-too-late";

/** Why a cash-out ended before anything was paid. */
export type CancellationReason = "cancelled" | "expired" | "payment-voided";

/** Something that happened to a cash-out. */
export type CashOutMove =
  /** The payee's tokens arrived, finally. `units` are those that did. */
  | { readonly type: "paid"; readonly units: bigint; readonly transaction: Hex }
  /** `fee` is what the bank took in the end, in yen. */
  | { readonly type: "sent"; readonly fee: bigint }
  | { readonly type: "settled"; readonly on: Day }
  | { readonly type: "refused"; readonly reason: RefusalReason }
  | { readonly type: "returned" }
  | { readonly type: "cancelled"; readonly reason: CancellationReason };

/** A cash-out, as it stands. */
export interface CashOut {
  readonly id: Bytes32;
  readonly payee: Address;
  /** What the payee pays, in the currency's units. */
  readonly units: bigint;
  /** The same in yen. */
  readonly yen: bigint;
  /** What the bank takes of it, in yen: as it was quoted, and from `sent` on as it was. */
  readonly fee: bigint;
  /** The last digits of the account, to know it again by. */
  readonly accountEnding: string;
  readonly state: CashOutState;
  /** Why it is refused, returned or cancelled. */
  readonly reason?: RefusalReason | CancellationReason;
  /** The payee's payment, and how much arrived with it, in the currency's units. */
  readonly payment?: { readonly transaction: Hex; readonly units: bigint };
  /** The bank day in whose file the transfer stands. */
  readonly settledOn?: Day;
}

/** From where each move may be made. */
const FROM: Readonly<Record<CashOutMove["type"], readonly CashOutState[]>> = {
  // A payment that comes after the end is given back, not kept.
  paid: ["requested", "cancelled"],
  sent: ["accepted"],
  settled: ["sent"],
  refused: ["accepted", "sent"],
  returned: ["refused"],
  cancelled: ["requested"],
};

/** Whether nothing more can happen to a cash-out but a payment that comes too late. */
export function isEnded({ state }: Pick<CashOut, "state">): boolean {
  return state === "settled" || state === "returned" || state === "cancelled";
}

/**
 * A cash-out after a move.
 *
 * @throws IllegalCashOutMoveError where its state does not have the move
 */
export function moveCashOut(cashOut: CashOut, move: CashOutMove): CashOut {
  if (!FROM[move.type].includes(cashOut.state)) {
    throw new IllegalCashOutMoveError(
      `A cash-out that is ${cashOut.state} cannot be ${move.type}.`,
      {
        details: [`Cash-out: ${cashOut.id}`],
      },
    );
  }
  switch (move.type) {
    case "paid":
      return { ...cashOut, ...afterPayment(cashOut, move.units), payment: paymentOf(move) };
    case "settled":
      return { ...cashOut, state: "settled", settledOn: move.on };
    case "refused":
    case "cancelled":
      return { ...cashOut, state: move.type, reason: move.reason };
    case "sent":
      return { ...cashOut, state: "sent", fee: move.fee };
    case "returned":
      return { ...cashOut, state: "returned" };
  }
}

function paymentOf({ transaction, units }: CashOutMove & { type: "paid" }) {
  return { transaction, units };
}

/** Only exactly what was asked for, in time, is turned into yen. */
function afterPayment(cashOut: CashOut, units: bigint): Pick<CashOut, "state" | "reason"> {
  if (cashOut.state === "cancelled") return { state: "refused", reason: "paid-too-late" };
  return units === cashOut.units
    ? { state: "accepted" }
    : { state: "refused", reason: "amount-differs" };
}
