import { addTo, checkMove, move } from "./balances.ts";
import { type Claim, type SignedClaim, takeLots } from "./credit.ts";
import { MOST_NESTED, partsOf } from "./divide.ts";
import type { Entry } from "./journal.ts";
import { openAccount } from "./ledger.ts";
import { land } from "./pay.ts";
import { refuseIf } from "./refusal.ts";
import { tell } from "./split.ts";
import type { Books } from "./state.ts";
import { key } from "./words.ts";

/** The longest list of a split. */
const MOST_SHARES = 500;

/** Pays a credit out, whole. A ledger has no account for a split, and pays the split's payees. */
export function payOut(books: Books, claim: Claim): Entry[] {
  const { side, place, currency, payee, to } = claim;
  const here = books.sides[side];
  const name = key(place, currency, payee);
  const amount = here.credits.get(name) ?? 0n;
  refuseIf(amount === 0n, "NothingToClaim");
  refuseIf(to === place, "RecipientInvalid");
  const isLedger = currency === place;
  const isDivided = isLedger && here.splits.get(to)?.isMade === true;
  if (!isLedger) {
    checkMove(here, currency, [place, to], amount);
    move(here, currency, [place, to], amount);
  } else if (!isDivided) {
    openAccount(here, to).receivable += amount;
  }
  if (books.rules.claimsEmptyCredits) {
    addTo(here.credits, name, -amount);
    addTo(here.totalCredit, key(place, currency), -amount);
  }
  takeLots(books, side, name, key(currency, to));
  const told: Entry = { kind: "claim", ...claim, amount };
  return isDivided ? [told, divideAtLedger(books, claim, amount)] : [told];
}

/** Carries out a claim that its payee signed, once. */
export function payOutSigned(books: Books, signed: SignedClaim): Entry[] {
  const { nonce, deadline, isSigned, ...claim } = signed;
  const { claimNonces } = books.sides[claim.side];
  const name = key(claim.place, claim.payee);
  refuseIf(books.now > deadline, "ClaimExpired");
  refuseIf(nonce !== (claimNonces.get(name) ?? 0), "NonceInvalid");
  refuseIf(!isSigned, "SignatureInvalid");
  const entries = payOut(books, claim);
  claimNonces.set(name, nonce + 1);
  return entries;
}

function divideAtLedger(books: Books, { side, place, to }: Claim, amount: bigint): Entry {
  const room = { left: MOST_SHARES + MOST_NESTED };
  const whole = { payee: to, amount, via: [], nested: true };
  const parts = partsOf(books.sides[side], whole, room, books.rules);
  const landings = parts.map((part) => land(books, { side, place, currency: place }, part));
  return tell(books, { side, split: to, token: place }, landings, place);
}
