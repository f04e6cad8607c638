import { createServer, type Server } from "node:http";
import { RyuguError } from "@ryugu/sdk/errors";
import type { Attestation } from "@ryugu/sdk/lane";
import { afterEach, expect, test } from "vitest";
import { attest, councilOf, SET, ZONE_ID } from "../../test/model/attestations.ts";
import { ROUTE } from "../../test/model/lane.ts";
import { accountOf, word } from "../../test/model/messages.ts";
import type { NodeEvent } from "../ports/report.ts";
import { sqliteStore } from "../store/sqlite/store.ts";
import { createCollector } from "./collector.ts";
import { httpExchange } from "./http-exchange.ts";
import { createIntake } from "./intake.ts";

const { laneId } = ROUTE;
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A peer that answers every request with what `answer` says. */
async function peer(answer: (url: string, body: string) => string | undefined): Promise<string> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      const text = answer(request.url ?? "", body);
      if (text !== undefined) response.end(text);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  return `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}/`;
}

let time = 0;
const clock = { now: () => time, sleep: async () => undefined };

async function setUp(urls: string[]) {
  const events: NodeEvent[] = [];
  const report = (event: NodeEvent) => events.push(event);
  const store = await sqliteStore({ path: ":memory:", clock });
  await store.addLanes([ROUTE]);
  const intake = createIntake({
    store,
    report,
    zoneId: ZONE_ID,
    council: councilOf(SET),
    hasLane: (id) => id === laneId,
  });
  const peers = urls.map((url, i) => ({
    name: `peer ${i}`,
    validator: SET.validators[i] ?? accountOf("x"),
    url,
  }));
  const exchange = httpExchange({
    peers: () => peers,
    intake,
    clock,
    report,
    timeout: 10_000,
    silence: 1_000,
  });
  return { events, store, intake, exchange, peers };
}

const place = (sequence: number) => ({
  laneId,
  anchor: 0,
  sequence,
  head: word(`head ${sequence}`),
});
const settled = (condition: () => boolean) =>
  expect.poll(condition, { timeout: 15_000, interval: 10 }).toBe(true);

test("offers attestations to every peer at once, and a peer that is away delays nobody", async () => {
  const received: Attestation[] = [];
  const url = await peer((path, body) => {
    if (path === "/v1/attestations") received.push(...JSON.parse(body).attestations);
    return '{"accepted":1}';
  });
  const { exchange, events } = await setUp(["http://127.0.0.1:9/", url]);
  const attestations = await Promise.all([1, 2, 3].map((n) => attest(0, place(n))));
  exchange.publish(attestations);
  await settled(() => received.length === 3 && events.length === 2);
  expect(received).toEqual(attestations);
  expect(events).toContainEqual({ type: "peer-failed", peer: "peer 0", error: expect.any(Error) });
  expect(events).toContainEqual({ type: "peer-answered", peer: "peer 1" });
  exchange.publish(attestations);
  await settled(() => received.length === 6);
  expect(events).toHaveLength(2);
  expect([
    exchange.isAnswering(SET.validators[0] ?? accountOf("")),
    exchange.isAnswering(SET.validators[1] ?? accountOf("")),
  ]).toEqual([false, true]);
  time += 1_000;
  expect(exchange.isAnswering(SET.validators[1] ?? accountOf(""))).toBe(false);
});

test("a peer that stops answering is known to be away with the first failure", async () => {
  const url = await peer(() => '{"accepted":1}');
  const { exchange, events } = await setUp([url]);
  const validator = SET.validators[0] ?? accountOf("");
  const attestation = await attest(0, place(1));
  exchange.publish([attestation]);
  await settled(() => exchange.isAnswering(validator));
  const server = servers.pop();
  server?.closeAllConnections();
  server?.close();
  exchange.publish([attestation]);
  await settled(() => events.at(-1)?.type === "peer-failed");
  expect(exchange.isAnswering(validator)).toBe(false);
});

