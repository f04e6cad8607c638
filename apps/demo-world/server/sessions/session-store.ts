import { createHash } from "node:crypto";
import { type Address, address, bytesToHex, type RandomBytes } from "@ryugu/sdk/primitives";
import type { Session } from "../http/request.ts";
import type { StoreModule, WorldStore } from "../store/world-store.ts";

/** Who has signed in, beyond a restart of the server. */
export interface Sessions {
  /** Opens a session. The token is told once and kept only as its hash. */
  open(account: Address, now: number): { token: string; session: Session };
  /** The session that a token stands for, if it has not ended. */
  find(token: string, now: number): Session | undefined;
  /** Whether a session that was found has not ended since. */
  isOpen(session: Session, now: number): boolean;
  /** Ends a session. */
  end(session: Session): void;
}

/** How long one stays signed in, in milliseconds. */
export const SESSION_LIFE = 43_200_000;
const TOKEN_BYTES = 32;
/** Sessions of one account; with one more, its oldest ends. */
const MAX_PER_ACCOUNT = 8;

/** The sessions' table. */
export const SESSION_TABLES: StoreModule = {
  name: "sessions",
  migrations: [
    `CREATE TABLE sessions (
       token_hash TEXT PRIMARY KEY,
       address TEXT NOT NULL,
       expires_at INTEGER NOT NULL
     ) STRICT;
     CREATE INDEX sessions_by_address ON sessions (address, expires_at);
     CREATE INDEX sessions_by_end ON sessions (expires_at);`,
  ],
};

/**
 * Keeps sessions in the platform's database.
 *
 * @param random - makes the tokens
 */
export function createSessions(store: WorldStore, random: RandomBytes): Sessions {
  return {
    open(account, now) {
      const token = bytesToHex(random(TOKEN_BYTES)).slice(2);
      const session = { id: hashToken(token), address: account, expiresAt: now + SESSION_LIFE };
      store.transaction(() => {
        store.run("DELETE FROM sessions WHERE expires_at <= ?", now);
        store.run(
          `DELETE FROM sessions WHERE token_hash IN (
             SELECT token_hash FROM sessions WHERE address = ?
             ORDER BY expires_at DESC, token_hash LIMIT -1 OFFSET ?)`,
          account,
          MAX_PER_ACCOUNT - 1,
        );
        store.run(
          "INSERT INTO sessions VALUES (?, ?, ?)",
          session.id,
          session.address,
          session.expiresAt,
        );
      });
      return { token, session };
    },
    find(token, now) {
      if (token.length !== 2 * TOKEN_BYTES) return undefined;
      const id = hashToken(token);
      const row = store.get("SELECT address, expires_at FROM sessions WHERE token_hash = ?", id);
      if (row === undefined || Number(row.expires_at) <= now) return undefined;
      return { id, address: address(String(row.address)), expiresAt: Number(row.expires_at) };
    },
    isOpen: ({ id, expiresAt }, now) =>
      expiresAt > now && store.get("SELECT 1 FROM sessions WHERE token_hash = ?", id) !== undefined,
    end: ({ id }) => {
      store.run("DELETE FROM sessions WHERE token_hash = ?", id);
    },
  };
}

const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");
