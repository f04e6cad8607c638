import {
  type CashOut,
  type CashOutEvent,
  type CashOutMove,
  moveCashOut,
  parseCashOut,
  parseSignedCashOut,
  type SignedCashOut,
  toCashOutJson,
  transferReference,
} from "@ryugu/sdk/payout";
import { type Bytes32, bytes32, isSameAddress } from "@ryugu/sdk/primitives";
import type { Database, Row } from "../database.ts";
import type { Payment } from "./redemption-chain.ts";

/** A cash-out as the issuer keeps it. */
export interface KeptCashOut {
  /** Who asked for it. */
  readonly platform: string;
  readonly signed: SignedCashOut;
  readonly cashOut: CashOut;
  /** Whether its payment may have been sent to the chain. */
  readonly collecting: boolean;
  /** Whether the bank may have the order. */
  readonly ordered: boolean;
  /** Whether the payee wants it back. */
  readonly cancelling: boolean;
}

/** What is noted before something is done that cannot be undone. */
export type Mark = "collecting" | "ordered" | "cancelling";

const PAGE = 100;
/** States in which the issuer has something to do. */
const OPEN = "'requested', 'accepted', 'sent', 'refused'";

/** An issuer's books: synchronous, and durable when a call returns. */
export interface IssuerStore {
  transaction<T>(work: () => T): T;
  find(id: Bytes32): KeptCashOut | undefined;
  /** Whether a payee used a key for something else. */
  isKeyTaken(signed: SignedCashOut): boolean;
  /** Adds a cash-out, with its payment where that came before it. */
  add(kept: Pick<KeptCashOut, "platform" | "signed" | "cashOut">, at: number): CashOut;
  /** Makes moves, each an event. Throws IllegalCashOutMoveError. */
  move(kept: KeptCashOut, moves: readonly CashOutMove[], at: number): CashOut;
  mark(id: Bytes32, mark: Mark, value: boolean): void;
  /** Ids of what is not at its end. */
  open(): Bytes32[];
  countRequested(): number;
  events(platform: string, after: number): CashOutEvent[];
  /** What the bank may know of. */
  ordered(): KeptCashOut[];
  /** The last block whose payments were taken; undefined before the first. */
  block(): number | undefined;
  /** Takes the payments up to a block: each is a cash-out's, or a stray. */
  take(payments: readonly Payment[], through: number, at: number): void;
  strays(): Payment[];
}

