/** 3 of 5 become 4 of 6 in mid-traffic: the observer learns it, the quorum is counted again, the relayer goes on. */
import { gatewayAbi } from "@ryugu/contracts";
import { signCheckpoint, type ValidatorSet, validatorSet } from "@ryugu/sdk/lane";
import { address } from "@ryugu/sdk/primitives";
import { dataLength, Interface } from "ethers";
import { expect, test } from "vitest";
import { attest, SET, ZONE_ID } from "../../test/model/attestations.ts";
import { ModelChain } from "../../test/model/chain.ts";
import { ROUTE, sentMessages } from "../../test/model/lane.ts";
import { AWAY, HOME, word } from "../../test/model/messages.ts";
import { ModelMempool } from "../../test/model/submitter.ts";
import { SIXTH } from "../../test/model/zone.ts";
import { createObserver } from "../observer/observer.ts";
import { sqliteStore } from "../store/sqlite/store.ts";
import { createRelayer } from "./relayer.ts";

const COUNT = 25;
const SIGNATURE = 64;
const { laneId } = ROUTE;
const gateway = new Interface(gatewayAbi);
const tuning = { batchGas: 1_300_000, batchAge: 0, takeoverDelay: 4_000, bumpAfter: 3_000 };

test("what is undelivered waits for the new quorum, and is delivered with its signatures, all once", async () => {
  let time = 1_000_000;
  const clock = { now: () => time, sleep: async () => undefined };
  const chain = new ModelChain(AWAY, 2);
  const mempool = new ModelMempool(chain, () => time);
  const store = await sqliteStore({ path: ":memory:", clock });
  await store.addLanes([ROUTE]);
  const start = { number: 0, hash: word("0") };
  const through = { number: 1_000, hash: word("origin") };
  const latest = { ...through, time: 0 };
  await store.begin({ chain: HOME, final: start, seen: start, latest });
  const blocks = Array.from({ length: COUNT }, (_, i) => 1 + Math.floor(i / 3));
  const messages = sentMessages(laneId, blocks);
  await store.record({
    chain: HOME,
    latest,
    scanned: { finality: "final", through, messages, arrivals: [] },
  });
  const places = await store.unsigned(laneId, 0, 1_000);
  for (const place of places)
    await store.addAttestations(await Promise.all([0, 1, 2].map((n) => attest(n, place))));

  const reader = chain.reader();
  const report = () => undefined;
  const finality = { kind: "tag" } as const;
  const observer = createObserver({
    ...{ reader, store, clock, report, finality },
    ...{ startBlock: 1, maxRange: 100 },
  });
  let known: ValidatorSet = SET;
  const submitter = mempool.submitter("relayer");
  const quorums: number[] = [];
  const relayer = createRelayer({
    ...{ reader, store, clock, report, tuning },
    self: SET.validators[0] ?? address(SIXTH.address),
    council: { on: () => known },
    exchange: { isAnswering: () => true },
    submitter: {
      ...submitter,
      estimate: (call) => {
        const [, , , , signatures] = gateway.decodeFunctionData("deliver", call.data);
        quorums.push(dataLength(signatures) / SIGNATURE);
        return submitter.estimate(call);
      },
    },
  });
  const round = async () => {
    mempool.mine();
    time += 6_000;
    await observer.tick();
    known = (await store.validatorSets()).find((each) => each.chain === AWAY)?.set ?? known;
    await relayer.tick();
  };

  while (chain.delivered(laneId) === 0) await round();
  const next = validatorSet(1, 4, [...SET.validators, address(SIXTH.address)]);
  chain.rotate(next);
  for (let i = 0; i < 8; i++) await round();
  const waiting = chain.delivered(laneId);
  expect(waiting).toBeLessThan(COUNT);
  expect((await store.lane(laneId))?.epoch).toBe(1);
  expect(await store.attestedCheckpoints(laneId, waiting + 1, 100)).toEqual([]);

  for (const place of places.filter(({ sequence }) => sequence > waiting))
    await store.addAttestations([await signCheckpoint(SIXTH, ZONE_ID, place)]);
  for (let i = 0; i < 20; i++) await round();
  expect(chain.delivered(laneId)).toBe(COUNT);
  expect(quorums.at(0)).toBe(3);
  expect(quorums.at(-1)).toBe(4);
  expect(mempool.mined.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(COUNT);
});
