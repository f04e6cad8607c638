import { address } from "@ryugu/sdk/primitives";
import { chainSource, followTransfer, nodeSource, type TransferSource } from "@ryugu/sdk/transfer";
import { chainOf, type Stage } from "../stage/stage.ts";
import type { Crossing } from "./book.ts";
import type { Purse } from "./purse.ts";

/** Milliseconds between two looks: a hundred transfers are followed at once. */
const INTERVAL = 1_500;

/** How everybody of a run asks where transfers stand: the nodes, and the chains themselves about each end. */
export interface Sources {
  sources: TransferSource[];
  confirm: TransferSource;
}

/** The zone's nodes and chains as sources. */
export function sourcesOf(stage: Stage): Sources {
  const { zone } = stage;
  const chains = chainSource(zone, ({ id }) => chainOf(stage, id).provider);
  const nodes = nodeSource(zone.manifest.partners.map(({ nodeUrl }) => nodeUrl));
  return { sources: [nodes, chains], confirm: chains };
}

/** Follows a crossing with the SDK until it has ended, and tells the purse who has what then. */
export async function followCrossing(
  sources: Sources,
  purse: Purse,
  crossing: Crossing,
): Promise<void> {
  const { signal } = crossing.abandon;
  const options = { ...sources, interval: INTERVAL, patience: 120_000, signal };
  try {
    for await (const progress of followTransfer(crossing.messageId, options)) {
      crossing.progress = progress;
    }
  } catch (error) {
    if (signal.aborted) return;
    throw error;
  }
  endCrossing(purse, crossing);
}

function endCrossing(purse: Purse, crossing: Crossing): void {
  const { ask, progress } = crossing;
  const last = progress?.legs.at(-1);
  if (progress === undefined || last === undefined) throw new RangeError("Nothing was followed.");
  const isBack = progress.state === "returned";
  crossing.ending = isBack ? "returned" : "delivered";
  const meant = isBack ? (last.refundAccount ?? ask.person.address) : ask.recipient;
  const holder = crossing.redirectedTo ?? address(meant);
  for (const asset of ask.assets) {
    const at = isBack ? ask.origin : ask.destination;
    purse.give(holder, at, { ...asset, collection: ask.collection });
  }
}