/** The issuer's books in a database. */
export function issuerStore(database: Database): IssuerStore {
  const find = (id: Bytes32) => {
    const row = database.get("SELECT * FROM cashOuts WHERE id = ?", id);
    return row === undefined ? undefined : toKept(row);
  };

  const tell = (platform: string, cashOut: CashOut, at: number) => {
    database.run(
      "INSERT INTO events SELECT ?1, COALESCE(MAX(sequence), 0) + 1, ?2, ?3 FROM events WHERE platform = ?1",
      ...[platform, at, toCashOutJson(cashOut)],
    );
  };

  const move = ({ platform, cashOut }: KeptCashOut, moves: readonly CashOutMove[], at: number) => {
    let current = cashOut;
    for (const one of moves) {
      current = moveCashOut(current, one);
      tell(platform, current, at);
    }
    database.run(
      "UPDATE cashOuts SET cashOut = ?, state = ? WHERE id = ?",
      ...[toCashOutJson(current), current.state, current.id],
    );
    return current;
  };

  const takeOne = (payment: Payment, at: number) => {
    const { nonce, from, units, transaction, logIndex } = payment;
    const kept = nonce === undefined ? undefined : find(nonce);
    if (kept !== undefined && isAwaited(kept, payment)) {
      move(kept, [{ type: "paid", units, transaction }], at);
      return;
    }
    database.run(
      "INSERT OR IGNORE INTO strays VALUES (?, ?, ?, ?, ?)",
      ...[transaction, logIndex, from, `${units}`, nonce ?? null],
    );
  };

  /** Who pays before asking is not made to pay twice. */
  const takeEarly = (cashOut: CashOut, at: number): CashOut => {
    const row = database.get(
      "SELECT * FROM strays WHERE nonce = ? AND payer = ?",
      ...[cashOut.id, cashOut.payee],
    );
    const kept = find(cashOut.id);
    if (row === undefined || kept === undefined) return cashOut;
    const { units, transaction, logIndex } = toStray(row);
    database.run("DELETE FROM strays WHERE tx = ? AND logIndex = ?", transaction, logIndex);
    return move(kept, [{ type: "paid", units, transaction }], at);
  };

  return {
    transaction: (work) => database.transaction(work),
    find,
    move,
    isKeyTaken: ({ payee, idempotencyKey }) =>
      database.get(
        "SELECT 1 FROM cashOuts WHERE payee = ? AND idempotencyKey = ?",
        ...[payee, idempotencyKey],
      ) !== undefined,
    add({ platform, signed, cashOut }, at) {
      const { id, payee, state } = cashOut;
      database.run(
        `INSERT INTO cashOuts (id, platform, payee, idempotencyKey, reference, signed, cashOut, state)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[id, platform, payee, signed.idempotencyKey, transferReference(id)],
        ...[JSON.stringify(signed), toCashOutJson(cashOut), state],
      );
      tell(platform, cashOut, at);
      return takeEarly(cashOut, at);
    },
    mark(id, mark, value) {
      database.run(`UPDATE cashOuts SET ${mark} = ? WHERE id = ?`, value ? 1 : 0, id);
    },
    open: () =>
      database
        .all(`SELECT id FROM cashOuts WHERE state IN (${OPEN}) ORDER BY rowid`)
        .map(({ id }) => bytes32(`${id}`)),
    countRequested: () =>
      Number(database.get("SELECT COUNT(*) AS n FROM cashOuts WHERE state = 'requested'")?.n),
    events: (platform, after) =>
      database
        .all(
          "SELECT * FROM events WHERE platform = ? AND sequence > ? ORDER BY sequence LIMIT ?",
          ...[platform, after, PAGE],
        )
        .map((row) => ({
          ...{ sequence: Number(row.sequence), at: Number(row.at) },
          cashOut: parseCashOut(JSON.parse(`${row.cashOut}`)),
        })),
    ordered: () => database.all("SELECT * FROM cashOuts WHERE ordered = 1").map(toKept),
    block() {
      const row = database.get("SELECT block FROM progress");
      return row === undefined ? undefined : Number(row.block);
    },
    take(payments, through, at) {
      database.transaction(() => {
        for (const payment of payments) takeOne(payment, at);
        database.run("INSERT OR REPLACE INTO progress VALUES (1, ?)", through);
      });
    },
    strays: () => database.all("SELECT * FROM strays ORDER BY rowid").map(toStray),
  };
}

/** A payment names its cash-out by its nonce, which is anybody's to choose: only the payee's own counts. */
function isAwaited({ cashOut }: KeptCashOut, { from }: Payment): boolean {
  const awaits = cashOut.state === "requested" || cashOut.state === "cancelled";
  return awaits && isSameAddress(cashOut.payee, from);
}

function toKept(row: Row): KeptCashOut {
  return {
    platform: `${row.platform}`,
    signed: parseSignedCashOut(JSON.parse(`${row.signed}`)),
    cashOut: parseCashOut(JSON.parse(`${row.cashOut}`)),
    collecting: row.collecting === 1n,
    ordered: row.ordered === 1n,
    cancelling: row.cancelling === 1n,
  };
}

function toStray(row: Row): Payment {
  return {
    transaction: bytes32(`${row.tx}`),
    logIndex: Number(row.logIndex),
    from: `${row.payer}` as Payment["from"],
    units: BigInt(`${row.units}`),
    ...(row.nonce === null ? {} : { nonce: bytes32(`${row.nonce}`) }),
  };
}
