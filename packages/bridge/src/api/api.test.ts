import { request as httpRequest } from "node:http";
import { hashValidatorSet, zoneId as zoneIdOf } from "@ryugu/sdk/lane";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import { readZone, signManifest } from "@ryugu/sdk/zone";
import { afterAll, beforeAll, expect, test } from "vitest";
import { attest as attestIn, SET, VALIDATORS } from "../../test/model/attestations.ts";
import { ROUTE, sentMessages } from "../../test/model/lane.ts";
import { AWAY, accountOf, at, HOME, TOKEN, word } from "../../test/model/messages.ts";
import { createIntake } from "../exchange/intake.ts";
import type { NodeEvent } from "../ports/report.ts";
import type { Store } from "../ports/store.ts";
import { sqliteStore } from "../store/sqlite/store.ts";
import type { App } from "./app.ts";
import { createApi, listen } from "./server.ts";

const clock = { now: () => Date.now(), sleep: async () => undefined };
const { laneId } = ROUTE;
const messages = sentMessages(laneId, [1, 1, 2, 3]);
const events: NodeEvent[] = [];
const errors: unknown[] = [];
let healthy = true;
let store: Store;
let app: App;
let base: string;

async function testZone() {
  const body = {
    schema: "ryugu-zone-manifest/1" as const,
    name: "api-test",
    zoneId: zoneIdOf("api-test"),
    genesisSetHash: hashValidatorSet(SET),
    version: 1,
    issuedAt: "2026-11-22T00:00:00Z",
    epoch: 0,
    quorum: 3,
    partners: VALIDATORS.map((v, i) => ({
      name: `Partner ${i}`,
      validator: SET.validators.find((a) => a === v.address) ?? accountOf("x"),
      nodeUrl: "http://127.0.0.1:1",
    })),
    chains: [HOME, AWAY].map((id) => ({
      id,
      name: id,
      gateway: accountOf("gateway"),
      startBlock: 0,
      finality: { kind: "tag" as const },
      rpcUrls: ["http://127.0.0.1:1"],
    })),
    platforms: [],
  };
  const signatures = await Promise.all(VALIDATORS.map((v) => signManifest(v, body)));
  return readZone({ ...body, signatures }, body);
}

beforeAll(async () => {
  store = sqliteStore({ path: ":memory:", quorum: 3, clock });
  await store.addLanes([ROUTE]);
  const through = { number: 3, hash: word("3") };
  await store.begin({
    chain: HOME,
    final: through,
    seen: through,
    latest: { ...through, time: 5 },
  });
  await store.record({
    chain: HOME,
    latest: { ...through, time: 5 },
    scanned: { finality: "final", through, messages, arrivals: [] },
  });
  const zone = await testZone();
  // Attestations in this test are of the model's zone.
  const intake = createIntake({
    store,
    report: (event) => events.push(event),
    zoneId: word("zone"),
    validatorSet: SET,
    laneIds: new Set([laneId]),
  });
  app = await createApi({
    store,
    clock,
    zone,
    version: "1.2.3",
    partner: { name: "Partner 0", validator: SET.validators[0] ?? accountOf("x") },
    accept: intake.accept,
    vaultOf: async () => accountOf("vault"),
    onError: (error) => errors.push(error),
    requestsPerMinute: 300,
    health: () => [{ name: "observe", healthy, ...(healthy ? {} : { problem: "down" }) }],
  });
  base = `http://127.0.0.1:${await listen(app, { host: "127.0.0.1", port: 0 })}`;
});

afterAll(async () => {
  await app.close();
  await store.close();
});

const get = async (path: string) => {
  const response = await fetch(`${base}${path}`);
  return { status: response.status, body: await response.json(), headers: response.headers };
};

const post = async (value: unknown) => {
  const body = typeof value === "string" ? value : JSON.stringify(value);
  const response = await fetch(`${base}/v1/attestations`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json" },
  });
  return { status: response.status, body: await response.json() };
};

