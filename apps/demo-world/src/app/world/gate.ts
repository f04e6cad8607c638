import { wait } from "../../services/wait.ts";
import { forget, KEPT, keep } from "../../services/world/storage.ts";
import { backoff } from "../../sim/backoff.ts";
import { tokenRefKey } from "../../sim/belongings/belonging.ts";
import {
  beginCrossing,
  type Crossing,
  type CrossingNews,
  isOver,
  tellCrossing,
} from "../../sim/crossing/crossing.ts";
import { otherSide } from "../../sim/crossing/doors.ts";
import { writeJournal } from "../../sim/crossing/journal.ts";
import type { PlatformSlug } from "../../sim/place/place.ts";
import type { TokenRef } from "../../sim/protocol/references.ts";
import { readBelongings } from "./belongings.ts";
import { notice } from "./notices.ts";
import { problemOf } from "./problem-code.ts";
import { sessionAt, withSession } from "./session.ts";
import { heavy, inside, platformOf, type Visit } from "./visit.ts";

let running: AbortController | undefined;

/** One has walked into the gate: what is in the hand begins to cross, and the other world is asked to let one in. */
export function enterGate(visit: Visit, from: PlatformSlug): void {
  performance.mark("ryugu:gate");
  const { crossing } = visit.stores.crossing.getState();
  const { held } = visit.world.me;
  if (crossing !== undefined && !isOver(crossing)) {
    // One thing crosses at a time: what is in the hand now stays here.
    const isIt = held !== null && tokenRefKey(held) === tokenRefKey(crossing.token);
    if (held !== null && !isIt) notice(visit, "one-at-a-time", "warning");
    if (!isIt) visit.world.me.held = null;
    if (running === undefined) go(visit);
  } else if (held !== null) {
    begin(visit, from, held);
  } else {
    visit.stores.crossing.setState({ crossing: undefined });
    forget(KEPT.crossing);
  }
  void askAdmission(visit, otherSide(from));
}

function begin(visit: Visit, from: PlatformSlug, token: TokenRef): void {
  const to = otherSide(from);
  const { items } = visit.stores.belongings.getState();
  const name = items.find((one) => tokenRefKey(one.token) === tokenRefKey(token))?.name;
  const plan = { from, to, token, ...(name === undefined ? {} : { name }) };
  keepCrossing(visit, beginCrossing(plan, Date.now()));
  go(visit);
}

/** Goes on with a crossing that an earlier page began. */
export function resumeCrossing(visit: Visit): void {
  const { crossing } = visit.stores.crossing.getState();
  if (crossing === undefined) return;
  if (visit.world.place === "corridor") void askAdmission(visit, otherSide(crossing.from));
  if (!isOver(crossing)) go(visit);
}

/** Begins again what has not begun for a reason that may have passed. */
export function retryCrossing(visit: Visit): void {
  const { crossing, admission } = visit.stores.crossing.getState();
  if (crossing?.problem !== undefined && !isOver(crossing)) {
    tell(visit, { kind: "well" });
    go(visit);
  }
  if (admission?.phase === "failed") void askAdmission(visit, admission.to);
}

function go(visit: Visit): void {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  run(visit, mine)
    .catch(() => undefined)
    .finally(() => {
      if (running === mine) running = undefined;
    });
}

async function run(visit: Visit, mine: AbortController): Promise<void> {
  const { runCrossing, askGas, signerOn } = await heavy();
  const { account, zone, chains } = inside(visit);
  const { crossing } = visit.stores.crossing.getState();
  if (crossing === undefined) return;
  const { from, to, token } = crossing;
  await untilKnown(visit, to, mine.signal);
  const signal = AbortSignal.any([mine.signal, visit.end.signal]);
  const parts = {
    zone,
    chains,
    account: account.wallet.address,
    destination: platformOf(visit, to).chain,
    signer: () => signerOn(account, token.chain, chains, zone),
    async gas() {
      const { url } = platformOf(visit, from);
      await withSession(visit, from, (session) => askGas(url, session));
    },
    tell: (news: CrossingNews) => {
      if (running === mine) tell(visit, news);
    },
    now: Date.now,
  };
  await runCrossing(parts, crossing, signal);
}

/** Waits until the other world has said what it is. */
async function untilKnown({ stores }: Visit, slug: PlatformSlug, signal: AbortSignal) {
  for (let tries = 1; stores.place.getState().platforms[slug] === undefined; tries++) {
    signal.throwIfAborted();
    await wait(backoff(tries, 200, 1_000), signal);
  }
}

function tell(visit: Visit, news: CrossingNews): void {
  const { crossing: before } = visit.stores.crossing.getState();
  if (before === undefined) return;
  const crossing = tellCrossing(before, news);
  keepCrossing(visit, crossing);
  if (crossing.phase === before.phase) return;
  performance.mark(`ryugu:${crossing.phase}`);
  if (crossing.phase === "delivered") arrived(visit, crossing);
  if (crossing.phase === "returned") returned(visit, crossing);
}

function keepCrossing(visit: Visit, crossing: Crossing): void {
  visit.stores.crossing.setState({ crossing });
  keep(KEPT.crossing, writeJournal(inside(visit).account.wallet.address, crossing));
}

function arrived(visit: Visit, { arrived: token, to, token: sent }: Crossing): void {
  const { world, stores } = visit;
  const isWithIt = world.place === "corridor" && isHeld(visit, sent);
  if (isWithIt && token !== undefined) world.me.held = token;
  if (!isWithIt) {
    if (isHeld(visit, sent)) world.me.held = null;
    notice(visit, "item-arrived", "good", to);
    forget(KEPT.crossing);
  }
  stores.belongings.setState({ held: world.me.held });
  void readBelongings(visit);
}

function returned(visit: Visit, { from }: Crossing): void {
  notice(visit, "item-returned", "warning", from);
  forget(KEPT.crossing);
  void readBelongings(visit);
}

function isHeld({ world }: Visit, token: TokenRef): boolean {
  return world.me.held !== null && tokenRefKey(world.me.held) === tokenRefKey(token);
}

/** Asks the other world to let one in, for as long as one waits before its door. */
async function askAdmission(visit: Visit, to: PlatformSlug): Promise<void> {
  const { crossing, place } = visit.stores;
  for (let tries = 1; place.getState().place === "corridor" || tries === 1; tries++) {
    crossing.setState({ admission: { to, phase: "asking" } });
    try {
      await untilKnown(visit, to, AbortSignal.any([visit.end.signal, AbortSignal.timeout(6_000)]));
      await sessionAt(visit, to);
      return crossing.setState({ admission: { to, phase: "admitted" } });
    } catch (error) {
      if (visit.end.signal.aborted) return;
      const problem = problemOf(error).code;
      crossing.setState({ admission: { to, phase: "failed", problem } });
      // A wallet that its person has closed is not opened again by itself.
      if (problem.startsWith("wallet-")) return;
      await wait(backoff(tries, 1_500, 10_000), visit.end.signal);
    }
  }
}

/** One has stepped out of the corridor with nothing left to wait for. */
export function endCrossing(visit: Visit): void {
  const { crossing } = visit.stores.crossing.getState();
  if (crossing !== undefined && !isOver(crossing)) return;
  visit.stores.crossing.setState({ crossing: undefined, admission: undefined });
  forget(KEPT.crossing);
}
