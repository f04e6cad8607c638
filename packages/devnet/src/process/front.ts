import { connect, createServer, type Server, type Socket } from "node:net";
import { listenHere } from "./listen.ts";

/** How long a server may take to accept a connection, in milliseconds. */
const CONNECT_WITHIN = 2_000;

/**
 * One address before several servers, as a company's load balancer is: each connection goes to the next one that accepts
 * it. What a server that dies had accepted is cut off.
 */
export class Front {
  readonly #port: number;
  readonly #behind: readonly number[];
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #next = 0;

  /**
   * @param port - where it listens, on the loopback
   * @param behind - the ports of the servers
   */
  constructor(port: number, behind: readonly number[]) {
    this.#port = port;
    this.#behind = behind;
  }

  start(): Promise<void> {
    const server = createServer((client) => this.#pass(client));
    this.#server = server;
    return listenHere(server, this.#port);
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }

  async #pass(client: Socket): Promise<void> {
    this.#keep(client);
    const first = this.#next++;
    for (let i = 0; i < this.#behind.length; i++) {
      const port = this.#behind[(first + i) % this.#behind.length] ?? 0;
      const server = await reach(port);
      if (server === undefined) continue;
      this.#keep(server);
      client.once("close", () => server.destroy());
      server.once("close", () => client.destroy());
      client.pipe(server).pipe(client);
      return;
    }
    client.destroy();
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
    // A connection that breaks is closed, which is all that there is to do.
    socket.on("error", () => socket.destroy());
  }
}

/** Connects, or says that nobody is there. */
function reach(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    const give = (result: Socket | undefined) => {
      socket.setTimeout(0);
      socket.off("connect", accepted).off("error", refused).off("timeout", refused);
      resolve(result);
    };
    const accepted = () => give(socket);
    const refused = () => {
      socket.destroy();
      give(undefined);
    };
    socket.setTimeout(CONNECT_WITHIN);
    socket.once("connect", accepted).once("error", refused).once("timeout", refused);
  });
}
