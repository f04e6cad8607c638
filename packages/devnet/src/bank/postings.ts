import { type BankRefusal, dayInJapan } from "@ryugu/sdk/payout";
import type { Database } from "../database.ts";
import { post } from "./ledger.ts";
import type { KeptTransfer } from "./transfers.ts";

/** Takes the customer's money for an order: the bank owes it to the transfer now, less its fee. */
export function postOrder(database: Database, { key, yen, fee }: KeptTransfer): void {
  post(database, `order ${key}`, [
    { account: "deposit", debit: yen },
    { account: "transit", credit: yen - fee },
    { account: "fees", credit: fee },
  ]);
}

/** Sends a transfer: the bank owes it to the Zengin System now. */
export function postSent(database: Database, transfer: KeptTransfer): KeptTransfer {
  const { key, yen, fee } = transfer;
  post(database, `send ${key}`, [
    { account: "transit", debit: yen - fee },
    { account: "interbank", credit: yen - fee },
  ]);
  return { ...transfer, state: "sent" };
}

/** Settles a transfer with the other bank, on the bank day on which that answered. */
export function postSettled(database: Database, transfer: KeptTransfer): KeptTransfer {
  const { key, yen, fee, arrivesAt } = transfer;
  post(database, `settle ${key}`, [
    { account: "interbank", debit: yen - fee },
    { account: "cash", credit: yen - fee },
  ]);
  return { ...transfer, state: "settled", settledOn: dayInJapan(arrivesAt) };
}

/** Gives the money back to the customer from where it is, the fee too. */
export function postRefused(
  database: Database,
  transfer: KeptTransfer,
  refusal: BankRefusal,
): KeptTransfer {
  const { key, yen, fee, state } = transfer;
  post(database, `refuse ${key}`, [
    { account: state === "sent" ? "interbank" : "transit", debit: yen - fee },
    { account: "fees", debit: fee },
    { account: "deposit", credit: yen },
  ]);
  return { ...transfer, state: "refused", refusal };
}
