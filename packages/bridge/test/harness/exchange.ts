import { createServer, type Server } from "node:http";
import { afterEach } from "vitest";
import { httpExchange } from "../../src/exchange/http-exchange.ts";
import { createIntake } from "../../src/exchange/intake.ts";
import type { NodeEvent } from "../../src/ports/report.ts";
import { sqliteStore } from "../../src/store/sqlite/store.ts";
import { councilOf, SET, ZONE_ID } from "../model/attestations.ts";
import { ROUTE } from "../model/lane.ts";
import { accountOf, word } from "../model/messages.ts";

const servers: Server[] = [];
afterEach(endPeers);

/** Ends all peers, and cuts off who asks them. */
export function endPeers(): void {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
}

/** Starts a peer, until the end of the test, that answers every request with what `answer` says. */
export async function startPeer(
  answer: (url: string, body: string) => string | undefined,
): Promise<string> {
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

/** The time of the node. It only moves when it is told to. */
export const clock = { time: 0, now: () => clock.time, sleep: async () => undefined };

/** A node that knows one lane, and peers at these URLs. */
export async function exchangeWith(urls: string[]) {
  const events: NodeEvent[] = [];
  const report = (event: NodeEvent) => events.push(event);
  const store = await sqliteStore({ path: ":memory:", clock });
  await store.addLanes([ROUTE]);
  const intake = createIntake({
    store,
    report,
    zoneId: ZONE_ID,
    council: councilOf(SET),
    hasLane: (id) => id === ROUTE.laneId,
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

/** A place of the lane. */
export const place = (sequence: number) => ({
  laneId: ROUTE.laneId,
  anchor: 0,
  sequence,
  head: word(`head ${sequence}`),
});
