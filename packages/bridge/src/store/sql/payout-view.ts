import type { Address, ChainId } from "@ryugu/sdk/primitives";
import type { PayoutEntry } from "../../domain/payout-facts.ts";
import type {
  EntryQuery,
  IndexedSale,
  PayoutSum,
  PayoutView,
  SaleQuery,
} from "../../ports/payout-index-store.ts";
import type { Row, SqlDatabase, SqlSession, SqlValue } from "./database.ts";
import { toRange } from "./payout-index.ts";
import { number, text, toPosition, word } from "./rows.ts";
import { stateOfRouter } from "./royalty-view.ts";

/** What people ask about sales and payments, over a database that speaks SQL. */
export function payoutView(db: SqlDatabase): PayoutView {
  return {
    payoutIndexes: async () =>
      (await db.all("SELECT * FROM payout_index ORDER BY chain")).map(toRange),
    sales: (query) => readSales(db, query),
    payoutEntries: (query) => readEntries(db, query),
    payoutSums: (account, limit) => readSums(db, account, limit),
    routersFor: (account, since, limit) =>
      db.snapshot(async (tx) => {
        const rows = await tx.all(
          "SELECT * FROM royalty_router WHERE receiver = ? ORDER BY position LIMIT ?",
          account,
          limit,
        );
        return Promise.all(rows.map((row) => stateOfRouter(tx, row, since)));
      }),
  };
}

/** Conditions with their values, as they are asked for. */
class Conditions {
  readonly #parts: string[] = [];
  readonly values: SqlValue[] = [];

  add(condition: string, ...values: (SqlValue | undefined)[]): this {
    if (values.some((value) => value === undefined)) return this;
    this.#parts.push(condition);
    this.values.push(...values.filter((value) => value !== undefined));
    return this;
  }

  get where(): string {
    return this.#parts.length === 0 ? "" : `WHERE ${this.#parts.join(" AND ")}`;
  }
}

/** Who sold, who was paid, and the creator: on a guest chain a router takes the royalty in their name. */
const OF_ACCOUNT = `(s.seller = ? OR s.payee = ? OR s.royalty_receiver = ? OR EXISTS (
  SELECT 1 FROM royalty_router r WHERE r.router = s.royalty_receiver AND r.chain = s.chain AND r.receiver = ?))`;

async function readSales(db: SqlSession, query: SaleQuery) {
  const { account, chain, collection, from, before, limit, cursor } = query;
  const asked = new Conditions()
    .add(OF_ACCOUNT, account, account, account, account)
    .add("s.chain = ?", chain)
    .add("s.collection = ?", collection)
    .add("s.time >= ?", from)
    .add("s.time < ?", before)
    .add("s.position < ?", cursor);
  const rows = await db.all(
    `SELECT s.position, s.value FROM sale s ${asked.where} ORDER BY s.position DESC LIMIT ?`,
    ...asked.values,
    limit,
  );
  const sales = rows.map((row) => JSON.parse(text(row, "value")) as IndexedSale);
  return { sales, ...nextOf(rows, limit) };
}

async function readEntries(db: SqlSession, query: EntryQuery) {
  const { account, from, before, limit, cursor } = query;
  const asked = new Conditions()
    .add("account = ?", account)
    .add("time >= ?", from)
    .add("time < ?", before)
    .add("position < ?", cursor);
  const rows = await db.all(
    `SELECT * FROM payout_entry ${asked.where} ORDER BY position DESC LIMIT ?`,
    ...asked.values,
    limit,
  );
  return { entries: rows.map(toEntry), ...nextOf(rows, limit) };
}

const nextOf = (rows: readonly Row[], limit: number): { next?: number } => {
  const last = rows.at(-1);
  return last === undefined || rows.length < limit ? {} : { next: number(last, "position") };
};

const toEntry = (row: Row): PayoutEntry & { chain: ChainId } => ({
  chain: text(row, "chain") as ChainId,
  kind: text(row, "kind") as PayoutEntry["kind"],
  source: text(row, "source") as Address,
  account: text(row, "account") as Address,
  currency: text(row, "currency") as Address,
  amount: BigInt(text(row, "amount")),
  ...(row.purpose === null ? {} : { purpose: word(row, "purpose") }),
  ...(row.recipient === null ? {} : { to: text(row, "recipient") as Address }),
  at: toPosition(row),
});

async function readSums(db: SqlSession, account: Address, limit: number): Promise<PayoutSum[]> {
  const sum = (kind: string) => `${db.dialect.sumOf("amount", `kind = '${kind}'`)} AS ${kind}`;
  const rows = await db.all(
    `SELECT chain, source, currency, ${sum("paid")}, ${sum("credited")}, ${sum("claimed")}
     FROM payout_entry WHERE account = ? AND kind IN ('paid', 'credited', 'claimed')
     GROUP BY chain, source, currency ORDER BY chain, currency, source LIMIT ?`,
    account,
    limit,
  );
  const units = (value: unknown) => BigInt((value as string | null) ?? 0);
  return rows.map((row) => ({
    chain: text(row, "chain") as ChainId,
    source: text(row, "source") as Address,
    currency: text(row, "currency") as Address,
    paid: units(row.paid),
    credited: units(row.credited),
    claimed: units(row.claimed),
  }));
}