const place = { laneId, anchor: 0, sequence: 4, head: messages[3]?.messageId as Bytes32 };
const errorJson = (code: string) => ({
  code,
  message: expect.any(String),
  details: expect.any(Array),
  retryable: expect.any(Boolean),
  docs: expect.stringContaining(code),
});

test("health, readiness, the node and its zone", async () => {
  expect(await get("/v1/health")).toMatchObject({ status: 200, body: { status: "ok" } });
  expect(await get("/v1/ready")).toMatchObject({ status: 200, body: { ready: true } });
  healthy = false;
  expect(await get("/v1/ready")).toMatchObject({
    status: 503,
    body: { ready: false, tasks: [{ name: "observe", problem: "down" }] },
  });
  healthy = true;
  const { body } = await get("/v1/node");
  expect(body).toMatchObject({
    partner: "Partner 0",
    version: "1.2.3",
    zone: "api-test",
    twoHeads: 0,
    chains: [{ id: HOME, latest: 3, final: 3, lag: 0 }, { id: AWAY }],
  });
  const zone = await get("/v1/zone");
  expect(
    readZone(zone.body, { zoneId: zoneIdOf("api-test"), genesisSetHash: hashValidatorSet(SET) })
      .validatorSet,
  ).toEqual(SET);
});

test("lanes, vaults, archived messages", async () => {
  expect((await get("/v1/lanes")).body).toEqual({
    lanes: [
      {
        laneId,
        originChain: HOME,
        destinationChain: AWAY,
        anchor: 0,
        count: 4,
        finalCount: 4,
        head: place.head,
        attested: 0,
        delivered: 0,
      },
    ],
  });
  expect((await get("/v1/vaults")).body).toEqual({
    vaults: [
      {
        chain: HOME,
        counterpartChain: AWAY,
        vault: accountOf("vault"),
        holdings: [{ homeToken: TOKEN, units: "4" }],
      },
      { chain: AWAY, counterpartChain: HOME, vault: accountOf("vault"), holdings: [] },
    ],
  });
  const { body } = await get(`/v1/lanes/${laneId}/messages?from=2&limit=2`);
  expect(body.messages).toMatchObject([
    { sequence: 2, message: messages[1]?.body, messageHash: messages[1]?.messageHash },
    { sequence: 3 },
  ]);
});

test("transfers by id, by who, page by page", async () => {
  expect((await get(`/v1/transfers/${place.head}`)).body).toMatchObject({
    sequence: 4,
    state: "final",
    quorum: 3,
    sender: accountOf("sender"),
  });
  expect(await get(`/v1/transfers/${word("nobody")}`)).toMatchObject({
    status: 404,
    body: errorJson("not-found"),
  });
  const first = (await get(`/v1/transfers?sender=${accountOf("sender").toLowerCase()}&limit=3`))
    .body;
  expect(first.transfers).toHaveLength(3);
  expect((await get(`/v1/transfers?limit=3&cursor=${first.next}`)).body.transfers).toHaveLength(1);
  expect((await get(`/v1/transfers?token=${HOME}/erc721:${TOKEN}/3`)).body.transfers).toHaveLength(
    1,
  );
  expect((await get(`/v1/transfers?token=${HOME}/erc721:${TOKEN}`)).body.transfers).toHaveLength(4);
  expect((await get(`/v1/transfers?token=${TOKEN}`)).body.transfers).toHaveLength(4);
});

test("attestations are taken from anybody and believed when verified", async () => {
  expect(await post(await attestIn(0, place))).toEqual({ status: 200, body: { accepted: 1 } });
  expect(
    await post({ attestations: [await attestIn(1, place), await attestIn(2, place)] }),
  ).toEqual({ status: 200, body: { accepted: 2 } });
  expect((await get("/v1/lanes")).body.lanes[0].attested).toBe(4);
  const { body } = await get(
    `/v1/lanes/${laneId}/attestations?from=1&validator=${VALIDATORS[1]?.address}`,
  );
  expect(body.attestations).toEqual([await attestIn(1, place)]);
});

