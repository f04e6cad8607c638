import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { addressGroup } from "./address.ts";

/** How many connections are held at once. */
export interface ConnectionLimits {
  total: number;
  /** Of one address, unless it is a proxy that many people come through. */
  perAddress: number;
}

/** A connection that is held. */
interface Held {
  socket: Socket;
  group: string;
  /** The request that is being read or answered. */
  request: IncomingMessage | undefined;
}

/** Unread answers that all connections together may keep in memory, in bytes. */
const MOST_UNREAD = 64 * 1_024 * 1_024;
const JANITOR_INTERVAL = 1_000;

/**
 * Keeps strangers from using up a server's connections. When there is no room, the connection that has
 * waited longest without having asked anything makes place: slow senders lose theirs, whoever asks at
 * once is answered. One address never takes more than its share.
 *
 * @param isProxy - addresses without a share of their own
 * @returns how to stop
 */
export function guardConnections(
  server: Server,
  limits: ConnectionLimits,
  isProxy: (address: string) => boolean,
): () => void {
  const line = connectionLine();

  /** @returns whether there is room now */
  const makeRoom = (candidates: Iterable<Held>): boolean => {
    for (const held of candidates) {
      // Whoever has sent a whole request is owed its answer.
      if (held.request?.complete === true) continue;
      line.remove(held);
      held.socket.destroy();
      return true;
    }
    return false;
  };

  const admit = (socket: Socket) => {
    const address = socket.remoteAddress ?? "";
    const group = addressGroup(address);
    const own = line.of(group);
    const fits =
      (isProxy(address) || own.size < limits.perAddress || makeRoom(own)) &&
      (line.size() < limits.total || makeRoom(line.crowd()) || makeRoom(line.all()));
    if (fits) line.add({ socket, group, request: undefined });
    else socket.destroy();
  };

  const note = (request: IncomingMessage, response: ServerResponse) => {
    const held = line.find(request.socket);
    if (held === undefined) return;
    held.request = request;
    response.once("close", () => {
      if (held.request === request) held.request = undefined;
    });
  };

  server.on("connection", admit);
  server.on("request", note);
  const janitor = setInterval(() => dropUnread(line.all()), JANITOR_INTERVAL);
  return () => clearInterval(janitor);
}

/** Connections in the order in which they came, also by where they came from. */
function connectionLine() {
  const held = new Map<Socket, Held>();
  const groups = new Map<string, Set<Held>>();
  const remove = (one: Held) => {
    held.delete(one.socket);
    const group = groups.get(one.group);
    group?.delete(one);
    if (group?.size === 0) groups.delete(one.group);
  };
  return {
    size: () => held.size,
    all: () => held.values(),
    of: (group: string): ReadonlySet<Held> => groups.get(group) ?? new Set(),
    find: (socket: Socket) => held.get(socket),
    /** Those of the address that holds most. */
    crowd: (): Iterable<Held> =>
      [...groups.values()].reduce(
        (most, group) => (group.size > most.size ? group : most),
        new Set(),
      ),
    remove,
    add(one: Held) {
      held.set(one.socket, one);
      groups.set(one.group, (groups.get(one.group) ?? new Set()).add(one));
      one.socket.once("close", () => remove(one));
    },
  };
}

/** Those who ask for much and read nothing must not fill the memory: the largest go first. */
function dropUnread(all: Iterable<Held>): void {
  const unread = [...all].filter(({ socket }) => socket.writableLength > 0);
  let sum = unread.reduce((total, { socket }) => total + socket.writableLength, 0);
  if (sum <= MOST_UNREAD) return;
  unread.sort((a, b) => b.socket.writableLength - a.socket.writableLength);
  for (const { socket } of unread) {
    if (sum <= MOST_UNREAD) return;
    sum -= socket.writableLength;
    socket.destroy();
  }
}
