import { readBoundedText } from "../primitives/index.ts";
import { TransferSourceError } from "./errors.ts";

/** How the nodes are reached. */
export interface NodeSourceOptions {
  fetch?: typeof globalThis.fetch;
  /** How long one node may take, in milliseconds. */
  timeout?: number;
}

/** The same, settled. */
export type NodeReach = Required<NodeSourceOptions>;

const NOT_FOUND = 404;

/** What is left out is the platform's fetch, and 5 seconds. */
export function nodeReach({
  fetch = globalThis.fetch,
  timeout = 5_000,
}: NodeSourceOptions): NodeReach {
  return { fetch, timeout };
}

/**
 * Gets a text of a node; undefined where the node does not know what is asked for.
 *
 * @throws TransferSourceError, or whatever fetch throws
 */
export async function getFromNode(
  { fetch, timeout }: NodeReach,
  url: string,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const limit = AbortSignal.timeout(timeout);
  const response = await fetch(url, {
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  });
  if (response.status === NOT_FOUND) return undefined;
  if (!response.ok) throw new TransferSourceError(`The node answered ${response.status}.`);
  return readBoundedText(response, maxBytes);
}