test("a stranger's, a forged, a malformed, another lane's attestation: each its own error, nothing stored", async () => {
  const honest = await attestIn(3, place);
  const stranger = { ...honest, validator: accountOf("stranger") };
  expect(await post(stranger)).toMatchObject({ status: 403, body: errorJson("unknown-validator") });
  expect(await post({ ...honest, head: word("forged") })).toMatchObject({
    status: 403,
    body: errorJson("attestation-forged"),
  });
  expect(await post({ ...honest, signature: `0x${"ff".repeat(64)}` })).toMatchObject({
    status: 403,
    body: errorJson("invalid-signature"),
  });
  expect(await post({ ...honest, laneId: word("lane") })).toMatchObject({
    status: 404,
    body: errorJson("unknown-lane"),
  });
  expect(await post({ ...honest, sequence: -1 })).toMatchObject({
    status: 400,
    body: errorJson("invalid-request"),
  });
  expect(await post({ ...honest, more: 1 })).toMatchObject({
    status: 400,
    body: errorJson("invalid-request"),
  });
  expect(await post("{ not json")).toMatchObject({
    status: 400,
    body: errorJson("invalid-request"),
  });
  expect(await post({ attestations: [honest, stranger] })).toMatchObject({ status: 403 });
  expect(
    (await store.attestations(laneId, { from: 1, limit: 10 })).map(({ validator }) => validator),
  ).not.toContain(honest.validator);
});

test("a validator with two heads is found out", async () => {
  await post(await attestIn(4, place));
  expect(await post(await attestIn(4, { ...place, head: word("other") }))).toMatchObject({
    status: 200,
  });
  expect(events).toContainEqual({
    type: "two-heads-found",
    validator: VALIDATORS[4]?.address,
    laneId,
    sequence: 4,
  });
  expect((await get("/v1/node")).body.twoHeads).toBe(1);
});

test("an attestation far ahead of anything known is not kept", async () => {
  expect(await post(await attestIn(3, { ...place, sequence: 1_000_000 }))).toEqual({
    status: 200,
    body: { accepted: 0 },
  });
});

test("ten megabytes are refused with words, and the node lives on", async () => {
  const size = 10 * 1_024 * 1_024;
  const answer = await new Promise<{ status: number | undefined; text: string }>(
    (resolve, reject) => {
      const outgoing = httpRequest(
        `${base}/v1/attestations`,
        { method: "POST", headers: { "content-type": "application/json", "content-length": size } },
        (response) => {
          let text = "";
          response.on("data", (chunk: Buffer) => {
            text += chunk.toString();
          });
          response.on("end", () => resolve({ status: response.statusCode, text }));
        },
      );
      outgoing.on("error", reject);
      outgoing.end(Buffer.alloc(size, 0x20));
    },
  );
  expect(answer.status).toBe(413);
  expect(JSON.parse(answer.text)).toEqual(errorJson("request-too-large"));
  expect(
    (
      await fetch(`${base}/v1/attestations`, {
        method: "POST",
        body: "x".repeat(size),
        headers: { "content-type": "application/json" },
      })
    ).status,
  ).toBe(413);
  expect((await get("/v1/health")).status).toBe(200);
});

test("nonsense paths and queries are typed", async () => {
  expect(await get("/v1/nothing")).toMatchObject({ status: 404, body: errorJson("not-found") });
  expect(await get("/v1/transfers/0x12")).toMatchObject({
    status: 400,
    body: errorJson("invalid-request"),
  });
  expect(await get("/v1/transfers?limit=1000")).toMatchObject({ status: 400 });
  expect(await get("/v1/transfers?token=what/is/this")).toMatchObject({
    status: 400,
    body: errorJson("invalid-asset-id"),
  });
  expect(await get(`/v1/lanes/${laneId}/messages?from=-1`)).toMatchObject({ status: 400 });
  expect(errors).toEqual([]);
});

