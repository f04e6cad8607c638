import { hashValidatorSet, zoneId as zoneIdOf } from "@ryugu/sdk/lane";
import { readZone } from "@ryugu/sdk/zone";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorJson, messages, place, startTestApi, type TestApi } from "../../test/harness/api.ts";
import { SET } from "../../test/model/attestations.ts";
import { ROUTE } from "../../test/model/lane.ts";
import { AWAY, accountOf, HOME, TOKEN, word } from "../../test/model/messages.ts";

const { laneId } = ROUTE;
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

test("health, readiness, the node and its zone", async () => {
  expect(await api.get("/v1/health")).toMatchObject({ status: 200, body: { status: "ok" } });
  expect(await api.get("/v1/ready")).toMatchObject({ status: 200, body: { ready: true } });
  api.health.healthy = false;
  expect(await api.get("/v1/ready")).toMatchObject({
    status: 503,
    body: { ready: false, tasks: [{ name: "observe", problem: "down" }] },
  });
  api.health.healthy = true;
  const { body } = await api.get("/v1/node");
  expect(body).toMatchObject({
    partner: "Partner 0",
    version: "1.2.3",
    zone: "api-test",
    twoHeads: 0,
    chains: [{ id: HOME, latest: 3, final: 3, lag: 0 }, { id: AWAY }],
  });
  const zone = await api.get("/v1/zone");
  expect(
    readZone(zone.body, { zoneId: zoneIdOf("api-test"), genesisSetHash: hashValidatorSet(SET) })
      .validatorSet,
  ).toEqual(SET);
});

test("lanes, vaults, archived messages", async () => {
  expect((await api.get("/v1/lanes")).body).toEqual({
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
  expect((await api.get("/v1/vaults")).body).toEqual({
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
  const { body } = await api.get(`/v1/lanes/${laneId}/messages?from=2&limit=2`);
  expect(body.messages).toMatchObject([
    { sequence: 2, message: messages[1]?.body, messageHash: messages[1]?.messageHash },
    { sequence: 3 },
  ]);
});

test("transfers by id, by who, page by page", async () => {
  expect((await api.get(`/v1/transfers/${place.head}`)).body).toMatchObject({
    sequence: 4,
    state: "final",
    quorum: 3,
    sender: accountOf("sender"),
  });
  expect(await api.get(`/v1/transfers/${word("nobody")}`)).toMatchObject({
    status: 404,
    body: errorJson("not-found"),
  });
  const first = (await api.get(`/v1/transfers?sender=${accountOf("sender").toLowerCase()}&limit=3`))
    .body;
  expect(first.transfers).toHaveLength(3);
  expect((await api.get(`/v1/transfers?limit=3&cursor=${first.next}`)).body.transfers).toHaveLength(
    1,
  );
  expect(
    (await api.get(`/v1/transfers?token=${HOME}/erc721:${TOKEN}/3`)).body.transfers,
  ).toHaveLength(1);
  expect(
    (await api.get(`/v1/transfers?token=${HOME}/erc721:${TOKEN}`)).body.transfers,
  ).toHaveLength(4);
  expect((await api.get(`/v1/transfers?token=${TOKEN}`)).body.transfers).toHaveLength(4);
});

test("OpenAPI 3.1 describes every route; pages of any origin may read", async () => {
  const { body, headers } = await api.get("/openapi.json");
  expect(body.openapi).toBe("3.1.0");
  expect(Object.keys(body.paths).sort()).toEqual([
    "/metrics",
    "/v1/attestations",
    "/v1/certificates/{address}",
    "/v1/events",
    "/v1/events/export",
    "/v1/health",
    "/v1/lanes",
    "/v1/lanes/{laneId}/attestations",
    "/v1/lanes/{laneId}/messages",
    "/v1/node",
    "/v1/payouts/{account}",
    "/v1/payouts/{account}/entries",
    "/v1/ready",
    "/v1/reserves",
    "/v1/royalties",
    "/v1/sales",
    "/v1/statements",
    "/v1/statements/{account}/{period}",
    "/v1/statements/{day}",
    "/v1/trail",
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
  const preflight = await fetch(`${api.base}/v1/attestations`, {
    method: "OPTIONS",
    headers: { origin: "https://x.example", "access-control-request-method": "POST" },
  });
  expect(preflight.headers.get("access-control-allow-methods")).not.toContain("POST");
});

test("metrics are Prometheus' text; a path that a stranger makes up becomes no label", async () => {
  await api.get("/v1/made-up-by-a-stranger");
  const listener = new AbortController();
  await fetch(`${api.base}/v1/events`, { signal: listener.signal });
  const response = await fetch(`${api.base}/metrics`);
  const lines = (await response.text()).split("\n");
  listener.abort();
  expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  const route = (name: string, status: number) =>
    `ryugu_api_request_duration_seconds_count{method="GET",route="${name}",status="${status}"} 1`;
  expect(lines).toContain(route("unmatched", 404));
  expect(lines).toContain("ryugu_api_stream_listeners 1");
  expect(lines.join()).not.toContain("stranger");
});
