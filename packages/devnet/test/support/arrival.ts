import type { Bytes32 } from "@ryugu/sdk/primitives";
import {
  chainSource,
  followTransfer,
  nodeSource,
  type TransferProgress,
} from "@ryugu/sdk/transfer";
import type { Zone } from "@ryugu/sdk/zone";
import type { JsonRpcProvider } from "ethers";

const FOLLOW_INTERVAL = 200;

/** A zone whose two chains can be asked. */
export interface AskedZone {
  zone: Zone;
  /** The manifest's first chain, and its second. */
  home: JsonRpcProvider;
  away: JsonRpcProvider;
}

/** Follows a message to its end, asking the nodes and having the chains confirm. */
export async function arrivalOf(
  { zone, home, away }: AskedZone,
  messageId: Bytes32,
  timeout = 60_000,
): Promise<TransferProgress> {
  const [first] = zone.manifest.chains;
  const chains = chainSource(zone, ({ id }) => (id === first?.id ? home : away));
  const nodes = nodeSource(zone.manifest.partners.map(({ nodeUrl }) => nodeUrl));
  const signal = AbortSignal.timeout(timeout);
  let last: TransferProgress | undefined;
  const options = { sources: [nodes], confirm: chains, interval: FOLLOW_INTERVAL, signal };
  for await (const status of followTransfer(messageId, options)) last = status;
  if (last === undefined) throw new RangeError("Nothing was followed.");
  return last;
}
