import type { IncomingMessage, ServerResponse } from "node:http";
import { LocalServer } from "./local-server.ts";
import { handle } from "./member-rules.ts";
import { type RpcQuestion, readBody, Upstream } from "./upstream.ts";

/** Where a member node answers, and what is behind it. */
export interface MemberNodeOptions {
  port: number;
  /** The chain itself, which nobody else is told of. */
  target: string;
  /** The newest block that the members have agreed on; undefined where every block counts at once. */
  head: () => number | undefined;
}

/** Pages in a browser ask chains too. */
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "POST",
  "access-control-allow-headers": "content-type",
};
const NO_CONTENT = 204;
const PARSE_ERROR = -32_700;
const INVALID_REQUEST = -32_600;

/**
 * A member's node of a permissioned chain: the only way to that chain, for everybody. A block counts when it is
 * decided for good; what was not yet is shown to nobody.
 */
export class MemberNode {
  readonly #options: MemberNodeOptions;
  readonly #upstream: Upstream;
  readonly #server: LocalServer;

  constructor(options: MemberNodeOptions) {
    this.#options = options;
    this.#upstream = new Upstream(options.target);
    // A chain that is gone is gone for who asks here too.
    this.#server = new LocalServer(options.port, (question, answer) =>
      this.#answer(question, answer),
    );
  }

  start(): Promise<void> {
    return this.#server.start();
  }

  stop(): Promise<void> {
    this.#upstream.close();
    return this.#server.stop();
  }

  async #answer(question: IncomingMessage, answer: ServerResponse): Promise<void> {
    if (question.method === "OPTIONS") {
      answer.writeHead(NO_CONTENT, CORS).end();
      return;
    }
    const asked = parse(await readBody(question));
    const out = Array.isArray(asked)
      ? await Promise.all(asked.map((one) => this.#one(one)))
      : await this.#one(asked);
    answer.writeHead(200, { "content-type": "application/json", ...CORS }).end(JSON.stringify(out));
  }

  async #one(question: unknown): Promise<object> {
    if (!isQuestion(question))
      return failure(
        null,
        question === undefined ? PARSE_ERROR : INVALID_REQUEST,
        "invalid request",
      );
    const { id = null, method, params = [] } = question;
    const handling = handle(method, params, this.#options.head());
    if (handling.kind === "refuse") return failure(id, handling.code, handling.message);
    if (handling.kind === "answer") return { jsonrpc: "2.0", id, result: handling.result };
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params: handling.params });
    const { result, error } = JSON.parse((await this.#upstream.ask(body)).text);
    if (error !== undefined) return { jsonrpc: "2.0", id, error };
    return { jsonrpc: "2.0", id, result: handling.show(result) };
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isQuestion(value: unknown): value is RpcQuestion {
  if (typeof value !== "object" || value === null || !("method" in value)) return false;
  return typeof value.method === "string" && (!("params" in value) || Array.isArray(value.params));
}

const failure = (id: unknown, code: number, message: string) => ({
  jsonrpc: "2.0",
  id,
  error: { code, message },
});
