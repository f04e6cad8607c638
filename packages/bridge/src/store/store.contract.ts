import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { attest, SET, VALIDATORS } from "../../test/model/attestations.ts";
import { BACK, ROUTE, sentLogs, sentMessages } from "../../test/model/lane.ts";
import { AWAY, accountOf, at, HOME, TOKEN, word } from "../../test/model/messages.ts";
import { extendLane } from "../domain/lane-log.ts";
import type { BlockRef } from "../domain/position.ts";
import type { Submission } from "../domain/submission.ts";
import type { ChainUpdate, Store } from "../ports/store.ts";

const { laneId } = ROUTE;
const tip = { count: 0, head: laneId };
const block = (number: number, fork = ""): BlockRef => ({
  number,
  hash: word(`block ${number}${fork}`),
});
const latest = (number: number) => ({ ...block(number), time: 1_700_000_000 + number });

type Scan = NonNullable<ChainUpdate["scanned"]>;
const update = (
  chain: ChainUpdate["chain"],
  finality: Scan["finality"],
  through: number,
  scan: Partial<Scan>,
): ChainUpdate => ({
  chain,
  latest: latest(through),
  scanned: { finality, through: block(through), messages: [], arrivals: [], ...scan },
});

const submissionOf = (nonce: number): Submission => ({
  kind: "delivery",
  chain: AWAY,
  nonce,
  laneId,
  first: 1,
  last: 2,
  to: TOKEN,
  data: "0xab",
  gas: 10n ** 20n,
  state: "pending",
  attempts: [{ hash: word("tx"), raw: "0x01", maxFee: 10n ** 20n, time: 5 }],
});

