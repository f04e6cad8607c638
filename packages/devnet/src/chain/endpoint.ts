import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { LocalServer } from "./local-server.ts";
import { type RpcQuestion, readBody, Upstream } from "./upstream.ts";

/**
 * What is wrong with an endpoint. `mute` refuses some methods and answers the others. `lie` passes each result through a function, which may answer anything.
 * Delays are in milliseconds.
 */
export type EndpointFault =
  | { kind: "refuse" }
  | { kind: "stall" }
  | { kind: "slow"; delay: number }
  | { kind: "mute"; methods: readonly string[] }
  | { kind: "lie"; alter: (method: string, params: unknown[], result: unknown) => unknown };

const FORBIDDEN = 403;

/**
 * One partner's own way to one chain: a small server before the chain, so that each partner has its endpoint,
 * and a test can break one partner's view without touching the others'.
 */
export class PartnerEndpoint {
  readonly url: string;
  readonly #upstream: Upstream;
  readonly #server: LocalServer;
  #fault: EndpointFault | undefined;

  constructor(port: number, target: string) {
    this.#server = new LocalServer(port, (question, answer) => this.#pass(question, answer));
    this.#upstream = new Upstream(target);
    this.url = `http://127.0.0.1:${port}`;
  }

  /** Breaks the endpoint, or mends it again. */
  setFault(fault: EndpointFault | undefined): void {
    this.#fault = fault;
    if (fault?.kind === "refuse") this.#server.dropConnections();
  }

  start(): Promise<void> {
    return this.#server.start();
  }

  stop(): Promise<void> {
    this.#upstream.close();
    return this.#server.stop();
  }

  async #pass(question: IncomingMessage, answer: ServerResponse): Promise<void> {
    const fault = this.#fault;
    if (fault?.kind === "refuse") question.socket.destroy();
    if (fault?.kind === "refuse" || fault?.kind === "stall") return;
    if (fault?.kind === "slow") await delay(fault.delay);
    const body = await readBody(question);
    if (fault?.kind === "mute" && asksOneOf(body, fault.methods)) {
      answer.writeHead(FORBIDDEN).end();
      return;
    }
    const { status, text } = await this.#upstream.ask(body);
    const out = fault?.kind === "lie" ? altered(body, text, fault.alter) : text;
    answer.writeHead(status, { "content-type": "application/json" }).end(out);
  }
}

function asksOneOf(body: string, methods: readonly string[]): boolean {
  const asked = [JSON.parse(body)].flat() as RpcQuestion[];
  return asked.some(({ method }) => methods.includes(method));
}

function altered(
  body: string,
  text: string,
  alter: (method: string, params: unknown[], result: unknown) => unknown,
): string {
  const asked = JSON.parse(body) as RpcQuestion | RpcQuestion[];
  const answered = JSON.parse(text);
  const change = (question: RpcQuestion | undefined, one: { result?: unknown }) =>
    question === undefined || one.result === undefined
      ? one
      : { ...one, result: alter(question.method, question.params ?? [], one.result) };
  if (!Array.isArray(asked)) return JSON.stringify(change(asked, answered));
  return JSON.stringify(
    answered.map((one: { id: unknown; result?: unknown }) =>
      change(
        asked.find(({ id }) => id === one.id),
        one,
      ),
    ),
  );
}
