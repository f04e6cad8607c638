import type { Action } from "../model/action.ts";
import { balanceOf } from "../model/balances.ts";
import { isConduit } from "../model/credit.ts";
import type { Books } from "../model/state.ts";
import { across, key, SIDES, type Side } from "../model/words.ts";
import { fullTime } from "./clock.ts";
import type { Random } from "./random.ts";

/** Somebody takes what is credited: in person, for somebody else, or by signature. */
export function claim(books: Books, random: Random): Action {
  const side = random.pick(SIDES);
  const names = [...books.sides[side].credits.keys()];
  const { people } = books.stage;
  const [place = "", currency = "", payee = ""] =
    names.length > 0 && !random.chance(0.03)
      ? random.pick(names).split("/")
      : [books.stage.sides[side].rail, tokenOf(books, random, side), random.pick(people)];
  const isOwn = isConduit(books, side, payee) || random.chance(0.4);
  const to = isOwn ? payee : random.pick(people);
  const wish = { side, place, currency, payee, to };
  if (isOwn && random.chance(0.6)) return { kind: "claim", claim: wish, by: "anyone" };
  if (isConduit(books, side, payee)) return { kind: "claim", claim: wish, by: "anyone" };
  if (random.chance(0.5)) return { kind: "claim", claim: wish, by: "payee" };
  const nonce = books.sides[side].claimNonces.get(key(place, payee)) ?? 0;
  return {
    kind: "signed claim",
    claim: {
      ...wish,
      nonce: random.chance(0.05) ? nonce + 1 : nonce,
      deadline: fullTime(books.now, random.chance(0.03) ? 0 : 3),
      isSigned: !random.chance(0.03),
    },
  };
}

/** Somebody has a split divide what it has, or makes it first. */
export function divide(books: Books, random: Random): Action {
  const side = random.pick(SIDES);
  const here = books.sides[side];
  const unmade = [...here.splits].filter(([, { isMade }]) => !isMade);
  const [first] = unmade;
  if (first !== undefined && random.chance(0.1)) {
    return { kind: "make split", side, split: random.pick(unmade)[0] };
  }
  const made = [...here.splits].filter(([, { isMade }]) => isMade).map(([name]) => name);
  if (made.length === 0) return { kind: "make split", side, split: random.pick(unmade)[0] };
  const filled = made.flatMap((split) =>
    books.stage.sides[side].tokens
      .map(({ address: token }) => ({ split, token }))
      .filter(({ token }) => balanceOf(here, token, split) > 0n),
  );
  const isIdle = filled.length === 0 || random.chance(0.05);
  const what = isIdle
    ? { split: random.pick(made), token: tokenOf(books, random, side) }
    : random.pick(filled);
  const most = random.chance(0.3) ? { most: 1 + random.below(30) } : {};
  return { kind: "distribute", division: { side, ...what, ...most } };
}

/** Somebody sends royalties home, delivers them, or tries again what parked. */
export function bringHome(books: Books, random: Random): Action {
  const side = random.pick(SIDES);
  const parked = books.sides[side].sent.flatMap(({ state }, index) =>
    state === "parked" ? [index] : [],
  );
  if (parked.length > 0 && random.chance(0.3)) {
    return { kind: "retry", from: side, index: random.pick(parked) };
  }
  const { sent } = books.sides[side];
  if (sent.length > 0 && random.chance(0.04)) {
    return { kind: "retry", from: side, index: random.below(sent.length) };
  }
  if (sent.length > books.sides[across(side)].delivered && random.chance(0.5)) {
    return { kind: "deliver", from: side };
  }
  const { routers, tokens } = books.stage.sides[side];
  const filled = [...routers.keys()].flatMap((router) =>
    tokens
      .map(({ address: token }) => ({ router, token }))
      .filter(({ token }) => balanceOf(books.sides[side], token, router) > 0n),
  );
  const isIdle = filled.length === 0 || random.chance(0.05);
  const what = isIdle
    ? { router: random.pick([...routers.keys()]), token: tokenOf(books, random, side) }
    : random.pick(filled);
  return { kind: "forward", side, ...what };
}

const tokenOf = ({ stage }: Books, random: Random, side: Side): string =>
  random.pick(stage.sides[side].tokens).address;
