import type { TransferStatus } from "@ryugu/sdk/transfer";
import {
  type LaneCounts,
  laneSchema,
  type NodeInfo,
  nodeInfoSchema,
  readList,
  readTransfer,
  type Vault,
  vaultSchema,
} from "../sim/node-api.ts";
import { askJson } from "./ask.ts";
import { NodeUnavailableError } from "./errors.ts";
import { openEventStream } from "./event-stream.ts";

const SNAPSHOT = 100;
/** This many unreadable events in a row are a broken node. */
const MAX_GARBLED = 5;

const base = (url: string) => url.replace(/\/+$/, "");

/** Asks a node who it is and how far it has read. Throws NodeUnavailableError. */
export async function askNode(url: string, signal: AbortSignal): Promise<NodeInfo> {
  const read = nodeInfoSchema.safeParse(await askJson(`${base(url)}/v1/node`, { signal }));
  if (read.success) return read.data;
  throw new NodeUnavailableError("Its answer makes no sense.", { cause: read.error });
}

/** Asks a node for the lanes' counts. Throws NodeUnavailableError. */
export async function askLanes(url: string, signal: AbortSignal): Promise<LaneCounts[]> {
  return readList(laneSchema, await askJson(`${base(url)}/v1/lanes`, { signal }), "lanes").values;
}

/** Asks a node what the vaults hold. Throws NodeUnavailableError. */
export async function askVaults(url: string, signal: AbortSignal): Promise<Vault[]> {
  return readList(vaultSchema, await askJson(`${base(url)}/v1/vaults`, { signal }), "vaults")
    .values;
}

/** Asks a node for its newest transfers. Throws NodeUnavailableError when none of them can be read. */
export async function askTransfers(url: string, signal: AbortSignal): Promise<TransferStatus[]> {
  const answer = await askJson(`${base(url)}/v1/transfers?limit=${SNAPSHOT}`, { signal });
  const list = Array.isArray(answer)
    ? answer
    : (answer as { transfers?: unknown } | null)?.transfers;
  if (!Array.isArray(list)) throw new NodeUnavailableError("Its answer makes no sense.");
  const transfers = list
    .slice(0, SNAPSHOT)
    .map(readTransfer)
    .filter((one) => one !== undefined);
  if (list.length > 0 && transfers.length === 0) {
    throw new NodeUnavailableError("None of its transfers can be read.");
  }
  return transfers;
}

/**
 * Follows every transfer's progress at one node: first the newest it knows, then each change.
 *
 * @throws NodeUnavailableError when the node goes silent, ends the stream or sends nonsense
 */
export async function* followTransfers(
  url: string,
  signal: AbortSignal,
): AsyncGenerator<TransferStatus[], never> {
  // The stream is opened before the list is asked, so that nothing falls between the two.
  const events = await openEventStream(`${base(url)}/v1/events`, signal);
  try {
    yield await askTransfers(url, signal);
    let garbled = 0;
    for (;;) {
      const { value } = await events.next();
      const transfers: TransferStatus[] = [];
      for (const { event, data } of value) {
        if (event !== "transfer") continue;
        const transfer = readTransfer(parseOrUndefined(data));
        garbled = transfer === undefined ? garbled + 1 : 0;
        if (transfer !== undefined) transfers.push(transfer);
      }
      if (garbled >= MAX_GARBLED) throw new NodeUnavailableError("Its events make no sense.");
      if (transfers.length > 0) yield transfers;
    }
  } finally {
    await events.return(undefined as never).catch(() => undefined);
  }
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
