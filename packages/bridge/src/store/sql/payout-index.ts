import type { Address, ChainId } from "@ryugu/sdk/primitives";
import type { IndexedRange, PayoutEntry } from "../../domain/payout-facts.ts";
import type { RefundedLog, SoldLog } from "../../domain/payout-log.ts";
import type {
  IndexedSale,
  PayoutIndexState,
  PayoutIndexStore,
  PayoutIndexUpdate,
} from "../../ports/payout-index-store.ts";
import { StoreOutrunError } from "../errors.ts";
import { insertAll } from "./batch.ts";
import type { Row, SqlDatabase, SqlSession } from "./database.ts";
import { forgetLogs, keepLogs, keepSent, landingStore } from "./payout-logs.ts";
import { number, text, word } from "./rows.ts";

/** The index of sales and payments, over a database that speaks SQL. */
export function payoutIndexStore(db: SqlDatabase): PayoutIndexStore {
  return {
    payoutIndex: (chain) => readIndex(db, chain),
    beginPayoutIndex: (state) => db.transaction((tx) => begin(tx, state)),
    knownSplits: (chain) => knownSplits(db, chain),
    addToPayoutIndex: (update) => db.transaction((tx) => add(tx, update)),
    ...landingStore(db),
  };
}

async function readIndex(db: SqlSession, chain: ChainId): Promise<PayoutIndexState | undefined> {
  const row = await db.get("SELECT * FROM payout_index WHERE chain = ?", chain);
  return row && { ...toRange(row), sources: text(row, "sources") };
}

/** A `payout_index` row. */
export const toRange = (row: Row): IndexedRange => ({
  chain: text(row, "chain") as ChainId,
  from: number(row, "first_block"),
  through: { number: number(row, "number"), hash: word(row, "hash"), time: number(row, "time") },
  currencies: JSON.parse(text(row, "currencies")),
});

async function begin(
  db: SqlSession,
  { chain, from, through, currencies, sources }: PayoutIndexState,
): Promise<void> {
  for (const table of ["payout_index", "payout_split", "sale", "payout_entry"])
    await db.run(`DELETE FROM ${table} WHERE chain = ?`, chain);
  await forgetLogs(db, chain);
  await db.run(
    `INSERT INTO payout_index (chain, first_block, number, hash, time, currencies, sources)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    chain,
    from,
    through.number,
    through.hash,
    through.time,
    JSON.stringify(currencies),
    sources,
  );
}

async function knownSplits(db: SqlSession, chain: ChainId): Promise<Address[]> {
  const rows = await db.all("SELECT split FROM payout_split WHERE chain = ? ORDER BY split", chain);
  return rows.map((row) => text(row, "split") as Address);
}

async function add(db: SqlSession, update: PayoutIndexUpdate): Promise<void> {
  const { chain, after, through, splits, sales, refunds, entries } = update;
  const moved = await db.run(
    "UPDATE payout_index SET number = ?, hash = ?, time = ? WHERE chain = ? AND number = ? AND hash = ?",
    through.number,
    through.hash,
    through.time,
    chain,
    after.number,
    after.hash,
  );
  if (moved === 0) {
    throw new StoreOutrunError("Another process has read this chain's payments meanwhile.", {
      details: [`Chain: ${chain}`, `Expected block: ${after.number}`],
    });
  }
  const found = splits.map((split) => [chain, split]);
  await insertAll(db, "payout_split (chain, split)", found, "ON CONFLICT DO NOTHING");
  await keepLogs(db, chain, update.kept);
  await keepSent(db, chain, update.royaltiesSent);
  await insertSales(
    db,
    sales.map((sale) => soldRow(chain, sale)),
  );
  for (const refund of refunds) await addRefund(db, chain, refund);
  await insertAll(
    db,
    `payout_entry (chain, kind, source, account, currency, amount, purpose, recipient,
      block, block_hash, time, tx, log_index)`,
    entries.map((entry) => entryRow(chain, entry)),
  );
}

function insertSales(db: SqlSession, sales: readonly IndexedSale[]): Promise<number> {
  return insertAll(
    db,
    `sale (chain, kind, market, order_hash, seller, payee, royalty_receiver, collection,
      time, block, log_index, value)`,
    sales.map((sale) => [
      sale.chain,
      sale.kind,
      sale.market,
      sale.orderHash,
      sale.seller,
      sale.payee,
      sale.royaltyReceiver,
      sale.collection,
      sale.at.time,
      sale.at.block,
      sale.at.logIndex,
      JSON.stringify(sale),
    ]),
  );
}

function soldRow(chain: ChainId, log: SoldLog): IndexedSale {
  const { type: kind, source: market, tokenId, count, paid, royalty, fee, ...rest } = log;
  return {
    ...rest,
    kind,
    chain,
    market,
    tokenId: `${tokenId}`,
    count: `${count}`,
    paid: `${paid}`,
    royalty: `${royalty}`,
    fee: `${fee}`,
  };
}

/** A refund says little of what was sold: the rest is the sale's. Royalty and fee stay with those who got them. */
async function addRefund(db: SqlSession, chain: ChainId, log: RefundedLog): Promise<void> {
  const row = await db.get(
    `SELECT value FROM sale WHERE order_hash = ? AND chain = ? AND market = ? AND kind = 'sold'
     ORDER BY position DESC LIMIT 1`,
    log.orderHash,
    chain,
    log.source,
  );
  if (row === undefined) return;
  const sale = JSON.parse(text(row, "value")) as IndexedSale;
  const { purpose, buyer, payer: recipient, count, paid, at } = log;
  const refund = { count: `${count}`, paid: `${paid}`, royalty: "0", fee: "0" };
  await insertSales(db, [{ ...sale, kind: "refunded", purpose, buyer, recipient, ...refund, at }]);
}

const entryRow = (chain: ChainId, entry: PayoutEntry) => [
  chain,
  entry.kind,
  entry.source,
  entry.account,
  entry.currency,
  `${entry.amount}`,
  entry.purpose ?? null,
  entry.to ?? null,
  entry.at.block,
  entry.at.blockHash,
  entry.at.time,
  entry.at.transaction,
  entry.at.logIndex,
];
