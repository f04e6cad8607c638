/** 3 of 5 become 4 of 6 in mid-traffic: the observer learns it, the quorum is counted again, the relayer goes on. */
import { gatewayAbi } from "@ryugu/contracts";
import { signCheckpoint, type ValidatorSet, validatorSet } from "@ryugu/sdk/lane";
import { address } from "@ryugu/sdk/primitives";
import { dataLength, Interface } from "ethers";
import { expect, test } from "vitest";
import { SET, ZONE_ID } from "../../test/model/attestations.ts";
import { ROUTE } from "../../test/model/lane.ts";
import { AWAY } from "../../test/model/messages.ts";
import { RelayWorld } from "../../test/model/relay-world.ts";
import { SIXTH } from "../../test/model/zone.ts";

const COUNT = 25;
const SIGNATURE = 64;
const { laneId } = ROUTE;
const gateway = new Interface(gatewayAbi);

test("what is undelivered waits for the new quorum, and is delivered with its signatures, all once", async () => {
  const world = new RelayWorld();
  const { chain, mempool } = world;
  const store = await world.store(COUNT);
  const places = await store.unsigned(laneId, 0, 1_000);
  const observer = world.observer(store);
  let known: ValidatorSet = SET;
  const submitter = mempool.submitter("relayer 0");
  const quorums: number[] = [];
  const relayer = world.relayer(0, store, {
    council: { on: () => known },
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
    world.time += 6_000;
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
