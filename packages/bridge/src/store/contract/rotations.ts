import { type Checkpoint, validatorSet } from "@ryugu/sdk/lane";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { attest, SET, VALIDATORS } from "../../../test/model/attestations.ts";
import { BACK, ROUTE, sentMessages } from "../../../test/model/lane.ts";
import { AWAY, at, HOME, word } from "../../../test/model/messages.ts";
import { MANIFEST, publish } from "../../../test/model/zone.ts";
import type { Store } from "../../ports/store.ts";
import { beginReading, update } from "./reading.ts";

const { laneId } = ROUTE;
const members = (...seats: number[]) =>
  SET.validators.filter((validator) =>
    seats.some((seat) => VALIDATORS[seat]?.address === validator),
  );

/** How the store follows the council's rotations. Run over each implementation. */
export function rotationsContract(name: string, open: () => Promise<Store>): void {
  describe(`rotations in the store: ${name}`, () => {
    let store: Store;
    const messages = sentMessages(laneId, [1, 2, 3, 4]);
    const place = (sequence: number): Checkpoint => ({
      laneId,
      anchor: 0,
      sequence,
      head: messages[sequence - 1]?.messageId ?? laneId,
    });
    const state = async () => {
      const { epoch, attested } = (await store.lane(laneId)) ?? {};
      return { epoch, attested };
    };
    const sign = async (sequence: number, ...seats: number[]) => {
      for (const seat of seats) await store.addAttestations([await attest(seat, place(sequence))]);
    };
    const deliver = (last: number) => {
      const arrival = {
        type: "delivered",
        laneId,
        first: 1,
        last,
        head: laneId,
        at: at(5),
      } as const;
      return store.record(update(AWAY, "final", 5, { arrivals: [arrival] }));
    };

    beforeEach(async () => {
      store = await beginReading(await open());
      await store.record(update(HOME, "final", 4, { messages }));
    });
    afterEach(() => store.close());

    test("nothing counts before the destination's set is known; then everything does", async () => {
      await sign(4, 0, 1, 2);
      expect(await state()).toEqual({ epoch: undefined, attested: 0 });
      await store.setValidators(HOME, SET);
      expect(await state()).toEqual({ epoch: undefined, attested: 0 });
      await store.setValidators(AWAY, SET);
      expect(await state()).toEqual({ epoch: 0, attested: 4 });
      expect((await store.lane(BACK.laneId))?.epoch).toBe(0);
    });

    test("what each gateway goes by can be read again", async () => {
      expect(await store.validatorSets()).toEqual([]);
      await store.setValidators(HOME, SET);
      const next = validatorSet(1, 3, members(0, 1, 2, 3));
      await store.setValidators(HOME, next);
      await store.setValidators(AWAY, SET);
      const sets = new Map((await store.validatorSets()).map(({ chain, set }) => [chain, set]));
      expect(sets).toEqual(
        new Map([
          [HOME, next],
          [AWAY, SET],
        ]),
      );
    });

    test("the newest manifest of each zone is kept, and an older one takes no place", async () => {
      const manifest = await publish(MANIFEST);
      const newer = { ...manifest, version: 3 };
      expect(await store.manifest(manifest.zoneId)).toBeUndefined();
      for (const each of [manifest, newer, { ...manifest, version: 2 }])
        await store.keepManifest(each);
      expect(JSON.parse((await store.manifest(manifest.zoneId)) ?? "")).toEqual(newer);
      expect(await store.manifest(word("another zone"))).toBeUndefined();
    });

    test("only members of the destination's set count", async () => {
      await store.setValidators(AWAY, validatorSet(0, 2, members(0, 1, 2)));
      await sign(2, 3, 4, 0);
      expect(await state()).toEqual({ epoch: 0, attested: 0 });
      expect(await store.attestationsOf(place(2))).toEqual([await attest(0, place(2))]);
      expect(await store.transfer(messages[0]?.messageId ?? laneId)).toMatchObject({
        state: "final",
        quorum: 2,
        signers: [VALIDATORS[0]?.address],
      });
      await sign(2, 1);
      expect(await state()).toEqual({ epoch: 0, attested: 2 });
    });

    test("a rotation counts again what is not delivered to finality, and only that", async () => {
      await store.setValidators(AWAY, SET);
      for (const sequence of [1, 2, 3, 4]) await sign(sequence, 0, 1, 2);
      await deliver(2);
      expect(await state()).toEqual({ epoch: 0, attested: 4 });
      await sign(3, 3);
      await store.setValidators(AWAY, validatorSet(1, 3, members(1, 2, 3)));
      expect(await state()).toEqual({ epoch: 1, attested: 3 });
      expect(await store.attestedCheckpoints(laneId, 1, 10)).toMatchObject([
        { sequence: 1 },
        { sequence: 2 },
        { sequence: 3 },
      ]);
      await store.setValidators(AWAY, validatorSet(2, 2, members(3, 4)));
      expect(await state()).toEqual({ epoch: 2, attested: 2 });
      expect(await store.transfer(messages[0]?.messageId ?? laneId)).toMatchObject({
        state: "delivered",
        signers: [0, 1, 2, 3].map((seat) => VALIDATORS[seat]?.address),
      });
      await sign(4, 3, 4);
      expect(await state()).toEqual({ epoch: 2, attested: 4 });
    });

    test("what this validator signed is offered again after a rotation, until it is delivered", async () => {
      await store.setValidators(AWAY, SET);
      const own = await Promise.all([1, 2, 3, 4].map((sequence) => attest(0, place(sequence))));
      await store.reserve(own);
      await store.addOwnAttestations(own);
      await deliver(1);
      expect(await store.unsigned(laneId, 0, 10)).toEqual([]);
      await store.setValidators(AWAY, SET);
      expect(await store.unsigned(laneId, 0, 10)).toEqual([]);
      await store.setValidators(AWAY, { ...SET, epoch: 1 });
      expect((await store.unsigned(laneId, 0, 10)).map(({ sequence }) => sequence)).toEqual([
        2, 3, 4,
      ]);
      // The guard is untouched: the same heads are free, no others.
      expect(await store.reserve([place(2), { ...place(3), head: word("other") }])).toEqual([
        { free: true },
        { free: false, head: place(3).head },
      ]);
      await store.addOwnAttestations(own);
      expect(await store.unsigned(laneId, 0, 10)).toEqual([]);
    });

    test("an epoch never falls and never changes", async () => {
      await store.setValidators(AWAY, { ...SET, epoch: 2 });
      await store.setValidators(AWAY, { ...SET, epoch: 1, quorum: 4 });
      await store.setValidators(AWAY, { ...SET, epoch: 2 });
      expect((await state()).epoch).toBe(2);
      await expect(
        store.setValidators(AWAY, { ...SET, epoch: 2, quorum: 4 }),
      ).rejects.toMatchObject({ code: "store-conflict" });
      await expect(
        store.setValidators(AWAY, { ...SET, epoch: 2, validators: members(0, 1, 2) }),
      ).rejects.toMatchObject({ code: "store-conflict" });
      await sign(4, 0, 1, 2);
      expect(await state()).toEqual({ epoch: 2, attested: 4 });
    });

    test("a database is one node's: of one partner in one zone", async () => {
      const owner = { zoneId: word("zone"), partner: "Fuji" };
      await store.own(owner);
      await store.own(owner);
      for (const other of [{ partner: "Hayate" }, { zoneId: word("other zone") }])
        await expect(store.own({ ...owner, ...other })).rejects.toMatchObject({
          code: "store-foreign",
        });
    });
  });
}
