import type { Address, Bytes32 } from "@ryugu/sdk/primitives";
import type { Store } from "../../src/ports/store.ts";
import { BACK, ROUTE } from "../model/lane.ts";
import { AWAY, accountOf, HOME, word } from "../model/messages.ts";
import { messagesOf, royaltyBody, SPLIT, WORKS, YEN } from "../model/royalty-messages.ts";

/** Routers of one collection, for two receivers. */
export const ROUTERS: readonly [Address, Address] = [accountOf("router"), accountOf("router two")];

/** Two routers: one has sent something home, and something waits in it. @returns the message's id */
export async function fillRoyalties(store: Store): Promise<Bytes32> {
  const [first, second] = ROUTERS;
  const route = { chain: AWAY, homeChain: HOME, homeToken: WORKS };
  await store.addRoyaltyRouters({ laneId: ROUTE.laneId, anchor: 0 }, 4, [
    { ...route, router: first, receiver: SPLIT },
    { ...route, router: second, receiver: accountOf("artist") },
  ]);
  await store.addLanes([BACK]);
  const through = { number: 3, hash: word("3") };
  const latest = { ...through, time: 5 };
  await store.begin({ chain: AWAY, final: through, seen: through, latest });
  const tip = { count: 0, head: BACK.laneId };
  const now = Math.floor(Date.now() / 1_000);
  const messages = messagesOf(BACK.laneId, tip, [royaltyBody(first, 1_666n)], 2).map((one) => ({
    ...one,
    at: { ...one.at, time: now },
  }));
  await store.record({
    chain: AWAY,
    latest,
    scanned: { finality: "final", through, messages, arrivals: [] },
  });
  await store.saveWaitingRoyalties(AWAY, first, [
    { currency: YEN, amount: 250n, since: 1_700_000_000_000, block: 3, verdict: "due" },
  ]);
  return messages[0]?.messageId ?? BACK.laneId;
}
