import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { attest, SET } from "../../../test/model/attestations.ts";
import { ROUTE } from "../../../test/model/lane.ts";
import { AWAY, accountOf, at, HOME, TOKEN, word } from "../../../test/model/messages.ts";
import type { Store } from "../../ports/store.ts";
import {
  beginReading,
  FIRST,
  laneOf,
  latest,
  MESSAGES,
  recordFinal,
  SECOND,
  update,
} from "./reading.ts";

const { laneId } = ROUTE;

/** What people ask about: transfers, their ways, their events. Run over each implementation of the store. */
export function transfersContract(name: string, open: () => Promise<Store>): void {
  describe(`transfers in the store: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await beginReading(await open());
      await store.setValidators(AWAY, SET);
    });
    afterEach(() => store.close());

    const deliveredLog = (firstSequence: number, last: number, height: number) =>
      ({
        type: "delivered",
        laneId,
        first: firstSequence,
        last,
        head: MESSAGES[last - 1]?.messageId ?? laneId,
        at: at(height),
      }) as const;

    test("a transfer's way: sent, final, attested, delivered; parked, retried", async () => {
      const state = async (i = 0) => (await store.transfer(MESSAGES[i]?.messageId ?? "0x"))?.state;
      await store.record(update(HOME, "seen", 3, { messages: MESSAGES }));
      expect(await state()).toBe("sent");
      await recordFinal(store);
      expect(await state()).toBe("final");
      const place = { laneId, anchor: 0, sequence: 4, head: MESSAGES[3]?.messageId ?? laneId };
      for (const n of [0, 1, 2]) await store.addAttestations([await attest(n, place)]);
      expect(await state()).toBe("attested");
      const parked = {
        type: "parked",
        laneId,
        sequence: 2,
        messageId: SECOND.messageId,
        reason: "0x",
        at: at(9, 1),
      } as const;
      await store.record(update(AWAY, "seen", 9, { arrivals: [parked, deliveredLog(1, 3, 9)] }));
      expect([await state(0), await state(1), await state(2), await state(3)]).toEqual([
        "delivered",
        "parked",
        "delivered",
        "attested",
      ]);
      expect(await laneOf(store)).toMatchObject({ delivered: 3, deliveredFinal: 0 });
      await store.record({ chain: AWAY, latest: latest(9), forgetAbove: 8 });
      expect([await state(0), await state(1)]).toEqual(["attested", "attested"]);
      await store.record(update(AWAY, "final", 9, { arrivals: [parked, deliveredLog(1, 3, 9)] }));
      await store.record(
        update(AWAY, "final", 10, {
          arrivals: [{ type: "retried", laneId, messageId: SECOND.messageId, at: at(10) }],
        }),
      );
      expect(await state(1)).toBe("delivered");
      expect(await laneOf(store)).toMatchObject({ delivered: 3, deliveredFinal: 3 });
      expect((await store.transfer(SECOND.messageId))?.delivered).toMatchObject({
        block: 10,
        chain: AWAY,
      });
    });

    test("transfers are found by who and what, newest first, page by page", async () => {
      await recordFinal(store);
      const page = await store.transfers({ limit: 3 });
      expect(page.transfers.map(({ sequence }) => sequence)).toEqual([4, 3, 2]);
      const rest = await store.transfers({
        limit: 3,
        ...(page.next === undefined ? {} : { before: page.next }),
      });
      expect(rest.transfers.map(({ sequence }) => sequence)).toEqual([1]);
      expect(rest.next).toBeUndefined();
      const count = async (query: object) =>
        (await store.transfers({ limit: 10, ...query })).transfers.length;
      expect(await count({ sender: accountOf("sender") })).toBe(4);
      expect(await count({ sender: accountOf("nobody") })).toBe(0);
      expect(await count({ recipient: accountOf("recipient"), token: { contract: TOKEN } })).toBe(
        4,
      );
      expect(await count({ token: { contract: TOKEN, chain: HOME, id: 3n } })).toBe(1);
      expect(await count({ token: { contract: TOKEN, chain: AWAY } })).toBe(0);
    });

    test("every change is an event, in order, of one transfer or of all", async () => {
      await store.record(update(HOME, "seen", 1, { messages: [FIRST] }));
      const after = await store.lastEvent();
      await recordFinal(store);
      const events = await store.events(after, 100);
      expect(events.map(({ id }) => id)).toEqual(
        [...events.map(({ id }) => id)].sort((a, b) => a - b),
      );
      expect(new Set(events.map(({ messageId }) => messageId))).toEqual(
        new Set(MESSAGES.map(({ messageId }) => messageId)),
      );
      expect(await store.events(after, 100, FIRST.messageId)).toHaveLength(1);
      expect(await store.events(await store.lastEvent(), 100)).toEqual([]);
    });

    test("what it takes on its disk grows with what it holds", async () => {
      const before = await store.bytes();
      expect(before).toBeGreaterThan(0);
      const filler = new Array(20).fill("").map((_, i) => word(`${i}`).repeat(200));
      for (const [time, text] of filler.entries())
        await store.addTrail({ time, type: "filler", detail: { text } });
      expect(await store.bytes()).toBeGreaterThan(before);
    });

    test("watchers hear of commits until they stop", async () => {
      const heard: string[] = [];
      const stop = store.watch((topic) => heard.push(topic));
      await recordFinal(store);
      const attestation = await attest(0, { laneId, anchor: 0, sequence: 4, head: word("a") });
      await store.addAttestations([attestation]);
      await store.addAttestations([attestation]);
      stop();
      await recordFinal(store, 4);
      expect(heard).toEqual(["facts", "attestations"]);
    });
  });
}
