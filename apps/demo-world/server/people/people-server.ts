import { WebSocketServer } from "ws";
import type { AllowedOrigins } from "../http/origins.ts";
import type { Sockets } from "../world-server.ts";
import type { ConversationParts } from "./conversation.ts";
import { converse } from "./converse.ts";
import { createDoorkeeper } from "./doorkeeper.ts";
import { type LobbyParts, openLobby } from "./lobby.ts";

/** People over WebSocket at `/people`. */
export interface PeopleServer extends Sockets {
  /** How many people are here, seen or away. */
  count(): number;
}

/** What it needs. */
export interface PeopleParts extends LobbyParts, Omit<ConversationParts, "lobby"> {
  readonly origins: AllowedOrigins;
  /** Open sockets, of all and of one machine. */
  readonly connections: number;
  readonly connectionsPerMachine: number;
  /** Shorter in tests; milliseconds. */
  readonly times?: Partial<PeopleTimes>;
}

/** How long things take, in milliseconds. */
export interface PeopleTimes {
  /** From the handshake to hello. */
  readonly hello: number;
  /** Between two looks at whether somebody is still there; who misses a whole one is gone. */
  readonly ping: number;
  /** Between two messages about who moved. */
  readonly poses: number;
  /** Between two looks at whose the things are that people hold. */
  readonly recheck: number;
  /** From goodbye to the end. */
  readonly farewell: number;
}

const TIMES: PeopleTimes = {
  hello: 5_000,
  ping: 15_000,
  poses: 100,
  recheck: 30_000,
  farewell: 1_500,
};
/** The server stops (RFC 6455, section 7.4.1). */
const GOING_AWAY = 1_001;
/** A larger message ends the connection unread; one over the protocol's own limit is only refused. */
const MAX_PAYLOAD = 16_384;

/** Opens the hall to sockets. */
export function openPeopleServer(parts: PeopleParts): PeopleServer {
  const times = { ...TIMES, ...parts.times };
  const lobby = openLobby(parts);
  const doorkeeper = createDoorkeeper(parts);
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_PAYLOAD,
    perMessageDeflate: false,
  });
  const timers = [
    setInterval(() => lobby.flush(), times.poses),
    setInterval(() => void lobby.recheckHeld(), times.recheck),
  ];

  return {
    count: () => lobby.hall.visitors.size,
    upgrade(request, socket, head) {
      socket.on("error", () => socket.destroy());
      void doorkeeper.admit(request, socket).then((isIn) => {
        if (!isIn) return;
        server.handleUpgrade(request, socket, head, (ws) => {
          converse({ ...parts, lobby }, ws, times);
        });
      });
    },
    async close() {
      doorkeeper.close();
      lobby.farewell();
      lobby.close();
      for (const timer of timers) clearInterval(timer);
      await goodbye(server, times.farewell);
    },
  };
}

/** Closes who has not said hello yet too, and cuts off who does not answer the goodbye. */
async function goodbye(server: WebSocketServer, milliseconds: number): Promise<void> {
  for (const ws of server.clients) ws.close(GOING_AWAY);
  const ended = new Promise<void>((resolve) => server.close(() => resolve()));
  const timer = setTimeout(() => {
    for (const ws of server.clients) ws.terminate();
  }, milliseconds);
  await ended;
  clearTimeout(timer);
}
