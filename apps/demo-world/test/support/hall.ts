import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { address, bytes32 } from "@ryugu/sdk/primitives";
import { WebSocket } from "ws";
import { openContentReader } from "../../server/content-store.ts";
import type { LogFields } from "../../server/log.ts";
import { loadPageFiles } from "../../server/page-files.ts";
import type { TalkEntry } from "../../server/people/booth-talk.ts";
import {
  openPeopleServer,
  type PeopleParts,
  type PeopleServer,
} from "../../server/people/people-server.ts";
import { startWorldServer } from "../../server/world-server.ts";
import { openZoneFile } from "../../server/zone-file.ts";
import type { ClientMessage } from "../../src/sim/protocol/from-client.ts";
import { readServerMessage, type ServerMessage } from "../../src/sim/protocol/from-server.ts";
import { madeId } from "./zone-state.ts";

const TRUST = { zoneId: bytes32(madeId("zone")), genesisSetHash: bytes32(madeId("set")) };

/** The page that the hall's people come from. */
export const PAGE = "http://localhost:5173";

/** A hall on a real server. Everybody whose token begins with their account's number is signed in. */
export interface TestHall {
  port: number;
  people: PeopleServer;
  /** Session ids that have ended. */
  ended: Set<string>;
  /** Whose each token id is, by account number; "down" makes the chain fail. */
  owners: Map<string, number | "down">;
  /** What the desks were told. */
  told: [string, TalkEntry][];
  /** Makes a booth's staff speak. */
  staffSays(booth: string, entry: TalkEntry): void;
  log: [string, LogFields | undefined][];
  connect(origin?: string): Promise<TestClient>;
  /** Connects and says hello. */
  enter(account: number, hello?: Partial<Hello>): Promise<TestClient>;
  close(): Promise<void>;
}

/** A person's end of a real socket. */
export interface TestClient {
  ws: WebSocket;
  /** Everything that came. */
  heard: ServerMessage[];
  say(message: ClientMessage): void;
  /** The first message of a kind, from those that were not taken yet. */
  next<K extends ServerMessage["t"]>(t: K): Promise<Extract<ServerMessage, { t: K }>>;
  closed: Promise<number>;
}

type Hello = Extract<ClientMessage, { t: "hello" }>;

/** A made-up account. */
export const accountOf = (number: number) => address(`0x${madeId(`person ${number}`).slice(-40)}`);
/** The token of somebody's session. */
export const tokenOf = (account: number) => `${account}-${"t".repeat(16)}`;

/** Starts a hall. */
export async function startHall(options: Partial<PeopleParts> = {}): Promise<TestHall> {
  const folder = await mkdtemp(join(tmpdir(), "ryugu-hall-"));
  await writeFile(join(folder, "index.html"), "<!doctype html>");
  const listeners = new Set<(booth: string, entry: TalkEntry) => void>();
  const hall: Pick<TestHall, "ended" | "owners" | "told" | "log"> = {
    ended: new Set(),
    owners: new Map(),
    told: [],
    log: [],
  };
  const origins = { list: async () => [PAGE] };
  const log: TestHall["log"] = hall.log;
  const people = openPeopleServer({
    place: "minato",
    limit: 120,
    booths: new Map([["aonami", { x: -15, z: 7.5 }]]),
    talk: {
      tell: (booth, entry) => hall.told.push([booth, entry]),
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    ownership: {
      async owns(account, { id }) {
        const owner = hall.owners.get(id);
        if (owner === "down") throw new Error("The chain is down.");
        return owner !== undefined && accountOf(owner) === account;
      },
    },
    avatars: {
      isKnown: async (avatar) => avatar.kind === "own" && avatar.id === "nagi",
    },
    sessions: {
      find(token) {
        const number = /^(\d+)-t{16}$/.exec(token)?.[1];
        if (number === undefined || hall.ended.has(token)) return undefined;
        return { id: token, address: accountOf(Number(number)), expiresAt: 9e15 };
      },
      isOpen: ({ id }) => !hall.ended.has(id),
    },
    connections: 100,
    connectionsPerMachine: 100,
    now: Date.now,
    log: (event, fields) => log.push([event, fields]),
    ...options,
    origins,
  });
  const server = await startWorldServer(
    {
      page: await loadPageFiles(folder),
      zone: openZoneFile(join(folder, "none.json"), TRUST),
      content: openContentReader(folder),
      trust: TRUST,
      platform: {
        publicUrl: PAGE,
        routes: [],
        origins,
        findSession: () => undefined,
        health: () => ({ people: people.count() }),
        sockets: people,
        log: () => undefined,
      },
    },
    { host: "127.0.0.1", port: 0 },
  );
  const port = Number(new URL(server.url).port);
  const clients: WebSocket[] = [];
  const connect = async (origin = PAGE) => {
    const client = await openClient(port, origin);
    clients.push(client.ws);
    return client;
  };
  return {
    ...hall,
    port,
    people,
    staffSays(booth, entry) {
      for (const listener of listeners) listener(booth, entry);
    },
    connect,
    async enter(account, hello = {}) {
      const client = await connect();
      client.say({
        t: "hello",
        token: tokenOf(account),
        name: `Person ${account}`,
        avatar: { kind: "own", id: "nagi" },
        ...hello,
      });
      return client;
    },
    async close() {
      await server.close();
      for (const ws of clients) ws.terminate();
      await rm(folder, { recursive: true });
    },
  };
}

async function openClient(port: number, origin: string): Promise<TestClient> {
  const ws = new WebSocket(`ws://127.0.0.1:${port}/people`, { origin });
  const heard: ServerMessage[] = [];
  const taken = new Set<ServerMessage>();
  const waiting = new Set<() => void>();
  ws.on("message", (data) => {
    // Read as the page reads it: what the page would not believe fails here.
    heard.push(readServerMessage(String(data)));
    for (const wake of waiting) wake();
  });
  const closed = new Promise<number>((resolve) => ws.on("close", resolve));
  await new Promise<void>((resolve, reject) => {
    ws.once("open", resolve);
    ws.once("error", reject);
  });
  ws.on("error", () => undefined);
  return {
    ws,
    heard,
    closed,
    say: (message) => ws.send(JSON.stringify(message)),
    async next(t) {
      for (;;) {
        const found = heard.find((message) => message.t === t && !taken.has(message));
        if (found !== undefined) {
          taken.add(found);
          return found as Extract<ServerMessage, { t: typeof t }>;
        }
        await new Promise<void>((resolve, reject) => {
          const give = () => reject(new Error(`No ${t} came; heard ${JSON.stringify(heard)}`));
          const timer = setTimeout(give, 5_000);
          const wake = () => {
            clearTimeout(timer);
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
        });
      }
    },
  };
}
