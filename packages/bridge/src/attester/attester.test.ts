import {
  type Attestation,
  type Checkpoint,
  signCheckpoint,
  type ValidatorSet,
} from "@ryugu/sdk/lane";
import { address, type Bytes32 } from "@ryugu/sdk/primitives";
import fc from "fast-check";
import { expect, test } from "vitest";
import { attest, councilOf, SET, VALIDATORS, ZONE_ID } from "../../test/model/attestations.ts";
import { Crash, crashing } from "../../test/model/faults.ts";
import { ROUTE, sentLogs } from "../../test/model/lane.ts";
import { HOME, word } from "../../test/model/messages.ts";
import { extendLane } from "../domain/lane-log.ts";
import type { CouncilView } from "../ports/council-view.ts";
import type { AttestationExchange } from "../ports/exchange.ts";
import type { NodeEvent } from "../ports/report.ts";
import type { CheckpointSigner } from "../ports/signer.ts";
import type { Store } from "../ports/store.ts";
import { sqliteStore } from "../store/sqlite/store.ts";
import { createAttester } from "./attester.ts";

const clock = { now: () => 1 };
const wallet = VALIDATORS[0];
if (wallet === undefined) throw new Error("no key");
const self = address(wallet.address);
const tip = { count: 0, head: ROUTE.laneId };

/** Everything that ever left the validator: signatures made, whether or not they were published. */
class Witness {
  readonly signed: Checkpoint[] = [];
  readonly published: Attestation[] = [];
  readonly events: NodeEvent[] = [];

  assertNoTwoHeads(): void {
    const heads = new Map<string, Bytes32>();
    for (const { laneId, anchor, sequence, head } of this.signed) {
      const place = `${laneId}/${anchor}/${sequence}`;
      expect(heads.get(place) ?? head).toBe(head);
      heads.set(place, head);
    }
  }
}

const signerOf = (witness: Witness): CheckpointSigner => ({
  validator: self,
  async sign(checkpoint) {
    witness.signed.push(checkpoint);
    return signCheckpoint(wallet, ZONE_ID, checkpoint);
  },
});

const nobody: AttestationExchange = {
  peers: [],
  publish: () => undefined,
  pull: async () => [],
  isAnswering: () => false,
};

function exchangeOf(
  witness: Witness,
  copies: readonly Attestation[] = [],
  peers = 0,
): AttestationExchange {
  return {
    peers: Array.from({ length: peers }, (_, i) => ({ name: `peer ${i}`, validator: self })),
    publish: (attestations) => witness.published.push(...attestations),
    pull: async (_, { from, limit }) =>
      copies.filter(({ sequence }) => sequence >= from).slice(0, limit),
    isAnswering: () => true,
  };
}

function attesterOf(
  witness: Witness,
  store: Store,
  exchange: AttestationExchange,
  signer = signerOf(witness),
  quorum = 1,
) {
  return createAttester({
    store,
    signer,
    exchange,
    clock,
    council: councilOf({ ...SET, quorum }),
    report: (event) => witness.events.push(event),
  });
}

/** A store in which `count` messages of a fork are final, one a block. */
async function storeWith(count: number, fork: "honest" | "other" = "honest"): Promise<Store> {
  const store = await sqliteStore({ path: ":memory:", clock });
  await store.addLanes([ROUTE]);
  await store.setValidators(ROUTE.destinationChain, { ...SET, quorum: 1 });
  const start = { number: 0, hash: word("start") };
  await store.begin({ chain: HOME, final: start, seen: start, latest: { ...start, time: 0 } });
  await finalise(store, 1, count, fork);
  return store;
}

/** The other fork's first message is another one, so every head differs. */
async function finalise(
  store: Store,
  first: number,
  count: number,
  fork: "honest" | "other",
): Promise<void> {
  const blocks = Array.from({ length: first + count - 1 }, (_, i) => i + 1);
  const logs = sentLogs(
    ROUTE.laneId,
    fork === "honest" ? tip : { count: 0, head: ROUTE.laneId },
    blocks,
  );
  const messages = fork === "honest" ? extendLane(tip, logs) : otherFork(blocks);
  const through = { number: first + count - 1, hash: word(`block ${first + count - 1}`) };
  await store.record({
    chain: HOME,
    latest: { ...through, time: 0 },
    scanned: { finality: "final", through, messages: messages.slice(first - 1), arrivals: [] },
  });
}

function otherFork(blocks: readonly number[]) {
  const shifted = sentLogs(ROUTE.laneId, { count: 1_000, head: ROUTE.laneId }, blocks);
  return extendLane({ count: 1_000, head: ROUTE.laneId }, shifted).map((m) => ({
    ...m,
    sequence: m.sequence - 1_000,
  }));
}

test("signs every checkpoint once, stores and publishes it", async () => {
  const witness = new Witness();
  const store = await storeWith(5);
  const attester = attesterOf(witness, store, exchangeOf(witness));
  expect(await attester.tick()).toBe(false);
  await attester.tick();
  expect(witness.signed.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
  expect(witness.published).toEqual(
    await store.attestations(ROUTE.laneId, { from: 1, limit: 10, validator: self }),
  );
  expect(await store.lane(ROUTE.laneId)).toMatchObject({ attested: 5 });
});

test("crashes anywhere, before or after any call: no two heads, and in the end everything is signed", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          calls: fc.integer({ min: 1, max: 8 }),
          when: fc.constantFrom("before" as const, "after" as const),
        }),
        { maxLength: 6 },
      ),
      async (crashes) => {
        const witness = new Witness();
        const store = await storeWith(4);
        for (const plan of crashes) {
          // Each round is a new process over the same database; signer and store can crash alike.
          const shared = { ...plan };
          const attester = attesterOf(
            witness,
            crashing(store, shared),
            exchangeOf(witness),
            crashing(signerOf(witness), shared),
          );
          await attester.tick().catch((error: unknown) => expect(error).toBeInstanceOf(Crash));
        }
        await attesterOf(witness, store, exchangeOf(witness)).tick();
        witness.assertNoTwoHeads();
        expect(await store.unsigned(ROUTE.laneId, 0, 10)).toEqual([]);
        expect((await store.lane(ROUTE.laneId))?.attested).toBe(4);
      },
    ),
    { numRuns: 60 },
  );
});

