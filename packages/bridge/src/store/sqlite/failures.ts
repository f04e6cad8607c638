import { RyuguError } from "@ryugu/sdk/errors";
import {
  StoreCorruptError,
  StoreFullError,
  StoreLockedError,
  StoreUnavailableError,
} from "../errors.ts";

/** SQLite's primary result codes. https://www.sqlite.org/rescode.html */
const CODES = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notDatabase: 26,
} as const;

/** A write that the system refused: a quota or a limit is used up, or the disk fails. */
const WRITE_REFUSED = 778;

/** Names what SQLite reports in words that an operator can act on. */
export function asStoreError(path: string, cause: unknown): unknown {
  if (cause instanceof RyuguError || !(cause instanceof Error)) return cause;
  const extended = "errcode" in cause && typeof cause.errcode === "number" ? cause.errcode : 0;
  const code = extended & 0xff;
  const options = { cause, details: [`Database: ${path}`, `SQLite says: ${cause.message}`] };
  if (extended === WRITE_REFUSED) {
    return new StoreFullError(
      "The node's database cannot be written: its disk is full, a quota is used up, or it fails.",
      options,
    );
  }
  switch (code) {
    case CODES.full:
      return new StoreFullError(
        "The disk is full: the node's database cannot be written.",
        options,
      );
    case CODES.busy:
    case CODES.locked:
      return new StoreLockedError("The node's database is used by another process.", options);
    case CODES.corrupt:
    case CODES.notDatabase:
      return new StoreCorruptError("The node's database is damaged or is no database.", options);
    case CODES.cannotOpen:
    case CODES.readOnly:
    case CODES.io:
      return new StoreUnavailableError("The node's database cannot be opened or written.", options);
    default:
      return cause;
  }
}
