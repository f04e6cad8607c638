import type { Row, StoreModule, WorldStore } from "../store/world-store.ts";
import { type Fees, readFees, writeFees } from "./fees.ts";

/** Every transaction that the operator's key has signed, kept before it is sent. */
export const OPERATOR_TABLES: StoreModule = {
  name: "operator",
  migrations: [
    `CREATE TABLE operator_transactions (
       nonce INTEGER PRIMARY KEY,
       key TEXT NOT NULL UNIQUE,
       recipient TEXT NOT NULL,
       value TEXT NOT NULL,
       data TEXT NOT NULL,
       gas_limit TEXT NOT NULL,
       fees TEXT NOT NULL,
       raw TEXT NOT NULL,
       hash TEXT NOT NULL,
       earlier TEXT NOT NULL DEFAULT '',
       signed_at INTEGER NOT NULL,
       state TEXT NOT NULL DEFAULT 'sent' CHECK (state IN ('sent', 'mined', 'reverted'))
     ) STRICT;
     CREATE INDEX operator_waiting ON operator_transactions (state, nonce);`,
  ],
};

/** A transaction of the operator's. */
export interface SignedTransaction {
  readonly nonce: number;
  /** What it is for; no two have the same. */
  readonly key: string;
  readonly to: string;
  readonly value: bigint;
  readonly data: string;
  readonly gasLimit: bigint;
  readonly fees: Fees;
  /** Signed, ready to be sent. */
  readonly raw: string;
  readonly hash: string;
  /** Hashes of the same transaction with lower fees: one of them may be the one that a block takes. */
  readonly earlier: readonly string[];
  /** Unix milliseconds. */
  readonly signedAt: number;
  readonly state: "sent" | "mined" | "reverted";
}

/** What the operator has signed. */
export interface OperatorLedger {
  find(key: string): SignedTransaction | undefined;
  /** Those that no block has taken yet, by nonce. */
  waiting(): SignedTransaction[];
  /** Those from a nonce on, whatever became of them: a chain that went back has forgotten them. */
  from(nonce: number): SignedTransaction[];
  /** The next nonce as far as the ledger knows; 0 for an empty one. */
  nextNonce(): number;
  insert(transaction: Omit<SignedTransaction, "earlier" | "state">): void;
  /** Keeps a dearer version of a transaction. */
  replace(nonce: number, news: Pick<SignedTransaction, "fees" | "raw" | "hash" | "signedAt">): void;
  /** What became of it, and under which of its hashes. */
  settle(nonce: number, state: SignedTransaction["state"], hash: string): void;
}

const TABLE = "operator_transactions";

/** Opens the ledger. */
export function openLedger(store: WorldStore): OperatorLedger {
  const select = (where: string, ...values: (string | number)[]) =>
    store.all(`SELECT * FROM ${TABLE} WHERE ${where}`, ...values).map(read);
  return {
    find: (key) => select("key = ?", key)[0],
    waiting: () => select("state = 'sent' ORDER BY nonce LIMIT 128"),
    from: (nonce) => select("nonce >= ? ORDER BY nonce LIMIT 128", nonce),
    nextNonce() {
      const row = store.get(`SELECT max(nonce) AS top FROM ${TABLE}`);
      return row?.top === null || row === undefined ? 0 : Number(row.top) + 1;
    },
    insert(t) {
      store.run(
        `INSERT INTO ${TABLE} (nonce, key, recipient, value, data, gas_limit, fees, raw, hash, signed_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        t.nonce,
        t.key,
        t.to,
        String(t.value),
        t.data,
        String(t.gasLimit),
        writeFees(t.fees),
        t.raw,
        t.hash,
        t.signedAt,
      );
    },
    replace(nonce, { fees, raw, hash, signedAt }) {
      store.run(
        `UPDATE ${TABLE} SET earlier = trim(earlier || ' ' || hash), fees = ?, raw = ?, hash = ?, signed_at = ?
         WHERE nonce = ?`,
        writeFees(fees),
        raw,
        hash,
        signedAt,
        nonce,
      );
    },
    settle(nonce, state, hash) {
      store.run(`UPDATE ${TABLE} SET state = ?, hash = ? WHERE nonce = ?`, state, hash, nonce);
    },
  };
}

function read(row: Row): SignedTransaction {
  return {
    nonce: Number(row.nonce),
    key: String(row.key),
    to: String(row.recipient),
    value: BigInt(String(row.value)),
    data: String(row.data),
    gasLimit: BigInt(String(row.gas_limit)),
    fees: readFees(String(row.fees)),
    raw: String(row.raw),
    hash: String(row.hash),
    earlier: String(row.earlier).split(" ").filter(Boolean),
    signedAt: Number(row.signed_at),
    state: row.state as SignedTransaction["state"],
  };
}
