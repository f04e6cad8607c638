import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ROUTE, sentMessages } from "../../test/model/lane.ts";
import { AWAY, accountOf, HOME, word } from "../../test/model/messages.ts";
import { YEN } from "../../test/model/royalty-messages.ts";
import type { NodeEvent } from "../ports/report.ts";
import type { Store } from "../ports/store.ts";
import { StoreInterruptedError } from "../store/errors.ts";
import { sqliteStore } from "../store/sqlite/store.ts";
import { CATALOGUE } from "./catalogue.ts";
import { createMetrics } from "./metrics.ts";
import { metricsReference } from "./reference.ts";

const { laneId } = ROUTE;
const lane = `origin="${HOME}",destination="${AWAY}"`;
const error = new Error("x");

async function setUp() {
  let now = 10_000;
  const metrics = createMetrics({
    laneOf: (id) => (id === laneId ? ROUTE : undefined),
    endpoints: new Map([[HOME, ["https://one", "https://two"]]]),
    info: () => ({ version: "1", partner: "P", zone: "z" }),
  });
  const clock = { now: () => now, sleep: async () => undefined };
  const store = await sqliteStore({ path: ":memory:", clock });
  const scrape = async () => {
    now += 1_000;
    const health = () => [{ name: "observe", healthy: false }];
    const state = {
      store,
      clock,
      chains: [HOME, AWAY],
      health,
      listeners: () => 3,
      freeBytes: async () => 7,
    };
    return (await metrics.scrape(state)).text.split("\n");
  };
  return { metrics, store, scrape, setTime: (time: number) => (now = time) };
}

let scrapes = 0;
/** A state of its own each time: what was read within a second is not read again. */
function stateOf(store: Store | undefined) {
  scrapes += 1;
  const now = scrapes * 10_000;
  return {
    store,
    clock: { now: () => now },
    chains: [HOME],
    health: () => [{ name: "start", healthy: false }],
    listeners: () => 0,
    freeBytes: async () => undefined,
  };
}

const EVENTS: readonly [NodeEvent, string][] = [
  [
    { type: "chain-reorganised", chain: HOME, common: 1, removed: 2 },
    `ryugu_chain_reorganisations_total{chain="${HOME}"} 1`,
  ],
  [
    { type: "endpoint-failed", chain: HOME, endpoint: "https://two", error },
    `ryugu_endpoint_up{chain="${HOME}",endpoint="2"} 0`,
  ],
  [
    { type: "endpoint-recovered", chain: HOME, endpoint: "https://two" },
    `ryugu_endpoint_up{chain="${HOME}",endpoint="2"} 1`,
  ],
  [
    { type: "checkpoints-signed", laneId, through: 9, count: 4 },
    `ryugu_attestations_signed_total{${lane}} 4`,
  ],
  [{ type: "attestations-received", count: 5, kept: 2 }, "ryugu_attestations_kept_total 2"],
  [
    { type: "seat-changed", validator: accountOf("v"), seated: false },
    "ryugu_validator_unseated 1",
  ],
  [{ type: "manifest-refused", error }, "ryugu_manifest_refusals_total 1"],
  [{ type: "zone-split", epoch: 2, places: [] }, "ryugu_zone_splits_total 1"],
  [{ type: "attestation-refused", error }, "ryugu_attestations_refused_total 1"],
  [{ type: "peer-failed", peer: "Bank", error }, 'ryugu_peer_up{peer="Bank"} 0'],
  [
    { type: "delivery-sent", laneId, first: 3, last: 7, transaction: word("t"), nonce: 1 },
    `ryugu_messages_submitted_total{${lane}} 5`,
  ],
  [
    { type: "delivery-raised", laneId, transaction: word("t"), nonce: 1, cancelled: true },
    `ryugu_deliveries_total{${lane},outcome="cancelled"} 1`,
  ],
  [
    {
      type: "delivery-mined",
      laneId,
      first: 3,
      last: 7,
      nonce: 1,
      transaction: word("t"),
      cost: 25n * 10n ** 16n,
    },
    `ryugu_relayer_spent_coins_total{chain="${AWAY}"} 0.25`,
  ],
  [
    {
      type: "royalties-forwarded",
      chain: AWAY,
      router: accountOf("router"),
      currency: accountOf("yen"),
      amount: 9n,
    },
    `ryugu_royalties_forwards_total{chain="${AWAY}"} 1`,
  ],
  [
    {
      type: "royalties-ended",
      chain: HOME,
      messageId: word("royalty"),
      receiver: accountOf("split"),
      end: "divided",
    },
    `ryugu_royalties_ended_total{chain="${HOME}",outcome="divided"} 1`,
  ],
  [
    { type: "relayer-balance", chain: AWAY, account: accountOf("r"), wei: 15n * 10n ** 17n },
    `ryugu_relayer_balance_coins{chain="${AWAY}"} 1.5`,
  ],
  [
    { type: "tick-ended", task: "attest", milliseconds: 20, failed: false },
    'ryugu_task_tick_duration_seconds_bucket{le="0.025",task="attest"} 1',
  ],
  [
    { type: "request-answered", method: "GET", route: "/v1/lanes", status: 200, milliseconds: 7 },
    'ryugu_api_request_duration_seconds_sum{method="GET",route="/v1/lanes",status="200"} 0.007',
  ],
];

