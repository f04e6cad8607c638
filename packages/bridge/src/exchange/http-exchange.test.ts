import { RyuguError } from "@ryugu/sdk/errors";
import type { Attestation } from "@ryugu/sdk/lane";
import { expect, test } from "vitest";
import { clock, endPeers, exchangeWith, place, startPeer } from "../../test/harness/exchange.ts";
import { attest, SET } from "../../test/model/attestations.ts";
import { ROUTE } from "../../test/model/lane.ts";
import { accountOf, word } from "../../test/model/messages.ts";

const { laneId } = ROUTE;

const settled = (condition: () => boolean) =>
  expect.poll(condition, { timeout: 15_000, interval: 10 }).toBe(true);

test("offers attestations to every peer at once, and a peer that is away delays nobody", async () => {
  const received: Attestation[] = [];
  const url = await startPeer((path, body) => {
    if (path === "/v1/attestations") received.push(...JSON.parse(body).attestations);
    return '{"accepted":1}';
  });
  const { exchange, events } = await exchangeWith(["http://127.0.0.1:9/", url]);
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
  clock.time += 1_000;
  expect(exchange.isAnswering(SET.validators[1] ?? accountOf(""))).toBe(false);
});

test("a peer that stops answering is known to be away with the first failure", async () => {
  const url = await startPeer(() => '{"accepted":1}');
  const { exchange, events } = await exchangeWith([url]);
  const validator = SET.validators[0] ?? accountOf("");
  const attestation = await attest(0, place(1));
  exchange.publish([attestation]);
  await settled(() => exchange.isAnswering(validator));
  endPeers();
  exchange.publish([attestation]);
  await settled(() => events.at(-1)?.type === "peer-failed");
  expect(exchange.isAnswering(validator)).toBe(false);
});

test("a peer that never answers holds only a bounded line", async () => {
  const { exchange } = await exchangeWith([await startPeer(() => undefined)]);
  const attestation = await attest(0, place(1));
  for (let i = 0; i < 50; i++) exchange.publish(new Array(100).fill(attestation));
});

test("fetches a page, verified", async () => {
  const asked: string[] = [];
  const attestation = await attest(1, place(7));
  const url = await startPeer((path) => {
    asked.push(path);
    return JSON.stringify({ attestations: [attestation] });
  });
  const { exchange, peers } = await exchangeWith([url]);
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
  const url = await startPeer(() =>
    JSON.stringify({ attestations: [newer], next: "page", release: "9.0" }),
  );
  const { exchange, peers } = await exchangeWith([url]);
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
  const { exchange, peers, events } = await exchangeWith([await startPeer(() => text)]);
  const [first] = peers;
  if (first === undefined) throw new Error("no peer");
  await expect(exchange.pull(first, { laneId, from: 1, limit: 10 })).rejects.toMatchObject({
    code,
  });
  expect(events).toMatchObject([{ type: "peer-failed" }]);
});

test("what is verified is remembered, and a forgery of it is refused all the same", async () => {
  const { intake } = await exchangeWith([]);
  const attestation = await attest(1, place(7));
  intake.verify(attestation);
  intake.verify(attestation);
  expect(() => intake.verify({ ...attestation, head: word("forged") })).toThrow(RyuguError);
});
