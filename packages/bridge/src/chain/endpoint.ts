import type { RyuguError } from "@ryugu/sdk/errors";
import { parseJson, parseShape, preview, readBoundedText } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";
import { EndpointBusyError, EndpointFailedError, EndpointRefusedError } from "./errors.ts";
import { isBusyError, isBusyStatus, retryAfter } from "./rpc-limits.ts";

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
   * @param signal - ends it early, when nobody wants the answer any more
   * @throws EndpointFailedError, EndpointRefusedError, EndpointBusyError
   */
  send(request: RpcRequest, signal?: AbortSignal): Promise<unknown>;
}

/** The largest answers that are read, in bytes: logs of a full range, and everything else. */
const MAX_LOGS = 32 * 1024 * 1024;
const MAX_ANSWER = 4 * 1024 * 1024;

const answerSchema = z.object({
  result: z.optional(z.unknown()),
  error: z.optional(
    z.object({
      code: z.pipe(z.union([z.number(), z.string()]), z.transform(Number)),
      message: z.string(),
      data: z.optional(z.unknown()),
    }),
  ),
});

/** An endpoint over HTTP. Every request ends within `timeout` milliseconds, also when the server stalls. */
export function httpEndpoint(url: string, timeout: number): Endpoint {
  const name = new URL(url).origin;
  let nextId = 1;

  const post = async (request: RpcRequest, most: number, signal: AbortSignal): Promise<string> => {
    const details = [`Endpoint: ${name}`, `Method: ${request.method}`];
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ jsonrpc: "2.0", id: nextId++, ...request }),
        // Where an endpoint sends its callers is not where the operator wanted to ask.
        redirect: "error",
        signal,
      });
      const text = await readBoundedText(response, most);
      if (!isBusyStatus(response.status)) return text;
      const wait = retryAfter(response.headers.get("retry-after"), Date.now());
      throw new EndpointBusyError(wait, [...details, `Status: ${response.status}`]);
    } catch (cause) {
      if (cause instanceof EndpointBusyError) throw cause;
      throw new EndpointFailedError("An RPC endpoint did not answer.", { cause, details });
    }
  };

  return {
    name,
    async send(request, signal) {
      const most = request.method === "eth_getLogs" ? MAX_LOGS : MAX_ANSWER;
      const limit = AbortSignal.timeout(timeout);
      const text = await post(request, most, signal ? AbortSignal.any([signal, limit]) : limit);
      const { result, error } = readAnswer(text, most, name);
      if (error === undefined) return result;
      throw refusal(error, [
        `Endpoint: ${name}`,
        `Method: ${request.method}`,
        `Answer: ${preview(error.message, 300)}`,
      ]);
    },
  };
}

type RpcAnswer = z.output<typeof answerSchema>;

function readAnswer(text: string, most: number, name: string): RpcAnswer {
  try {
    return parseShape(answerSchema, parseJson(text, most), "The RPC endpoint's answer");
  } catch (cause) {
    throw new EndpointFailedError("An RPC endpoint did not answer with JSON-RPC.", {
      cause,
      details: [`Endpoint: ${name}`, `It begins: ${preview(text.slice(0, 80))}`],
    });
  }
}

function refusal(
  { code, message, data }: NonNullable<RpcAnswer["error"]>,
  details: string[],
): RyuguError {
  if (isBusyError(code, message)) return new EndpointBusyError(undefined, details);
  return new EndpointRefusedError(
    "An RPC endpoint refused a request.",
    code,
    revertData(data),
    details,
  );
}

function revertData(data: unknown): string | undefined {
  if (typeof data === "string" && data.startsWith("0x")) return data;
  if (typeof data === "object" && data !== null && "data" in data) return revertData(data.data);
  return undefined;
}
