import type { Action } from "../model/action.ts";
import type { Books } from "../model/state.ts";
import { key, SIDES } from "../model/words.ts";
import type { Random } from "./random.ts";

/** At most so many accounts of a token are blocked at once. */
const MOST_BLOCKED = 6;

/** An issuer blocks, freezes or pauses, or thinks better of it. */
export function misfortune(books: Books, random: Random): Action {
  const side = random.pick(SIDES);
  const { tokens, routers } = books.stage.sides[side];
  const { address: token } = random.pick(tokens.filter(({ isHome }) => isHome));
  const here = books.sides[side];
  const accounts = [
    ...books.stage.people,
    ...books.stage.people,
    ...books.stage.splits.map(({ address }) => address),
    ...routers.keys(),
  ];
  if (here.paused.has(token)) return { kind: "pause", side, token, on: false };
  if (random.chance(0.04)) return { kind: "pause", side, token, on: true };
  const account = random.pick(accounts);
  if (random.chance(0.4)) {
    const status = here.ledger.get(account)?.status === "open" ? "frozen" : "open";
    const isPerson = books.stage.people.includes(account);
    if (isPerson) return { kind: "status", side, account, status };
  }
  const blocked = [...here.blocked].filter((name) => name.startsWith(`${token}/`));
  if (blocked.length > MOST_BLOCKED || (blocked.length > 0 && random.chance(0.45))) {
    const [, name = ""] = random.pick(blocked).split("/");
    return { kind: "block", side, token, account: name, on: false };
  }
  const isOn = !here.blocked.has(key(token, account));
  return { kind: "block", side, token, account, on: isOn };
}