test("OpenAPI 3.1 describes every route; pages of any origin may read", async () => {
  const { body, headers } = await get("/openapi.json");
  expect(body.openapi).toBe("3.1.0");
  expect(Object.keys(body.paths).sort()).toEqual([
    "/v1/attestations",
    "/v1/events",
    "/v1/health",
    "/v1/lanes",
    "/v1/lanes/{laneId}/attestations",
    "/v1/lanes/{laneId}/messages",
    "/v1/node",
    "/v1/ready",
    "/v1/transfers",
    "/v1/transfers/{messageId}",
    "/v1/transfers/{messageId}/events",
    "/v1/vaults",
    "/v1/zone",
  ]);
  expect(
    body.paths["/v1/transfers/{messageId}"].get.responses["200"].content["application/json"].schema,
  ).toBeDefined();
  expect(headers.get("access-control-allow-origin")).toBe("*");
  const preflight = await fetch(`${base}/v1/attestations`, {
    method: "OPTIONS",
    headers: { origin: "https://x.example", "access-control-request-method": "POST" },
  });
  expect(preflight.headers.get("access-control-allow-methods")).not.toContain("POST");
});

/** Reads server-sent events until enough have come. */
async function readEvents(
  path: string,
  count: number,
  headers: Record<string, string> = {},
  meanwhile?: () => Promise<void>,
) {
  const abort = new AbortController();
  const response = await fetch(`${base}${path}`, { headers, signal: abort.signal });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  const decoder = new TextDecoder();
  let text = "";
  await meanwhile?.();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if ((text.match(/^data: .*\n\n/gm) ?? []).length >= count) break;
  }
  abort.abort();
  return [...text.matchAll(/^id: (\d+)\nevent: transfer\ndata: (.*)\n\n/gm)].map(
    ([, id, data]) => ({ id: Number(id), status: JSON.parse(data ?? "") }),
  );
}

test("a transfer's stream begins with its status and goes on as it moves", async () => {
  const deliver = async () => {
    const through = { number: 9, hash: word("9") };
    const arrival = {
      type: "delivered",
      laneId,
      first: 1,
      last: 4,
      head: place.head,
      at: at(9),
    } as const;
    await store.begin({
      chain: AWAY,
      final: { number: 8, hash: word("8") },
      seen: { number: 8, hash: word("8") },
      latest: { ...through, time: 0 },
    });
    await store.record({
      chain: AWAY,
      latest: { ...through, time: 0 },
      scanned: { finality: "seen", through, messages: [], arrivals: [arrival] },
    });
  };
  const [first, second] = await readEvents(`/v1/transfers/${place.head}/events`, 2, {}, deliver);
  expect([first?.status.state, second?.status.state]).toEqual(["attested", "delivered"]);
  expect((await fetch(`${base}/v1/transfers/${word("none")}/events`)).status).toBe(404);
});

test("a stream goes on after the last event that was seen", async () => {
  const all = await readEvents("/v1/events", 4, { "last-event-id": "0" });
  expect(new Set(all.map(({ status }) => status.messageId)).size).toBe(4);
  const ids = all.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort((a, b) => a - b));
  const rest = await readEvents("/v1/events", 1, { "last-event-id": `${ids[ids.length - 2]}` });
  expect(rest[0]?.id).toBeGreaterThan(ids.at(-2) ?? 0);
});

test("who asks too often is told so", async () => {
  const answers = await Promise.all(Array.from({ length: 320 }, () => fetch(`${base}/v1/health`)));
  const refused = answers.find(({ status }) => status === 429);
  expect(await refused?.json()).toEqual(errorJson("too-many-requests"));
  expect(refused?.headers.get("retry-after")).toBeTruthy();
});

test("a port that is taken is told in words", async () => {
  const port = Number(new URL(base).port);
  const other = await createApi({
    store,
    clock,
    zone: await testZone(),
    version: "0",
    partner: { name: "x", validator: accountOf("x") },
    accept: async () => 0,
    vaultOf: async () => accountOf("v"),
    onError: () => undefined,
    requestsPerMinute: 10,
    health: () => [],
  });
  await expect(listen(other, { host: "127.0.0.1", port })).rejects.toMatchObject({
    code: "listen-failed",
  });
  await other.close();
});
