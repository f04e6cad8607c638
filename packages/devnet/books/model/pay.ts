import { checkMove, move, objection } from "./balances.ts";
import { addLot, credit, isConduit } from "./credit.ts";
import { MOST_NESTED, type Part, partsOf } from "./divide.ts";
import type { SaleShare } from "./journal.ts";
import { accountOf, openAccount } from "./ledger.ts";
import { refuseIf } from "./refusal.ts";
import type { Books } from "./state.ts";
import { type Account, key, type Role, type Side } from "./words.ts";

/** What somebody pays through a rail. */
export interface Payment {
  readonly side: Side;
  readonly rail: Account;
  readonly currency: Account;
  readonly payer: Account;
  /** What it is for: with the salt, one word. */
  readonly purpose: string;
  readonly salt: string;
  readonly validBefore: number;
  readonly isSigned: boolean;
  readonly isRefund: boolean;
  readonly parts: readonly PaymentPart[];
}

export interface PaymentPart {
  readonly payee: Account;
  readonly amount: bigint;
  readonly nested: boolean;
  readonly role: Role;
}

/** Carries out a payment: everybody is paid or credited, whatever the others are. */
export function pay(books: Books, payment: Payment): SaleShare[] {
  const { side, rail, parts } = payment;
  const amount = parts.reduce((sum, part) => sum + part.amount, 0n);
  checkWord(books, payment, amount);
  collect(books, payment, amount);
  const room = { left: MOST_NESTED };
  const here = books.sides[side];
  return parts.flatMap(({ role, ...part }) =>
    partsOf(here, { ...part, via: [] }, room, books.rules).map((each) => ({
      ...land(books, { ...payment, place: rail }, each),
      role,
    })),
  );
}

/** Refuses what neither rail nor currency would carry out, in the order in which they look. */
function checkWord(books: Books, payment: Payment, amount: bigint): void {
  const { side, rail, currency, payer, purpose, salt, validBefore, isSigned } = payment;
  const here = books.sides[side];
  const isLate = books.now >= validBefore;
  if (currency === rail) {
    const word = key(rail, payer, salt);
    refuseIf(isLate, "AuthorizationOutOfTime");
    refuseIf(isUsed(books, side, word), "SaltUsed");
    refuseIf(!isSigned, "SignatureInvalid");
    const { spendable, receivable } = openAccount(here, payer);
    refuseIf((payment.isRefund ? receivable : spendable) < amount, "BalanceTooLow");
    here.words.add(word);
    return;
  }
  const word = key(currency, payer, purpose, salt);
  const token = books.stage.sides[side].tokens.find((one) => one.address === currency);
  if (token?.isHome === true) {
    refuseIf(!isSigned, "ERC3009InvalidSignature");
    refuseIf(isLate, "ERC3009InvalidAuthorizationTime");
    refuseIf(isUsed(books, side, word), "ERC3009UsedAuthorization");
  } else {
    refuseIf(isLate, "AuthorizationOutOfTime");
    refuseIf(isUsed(books, side, word), "AuthorizationSpent");
    refuseIf(!isSigned, "AuthorizationNotSigned");
  }
  checkMove(here, currency, [payer, rail], amount);
  here.words.add(word);
}

const isUsed = (books: Books, side: Side, word: string): boolean =>
  books.rules.wordsCountOnce && books.sides[side].words.has(word);

function collect(books: Books, payment: Payment, amount: bigint): void {
  const { side, rail, currency, payer, isRefund } = payment;
  const here = books.sides[side];
  if (currency !== rail) move(here, currency, [payer, rail], amount);
  else if (isRefund) accountOf(here, payer).receivable -= amount;
  else accountOf(here, payer).spendable -= amount;
}

/** Pays a part that is in a place already, or credits it there. */
export function land(
  books: Books,
  from: { side: Side; place: Account; currency: Account; isRefund?: boolean },
  { payee, amount, via }: Part,
) {
  const { side, place, currency, isRefund } = from;
  const here = books.sides[side];
  const isLedger = currency === place;
  const isPaid = isLedger
    ? accountOf(here, payee).status === "open"
    : objection(here, currency, [place, payee]) === undefined;
  if (!isPaid) credit(books, { side, place, currency, payee }, amount);
  else if (!isLedger) move(here, currency, [place, payee], amount);
  else if (isRefund === true) accountOf(here, payee).spendable += amount;
  else accountOf(here, payee).receivable += amount;
  return { payee, amount, via, isCredited: !isPaid };
}

/** Writes down what a sale's money in a split or router is of. */
export function noteLots(
  books: Books,
  { side, rail, currency }: Pick<Payment, "side" | "rail" | "currency">,
  sale: number,
  shares: readonly SaleShare[],
): void {
  for (const { payee, amount, role, isCredited } of shares) {
    if (!isConduit(books, side, payee)) continue;
    const name = isCredited ? key(rail, currency, payee) : key(currency, payee);
    addLot(books, side, name, { origin: { kind: "sale", sale }, role, amount });
  }
}
