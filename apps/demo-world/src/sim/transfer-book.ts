import type { TransferState, TransferStatus } from "@ryugu/sdk/transfer";

/** A transfer, and what this page has seen of it itself. */
export interface TransferEntry {
  status: TransferStatus;
  /** Whether this page saw it under way: then its arrival is shown as it happens. */
  witnessed: boolean;
}

/** Every transfer that the page knows, newest first, bounded. */
export type TransferBook = readonly TransferEntry[];

const RANK: Readonly<Record<TransferState, number>> = {
  sent: 0,
  final: 1,
  attested: 2,
  parked: 3,
  delivered: 4,
  returned: 4,
};

/** Whether a transfer has not ended. Parked is no ending: anyone may retry it. */
export function isMoving(state: TransferState): boolean {
  return RANK[state] < RANK.parked;
}

/**
 * Joins what two nodes say of one transfer. A node that lags behind never takes a step back that cannot
 * happen: what is final stays final. Only `sent` can be undone, by a reorg, so there the later word counts.
 */
export function mergeStatus(known: TransferStatus, later: TransferStatus): TransferStatus {
  const behind = RANK[later.state] < RANK[known.state];
  const base = behind && known.state !== "sent" ? known : later;
  const other = base === known ? later : known;
  const signers = [...new Set([...base.signers, ...other.signers].map((s) => s.toLowerCase()))];
  return { ...base, signers: isFinal(base) ? signers : base.signers };
}

const isFinal = ({ state }: TransferStatus) => RANK[state] >= RANK.final;

/** Newest first; ties by lane and sequence, so that the order is total. */
export function compareEntries(a: TransferEntry, b: TransferEntry): number {
  return (
    b.status.sent.time - a.status.sent.time ||
    (a.status.laneId < b.status.laneId ? -1 : a.status.laneId > b.status.laneId ? 1 : 0) ||
    b.status.sequence - a.status.sequence
  );
}

/** How many transfers a page keeps. */
export const BOOK_LIMIT = 500;

/** Adds news to a book; the oldest beyond the limit are forgotten. */
export function recordTransfers(
  book: TransferBook,
  news: readonly TransferStatus[],
  limit = BOOK_LIMIT,
): TransferBook {
  if (news.length === 0) return book;
  const entries = new Map(book.map((entry) => [entry.status.messageId, entry]));
  for (const later of news) {
    const known = entries.get(later.messageId);
    const status = known === undefined ? later : mergeStatus(known.status, later);
    const witnessed = (known?.witnessed ?? false) || isMoving(status.state);
    entries.set(later.messageId, { status, witnessed });
  }
  return [...entries.values()].sort(compareEntries).slice(0, limit);
}
