import type { Address } from "@ryugu/sdk/primitives";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BACK, ROUTE } from "../../../test/model/lane.ts";
import { AWAY, accountOf, at, HOME } from "../../../test/model/messages.ts";
import {
  messagesOf,
  royaltyBody,
  SPLIT,
  WORKS,
  YEN,
} from "../../../test/model/royalty-messages.ts";
import type { WaitingAmount } from "../../domain/royalty.ts";
import type { Store } from "../../ports/store.ts";
import { beginReading, update } from "./reading.ts";

const ROUTER = accountOf("router");
const STRANGER = accountOf("stranger");
const route = (chain: typeof HOME, router: Address, receiver = SPLIT) => ({
  chain,
  router,
  homeChain: HOME,
  homeToken: WORKS,
  receiver,
});
const waiting = (amount: bigint, since: number): WaitingAmount => ({
  currency: YEN,
  amount,
  since,
  block: 3,
  verdict: "collecting",
});

/** Routers, what waits in them and what became of what they sent. Run over each implementation of the store. */
export function royaltiesContract(name: string, open: () => Promise<Store>): void {
  describe(`royalties in the store: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await beginReading(await open());
    });
    afterEach(() => store.close());

    const tip = { count: 0, head: BACK.laneId };
    const sent = messagesOf(
      BACK.laneId,
      tip,
      [
        royaltyBody(ROUTER, 70n),
        royaltyBody(STRANGER, 8n),
        royaltyBody(ROUTER, 10n ** 30n),
        royaltyBody(ROUTER, 5n, STRANGER),
      ],
      2,
    );
    const [first, , third] = sent;
    if (first === undefined || third === undefined) throw new Error("no messages");

    const addRouter = () =>
      store.addRoyaltyRouters({ laneId: ROUTE.laneId, anchor: 0 }, 4, [route(AWAY, ROUTER)]);
    const send = () => store.record(update(AWAY, "final", 2, { messages: sent }));
    const consume = (last: number, height: number) =>
      store.record(
        update(HOME, "seen", height, {
          arrivals: [
            {
              type: "delivered",
              laneId: BACK.laneId,
              first: 1,
              last,
              head: sent[last - 1]?.messageId ?? BACK.laneId,
              at: at(height),
            },
          ],
        }),
      );
    const look = (since = 0, limit = 9, after = 0) =>
      store.arrivedRoyalties(HOME, { since, after, limit });
    const arrived = async (since = 0, limit = 9) =>
      (await look(since, limit)).map(({ transfer }) => transfer.messageId);

    test("routers are added once, and how far a lane was looked through never goes back", async () => {
      expect(await store.royaltyCursor({ laneId: ROUTE.laneId, anchor: 0 })).toBe(0);
      await addRouter();
      await store.addRoyaltyRouters({ laneId: ROUTE.laneId, anchor: 0 }, 3, [
        route(AWAY, ROUTER),
        route(AWAY, STRANGER),
        route(HOME, ROUTER),
      ]);
      expect(await store.royaltyCursor({ laneId: ROUTE.laneId, anchor: 0 })).toBe(4);
      // After a fork other messages may stand at the same places.
      expect(await store.royaltyCursor({ laneId: ROUTE.laneId, anchor: 1 })).toBe(0);
      const [one, ...others] = await store.royaltyRouters(AWAY, 0, 9);
      expect([one, ...others]).toMatchObject([route(AWAY, ROUTER), route(AWAY, STRANGER)]);
      expect(await store.royaltyRouters(AWAY, one?.position ?? 0, 9)).toEqual(others);
      expect(await store.royaltyRouters(AWAY, 0, 1)).toEqual([one]);
    });

    test("what waits is what was found last, whatever its size", async () => {
      await addRouter();
      const found = [waiting(10n ** 30n, 1_700_000_000_000)];
      await store.saveWaitingRoyalties(AWAY, ROUTER, [waiting(1n, 1)]);
      await store.saveWaitingRoyalties(AWAY, ROUTER, found);
      expect(await store.waitingRoyalties(AWAY, ROUTER)).toEqual(found);
      expect(await store.waitingByChain()).toEqual([
        { chain: AWAY, count: 1, oldest: 1_700_000_000_000 },
      ]);
      await store.saveWaitingRoyalties(AWAY, ROUTER, []);
      expect(await store.waitingRoyalties(AWAY, ROUTER)).toEqual([]);
      expect(await store.waitingByChain()).toEqual([]);
    });

    test("a round is what a router has sent in final blocks, of one currency", async () => {
      await store.record(update(AWAY, "seen", 2, { messages: sent }));
      expect(await store.forwardedRounds(AWAY, ROUTER, YEN)).toBe(0);
      await send();
      expect(await store.forwardedRounds(AWAY, ROUTER, YEN)).toBe(3);
      expect(await store.forwardedRounds(AWAY, ROUTER, { ...YEN, token: WORKS })).toBe(0);
      expect(await store.forwardedRounds(HOME, ROUTER, YEN)).toBe(0);
    });

    test("what arrives for a router's receiver is told until its end is noted; others' money is not", async () => {
      await addRouter();
      // Routers of two chains may have one address.
      await store.addRoyaltyRouters({ laneId: BACK.laneId, anchor: 0 }, 1, [route(HOME, ROUTER)]);
      await send();
      expect(await arrived()).toEqual([]);
      await consume(1, 5);
      expect(await arrived()).toEqual([first.messageId]);
      await consume(4, 6);
      expect(await arrived()).toEqual([first.messageId, third.messageId]);
      expect(await arrived(0, 1)).toEqual([first.messageId]);
      const [{ position } = { position: 0 }] = await look(0, 1);
      expect((await look(0, 9, position)).map(({ transfer }) => transfer.messageId)).toEqual([
        third.messageId,
      ]);
      expect(await arrived(first.at.time + 1)).toEqual([]);
      await store.endRoyalty(first.messageId, "divided");
      await store.endRoyalty(first.messageId, "paid");
      expect(await arrived()).toEqual([third.messageId]);
      const [state] = await store.routerStates({ after: 0, limit: 1, since: 0 });
      expect(state).toMatchObject(route(AWAY, ROUTER));
      expect(
        state?.batches.map(({ transfer, end }) => [transfer.messageId, transfer.state, end]),
      ).toEqual([
        [third.messageId, "delivered", undefined],
        [first.messageId, "delivered", "divided"],
      ]);
    });

    test("parked royalties wait until somebody retries them", async () => {
      await addRouter();
      await send();
      const { laneId } = BACK;
      const { messageId, sequence } = first;
      await store.record(
        update(HOME, "seen", 5, {
          arrivals: [{ type: "parked", laneId, sequence, messageId, reason: "0x", at: at(5, 0) }],
        }),
      );
      await consume(3, 6);
      expect(await arrived()).toEqual([third.messageId]);
      await store.record(
        update(HOME, "seen", 7, { arrivals: [{ type: "retried", laneId, messageId, at: at(7) }] }),
      );
      expect(await arrived()).toEqual([first.messageId, third.messageId]);
    });
  });
}
