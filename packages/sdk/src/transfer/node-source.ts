import { parseJson, parseShape } from "../primitives/index.ts";
import { TransferSourceError } from "./errors.ts";
import { getFromNode, type NodeReach, type NodeSourceOptions, nodeReach } from "./node-http.ts";
import type { TransferSource } from "./source.ts";
import { type TransferStatus, transferStatusSchema } from "./status.ts";

const MAX_STATUS_BYTES = 64_000;

/**
 * Asks the zone's nodes over HTTP, beginning with the one that answered last and going on to the next when
 * one is down or answers nonsense.
 */
export function nodeSource(
  nodeUrls: readonly string[],
  options: NodeSourceOptions = {},
): TransferSource {
  const reach = nodeReach(options);
  let preferred = 0;

  return {
    async status(messageId, signal) {
      const failures: string[] = [];
      let known = false;
      for (let i = 0; i < nodeUrls.length; i++) {
        const index = (preferred + i) % nodeUrls.length;
        const base = nodeUrls[index] ?? "";
        try {
          const found = await ask(reach, `${base}/v1/transfers/${messageId}`, signal);
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
  reach: NodeReach,
  url: string,
  signal?: AbortSignal,
): Promise<TransferStatus | undefined> {
  const text = await getFromNode(reach, url, MAX_STATUS_BYTES, signal);
  return text === undefined
    ? undefined
    : parseShape(transferStatusSchema, parseJson(text), "The transfer's status");
}
