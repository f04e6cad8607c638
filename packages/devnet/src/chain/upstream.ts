import { Agent, type IncomingMessage, request } from "node:http";

/** A JSON-RPC question as a client sends it. */
export interface RpcQuestion {
  id?: unknown;
  method: string;
  params?: unknown[];
}

/** What a server answered. */
export interface UpstreamAnswer {
  status: number;
  text: string;
}

const MAX_BODY = 32_000_000;
const BAD_GATEWAY = 502;

/** The JSON-RPC server behind one of ours. */
export class Upstream {
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 16 });

  constructor(url: string) {
    this.#url = url;
  }

  /** Sends a body and answers what comes back. Rejects when nothing does. */
  ask(body: string): Promise<UpstreamAnswer> {
    return new Promise((resolve, reject) => {
      const headers = { "content-type": "application/json" };
      const out = request(
        this.#url,
        { method: "POST", agent: this.#agent, headers },
        (incoming) => {
          const status = incoming.statusCode ?? BAD_GATEWAY;
          readBody(incoming).then((text) => resolve({ status, text }), reject);
        },
      );
      out.once("error", reject);
      out.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** Reads a message to its end. Throws RangeError when it is too long. */
export async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size > MAX_BODY) throw new RangeError("The body is too large.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
