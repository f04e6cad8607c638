import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { listenHere } from "../process/listen.ts";

/** Answers one request. What it throws ends the connection. */
export type Answer = (question: IncomingMessage, answer: ServerResponse) => Promise<void>;

/**
 * How long a connection may rest, in milliseconds: much longer than clients keep one (5 s), so that none sends a question into
 * a connection that is being closed.
 */
const KEPT_OPEN = 65_000;

/** An HTTP server that only this machine reaches. It may be started again after it was stopped. */
export class LocalServer {
  readonly #port: number;
  readonly #answer: Answer;
  #server: Server | undefined;

  constructor(port: number, answer: Answer) {
    this.#port = port;
    this.#answer = answer;
  }

  start(): Promise<void> {
    const server = createServer((question, answer) => {
      this.#answer(question, answer).catch(() => answer.destroy());
    });
    server.keepAliveTimeout = KEPT_OPEN;
    this.#server = server;
    return listenHere(server, this.#port);
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  /** Ends every connection that is open now; new ones are taken. */
  dropConnections(): void {
    this.#server?.closeAllConnections();
  }
}
