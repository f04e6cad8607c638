import type { Action, Outcome } from "./action.ts";
import { checkMove, issue } from "./balances.ts";
import { payOut, payOutSigned } from "./claim.ts";
import { approve } from "./goods.ts";
import type { Entry } from "./journal.ts";
import { deliver, forward, retry } from "./lane.ts";
import { accountOf, endSettlement, requestSettlement, topUp } from "./ledger.ts";
import { buy, recordOf, refund } from "./market.ts";
import { Refusal, refuseIf } from "./refusal.ts";
import { distribute, give } from "./split.ts";
import type { Books } from "./state.ts";
import { key, known } from "./words.ts";

/** Carries out an action wholly, or says why not and changes nothing. */
export function step(books: Books, action: Action): Outcome {
  try {
    return { isDone: true, entries: carryOut(books, action) };
  } catch (error) {
    if (error instanceof Refusal) return { isDone: false, reason: error.reason };
    throw error;
  }
}

function carryOut(books: Books, action: Action): readonly Entry[] {
  switch (action.kind) {
    case "buy":
      return buy(books, action.order, action.purchase);
    case "refund":
      return refund(books, action.order, action.refund);
    case "claim":
      return payOut(books, action.claim);
    case "signed claim":
      return payOutSigned(books, action.claim);
    case "distribute":
      return distribute(books, action.division);
    case "forward":
      return forward(books, action.side, action.router, action.token);
    case "deliver":
      return deliver(books, action.from);
    case "retry":
      return retry(books, action.from, action.index);
    default:
      change(books, action);
      return [];
  }
}

type Change = Exclude<
  Action,
  {
    kind:
      | "buy"
      | "refund"
      | "claim"
      | "signed claim"
      | "distribute"
      | "forward"
      | "deliver"
      | "retry";
  }
>;

/** What moves nobody's share. */
function change(books: Books, action: Change): void {
  switch (action.kind) {
    case "mint": {
      const { side, token, to, amount } = action;
      const here = books.sides[side];
      refuseIf(here.paused.has(token), "TransfersPaused");
      refuseIf(here.blocked.has(key(token, to)), "AccountBlocked");
      issue(here, token, to, amount);
      return;
    }
    case "block":
      mark(books.sides[action.side].blocked, key(action.token, action.account), action.on);
      return;
    case "pause":
      mark(books.sides[action.side].paused, action.token, action.on);
      return;
    case "status":
      accountOf(books.sides[action.side], action.account).status = action.status;
      return;
    case "top up":
      topUp(books.sides[action.side], action.account, action.amount);
      return;
    case "ask settlement":
      requestSettlement(books.sides[action.side], action.account, action.amount);
      return;
    case "end settlement":
      endSettlement(books.sides[action.side], action.id, action.isPaid);
      return;
    case "approve":
      approve(books, action.order);
      return;
    case "cancel":
      recordOf(books.sides[action.order.side], action.order).isCancelled = true;
      return;
    case "cancel all": {
      const { counters } = books.sides[action.side];
      counters.set(action.seller, (counters.get(action.seller) ?? 0) + 1);
      return;
    }
    case "give": {
      const { side, token, split, from, amount } = action;
      checkMove(books.sides[side], token, [from, split], amount);
      give(books, { side, split, token }, from, amount);
      return;
    }
    default: {
      const split = known(books.sides[action.side].splits, action.split);
      if (action.kind === "make split") split.isMade = true;
      else {
        refuseIf(action.by !== split.owner, "CallerNotOwner");
        split.shares = action.shares;
      }
    }
  }
}

function mark<T>(set: Set<T>, name: T, on: boolean): void {
  if (on) set.add(name);
  else set.delete(name);
}
