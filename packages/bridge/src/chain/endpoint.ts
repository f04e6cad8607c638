import { parseJson, parseShape, preview, readBoundedText } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";
import { EndpointFailedError, EndpointRefusedError } from "./errors.ts";

/** One JSON-RPC request. */
export interface RpcRequest {
  method: string;
  params: readonly unknown[];
}

/** One RPC endpoint of a chain. */
export interface Endpoint {
  /** The URL's origin: paths and queries often hold keys and are never shown. */
  readonly name: string;
  /**
   * Sends one request.
   *
   * @throws EndpointFailedError, EndpointRefusedError
   */
  send(request: RpcRequest): Promise<unknown>;
}

/** The largest answer that is read, in bytes. */
const MAX_ANSWER = 64 * 1024 * 1024;

const answerSchema = z.object({
  result: z.optional(z.unknown()),
  error: z.optional(
    z.object({ code: z.number(), message: z.string(), data: z.optional(z.unknown()) }),
  ),
});

/** An endpoint over HTTP. Every request ends within `timeout` milliseconds, also when the server stalls. */
export function httpEndpoint(url: string, timeout: number): Endpoint {
  const name = new URL(url).origin;
  let nextId = 1;

  const post = async (request: RpcRequest): Promise<string> => {
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ jsonrpc: "2.0", id: nextId++, ...request }),
        signal: AbortSignal.timeout(timeout),
      });
      return await readBoundedText(response, MAX_ANSWER);
    } catch (cause) {
      throw new EndpointFailedError("An RPC endpoint did not answer.", {
        cause,
        details: [`Endpoint: ${name}`, `Method: ${request.method}`],
      });
    }
  };

  return {
    name,
    async send(request) {
      const { result, error } = readAnswer(await post(request), name);
      if (error === undefined) return result;
      throw new EndpointRefusedError(
        "An RPC endpoint refused a request.",
        error.code,
        revertData(error.data),
        [
          `Endpoint: ${name}`,
          `Method: ${request.method}`,
          `Answer: ${preview(error.message, 300)}`,
        ],
      );
    },
  };
}

function readAnswer(text: string, name: string): z.output<typeof answerSchema> {
  try {
    return parseShape(answerSchema, parseJson(text, MAX_ANSWER), "The RPC endpoint's answer");
  } catch (cause) {
    throw new EndpointFailedError("An RPC endpoint did not answer with JSON-RPC.", {
      cause,
      details: [`Endpoint: ${name}`, `It begins: ${preview(text.slice(0, 80))}`],
    });
  }
}

function revertData(data: unknown): string | undefined {
  if (typeof data === "string" && data.startsWith("0x")) return data;
  if (typeof data === "object" && data !== null && "data" in data) return revertData(data.data);
  return undefined;
}
