import { addTo, balanceOf } from "./balances.ts";
import { addLot, isConduit } from "./credit.ts";
import { OWN_LEVELS, partsOf, portions } from "./divide.ts";
import type { Entry } from "./journal.ts";
import { sumOf, takeOldest } from "./lot.ts";
import { land } from "./pay.ts";
import { refuseIf } from "./refusal.ts";
import type { Books, Landing, Round, SplitBook } from "./state.ts";
import { type Account, key, known, type Side, type SplitShare } from "./words.ts";

/** What a split is asked to divide. */
export interface Division {
  readonly side: Side;
  readonly split: Account;
  readonly token: Account;
  /** At most so many payees; all of them where undefined. */
  readonly most?: number;
}

/** Divides what is in a split, wholly or the next payees' part of it. */
export function distribute(books: Books, division: Division): Entry[] {
  const { side, split, token, most } = division;
  const book = known(books.sides[side].splits, split);
  refuseIf(most === 0, "NothingToDistribute");
  const round = book.rounds.get(token) ?? newRound(books, division, book);
  refuseIf(round.amount === 0n, "NothingToDistribute");
  const end = Math.min(round.shares.length, round.next + (most ?? Number.POSITIVE_INFINITY));
  const parts = rangeParts(books, division, round, end);
  const place = { side, place: split, currency: token };
  const landings = parts
    .filter(({ payee }) => payee !== split)
    .map((part) => land(books, place, part));
  round.paid += sumOf(parts);
  round.next = end;
  if (end < round.shares.length) book.rounds.set(token, round);
  else book.rounds.delete(token);
  return [tell(books, division, landings, split)];
}

/** All that is free, by the list as it stands. */
function newRound(books: Books, { side, split, token }: Division, book: SplitBook): Round {
  const here = books.sides[side];
  const kept = here.totalCredit.get(key(split, token)) ?? 0n;
  const amount = balanceOf(here, token, split) - kept;
  return { amount, next: 0, paid: 0n, shares: book.shares };
}

/** The next payees. In parts, splits among them are paid like everybody else. */
function rangeParts(books: Books, { side, split, most }: Division, round: Round, end: number) {
  const amounts = portions(
    round.amount,
    round.shares.map(({ weight }) => BigInt(weight)),
    books.rules,
  );
  const levels = most === undefined ? OWN_LEVELS : 1;
  return round.shares.slice(round.next, end).flatMap((share: SplitShare, i) => {
    const amount = amounts[round.next + i] ?? 0n;
    if (amount === 0n) return [];
    const part = { ...share, amount, via: [split] };
    const room = { left: Number.POSITIVE_INFINITY };
    return partsOf(books.sides[side], part, room, books.rules, levels);
  });
}

/**
 * Says what was divided: of what came first as much as was paid, and what is left of it is a gift.
 *
 * @param place - who pays and credits: the split, or a ledger that owed it something
 */
export function tell(
  books: Books,
  { side, split, token }: Omit<Division, "most">,
  landings: readonly Landing[],
  place: Account,
): Entry {
  const batch = books.batches++;
  const lots = books.sides[side].lots.get(key(token, split)) ?? [];
  const sources = takeOldest(lots, sumOf(landings));
  const role = sources.every((lot) => lot.role === "royalty") ? "royalty" : "proceeds";
  for (const { payee, amount, isCredited } of landings) {
    if (!isConduit(books, side, payee)) continue;
    const name = isCredited ? key(place, token, payee) : key(token, payee);
    addLot(books, side, name, { origin: { kind: "batch", batch }, role, amount });
  }
  return { kind: "divided", side, batch, split, place, token, sources, landings };
}

/** Somebody gives a split tokens, for its payees. */
export function give(
  books: Books,
  { side, split, token }: Division,
  from: Account,
  amount: bigint,
): void {
  addTo(books.sides[side].balances, key(token, from), -amount);
  addTo(books.sides[side].balances, key(token, split), amount);
}