test.each(EVENTS)("$0.type is counted", async (event, line) => {
  const { metrics, scrape } = await setUp();
  expect(await scrape()).not.toContain(line);
  metrics.report(event);
  expect(await scrape()).toContain(line);
});

test("what the store holds is read when it is asked for", async () => {
  const { store, scrape, setTime } = await setUp();
  const messages = sentMessages(laneId, [1, 1, 2]);
  const through = { number: 2, hash: word("2") };
  await store.addLanes([ROUTE]);
  await store.begin({
    chain: HOME,
    final: through,
    seen: through,
    latest: { ...through, time: 5 },
  });
  await store.record({
    chain: HOME,
    latest: { number: 6, hash: word("6"), time: 50 },
    scanned: { finality: "final", through, messages, arrivals: [] },
  });
  const seen = ((messages[0]?.at.time ?? 0) + 92) * 1_000;
  await store.saveWaitingRoyalties(AWAY, accountOf("router"), [
    { currency: YEN, amount: 1n, since: seen, block: 1, verdict: "due" },
  ]);
  setTime(seen + 7_000);
  const lines = await scrape();
  expect(lines).toEqual(
    expect.arrayContaining([
      'ryugu_node_info{version="1",partner="P",zone="z"} 1',
      `ryugu_chain_block{chain="${HOME}",kind="latest"} 6`,
      `ryugu_chain_block{chain="${HOME}",kind="final"} 2`,
      `ryugu_chain_latest_timestamp_seconds{chain="${HOME}"} 50`,
      `ryugu_lane_messages{${lane},stage="final"} 3`,
      `ryugu_lane_messages{${lane},stage="delivered"} 0`,
      `ryugu_lane_halted{${lane}} 0`,
      `ryugu_lane_oldest_undelivered_seconds{${lane}} 100`,
      'ryugu_task_healthy{task="observe"} 0',
      "ryugu_api_stream_listeners 3",
      'ryugu_disk_free_bytes{disk="database"} 7',
      "ryugu_store_up 1",
      `ryugu_royalties_waiting{chain="${AWAY}"} 1`,
      `ryugu_royalties_waiting{chain="${HOME}"} 0`,
      `ryugu_royalties_oldest_seconds{chain="${AWAY}"} 8`,
      `ryugu_store_bytes ${await store.bytes()}`,
    ]),
  );
  await store.haltLane(laneId, { time: 1, reason: "r", details: [] });
  expect(await scrape()).toContain(`ryugu_lane_halted{${lane}} 1`);
});

test("the store is read once a second, however often somebody asks", async () => {
  const { metrics, store } = await setUp();
  let reads = 0;
  const lanes = async () => {
    reads += 1;
    return [];
  };
  const state = stateOf({ ...store, lanes });
  await Promise.all([1, 2, 3].map(() => metrics.scrape(state)));
  expect(reads).toBe(1);
});

test("a database that is away hides nothing but what is in it; a bug in reading it is told, and not kept", async () => {
  const { metrics, store } = await setUp();
  const scrapeOf = async (read: Store | undefined) =>
    (await metrics.scrape(stateOf(read))).text.split("\n");
  const failing = (error: Error) => ({ ...store, lanes: async () => Promise.reject(error) });
  expect(await scrapeOf(store)).toContain("ryugu_store_up 1");
  for (const away of [failing(new StoreInterruptedError("away")), undefined]) {
    const lines = await scrapeOf(away);
    expect(lines).toContain("ryugu_store_up 0");
    expect(lines).toContain('ryugu_task_healthy{task="start"} 0');
  }
  await expect(scrapeOf(failing(error))).rejects.toThrow("x");
  expect(await scrapeOf(store)).toContain("ryugu_store_up 1");
});

test("names follow Prometheus' conventions, and the reference page is fresh", () => {
  for (const [name, { kind, help }] of Object.entries(CATALOGUE)) {
    expect(name).toMatch(/^ryugu_[a-z0-9_]+$/);
    expect(name.endsWith("_total")).toBe(kind === "counter");
    if (kind === "histogram") expect(name).toMatch(/_seconds$/);
    expect(help).toMatch(/\.$/);
  }
  const page = new URL("../../../../docs/reference/metrics.md", import.meta.url);
  expect(readFileSync(fileURLToPath(page), "utf8")).toBe(metricsReference());
});
