import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import { type Cut, forgeryIn, isComparable, type LaneCut } from "../domain/cut.ts";
import type { LaneState } from "../domain/lane.ts";
import type { BlockRef } from "../domain/position.ts";
import type { Audit, AuditStore, ChainPair, PairHeights } from "../ports/audit-store.ts";
import type { ReserveReader } from "../ports/reserve-reader.ts";

/** What a comparison is made of. */
interface PairContext {
  store: Pick<AuditStore, "cursor" | "lanes" | "laneCut">;
  readers: ReadonlyMap<ChainId, ReserveReader>;
}

/** Which pairs of chains can be compared at the newest final blocks that this node has read. */
export interface Compared {
  chains: Audit["chains"];
  lanes: Audit["lanes"];
  pairs: { pair: ChainPair; at: PairHeights }[];
  unread: Audit["unread"];
  /** Pairs of which one chain has consumed what the other never sent. */
  forged: Audit["unread"];
}

/** Compares the ends of every lane. What was consumed and never sent is found here: that pair cannot be compared any more. */
export async function comparePairs(context: PairContext): Promise<Compared> {
  const lanes = await context.store.lanes();
  const cut = await cutOf(context, lanes);
  const compared: Compared = {
    chains: [...cut].map(([id, { number, hash }]) => ({ id, block: number, hash })),
    lanes: await lanesAt(context, lanes, cut),
    pairs: [],
    unread: [],
    forged: [],
  };
  const forged = await forgeries(context, lanes, compared.lanes, cut);
  for (const pair of pairsOf(lanes)) {
    const { homeChain, counterpartChain } = pair;
    const reason = forged.get(pair.out) ?? forged.get(pair.back);
    const found =
      reason === undefined
        ? comparePair(pair, lanes, compared.lanes, cut)
        : { homeChain, counterpartChain, reason };
    if (reason !== undefined) compared.forged.push({ homeChain, counterpartChain, reason });
    if ("reason" in found) compared.unread.push(found);
    else compared.pairs.push(found);
  }
  return compared;
}

async function cutOf({ store, readers }: PairContext, lanes: readonly LaneState[]): Promise<Cut> {
  const cut = new Map<ChainId, BlockRef>();
  for (const id of new Set(lanes.map(({ originChain }) => originChain))) {
    const cursor = readers.has(id) ? await store.cursor(id) : undefined;
    if (cursor !== undefined && cursor.final.number >= 0) cut.set(id, cursor.final);
  }
  return cut;
}

async function lanesAt(
  { store }: PairContext,
  lanes: readonly LaneState[],
  cut: Cut,
): Promise<Audit["lanes"]> {
  const found: Audit["lanes"] = [];
  for (const { laneId, originChain, destinationChain } of lanes) {
    const origin = cut.get(originChain)?.number;
    const destination = cut.get(destinationChain)?.number;
    if (origin === undefined || destination === undefined) continue;
    const end = await store.laneCut(laneId, { origin, destination });
    if (end !== undefined) found.push(end);
  }
  return found;
}

/** What was consumed and never sent, by lane. After a re-anchoring the lost fork's messages stay consumed. */
async function forgeries(
  { readers }: PairContext,
  lanes: readonly LaneState[],
  ends: readonly LaneCut[],
  cut: Cut,
): Promise<Map<Bytes32, string>> {
  const found = new Map<Bytes32, string>();
  for (const end of ends) {
    const lane = lanes.find(({ laneId }) => laneId === end.laneId);
    if (lane === undefined || lane.anchor > 0 || lane.halted !== undefined) continue;
    if (isComparable(end) && end.otherMessageAt === undefined) continue;
    const block = cut.get(lane.originChain)?.number ?? 0;
    const time = await readers.get(lane.originChain)?.timeOf(block);
    const reason = time === undefined ? undefined : forgeryIn(end, time);
    if (reason !== undefined) found.set(end.laneId, reason);
  }
  return found;
}

/** Why a pair whose heights were read a moment ago has no figures at them. */
export const readAgain = ({
  homeChain,
  counterpartChain,
}: ChainPair): Compared["unread"][number] => ({
  homeChain,
  counterpartChain,
  reason: "One of the chains is being read again.",
});

/** Every home with every counterpart. */
function pairsOf(lanes: readonly LaneState[]): ChainPair[] {
  return lanes.flatMap((out) => {
    const back = lanes.find(
      (lane) =>
        lane.originChain === out.destinationChain && lane.destinationChain === out.originChain,
    );
    if (back === undefined) return [];
    const { originChain: homeChain, destinationChain: counterpartChain } = out;
    return [{ homeChain, counterpartChain, out: out.laneId, back: back.laneId }];
  });
}

function comparePair(
  pair: ChainPair,
  lanes: readonly LaneState[],
  ends: readonly LaneCut[],
  cut: Cut,
): Compared["pairs"][number] | Compared["unread"][number] {
  const { homeChain, counterpartChain } = pair;
  const home = cut.get(homeChain)?.number;
  const counterpart = cut.get(counterpartChain)?.number;
  const both = [pair.out, pair.back];
  const skip = (reason: string) => ({ homeChain, counterpartChain, reason });
  if (home === undefined || counterpart === undefined) {
    return skip("One of the chains has not been read yet.");
  }
  if (lanes.some(({ laneId, halted }) => both.includes(laneId) && halted !== undefined)) {
    return skip("A lane between the chains is halted.");
  }
  const own = ends.filter(({ laneId }) => both.includes(laneId));
  if (own.length < both.length) return readAgain(pair);
  if (!own.every(isComparable)) {
    return skip("One chain has consumed messages that this node has not read on the other yet.");
  }
  return { pair, at: { home, counterpart } };
}