test("a peer that never answers holds only a bounded line", async () => {
  const { exchange } = await setUp([await peer(() => undefined)]);
  const attestation = await attest(0, place(1));
  for (let i = 0; i < 50; i++) exchange.publish(new Array(100).fill(attestation));
});

test("fetches a page, verified", async () => {
  const asked: string[] = [];
  const attestation = await attest(1, place(7));
  const url = await peer((path) => {
    asked.push(path);
    return JSON.stringify({ attestations: [attestation] });
  });
  const { exchange, peers } = await setUp([url]);
  const [first] = peers;
  if (first === undefined) throw new Error("no peer");
  expect(
    await exchange.pull(first, { laneId, from: 5, limit: 10, validator: attestation.validator }),
  ).toEqual([attestation]);
  expect(asked).toEqual([
    `/v1/lanes/${laneId}/attestations?from=5&limit=10&validator=${attestation.validator}`,
  ]);
});

test("a peer of a newer release is understood as far as this release goes", async () => {
  const attestation = await attest(1, place(7));
  const newer = { ...attestation, epoch: 3, proof: { kind: "new" } };
  const url = await peer(() =>
    JSON.stringify({ attestations: [newer], next: "page", release: "9.0" }),
  );
  const { exchange, peers } = await setUp([url]);
  const [first] = peers;
  if (first === undefined) throw new Error("no peer");
  expect(await exchange.pull(first, { laneId, from: 1, limit: 10 })).toEqual([attestation]);
});

const forged = async () => ({ ...(await attest(1, place(7))), head: word("forged") });
test.each([
  [
    "a forged attestation",
    async () => JSON.stringify({ attestations: [await forged()] }),
    "attestation-forged",
  ],
  [
    "a stranger's",
    async () =>
      JSON.stringify({ attestations: [{ ...(await forged()), validator: accountOf("stranger") }] }),
    "unknown-validator",
  ],
  ["no JSON", async () => "<html>", "invalid-json"],
  ["another shape", async () => '{"attestations":[{"sequence":"1"}]}', "invalid-shape"],
  ["too much", async () => `"${"x".repeat(2_000_000)}"`, "peer-failed"],
])("a peer that answers with %s is refused, typed, and reported", async (_, answer, code) => {
  const text = await answer();
  const { exchange, peers, events } = await setUp([await peer(() => text)]);
  const [first] = peers;
  if (first === undefined) throw new Error("no peer");
  await expect(exchange.pull(first, { laneId, from: 1, limit: 10 })).rejects.toMatchObject({
    code,
  });
  expect(events).toMatchObject([{ type: "peer-failed" }]);
});

test("the collector asks for a quorum that does not come by itself, and otherwise rarely", async () => {
  const asked: string[] = [];
  const attestations = await Promise.all([0, 1, 2].map((n) => attest(n, place(4))));
  const url = await peer((path) => {
    asked.push(path);
    return JSON.stringify({ attestations });
  });
  const { exchange, intake, store } = await setUp([url]);
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
  time += 500;
  await collector.tick();
  expect(asked).toHaveLength(1);
  time += 600;
  await collector.tick();
  expect(asked).toHaveLength(2);
  expect(await store.attestations(laneId, { from: 1, limit: 10 })).toHaveLength(3);
});

test("the collector asks nobody while quorums come, though always some behind", async () => {
  let asked = 0;
  const url = await peer(() => {
    asked += 1;
    return '{"attestations":[]}';
  });
  const { exchange, intake, store } = await setUp([url]);
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
    time += 1_500;
  }
  expect(asked).toBe(first);
  await collector.tick();
  time += 1_500;
  await collector.tick();
  expect(asked).toBe(first + 1);
});

test("what is verified is remembered, and a forgery of it is refused all the same", async () => {
  const { intake } = await setUp([]);
  const attestation = await attest(1, place(7));
  intake.verify(attestation);
  intake.verify(attestation);
  expect(() => intake.verify({ ...attestation, head: word("forged") })).toThrow(RyuguError);
});
