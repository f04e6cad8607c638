import { addTo, balanceOf, checkMove, issue, move, objection } from "./balances.ts";
import { addLot, isConduit, lotsAt } from "./credit.ts";
import type { Entry } from "./journal.ts";
import { sumOf } from "./lot.ts";
import type { Message } from "./message.ts";
import { refuseIf } from "./refusal.ts";
import type { Books } from "./state.ts";
import { type Account, across, key, known, type Side } from "./words.ts";

/** A token as it stands on a chain. */
function tokenOf(books: Books, side: Side, address: Account) {
  const found = books.stage.sides[side].tokens.find((token) => token.address === address);
  if (found === undefined) throw new RangeError(`No token ${address} on ${side}.`);
  return found;
}

/** A router sends all that it has of a token home. */
export function forward(books: Books, side: Side, router: Account, token: Account): Entry[] {
  const here = books.sides[side];
  const { isHome, twin } = tokenOf(books, side, token);
  const amount = balanceOf(here, token, router);
  refuseIf(amount === 0n, "NothingToForward");
  const { vault, routers } = books.stage.sides[side];
  if (isHome) {
    checkMove(here, token, [router, vault], amount);
    move(here, token, [router, vault], amount);
    addTo(here.vault, token, amount);
  } else {
    issue(here, token, router, -amount);
  }
  const sources = lotsAt(books, side, key(token, router));
  const message: Message = {
    ...{ batch: books.batches++, router, token: twin, amount, sources },
    receiver: known(routers, router),
    state: "under way",
  };
  here.sent.push(message);
  const { batch } = message;
  return [{ kind: "sent", side, batch, router, token, homeToken: twin, amount, sources }];
}

/** Delivers what another chain sent and nobody delivered yet. */
export function deliver(books: Books, from: Side): Entry[] {
  const there = books.sides[across(from)];
  const waiting = books.sides[from].sent.slice(there.delivered);
  refuseIf(waiting.length === 0, "NothingToDeliver");
  there.delivered += waiting.length;
  return waiting.flatMap((message) => arrive(books, across(from), message));
}

/** Tries again to carry out what parked. */
export function retry(books: Books, from: Side, index: number): Entry[] {
  const message = books.sides[from].sent[index];
  if (message === undefined) throw new RangeError(`No message ${index}.`);
  refuseIf(books.rules.messagesEndOnce && message.state !== "parked", "NotParked");
  const side = across(from);
  const why = tokenOf(books, side, message.token).isHome
    ? objection(books.sides[side], message.token, [message.receiver])
    : undefined;
  if (why !== undefined) refuseIf(true, why);
  return arrive(books, side, message);
}

/** Pays a message's money out of the vault, or makes it; parks it where the currency objects. */
function arrive(books: Books, side: Side, message: Message): Entry[] {
  const here = books.sides[side];
  const { token, receiver, amount, batch } = message;
  const { isHome } = tokenOf(books, side, token);
  const { vault } = books.stage.sides[side];
  if (isHome && objection(here, token, [vault, receiver]) !== undefined) {
    message.state = "parked";
    return [];
  }
  if (isHome) {
    addTo(here.vault, token, -amount);
    move(here, token, [vault, receiver], amount);
  } else {
    issue(here, token, receiver, amount);
  }
  message.state = "arrived";
  if (isConduit(books, side, receiver)) {
    const lot = { origin: { kind: "batch", batch }, role: "royalty", amount } as const;
    addLot(books, side, key(token, receiver), lot);
  }
  return [{ kind: "arrived", side, batch, payee: receiver, amount }];
}

/** What is on its way to a chain, in a token as it is called there. */
export function underWay(books: Books, to: Side, token: Account): bigint {
  const { sent } = books.sides[across(to)];
  return sumOf(sent.filter((one) => one.token === token && one.state !== "arrived"));
}
