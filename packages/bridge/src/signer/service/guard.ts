import { DatabaseSync } from "node:sqlite";
import { SignerUnavailableError } from "../errors.ts";
import type { Commitment } from "../rules.ts";

/** A signer's own memory of what it may never say differently. */
export interface SigningGuard {
  /**
   * Binds a place to a value, on disk before it answers, unless it is bound already.
   *
   * @returns what the place is bound to
   * @throws SignerUnavailableError when the disk does not take it: nothing may be signed then
   */
  bind(commitment: Commitment): string;
  close(): void;
}

const SCHEMA = `
PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS bound (place TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS owner (one INTEGER PRIMARY KEY CHECK (one = 1), name TEXT NOT NULL) STRICT;
BEGIN IMMEDIATE; COMMIT;
`;

/**
 * Opens a signer's memory, one file that one process has at a time. It belongs to one key and zone.
 *
 * @throws SignerUnavailableError
 */
export function openGuard(path: string, owner: string): SigningGuard {
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      if (cause instanceof SignerUnavailableError) throw cause;
      throw new SignerUnavailableError("The signer's memory cannot be read or written.", {
        cause,
        details: [`File: ${path}`, cause instanceof Error ? cause.message : String(cause)],
      });
    }
  };
  const database = guarded(() => new DatabaseSync(path));
  return guarded(() => {
    database.exec(SCHEMA);
    database.prepare("INSERT OR IGNORE INTO owner VALUES (1, ?)").run(owner);
    const found = database.prepare("SELECT name FROM owner").get()?.name;
    if (found !== owner) {
      database.close();
      throw new SignerUnavailableError("The signer's memory is of another key or zone.", {
        details: [`File: ${path}`, `It is of: ${found}`, `Configured: ${owner}`],
      });
    }
    const insert = database.prepare("INSERT OR IGNORE INTO bound VALUES (?, ?)");
    const find = database.prepare("SELECT value FROM bound WHERE place = ?");
    return {
      bind: ({ place, value }) =>
        guarded(() => {
          insert.run(place, value);
          return String(find.get(place)?.value);
        }),
      close: () => database.close(),
    };
  });
}
