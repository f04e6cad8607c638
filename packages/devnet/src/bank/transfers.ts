import {
  type BankAccount,
  type BankRefusal,
  type BankTransfer,
  type BankTransferState,
  type Day,
  parseBankAccount,
  type TransferOrder,
} from "@ryugu/sdk/payout";
import { bytes32 } from "@ryugu/sdk/primitives";
import type { Database, Row } from "../database.ts";

/** A transfer as the bank keeps it. */
export interface KeptTransfer extends BankTransfer {
  readonly account: BankAccount;
  readonly reference: string;
  readonly executeOn?: Day;
  /** The bank's unix seconds: when it was ordered, when it leaves, when the other bank answers. */
  readonly orderedAt: number;
  readonly leavesAt: number;
  readonly arrivesAt: number;
}

/** The transfers' tables, and that of what is still to be told about them. */
export const TRANSFER_TABLES = `
  CREATE TABLE IF NOT EXISTS transfers (
    key TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    yen INTEGER NOT NULL,
    fee INTEGER NOT NULL,
    reference TEXT NOT NULL,
    executeOn TEXT,
    state TEXT NOT NULL,
    refusal TEXT,
    settledOn TEXT,
    orderedAt INTEGER NOT NULL,
    leavesAt INTEGER NOT NULL,
    arrivesAt INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS transfersByState ON transfers (state, leavesAt);
  CREATE INDEX IF NOT EXISTS transfersByDay ON transfers (settledOn);
  CREATE TABLE IF NOT EXISTS announcements (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL,
    state TEXT NOT NULL,
    told INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX IF NOT EXISTS announcementsUntold ON announcements (told, id);
`;

/** The transfer with a key; undefined where there is none. */
export function readTransfer(database: Database, key: string): KeptTransfer | undefined {
  const row = database.get("SELECT * FROM transfers WHERE key = ?", key);
  return row === undefined ? undefined : toTransfer(row);
}

/** Transfers of a state whose next moment has come, in the order in which it came. */
export function dueTransfers(
  database: Database,
  state: "accepted" | "sent",
  now: number,
): KeptTransfer[] {
  const moment = state === "accepted" ? "leavesAt" : "arrivesAt";
  return database
    .all(
      `SELECT * FROM transfers WHERE state = ? AND ${moment} <= ? ORDER BY ${moment}, key`,
      ...[state, now],
    )
    .map(toTransfer);
}

/** What was settled on a day, in the order in which it was ordered. */
export function settledOn(database: Database, day: Day): KeptTransfer[] {
  return database
    .all("SELECT * FROM transfers WHERE settledOn = ? ORDER BY orderedAt, key", day)
    .map(toTransfer);
}

/** What was ordered on a day and not refused, in yen. */
export function orderedBetween(database: Database, from: number, until: number): bigint {
  const row = database.get(
    "SELECT COALESCE(SUM(yen), 0) AS yen FROM transfers WHERE state <> 'refused' AND orderedAt >= ? AND orderedAt < ?",
    ...[from, until],
  );
  return row?.yen as bigint;
}

/** Keeps a transfer as it stands, and that it is to be told. */
export function saveTransfer(database: Database, transfer: KeptTransfer): void {
  const { key, account, yen, fee, reference, state, orderedAt, leavesAt, arrivesAt } = transfer;
  database.run(
    `INSERT OR REPLACE INTO transfers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[key, JSON.stringify(account), yen, fee, reference, transfer.executeOn ?? null, state],
    ...[transfer.refusal ?? null, transfer.settledOn ?? null, orderedAt, leavesAt, arrivesAt],
  );
  database.run("INSERT INTO announcements (key, state) VALUES (?, ?)", key, state);
}

/** Whether an order is the one that a transfer was made of. */
export function isSameOrder(transfer: KeptTransfer, order: TransferOrder): boolean {
  return (
    JSON.stringify(transfer.account) === JSON.stringify(order.account) &&
    transfer.yen === order.yen &&
    transfer.reference === order.reference &&
    transfer.executeOn === order.executeOn
  );
}

function toTransfer(row: Row): KeptTransfer {
  const { key, account, yen, fee, reference, executeOn, state, refusal } = row;
  return {
    key: bytes32(`${key}`),
    account: parseBankAccount(JSON.parse(`${account}`)),
    ...{ yen: yen as bigint, fee: fee as bigint, reference: `${reference}` },
    state: state as BankTransferState,
    ...(executeOn === null ? {} : { executeOn: `${executeOn}` }),
    ...(refusal === null ? {} : { refusal: refusal as BankRefusal }),
    ...(row.settledOn === null ? {} : { settledOn: `${row.settledOn}` }),
    orderedAt: Number(row.orderedAt),
    leavesAt: Number(row.leavesAt),
    arrivesAt: Number(row.arrivesAt),
  };
}
