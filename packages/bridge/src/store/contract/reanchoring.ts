import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ROUTE, sentMessages } from "../../../test/model/lane.ts";
import { AWAY, at, HOME } from "../../../test/model/messages.ts";
import type { ArrivalLog } from "../../domain/gateway-log.ts";
import type { Store } from "../../ports/store.ts";
import { beginReading, block, update } from "./reading.ts";

const { laneId } = ROUTE;
const delivered = (first: number, last: number, block: number): ArrivalLog => ({
  type: "delivered",
  laneId,
  first,
  last,
  head: laneId,
  at: at(block),
});
const reanchored = (anchor: number, from: number, block: number): ArrivalLog => ({
  type: "reanchored",
  laneId,
  anchor,
  delivered: from,
  head: laneId,
  at: at(block, 1),
});

/** How the store goes on from where the council re-anchored a lane. Run over each implementation. */
export function reanchoringContract(name: string, open: () => Promise<Store>): void {
  describe(`re-anchoring in the store: ${name}`, () => {
    let store: Store;
    const messages = sentMessages(laneId, [1, 2, 3, 4]);
    const read = (finality: "seen" | "final", through: number, ...arrivals: ArrivalLog[]) =>
      store.record(update(AWAY, finality, through, { arrivals }));
    const lane = () => store.lane(laneId);

    beforeEach(async () => {
      store = await beginReading(await open());
      await store.record(update(HOME, "final", 4, { messages }));
      await store.haltLane(laneId, { time: 1, reason: "rewritten", details: [] });
    });
    afterEach(() => store.close());

    test("the lost fork is forgotten, a delivery is cut where the forks part, and the halt ends", async () => {
      await read("final", 5, delivered(1, 3, 5));
      await read("final", 6, reanchored(1, 2, 6));
      expect(await lane()).not.toHaveProperty("halted");
      expect(await lane()).toMatchObject({
        anchor: 1,
        seen: { count: 2 },
        final: { count: 2, head: messages[1]?.messageId },
        attested: 2,
        delivered: 2,
        deliveredFinal: 2,
      });
      expect(await store.transfer(messages[2]?.messageId ?? laneId)).toBeUndefined();
      expect((await store.transfer(messages[1]?.messageId ?? laneId))?.state).toBe("delivered");
      expect(await store.unsigned(laneId, 0, 10)).toEqual([]);
    });

    test("what comes after it in one reading counts, what came before it does not", async () => {
      await read("final", 7, delivered(1, 4, 5), reanchored(1, 1, 6), delivered(2, 2, 7));
      expect(await lane()).toMatchObject({ anchor: 1, delivered: 2, deliveredFinal: 2 });
    });

    test("what was only seen changes nothing", async () => {
      await read("seen", 6, delivered(1, 3, 5), reanchored(1, 2, 6));
      expect(await lane()).toMatchObject({ anchor: 0, final: { count: 4 }, delivered: 3 });
      expect((await lane())?.halted?.reason).toBe("rewritten");
    });

    test("read again it forgets nothing that came since, and ends no later halt", async () => {
      await read("final", 6, delivered(1, 3, 5), reanchored(1, 2, 6));
      const [, , third] = sentMessages(laneId, [1, 2, 9]);
      if (third === undefined) throw new Error("no message");
      await store.record(update(HOME, "final", 9, { messages: [third] }));
      await store.haltLane(laneId, { time: 2, reason: "again", details: [] });
      await store.rewind(AWAY, block(0));
      await read("final", 6, delivered(1, 3, 5), reanchored(1, 2, 6));
      expect(await lane()).toMatchObject({ anchor: 1, final: { count: 3 }, delivered: 2 });
      expect((await lane())?.halted?.reason).toBe("again");
    });
  });
}
