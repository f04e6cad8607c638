import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SET } from "../../../test/model/attestations.ts";
import { BACK, ROUTE, sentLogs, sentMessages } from "../../../test/model/lane.ts";
import { AWAY, at, HOME, TOKEN, word } from "../../../test/model/messages.ts";
import { extendLane } from "../../domain/lane-log.ts";
import type { Store } from "../../ports/store.ts";
import {
  beginReading,
  block,
  FIRST,
  laneOf,
  latest,
  MESSAGES,
  recordFinal,
  SECOND,
  update,
} from "./reading.ts";

const { laneId } = ROUTE;
const tip = { count: 0, head: laneId };

/** What the store makes of what was read: seen, final, forgotten, rewound. Run over each implementation of the store. */
export function factsContract(name: string, open: () => Promise<Store>): void {
  describe(`facts in the store: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await beginReading(await open());
      await store.setValidators(AWAY, SET);
    });
    afterEach(() => store.close());

    test("lanes begin empty and are added once", async () => {
      await store.addLanes([ROUTE]);
      expect(await laneOf(store)).toEqual({
        ...ROUTE,
        anchor: 0,
        epoch: 0,
        seen: tip,
        final: tip,
        attested: 0,
        delivered: 0,
        deliveredFinal: 0,
      });
      expect(await store.lanes()).toHaveLength(2);
    });

    test("a reading begins where it was first told to", async () => {
      await store.begin({ chain: HOME, final: block(9), seen: block(9), latest: latest(9) });
      expect((await store.cursor(HOME))?.final).toEqual(block(0));
      expect(await store.cursor("eip155:77" as typeof HOME)).toBeUndefined();
    });

    test("what is seen moves the seen tip, what is final both", async () => {
      await store.record(update(HOME, "seen", 2, { messages: MESSAGES.slice(0, 3) }));
      expect(await laneOf(store)).toMatchObject({ seen: { count: 3 }, final: tip });
      expect(await store.cursor(HOME)).toMatchObject({ seen: block(2), final: block(0) });
      await recordFinal(store);
      expect(await laneOf(store)).toMatchObject({
        seen: { count: 4 },
        final: { count: 4, head: MESSAGES[3]?.messageId },
      });
      expect(await store.cursor(HOME)).toMatchObject({ seen: block(3), final: block(3) });
      expect(await store.finalTipAt(laneId, 1)).toEqual({ count: 2, head: SECOND.messageId });
      expect(await store.finalMessages(laneId, 2, 2)).toEqual(MESSAGES.slice(1, 3));
    });

    test("a fork's facts are forgotten above the common block", async () => {
      await store.record(update(HOME, "seen", 1, { messages: [FIRST, SECOND] }));
      await store.record(update(HOME, "seen", 3, { messages: MESSAGES.slice(2) }));
      expect((await store.seenBlocks(HOME)).map(({ number }) => number)).toEqual([3, 2, 1]);
      await store.record({ chain: HOME, latest: latest(3), forgetAbove: 1 });
      expect(await laneOf(store)).toMatchObject({ seen: { count: 2, head: SECOND.messageId } });
      expect((await store.cursor(HOME))?.seen).toEqual(block(1));
      expect(await store.transfer(MESSAGES[2]?.messageId ?? "0x")).toBeUndefined();
    });

    test("finality replaces what was seen otherwise, and what stood on it", async () => {
      const wrong = extendLane(
        tip,
        sentLogs(laneId, tip, [1, 2, 5], "x").map((log) => log),
      );
      const other = extendLane(tip, sentLogs(laneId, tip, [1]));
      await store.record(update(HOME, "seen", 5, { messages: wrong }));
      // Only one message turned out to be final up to block 2; the one seen at block 5 is read again.
      await store.record(update(HOME, "final", 2, { messages: other }));
      expect(await laneOf(store)).toMatchObject({ seen: { count: 1 }, final: { count: 1 } });
      expect((await store.cursor(HOME))?.seen).toEqual(block(2));
    });

    test("a write that contradicts what is final leaves nothing behind", async () => {
      await recordFinal(store);
      const before = [await laneOf(store), await store.cursor(HOME), await store.lastEvent()];
      const other = { ...FIRST, messageId: word("other") };
      const more = sentMessages(laneId, [1, 1, 2, 3, 4]).slice(4);
      await expect(
        store.record(update(HOME, "final", 4, { messages: [...more, other] })),
      ).rejects.toMatchObject({ code: "store-conflict" });
      expect([await laneOf(store), await store.cursor(HOME), await store.lastEvent()]).toEqual(
        before,
      );
    });

    test("a rewound chain keeps its final messages and reads again", async () => {
      await recordFinal(store, 1);
      await store.record(update(HOME, "final", 3, { messages: MESSAGES.slice(2) }));
      expect((await store.finalBlocks(HOME, 10)).map(({ number }) => number)).toEqual([3, 1]);
      await store.rewind(HOME, block(1));
      expect(await store.cursor(HOME)).toMatchObject({ final: block(1), seen: block(1) });
      expect((await laneOf(store)).final.count).toBe(4);
      expect((await store.finalTipAt(laneId, 100)).count).toBe(2);
      expect((await store.finalMessages(laneId, 3, 1))[0]?.at.block).toBe(2);
      const moved = MESSAGES.slice(2).map((m) => ({ ...m, at: at(4, 0, "y") }));
      await store.record(update(HOME, "final", 4, { messages: moved }));
      expect((await store.finalMessages(laneId, 3, 1))[0]?.at).toEqual(at(4, 0, "y"));
      expect((await store.finalTipAt(laneId, 3)).count).toBe(2);
      expect((await store.finalTipAt(laneId, 4)).count).toBe(4);
      await store.rewind(HOME, block(1));
      await store.record(update(HOME, "final", 4, { messages: moved }));
      expect((await store.finalTipAt(laneId, 4)).count).toBe(4);
    });

    test("a halt stays, with its first reason", async () => {
      await store.haltLane(laneId, { time: 1, reason: "first", details: ["a"] });
      await store.haltLane(laneId, { time: 2, reason: "second", details: [] });
      expect((await laneOf(store)).halted).toEqual({ time: 1, reason: "first", details: ["a"] });
      expect((await store.lane(BACK.laneId))?.halted).toBeUndefined();
    });

    test("what a vault should hold is what left and did not come home", async () => {
      await recordFinal(store);
      expect(await store.holdings()).toEqual([
        { homeChain: HOME, counterpartChain: AWAY, homeToken: TOKEN, units: "4" },
      ]);
      const back = extendLane(
        { count: 0, head: BACK.laneId },
        sentLogs(BACK.laneId, { count: 0, head: BACK.laneId }, [5]),
      );
      await store.record(update(AWAY, "final", 5, { messages: back }));
      expect((await store.holdings())[0]?.units).toBe("4");
      const arrival = {
        type: "delivered",
        laneId: BACK.laneId,
        first: 1,
        last: 1,
        head: BACK.laneId,
        at: at(8),
      } as const;
      await store.record(update(HOME, "final", 8, { arrivals: [arrival] }));
      expect((await store.holdings())[0]?.units).toBe("3");
    });
  });
}
