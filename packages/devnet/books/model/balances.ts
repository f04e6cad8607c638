import { refuseIf } from "./refusal.ts";
import type { SideBooks } from "./state.ts";
import { type Account, key } from "./words.ts";

export const balanceOf = (books: SideBooks, token: Account, account: Account): bigint =>
  books.balances.get(key(token, account)) ?? 0n;

export function addTo<K>(book: Map<K, bigint>, name: K, amount: bigint): void {
  const after = (book.get(name) ?? 0n) + amount;
  if (after < 0n) throw new RangeError(`The books would be below zero: ${String(name)}`);
  if (after === 0n) book.delete(name);
  else book.set(name, after);
}

/** Makes tokens, or ends them with a negative amount. */
export function issue(books: SideBooks, token: Account, account: Account, amount: bigint): void {
  addTo(books.balances, key(token, account), amount);
  addTo(books.supply, token, amount);
}

/** Moves tokens that are there. */
export function move(
  books: SideBooks,
  token: Account,
  [from, to]: readonly [Account, Account],
  amount: bigint,
): void {
  addTo(books.balances, key(token, from), -amount);
  addTo(books.balances, key(token, to), amount);
}

/** What a currency says of a transfer before it looks at balances; undefined where it lets it pass. */
export function objection(
  books: SideBooks,
  token: Account,
  accounts: readonly Account[],
): string | undefined {
  if (books.paused.has(token)) return "TransfersPaused";
  return accounts.some((account) => books.blocked.has(key(token, account)))
    ? "AccountBlocked"
    : undefined;
}

/** Refuses what the currency refuses. */
export function checkMove(
  books: SideBooks,
  token: Account,
  [from, to]: readonly [Account, Account],
  amount: bigint,
): void {
  const { paused, blocked } = books;
  refuseIf(paused.has(token), "TransfersPaused");
  refuseIf(blocked.has(key(token, from)), "AccountBlocked");
  refuseIf(balanceOf(books, token, from) < amount, "ERC20InsufficientBalance");
  refuseIf(blocked.has(key(token, to)), "AccountBlocked");
}
