import { expect, test } from "vitest";
import { clock, exchangeWith, place, startPeer } from "../../test/harness/exchange.ts";
import { attest } from "../../test/model/attestations.ts";
import { ROUTE } from "../../test/model/lane.ts";
import { createCollector } from "./collector.ts";

const { laneId } = ROUTE;

test("the collector asks for a quorum that does not come by itself, and otherwise rarely", async () => {
  const asked: string[] = [];
  const attestations = await Promise.all([0, 1, 2].map((n) => attest(n, place(4))));
  const url = await startPeer((path) => {
    asked.push(path);
    return JSON.stringify({ attestations });
  });
  const { exchange, intake, store } = await exchangeWith([url]);
  const lane = (await store.lanes())[0];
  if (lane === undefined) throw new Error("no lane");
  let final = 0;
  const lanes = async () => [
    { ...lane, final: { count: final, head: laneId }, seen: { count: final, head: laneId } },
  ];
  const collector = createCollector({
    store: { lanes, attestations: store.attestations },
    exchange,
    intake,
    clock,
    idleInterval: 60_000,
  });
  await collector.tick();
  expect(asked).toHaveLength(1);
  await collector.tick();
  final = 4;
  await collector.tick();
  clock.time += 500;
  await collector.tick();
  expect(asked).toHaveLength(1);
  clock.time += 600;
  await collector.tick();
  expect(asked).toHaveLength(2);
  expect(await store.attestations(laneId, { from: 1, limit: 10 })).toHaveLength(3);
});

test("the collector asks nobody while quorums come, though always some behind", async () => {
  let asked = 0;
  const url = await startPeer(() => {
    asked += 1;
    return '{"attestations":[]}';
  });
  const { exchange, intake, store } = await exchangeWith([url]);
  const lane = (await store.lanes())[0];
  if (lane === undefined) throw new Error("no lane");
  let attested = 0;
  const tip = { count: 100, head: laneId };
  const collector = createCollector({
    store: {
      lanes: async () => [{ ...lane, attested, final: tip, seen: tip }],
      attestations: store.attestations,
    },
    exchange,
    intake,
    clock,
    idleInterval: 60_000,
  });
  await collector.tick();
  const first = asked;
  for (; attested < 50; attested += 10) {
    await collector.tick();
    clock.time += 1_500;
  }
  expect(asked).toBe(first);
  await collector.tick();
  clock.time += 1_500;
  await collector.tick();
  expect(asked).toBe(first + 1);
});
