import { parseJson, parseShape, readBoundedText } from "../primitives/index.ts";
import { TransferSourceError } from "./errors.ts";
import type { TransferSource } from "./source.ts";
import { type TransferStatus, transferStatusSchema } from "./status.ts";

/** How the nodes are reached. */
export interface NodeSourceOptions {
  fetch?: typeof globalThis.fetch;
  /** How long one node may take, in milliseconds. */
  timeout?: number;
}

const MAX_STATUS_BYTES = 64_000;
const NOT_FOUND = 404;

/**
 * Asks the zone's nodes over HTTP, beginning with the one that answered last and going on to the next when
 * one is down or answers nonsense.
 */
export function nodeSource(
  nodeUrls: readonly string[],
  options: NodeSourceOptions = {},
): TransferSource {
  const { fetch = globalThis.fetch, timeout = 5_000 } = options;
  let preferred = 0;

  return {
    async status(messageId, signal) {
      const failures: string[] = [];
      let known = false;
      for (let i = 0; i < nodeUrls.length; i++) {
        const index = (preferred + i) % nodeUrls.length;
        const base = nodeUrls[index] ?? "";
        try {
          const found = await ask(fetch, `${base}/v1/transfers/${messageId}`, timeout, signal);
          known = true;
          if (found !== undefined) {
            preferred = index;
            return found;
          }
        } catch (error) {
          signal?.throwIfAborted();
          failures.push(
            `${base}: ${error instanceof Error ? error.message.split("\n")[0] : error}`,
          );
        }
      }
      if (known) return undefined;
      throw new TransferSourceError("No node of the zone could be asked.", { details: failures });
    },
  };
}

async function ask(
  fetcher: typeof fetch,
  url: string,
  timeout: number,
  signal?: AbortSignal,
): Promise<TransferStatus | undefined> {
  const limit = AbortSignal.timeout(timeout);
  const response = await fetcher(url, {
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  });
  if (response.status === NOT_FOUND) return undefined;
  if (!response.ok) throw new TransferSourceError(`The node answered ${response.status}.`);
  const text = await readBoundedText(response, MAX_STATUS_BYTES);
  return parseShape(transferStatusSchema, parseJson(text), "The transfer's status");
}
