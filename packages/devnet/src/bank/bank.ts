import {
  type BankCalendar,
  type BankTerms,
  type Day,
  dayInJapan,
  departureTime,
  startOfDay,
  type TransferOrder,
  transferFee,
  writeTransferFile,
} from "@ryugu/sdk/payout";
import type { Database } from "../database.ts";
import { type BankClock, CLOCK_TABLES } from "./clock.ts";
import { drawnBetween } from "./drawn.ts";
import { BankMaintenanceError, BankTransferNotFoundError, OrderConflictError } from "./errors.ts";
import { balanceOf, LEDGER_TABLES, type LedgerBalance, post, trialBalance } from "./ledger.ts";
import { postOrder, postRefused, postSent, postSettled } from "./postings.ts";
import { arrivalTime, fateOf, isUnderMaintenance, leavingTime, refusalOf } from "./rules.ts";
import type { BankSettings } from "./settings.ts";
import {
  dueTransfers,
  isSameOrder,
  type KeptTransfer,
  orderedBetween,
  readTransfer,
  saveTransfer,
  settledOn,
  TRANSFER_TABLES,
} from "./transfers.ts";

/** The tables of a bank's database. */
export const BANK_TABLES = `${CLOCK_TABLES}${LEDGER_TABLES}${TRANSFER_TABLES}`;

const DAY = 86_400;

/** What a bank is made of. */
export interface BankContext {
  readonly database: Database;
  readonly settings: BankSettings;
  readonly clock: BankClock;
  readonly holidays: ReadonlySet<Day>;
}

/** A bank's business: synchronous, and durable when a call returns. */
export interface Bank {
  terms(): BankTerms;
  /** Takes an order, or says where the one with this key stands. Throws OrderConflictError. */
  order(order: TransferOrder): KeptTransfer;
  /** Throws BankTransferNotFoundError. */
  status(key: string): KeptTransfer;
  /** Takes an order back where it has not left. Throws BankTransferNotFoundError. */
  cancel(key: string): KeptTransfer;
  /** Does what is due by the bank's clock. */
  tick(): void;
  /** The day's file; undefined until the day is over. */
  settlementFile(day: Day): Uint8Array | undefined;
  balances(): LedgerBalance[];
  /** Throws BankMaintenanceError while the bank is closed. */
  assertOpen(): void;
}

/** Opens a bank over its database; the first time, with its customer's money in it. */
export function openBank({ database, settings, clock, holidays }: BankContext): Bank {
  const calendar: BankCalendar = { ...settings.calendar, holidays };
  const { deposit, account, code } = settings.customer;
  database.transaction(() => {
    if (trialBalance(database).length > 0) return;
    const lines = [{ account: "cash", debit: deposit } as const];
    post(database, "opening", [...lines, { account: "deposit", credit: deposit }]);
  });

  const find = (key: string): KeptTransfer => {
    const found = readTransfer(database, key);
    if (found !== undefined) return found;
    throw new BankTransferNotFoundError("The bank knows no transfer with this key.", {
      details: [`Key: ${key}`],
    });
  };

  const take = (order: TransferOrder): KeptTransfer => {
    const now = clock.now();
    const today = startOfDay(dayInJapan(now));
    const { sending, seed } = settings.delays;
    const ready = now + drawnBetween(sending, seed, "sending", order.key);
    const fee = transferFee(settings.fees, order.yen, order.account.bankCode);
    const leavesAt = leavingTime(order, ready, calendar);
    const times = { orderedAt: now, leavesAt, arrivesAt: 0 };
    const refusal = refusalOf(order, {
      ...{ settings, calendar, now, fee, deposit: balanceOf(database, "deposit") },
      orderedToday: orderedBetween(database, today, today + DAY),
    });
    if (refusal !== undefined) return { ...order, ...times, fee, state: "refused", refusal };
    const transfer: KeptTransfer = { ...order, ...times, fee, state: "accepted" };
    postOrder(database, transfer);
    return transfer;
  };

  const send = (transfer: KeptTransfer): KeptTransfer => {
    const { arriving, seed } = settings.delays;
    const after = transfer.leavesAt + drawnBetween(arriving, seed, "arriving", transfer.key);
    return { ...postSent(database, transfer), arrivesAt: arrivalTime(after, calendar) };
  };

  const settle = (transfer: KeptTransfer): KeptTransfer => {
    const refusal = fateOf(transfer.account, settings);
    return refusal === undefined
      ? postSettled(database, transfer)
      : postRefused(database, transfer, refusal);
  };

  const keep = (transfer: KeptTransfer): KeptTransfer => {
    saveTransfer(database, transfer);
    return transfer;
  };

  /** Each in a transaction of its own: a crash between two leaves nothing half done. */
  const each = (
    state: "accepted" | "sent",
    work: (transfer: KeptTransfer) => KeptTransfer,
  ): void => {
    for (const transfer of dueTransfers(database, state, clock.now())) {
      database.transaction(() => keep(work(transfer)));
    }
  };

  const tick = () => {
    each("accepted", send);
    each("sent", settle);
  };

  return {
    terms: () => ({
      fees: settings.fees,
      perTransfer: settings.limits.perTransfer,
      leavesOn: dayInJapan(departureTime(clock.now(), calendar)),
    }),
    order: (order) =>
      database.transaction(() => {
        const known = readTransfer(database, order.key);
        if (known === undefined) return keep(take(order));
        if (isSameOrder(known, order)) return known;
        throw new OrderConflictError("This key was used for another order.", {
          details: [`Key: ${order.key}`],
        });
      }),
    status: find,
    cancel: (key) =>
      database.transaction(() => {
        const transfer = find(key);
        const isInTime = transfer.state === "accepted" && transfer.leavesAt > clock.now();
        return isInTime ? keep(postRefused(database, transfer, "cancelled")) : transfer;
      }),
    tick,
    settlementFile(day) {
      tick();
      if (clock.now() < startOfDay(day) + DAY) return undefined;
      const transfers = settledOn(database, day).map(({ yen, fee, ...rest }) => ({
        ...{ account: rest.account, reference: rest.reference, yen: yen - fee },
      }));
      const date = day.slice(5).replace("-", "");
      return writeTransferFile({ customerCode: code, account, date, transfers });
    },
    balances: () => trialBalance(database),
    assertOpen() {
      if (!isUnderMaintenance(clock.now(), settings)) return;
      throw new BankMaintenanceError("The bank is closed for maintenance.");
    },
  };
}
