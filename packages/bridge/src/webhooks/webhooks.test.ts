import { createServer, type IncomingMessage, type Server } from "node:http";
import { verifyWebhook, type WebhookMessage } from "@ryugu/sdk/transfer";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ROUTE, sentMessages } from "../../test/model/lane.ts";
import { accountOf, HOME, word } from "../../test/model/messages.ts";
import type { NodeEvent } from "../ports/report.ts";
import type { Store } from "../ports/store.ts";
import { sqliteStore } from "../store/sqlite/store.ts";
import type { WebhookFilter } from "./filter.ts";
import { httpWebhook } from "./http-endpoint.ts";
import { createTeller } from "./teller.ts";

const SECRET = Buffer.alloc(32, 7);
const OLD = Buffer.alloc(32, 8);
const text = (secret: Buffer) => `whsec_${secret.toString("base64")}`;

let time = 1_800_000_000_000;
const clock = { now: () => time, sleep: async () => undefined };
let store: Store;
let server: Server;
let url = "";
/** What the endpoint took, verified by the SDK, and how it answers. */
let taken: { id: string; message: WebhookMessage }[] = [];
let answers: (number | "hang up" | "redirect")[] = [];
let events: NodeEvent[] = [];

async function receive(request: IncomingMessage): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const header = (name: string) => request.headers[name]?.toString();
  const arrived = { header, body: Buffer.concat(chunks).toString() };
  const now = time / 1_000;
  const verified = await verifyWebhook(text(SECRET), arrived, { now });
  expect(await verifyWebhook(text(OLD), arrived, { now })).toEqual(verified);
  taken.push(verified);
}

beforeEach(async () => {
  [taken, answers, events] = [[], [], []];
  server = createServer((request, response) => {
    const answer = answers.shift() ?? 204;
    if (answer === "hang up") return request.socket.destroy();
    if (answer === "redirect") return response.writeHead(302, { location: "/elsewhere" }).end();
    if (answer >= 300) return response.writeHead(answer).end("x".repeat(100_000));
    return receive(request).then(
      () => response.writeHead(answer).end(),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  url = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}/hook?key=secret-in-url`;
  store = await sqliteStore({ path: ":memory:", clock });
  await store.addLanes([ROUTE]);
  const through = { number: 0, hash: word("0") };
  await store.begin({
    chain: HOME,
    final: through,
    seen: through,
    latest: { ...through, time: 5 },
  });
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await store.close();
});

const teller = (filter: WebhookFilter = {}, name = "bank", to = url) =>
  createTeller({
    store,
    clock,
    filter,
    report: (event) => events.push(event),
    endpoint: httpWebhook({ name, url: to, secrets: [SECRET, OLD], clock, timeout: 5_000 }),
  });

async function send(blocks: number[]) {
  const through = { number: blocks.at(-1) ?? 0, hash: word(`${blocks.at(-1)}`) };
  await store.record({
    chain: HOME,
    latest: { ...through, time: 5 },
    scanned: {
      finality: "seen",
      through,
      messages: sentMessages(ROUTE.laneId, blocks),
      arrivals: [],
    },
  });
}

const sequences = () =>
  taken.map(({ message }) => message.type === "transfer.changed" && message.data.sequence);

test("an endpoint is told everything after it came, in order, signed, each once", async () => {
  const bank = teller();
  await bank.tick();
  await send([1, 1, 2]);
  await bank.tick();
  await bank.tick();
  expect(sequences()).toEqual([1, 2, 3]);
  expect(new Set(taken.map(({ id }) => id)).size).toBe(3);
  expect(events).toEqual(new Array(3).fill({ type: "webhook-told", webhook: "bank" }));
});

test.each([503, 404, "redirect", "hang up"] as const)(
  "%s: told again later and later, from where it stopped, with the same id",
  async (answer) => {
    const bank = teller();
    await bank.tick();
    await send([1, 2, 3]);
    answers = [204, answer, answer];
    await bank.tick();
    expect(sequences()).toEqual([1]);
    time += 999;
    await bank.tick();
    expect(answers).toHaveLength(1);
    time += 1;
    await bank.tick();
    time += 1_999;
    await bank.tick();
    expect(sequences()).toEqual([1]);
    time += 1;
    await bank.tick();
    expect(sequences()).toEqual([1, 2, 3]);
    const failed = events.filter((event) => event.type === "webhook-failed");
    expect(failed.map(({ retryInMs }) => retryInMs)).toEqual([1_000, 2_000]);
    expect(events.at(-1)).toEqual({ type: "webhook-recovered", webhook: "bank" });
    expect(JSON.stringify(events) + String(failed[0]?.error)).not.toContain("secret-in-url");
  },
);

test("a node that was killed goes on where it was; what was taken but not noted comes again, with its id", async () => {
  await teller().tick();
  await send([1, 2]);
  const save = store.saveWebhookCursor;
  store.saveWebhookCursor = async () => Promise.reject(new Error("killed"));
  await teller().tick();
  store.saveWebhookCursor = save;
  await teller().tick();
  expect(sequences()).toEqual([1, 1, 2]);
  expect(taken[0]?.id).toBe(taken[1]?.id);
});

test("an endpoint that is away holds up no other", async () => {
  const dead = teller({}, "dead", "http://127.0.0.1:9/");
  const bank = teller();
  await Promise.all([dead.tick(), bank.tick()]);
  await send([1]);
  await Promise.all([dead.tick(), bank.tick()]);
  expect(sequences()).toEqual([1]);
  expect([await store.webhookCursor("dead"), await store.webhookCursor("bank")]).toEqual([0, 1]);
});

test("an endpoint that was away for too long is told what it missed", async () => {
  await teller().tick();
  await send([1, 2, 3]);
  const behind = { ...store, firstEvent: async () => 3, webhookCursor: async () => 0 };
  store = Object.assign(store, behind, { events: store.events });
  const bank = teller();
  await bank.tick();
  expect(taken[0]?.message).toMatchObject({ type: "events.lost", data: { after: 0, before: 3 } });
});

test("a filter passes only what fits all of it", async () => {
  const filters: [WebhookFilter, number][] = [
    [{ sender: accountOf("sender").toLowerCase() }, 1],
    [{ sender: accountOf("nobody") }, 0],
    [{ states: ["sent"], chain: HOME }, 1],
    [{ states: ["delivered"], chain: HOME }, 0],
    [{ token: accountOf("nobody") }, 0],
  ];
  const tellers = filters.map(([filter], i) => teller(filter, `filter-${i}`));
  for (const one of tellers) await one.tick();
  await send([1]);
  for (const [i, [, expected]] of filters.entries()) {
    taken = [];
    await tellers[i]?.tick();
    expect(taken).toHaveLength(expected);
  }
});
