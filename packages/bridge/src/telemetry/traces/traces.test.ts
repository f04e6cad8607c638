import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { attest, SET } from "../../../test/model/attestations.ts";
import { ROUTE, sentMessages } from "../../../test/model/lane.ts";
import { AWAY, at, HOME, word } from "../../../test/model/messages.ts";
import type { ChainUpdate } from "../../ports/observer-store.ts";
import type { Store } from "../../ports/store.ts";
import { sqliteStore } from "../../store/sqlite/store.ts";
import { eventSpans } from "./event-spans.ts";
import { exportTraces, type TraceExport } from "./exporter.ts";
import { createTransferTraces } from "./transfer-traces.ts";

/** A span as OTLP's JSON has it, with what these tests look at. */
interface Span {
  name: string;
  traceId: string;
  parentSpanId?: string;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  status: { code?: number };
  attributes: { key: string; value: Record<string, unknown> }[];
}

let server: Server;
let traces: TraceExport;
let store: Store;
let received: { headers: Record<string, unknown>; body: string }[] = [];
let time = 1_800_000_000_000;
const clock = { now: () => time, sleep: async () => undefined };

const spans = async (): Promise<Span[]> => {
  await traces.close();
  return received.flatMap(({ body }) =>
    JSON.parse(body).resourceSpans.flatMap((resource: { scopeSpans: { spans: Span[] }[] }) =>
      resource.scopeSpans.flatMap((scope) => scope.spans),
    ),
  );
};
const milliseconds = ({ startTimeUnixNano, endTimeUnixNano }: Span) =>
  Number((BigInt(endTimeUnixNano) - BigInt(startTimeUnixNano)) / 1_000_000n);
const attribute = (span: Span | undefined, key: string) =>
  Object.values(span?.attributes.find((one) => one.key === key)?.value ?? {})[0];

beforeEach(async () => {
  received = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  traces = exportTraces({
    url: `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}/v1/traces`,
    headers: { authorization: "Bearer for-the-collector" },
    attributes: { "service.name": "ryugu-node", "ryugu.partner": "Fuji" },
  });
  store = await sqliteStore({ path: ":memory:", clock });
  await store.addLanes([ROUTE]);
  await store.setValidators(AWAY, SET);
  const start = { number: 0, hash: word("0") };
  for (const chain of [HOME, AWAY])
    await store.begin({ chain, final: start, seen: start, latest: { ...start, time: 5 } });
});
afterEach(async () => {
  await traces.close();
  await store.close();
  await new Promise((resolve) => server.close(resolve));
});

const { laneId } = ROUTE;
const record = (
  chain: ChainUpdate["chain"],
  finality: "seen" | "final",
  rest: Partial<NonNullable<ChainUpdate["scanned"]>>,
) => {
  const through = { number: 1, hash: word("1") };
  const scanned = { finality, through, messages: [], arrivals: [], ...rest };
  return store.record({ chain, latest: { ...through, time: 5 }, scanned });
};

test("a transfer is one trace whose spans say what it waited for, and how long", async () => {
  const [message] = sentMessages(laneId, [1]);
  if (message === undefined) throw new Error("no message");
  time = (message.at.time + 2) * 1_000;
  const transfers = createTransferTraces({ store, clock, tracer: traces.tracer });
  await transfers.tick();
  await record(HOME, "seen", { messages: [message] });
  await transfers.tick();
  time += 3_000;
  await record(HOME, "final", { messages: [message] });
  await transfers.tick();
  time += 400;
  const place = { laneId, anchor: 0, sequence: 1, head: message.messageId };
  for (let i = 0; i < SET.quorum; i++) await store.addAttestations([await attest(i, place)]);
  await transfers.tick();
  time += 900;
  const delivered = { type: "delivered", laneId, first: 1, last: 1, head: word("h"), at: at(1) };
  await record(AWAY, "seen", { arrivals: [{ ...delivered, type: "delivered" }] });
  await transfers.tick();

  const made = await spans();
  expect(made.map((span) => [span.name, milliseconds(span)])).toEqual([
    ["finality", 5_000],
    ["quorum", 400],
    ["delivery", 900],
  ]);
  const digits = message.messageId.slice(2);
  for (const span of made) {
    expect(span).toMatchObject({
      traceId: digits.slice(0, 32),
      parentSpanId: digits.slice(32, 48),
    });
    expect(attribute(span, "ryugu.message")).toBe(message.messageId);
  }
  expect(attribute(made[2], "ryugu.became")).toBe("delivered");
  expect(received[0]?.headers.authorization).toBe("Bearer for-the-collector");
  expect(received[0]?.body).toContain("Fuji");
});

test("requests are spans, and of the ticks those that failed or took long", async () => {
  const report = eventSpans(traces.tracer, clock);
  const request = { type: "request-answered", method: "GET", route: "/v1/lanes" } as const;
  report({ ...request, status: 200, milliseconds: 12 });
  report({ ...request, status: 500, milliseconds: 7 });
  const tick = { type: "tick-ended", task: "attest" } as const;
  report({ ...tick, milliseconds: 3, failed: false });
  report({ ...tick, milliseconds: 3, failed: true });
  report({ ...tick, milliseconds: 300, failed: false });
  const made = await spans();
  expect(made.map((span) => [span.name, milliseconds(span), span.status.code ?? 0])).toEqual([
    ["GET /v1/lanes", 12, 0],
    ["GET /v1/lanes", 7, 2],
    ["attest", 3, 2],
    ["attest", 300, 0],
  ]);
});

test("a collector that is away costs traces and nothing else", async () => {
  const away = exportTraces({ url: "http://127.0.0.1:9/v1/traces", headers: {}, attributes: {} });
  away.tracer.startSpan("lost").end();
  await expect(away.close()).resolves.toBeUndefined();
});
