import type { Address, Bytes32, ChainId } from "@ryugu/sdk/primitives";
import { StatementTooLongError } from "../../domain/errors.ts";
import type { IndexedRange } from "../../domain/payout-facts.ts";
import { arrivalOf } from "../../domain/royalty.ts";
import type { StatementQuery } from "../../ports/statement-logs.ts";
import type { Row, SqlSession, SqlValue } from "./database.ts";
import { number, text, toMessage, word } from "./rows.ts";
import { readRoyaltyArrivals } from "./royalty-arrivals.ts";

/** Where it is told how money came to somebody. */
export interface StatementTrail {
  transactions: Map<ChainId, Set<Bytes32>>;
  /** Royalties that routers on the way sent. */
  messages: Set<Bytes32>;
}

/** An account on a chain that may pass money on. */
interface Stop {
  chain: ChainId;
  account: Address;
}

/** Accounts that passed money on, on the way to one. */
const MOST_STOPS = 1_000;

/**
 * Follows an account's money back: to the transactions in which it was paid, and of each split and router that paid it to all in which
 * money came there or left. Of money from outside the period only what was credited matters: claims take the oldest credit.
 */
export async function followBack(
  db: SqlSession,
  query: StatementQuery,
  ranges: ReadonlyMap<ChainId, IndexedRange>,
): Promise<StatementTrail> {
  const tracer = new Tracer(db, query, ranges);
  await tracer.begin();
  await tracer.goOn();
  return tracer.trail;
}

class Tracer {
  readonly trail: StatementTrail = { transactions: new Map(), messages: new Set() };
  readonly #db: SqlSession;
  readonly #query: StatementQuery;
  readonly #ranges: ReadonlyMap<ChainId, IndexedRange>;
  readonly #stops = new Map<string, Stop>();
  #left: number;

  constructor(db: SqlSession, query: StatementQuery, ranges: ReadonlyMap<ChainId, IndexedRange>) {
    this.#db = db;
    this.#query = query;
    this.#ranges = ranges;
    this.#left = query.most;
  }

  /** What came to the account itself. */
  async begin(): Promise<void> {
    const { account, from, before } = this.#query;
    const rows = await this.#entries(
      `account = ? AND (kind IN ('credited', 'claimed')
        OR (kind IN ('paid', 'refund') AND time >= ? AND time < ?))`,
      [account, from, before],
    );
    for (const row of rows) {
      const { chain } = this.#read(row);
      const time = number(row, "time");
      const isIncome = row.kind === "paid" || row.kind === "credited";
      if (isIncome && time >= from && time < before)
        this.#stop({ chain, account: text(row, "source") as Address });
    }
    await this.#landed(account, from);
  }

  /** What came to whoever passed it on, and what they passed on. The list grows while it is gone through. */
  async goOn(): Promise<void> {
    for (const stop of this.#stops.values()) {
      const { chain, account } = stop;
      if (!(await this.#passesOn(stop))) continue;
      const rows = await this.#entries(
        "chain = ? AND time < ? AND (account = ? OR source = ? OR recipient = ?)",
        [chain, this.#query.before, account, account, account],
      );
      for (const row of rows) {
        this.#read(row);
        if (row.source !== account) this.#stop({ chain, account: text(row, "source") as Address });
        // Whoever was credited, and took it here.
        if (row.kind === "claimed" && row.account !== account)
          this.#stop({ chain, account: text(row, "account") as Address });
      }
      await this.#landed(account, 0, chain);
      await this.#sent(stop);
    }
  }

  /** Royalties that came over a lane. */
  async #landed(account: Address, from: number, on?: ChainId): Promise<void> {
    const rows = await this.#rows(
      `SELECT m.*, s.to_chain FROM royalty_sent s JOIN message m ON m.id = s.message
       WHERE m.id IN (SELECT id FROM message WHERE recipient = ?
         UNION SELECT id FROM retried WHERE recipient = ?)`,
      [account, account],
    );
    for (const row of rows) {
      const chain = text(row, "to_chain") as ChainId;
      if (on !== undefined && chain !== on) continue;
      const through = this.#ranges.get(chain)?.through.number ?? -1;
      const arrivals = await readRoyaltyArrivals(this.#db, toMessage(row), through);
      const time = arrivalOf(arrivals)?.at.time ?? -1;
      if (time < from || time >= this.#query.before) continue;
      this.#message(row);
      this.#stop({
        chain: text(row, "chain") as ChainId,
        account: text(row, "sender") as Address,
      });
    }
  }

  /** Royalties that a router sent. */
  async #sent({ chain, account }: Stop): Promise<void> {
    const rows = await this.#rows(
      `SELECT m.* FROM royalty_sent s JOIN message m ON m.id = s.message
       WHERE m.sender = ? AND s.chain = ? AND m.time < ?`,
      [account, chain, this.#query.before],
    );
    for (const row of rows) this.#message(row);
  }

  async #passesOn({ chain, account }: Stop): Promise<boolean> {
    const found = await this.#db.get(
      `SELECT 1 AS one WHERE EXISTS (SELECT 1 FROM payout_split WHERE chain = ? AND split = ?)
       OR EXISTS (SELECT 1 FROM message m JOIN royalty_sent s ON s.message = m.id
         WHERE m.sender = ? AND s.chain = ?)`,
      chain,
      account,
      account,
      chain,
    );
    return found !== undefined;
  }

  #entries(where: string, values: readonly SqlValue[]): Promise<Row[]> {
    return this.#rows(
      `SELECT DISTINCT chain, tx, kind, source, account, time FROM payout_entry WHERE ${where}`,
      values,
    );
  }

  async #rows(sql: string, values: readonly SqlValue[]): Promise<Row[]> {
    const rows = await this.#db.all(`${sql} LIMIT ?`, ...values, this.#left + 1);
    this.#left -= rows.length;
    if (this.#left < 0) throw tooLong(`${this.#query.most} entries`);
    return rows;
  }

  #read(row: Row): { chain: ChainId } {
    const chain = text(row, "chain") as ChainId;
    const known = this.trail.transactions.get(chain);
    if (known === undefined) this.trail.transactions.set(chain, new Set([word(row, "tx")]));
    else known.add(word(row, "tx"));
    return { chain };
  }

  #message(row: Row): void {
    this.#read(row);
    this.trail.messages.add(word(row, "id"));
  }

  #stop(stop: Stop): void {
    if (!this.#ranges.has(stop.chain)) return;
    const name = `${stop.chain}/${stop.account}`;
    if (!this.#stops.has(name)) this.#stops.set(name, stop);
    if (this.#stops.size > MOST_STOPS) throw tooLong(`${MOST_STOPS} accounts`);
  }
}

/** More than a node reads for one statement. */
export const tooLong = (what: string) =>
  new StatementTooLongError("The statement would rest on more than this node reads for one.", {
    details: [`More than ${what} would have to be read.`, "Ask for a shorter period."],
  });
