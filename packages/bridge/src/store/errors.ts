import { RyuguError } from "@ryugu/sdk/errors";

/** The database could not be opened: a wrong path, no permission, or not a database of a node. */
export class StoreUnavailableError extends RyuguError {
  readonly code = "store-unavailable";
}

/**
 * The database server does not answer, is starting or stopping, or has too much to do. What was to be written was not, or
 * is found out by doing it again.
 */
export class StoreInterruptedError extends RyuguError {
  readonly code = "store-interrupted";
  override readonly retryable = true;
}

/** The database was written by a newer release. */
export class StoreTooNewError extends RyuguError {
  readonly code = "store-too-new";
}

/** There is no room to write. Nothing of the fact was kept; it is written again when there is room. */
export class StoreFullError extends RyuguError {
  readonly code = "store-full";
  override readonly retryable = true;
}

/** Another process holds the database. */
export class StoreLockedError extends RyuguError {
  readonly code = "store-locked";
  override readonly retryable = true;
}

/** The database file is damaged. */
export class StoreCorruptError extends RyuguError {
  readonly code = "store-corrupt";
}

/**
 * Another process of the node has gone on from where this one stood. Nothing was written, and nothing was sent: this one
 * looks again.
 */
export class StoreOutrunError extends RyuguError {
  readonly code = "store-outrun";
  override readonly retryable = true;
}

/** The database is another partner's, or of another zone: its guard is not this node's. */
export class StoreForeignError extends RyuguError {
  readonly code = "store-foreign";
}

/** A write would contradict what is stored as final. Nothing was written. */
export class StoreConflictError extends RyuguError {
  readonly code = "store-conflict";
}