test("the signature leaves only after the place is bound, durably", async () => {
  const witness = new Witness();
  const store = await storeWith(1);
  const plan = { calls: 1, when: "before" as const };
  const attester = attesterOf(
    witness,
    store,
    exchangeOf(witness),
    crashing(signerOf(witness), plan),
  );
  await expect(attester.tick()).rejects.toBeInstanceOf(Crash);
  expect(witness.signed).toEqual([]);
  expect(await store.lastReserved(ROUTE.laneId, 0)).toBe(1);
});

test("a lane that contradicts what was signed is halted and never signed on", async () => {
  const witness = new Witness();
  const store = await storeWith(3);
  await store.reserve([
    { laneId: ROUTE.laneId, anchor: 0, sequence: 2, head: word("signed before") },
  ]);
  const attester = attesterOf(witness, store, exchangeOf(witness));
  await attester.tick();
  await attester.tick();
  expect(witness.signed).toEqual([]);
  expect((await store.lane(ROUTE.laneId))?.halted?.reason).toContain("signed another head");
  expect(witness.events.map(({ type }) => type)).toEqual(["signature-refused", "lane-halted"]);
});

test("restored from an old backup, it remembers from its peers what it signed", async () => {
  const honest = await storeWith(3);
  const past = new Witness();
  await attesterOf(past, honest, exchangeOf(past)).tick();

  // The backup knows nothing, and its chain now shows another history.
  const restored = await storeWith(3, "other");
  const witness = new Witness();
  witness.signed.push(...past.signed);
  const attester = attesterOf(
    witness,
    restored,
    exchangeOf(witness, past.published, 2),
    signerOf(witness),
    3,
  );
  await attester.tick();
  await attester.tick();
  witness.assertNoTwoHeads();
  expect(witness.signed).toHaveLength(past.signed.length);
  expect((await restored.lane(ROUTE.laneId))?.halted).toBeDefined();
});

test("signs nothing until enough peers have answered", async () => {
  const witness = new Witness();
  const store = await storeWith(2);
  let answering = 1;
  const exchange: AttestationExchange = {
    ...exchangeOf(witness, [], 4),
    pull: async (peer) => {
      if (Number(peer.name.at(-1)) < answering) return [];
      throw new Error("away");
    },
  };
  const attester = attesterOf(witness, store, exchange, signerOf(witness), 3);
  await attester.tick();
  expect([attester.isReady(), witness.signed.length]).toEqual([false, 0]);
  answering = 2;
  await attester.tick();
  expect([attester.isReady(), witness.signed.length]).toEqual([true, 2]);
});

test("a halted lane is not signed, and a zone of one needs no peers", async () => {
  const witness = new Witness();
  const store = await storeWith(2);
  await store.haltLane(ROUTE.laneId, { time: 0, reason: "test", details: [] });
  const attester = attesterOf(witness, store, nobody);
  await attester.tick();
  expect([attester.isReady(), witness.signed.length]).toEqual([true, 0]);
});

test("an attestation of its own that peers hold need not be made again", async () => {
  const witness = new Witness();
  const store = await storeWith(2);
  const head = (await store.lane(ROUTE.laneId))?.final.head ?? ROUTE.laneId;
  const own = await attest(0, { laneId: ROUTE.laneId, anchor: 0, sequence: 2, head });
  await attesterOf(witness, store, exchangeOf(witness, [own], 2), signerOf(witness), 3).tick();
  expect(witness.signed.map(({ sequence }) => sequence)).toEqual([1]);
  expect(await store.attestations(ROUTE.laneId, { from: 2, limit: 1 })).toEqual([own]);
});

test("without a seat it signs nothing and says so; with one it signs what is undelivered; without one again, no more", async () => {
  const store = await storeWith(3);
  const witness = new Witness();
  const [first, ...rest] = SET.validators.filter((validator) => validator !== self);
  const without = { ...SET, quorum: 1, validators: [first ?? self, ...rest] };
  const next = { ...SET, epoch: 1, quorum: 1 };
  let on: ValidatorSet = without;
  let sets: ValidatorSet[] = [without];
  const council: CouncilView = { on: () => on, sets: () => sets };
  const attester = createAttester({
    store,
    signer: signerOf(witness),
    exchange: nobody,
    clock,
    council,
    report: (event) => witness.events.push(event),
  });
  await attester.tick();
  expect([witness.signed.length, attester.isReady()]).toEqual([0, true]);
  // The set that follows is known before the gateway goes by it.
  sets = [without, next];
  await attester.tick();
  expect(witness.signed.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  on = { ...without, epoch: 2 };
  sets = [on];
  await finalise(store, 4, 2, "honest");
  await attester.tick();
  expect(witness.signed).toHaveLength(3);
  const seats = witness.events.filter(({ type }) => type === "seat-changed");
  expect(seats.map((event) => "seated" in event && event.seated)).toEqual([false, true, false]);
});