/** What every store does. Run over each implementation. */
export function storeContract(name: string, open: () => Store | Promise<Store>): void {
  describe(`the store's contract: ${name}`, () => {
    let store: Store;
    const lane = async () => {
      const found = await store.lane(laneId);
      if (found === undefined) throw new Error("no lane");
      return found;
    };

    beforeEach(async () => {
      store = await open();
      await store.addLanes([ROUTE, BACK]);
      await store.setValidators(AWAY, SET);
      for (const chain of [HOME, AWAY])
        await store.begin({ chain, final: block(0), seen: block(0), latest: latest(0) });
    });
    afterEach(() => store.close());

    const messages = sentMessages(laneId, [1, 1, 2, 3]);
    const [first, second] = messages;
    if (first === undefined || second === undefined) throw new Error("no messages");
    const recordFinal = (through = 3) =>
      store.record(
        update(HOME, "final", through, { messages: messages.filter((m) => m.at.block <= through) }),
      );

    test("lanes begin empty and are added once", async () => {
      await store.addLanes([ROUTE]);
      expect(await lane()).toEqual({
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
      await store.record(update(HOME, "seen", 2, { messages: messages.slice(0, 3) }));
      expect(await lane()).toMatchObject({ seen: { count: 3 }, final: tip });
      expect(await store.cursor(HOME)).toMatchObject({ seen: block(2), final: block(0) });
      await recordFinal();
      expect(await lane()).toMatchObject({
        seen: { count: 4 },
        final: { count: 4, head: messages[3]?.messageId },
      });
      expect(await store.cursor(HOME)).toMatchObject({ seen: block(3), final: block(3) });
      expect(await store.finalTipAt(laneId, 1)).toEqual({ count: 2, head: second.messageId });
      expect(await store.finalMessages(laneId, 2, 2)).toEqual(messages.slice(1, 3));
    });

    test("a fork's facts are forgotten above the common block", async () => {
      await store.record(update(HOME, "seen", 1, { messages: [first, second] }));
      await store.record(update(HOME, "seen", 3, { messages: messages.slice(2) }));
      expect((await store.seenBlocks(HOME)).map(({ number }) => number)).toEqual([3, 2, 1]);
      await store.record({ chain: HOME, latest: latest(3), forgetAbove: 1 });
      expect(await lane()).toMatchObject({ seen: { count: 2, head: second.messageId } });
      expect((await store.cursor(HOME))?.seen).toEqual(block(1));
      expect(await store.transfer(messages[2]?.messageId ?? "0x")).toBeUndefined();
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
      expect(await lane()).toMatchObject({ seen: { count: 1 }, final: { count: 1 } });
      expect((await store.cursor(HOME))?.seen).toEqual(block(2));
    });

    test("a write that contradicts what is final leaves nothing behind", async () => {
      await recordFinal();
      const before = [await lane(), await store.cursor(HOME), await store.lastEvent()];
      const other = { ...first, messageId: word("other") };
      const more = sentMessages(laneId, [1, 1, 2, 3, 4]).slice(4);
      await expect(
        store.record(update(HOME, "final", 4, { messages: [...more, other] })),
      ).rejects.toMatchObject({ code: "store-conflict" });
      expect([await lane(), await store.cursor(HOME), await store.lastEvent()]).toEqual(before);
    });

    test("checkpoints wait for their signature until they have it", async () => {
      await recordFinal();
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
      const place = { laneId, anchor: 0, sequence: 4, head: messages[3]?.messageId ?? laneId };
      await store.addAttestations([await attest(0, place), await attest(1, place)]);
      await recordFinal();
      expect((await lane()).attested).toBe(0);
      for (const n of [2, 3, 4])
        await store.addAttestations([
          await attest(n, { ...place, sequence: 3, head: word("wrong") }),
        ]);
      expect((await lane()).attested).toBe(0);
      await store.addAttestations([await attest(2, place)]);
      expect((await lane()).attested).toBe(4);
      expect(await store.attestedCheckpoints(laneId, 1, 10)).toEqual([
        { sequence: 4, head: place.head },
      ]);
      expect((await store.attestationsOf(place)).map(({ validator }) => validator)).toEqual(
        VALIDATORS.slice(0, 3).map((v) => v.address),
      );
      expect((await store.transfer(first.messageId))?.signers).toHaveLength(3);
    });

    test("a quorum that was there first counts as soon as the place is read", async () => {
      const place = { laneId, anchor: 0, sequence: 4, head: messages[3]?.messageId ?? laneId };
      for (const n of [0, 1, 2]) await store.addAttestations([await attest(n, place)]);
      await recordFinal();
      expect((await lane()).attested).toBe(4);
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

    const deliveredLog = (firstSequence: number, last: number, height: number) =>
      ({
        type: "delivered",
        laneId,
        first: firstSequence,
        last,
        head: messages[last - 1]?.messageId ?? laneId,
        at: at(height),
      }) as const;

    test("a transfer's way: sent, final, attested, delivered; parked, retried", async () => {
      const state = async (i = 0) => (await store.transfer(messages[i]?.messageId ?? "0x"))?.state;
      await store.record(update(HOME, "seen", 3, { messages }));
      expect(await state()).toBe("sent");
      await recordFinal();
      expect(await state()).toBe("final");
      const place = { laneId, anchor: 0, sequence: 4, head: messages[3]?.messageId ?? laneId };
      for (const n of [0, 1, 2]) await store.addAttestations([await attest(n, place)]);
      expect(await state()).toBe("attested");
      const parked = {
        type: "parked",
        laneId,
        sequence: 2,
        messageId: second.messageId,
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
      expect(await lane()).toMatchObject({ delivered: 3, deliveredFinal: 0 });
      await store.record({ chain: AWAY, latest: latest(9), forgetAbove: 8 });
      expect([await state(0), await state(1)]).toEqual(["attested", "attested"]);
      await store.record(update(AWAY, "final", 9, { arrivals: [parked, deliveredLog(1, 3, 9)] }));
      await store.record(
        update(AWAY, "final", 10, {
          arrivals: [{ type: "retried", laneId, messageId: second.messageId, at: at(10) }],
        }),
      );
      expect(await state(1)).toBe("delivered");
      expect(await lane()).toMatchObject({ delivered: 3, deliveredFinal: 3 });
      expect((await store.transfer(second.messageId))?.delivered).toMatchObject({
        block: 10,
        chain: AWAY,
      });
    });

    test("transfers are found by who and what, newest first, page by page", async () => {
      await recordFinal();
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
      await store.record(update(HOME, "seen", 1, { messages: [first] }));
      const after = await store.lastEvent();
      await recordFinal();
      const events = await store.events(after, 100);
      expect(events.map(({ id }) => id)).toEqual(
        [...events.map(({ id }) => id)].sort((a, b) => a - b),
      );
      expect(new Set(events.map(({ messageId }) => messageId))).toEqual(
        new Set(messages.map(({ messageId }) => messageId)),
      );
      expect(await store.events(after, 100, first.messageId)).toHaveLength(1);
      expect(await store.events(await store.lastEvent(), 100)).toEqual([]);
    });

    test("a rewound chain keeps its final messages and reads again", async () => {
      await recordFinal(1);
      await store.record(update(HOME, "final", 3, { messages: messages.slice(2) }));
      expect((await store.finalBlocks(HOME, 10)).map(({ number }) => number)).toEqual([3, 1]);
      await store.rewind(HOME, block(1));
      expect(await store.cursor(HOME)).toMatchObject({ final: block(1), seen: block(1) });
      expect((await lane()).final.count).toBe(4);
      expect((await store.finalTipAt(laneId, 100)).count).toBe(2);
      expect((await store.finalMessages(laneId, 3, 1))[0]?.at.block).toBe(2);
      const moved = messages.slice(2).map((m) => ({ ...m, at: at(4, 0, "y") }));
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
      expect((await lane()).halted).toEqual({ time: 1, reason: "first", details: ["a"] });
      expect((await store.lane(BACK.laneId))?.halted).toBeUndefined();
    });

    test("submissions are open until they are done or lost", async () => {
      const submission = submissionOf(3);
      await store.addSubmission(submission, []);
      const other = { ...submission, nonce: 4, state: "mined" } as const;
      await store.addSubmission(other, [submission]);
      expect((await store.openSubmissions(AWAY)).map(({ nonce }) => nonce)).toEqual([3, 4]);
      expect((await store.openSubmissions(AWAY))[0]).toEqual(submission);
      await store.replaceSubmission(submission, { ...submission, state: "done" });
      await store.replaceSubmission(other, { ...other, state: "lost" });
      expect(await store.openSubmissions(AWAY)).toEqual([]);
      expect(await store.openSubmissions(HOME)).toEqual([]);
      // A nonce that a fork gave back is used again.
      await store.addSubmission({ ...other, state: "pending" }, []);
      expect((await store.openSubmissions(AWAY)).map(({ nonce }) => nonce)).toEqual([4]);
    });

    test("a second process that sends with the same account is refused before it sends", async () => {
      const first = submissionOf(3);
      await store.addSubmission(first, []);
      // It did not know of the first: neither the same nonce nor the next one is for it.
      for (const nonce of [3, 4]) {
        const refused = store.addSubmission(submissionOf(nonce), []);
        await expect(refused).rejects.toMatchObject({ code: "store-outrun", retryable: true });
      }
      expect(await store.openSubmissions(AWAY)).toEqual([first]);
      const [read = first] = await store.openSubmissions(AWAY);
      const raised = { ...read, attempts: [...read.attempts, ...read.attempts] };
      await store.replaceSubmission(read, raised);
      // Whoever read it before must not undo that.
      const late = store.replaceSubmission(read, { ...read, state: "lost" });
      await expect(late).rejects.toMatchObject({ code: "store-outrun" });
      expect(await store.openSubmissions(AWAY)).toEqual([raised]);
    });

    test("a reading that another process has outrun leaves nothing behind", async () => {
      const start = { after: block(0) };
      await store.record({ ...update(HOME, "seen", 3, { messages }), ...start });
      const late = store.record({ ...update(HOME, "seen", 1, { messages: [first] }), ...start });
      await expect(late).rejects.toMatchObject({ code: "store-outrun", retryable: true });
      await store.record({
        ...update(HOME, "final", 2, { messages: messages.slice(0, 3) }),
        ...start,
      });
      for (const finality of ["final", "seen"] as const) {
        const again = store.record({
          ...update(HOME, finality, 1, { messages: [first] }),
          ...start,
        });
        await expect(again).rejects.toMatchObject({ code: "store-outrun" });
      }
      const fork = { after: { ...block(2), hash: word("another block 2") } };
      await expect(
        store.record({ ...update(HOME, "final", 3, { messages }), ...fork }),
      ).rejects.toMatchObject({ code: "store-outrun" });
      expect(await store.cursor(HOME)).toMatchObject({ final: block(2), seen: block(3) });
      await store.record({ ...update(HOME, "final", 3, { messages }), after: block(2) });
      expect(await lane()).toMatchObject({ final: { count: 4 } });
    });

    test("what a vault should hold is what left and did not come home", async () => {
      await recordFinal();
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

    test("watchers hear of commits until they stop", async () => {
      const heard: string[] = [];
      const stop = store.watch((topic) => heard.push(topic));
      await recordFinal();
      const attestation = await attest(0, { laneId, anchor: 0, sequence: 4, head: word("a") });
      await store.addAttestations([attestation]);
      await store.addAttestations([attestation]);
      stop();
      await recordFinal(4);
      expect(heard).toEqual(["facts", "attestations"]);
    });
  });
}
