import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { attest, SET, VALIDATORS } from "../../../test/model/attestations.ts";
import { ROUTE } from "../../../test/model/lane.ts";
import { AWAY, accountOf, word } from "../../../test/model/messages.ts";
import type { Store } from "../../ports/store.ts";
import { beginReading, FIRST, laneOf, MESSAGES, recordFinal } from "./reading.ts";

const { laneId } = ROUTE;

/** How signatures are guarded, kept and counted. Run over each implementation of the store. */
export function attestationsContract(name: string, open: () => Promise<Store>): void {
  describe(`attestations in the store: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await beginReading(await open());
      await store.setValidators(AWAY, SET);
    });
    afterEach(() => store.close());

    test("checkpoints wait for their signature until they have it", async () => {
      await recordFinal(store);
      const places = await store.unsigned(laneId, 0, 10);
      expect(places.map(({ sequence }) => sequence)).toEqual([2, 3, 4]);
      const [place] = places;
      if (place === undefined) throw new Error("no checkpoint");
      expect(await store.reserve([place])).toEqual([{ free: true }]);
      expect(await store.lastReserved(laneId, 0)).toBe(2);
      expect(await store.unsigned(laneId, 0, 1)).toEqual([place]);
      await store.addOwnAttestations([await attest(0, place)]);
      expect((await store.unsigned(laneId, 0, 10)).map(({ sequence }) => sequence)).toEqual([3, 4]);
      expect((await store.unsigned(laneId, 3, 10)).map(({ sequence }) => sequence)).toEqual([4]);
    });

    test("the guard binds a place to its first head for ever", async () => {
      const place = { laneId, anchor: 0, sequence: 7, head: word("a") };
      const other = { ...place, head: word("b") };
      expect(await store.reserve([place, other, place])).toEqual([
        { free: true },
        { free: false, head: word("a") },
        { free: true },
      ]);
      expect(await store.reserve([other])).toEqual([{ free: false, head: word("a") }]);
      expect(
        await store.reserve([
          { ...other, anchor: 1 },
          { ...other, sequence: 8 },
        ]),
      ).toEqual([{ free: true }, { free: true }]);
    });

    test("a quorum counts only where this node agrees, before or after its own reading", async () => {
      const place = { laneId, anchor: 0, sequence: 4, head: MESSAGES[3]?.messageId ?? laneId };
      await store.addAttestations([await attest(0, place), await attest(1, place)]);
      await recordFinal(store);
      expect((await laneOf(store)).attested).toBe(0);
      for (const n of [2, 3, 4])
        await store.addAttestations([
          await attest(n, { ...place, sequence: 3, head: word("wrong") }),
        ]);
      expect((await laneOf(store)).attested).toBe(0);
      await store.addAttestations([await attest(2, place)]);
      expect((await laneOf(store)).attested).toBe(4);
      expect(await store.attestedCheckpoints(laneId, 1, 10)).toEqual([
        { sequence: 4, head: place.head },
      ]);
      expect((await store.attestationsOf(place)).map(({ validator }) => validator)).toEqual(
        VALIDATORS.slice(0, 3).map((v) => v.address),
      );
      expect((await store.transfer(FIRST.messageId))?.signers).toHaveLength(3);
    });

    test("a quorum that was there first counts as soon as the place is read", async () => {
      const place = { laneId, anchor: 0, sequence: 4, head: MESSAGES[3]?.messageId ?? laneId };
      for (const n of [0, 1, 2]) await store.addAttestations([await attest(n, place)]);
      await recordFinal(store);
      expect((await laneOf(store)).attested).toBe(4);
    });

    test("two heads of one validator are kept as proof, once, and the first counts", async () => {
      const a = await attest(0, { laneId, anchor: 0, sequence: 4, head: word("a") });
      const b = await attest(0, { laneId, anchor: 0, sequence: 4, head: word("b") });
      expect(await store.addAttestations([a, a])).toEqual([]);
      expect(await store.addAttestations([b])).toMatchObject([{ first: a, second: b }]);
      expect(await store.addAttestations([b])).toEqual([]);
      expect(await store.twoHeads(10)).toMatchObject([{ first: a, second: b }]);
      expect(await store.attestations(laneId, { from: 1, limit: 10 })).toEqual([a]);
      expect(
        await store.attestations(laneId, { from: 1, limit: 10, validator: accountOf("nobody") }),
      ).toEqual([]);
    });
  });
}
