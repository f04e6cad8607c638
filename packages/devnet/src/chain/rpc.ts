import { ChainRpcError } from "../errors.ts";

const TIMEOUT = 5_000;

/**
 * Asks a chain one question.
 *
 * @throws ChainRpcError
 */
export async function callRpc(
  url: string,
  method: string,
  params: unknown[] = [],
): Promise<unknown> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const answer = (await response.json()) as { result?: unknown; error?: { message: string } };
    if (answer.error === undefined) return answer.result;
    throw new ChainRpcError(`The chain answered ${method} with an error.`, {
      details: [url, answer.error.message],
    });
  } catch (cause) {
    if (cause instanceof ChainRpcError) throw cause;
    throw new ChainRpcError(`The chain did not answer ${method}.`, { cause, details: [url] });
  }
}
