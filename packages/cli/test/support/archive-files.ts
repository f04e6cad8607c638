import { writeFileSync } from "node:fs";
import { type Attestation, CHECKPOINT_INTERVAL, signCheckpoint } from "@ryugu/sdk/lane";
import { bytes32, type ChainId } from "@ryugu/sdk/primitives";
import { zoneLane } from "@ryugu/sdk/zone";
import { Interface, toBeHex, type Wallet } from "ethers";
import type { ZoneOnChains } from "./zone-on-chains.ts";

const SENT = new Interface([
  "event MessageSent(bytes32 indexed laneId, uint64 indexed sequence, bytes32 indexed messageId, bytes message)",
]);

/** What a validator signs of a lane: the end of each block that sent something, and every sequence divisible by 16. */
async function checkpointsOf(world: ZoneOnChains, origin: ChainId, destination: ChainId) {
  const { id: laneId } = zoneLane(world.zone, origin, destination);
  const filter = {
    address: world.zone.manifest.chains[0]?.gateway,
    topics: SENT.encodeFilterTopics("MessageSent", [laneId]),
    fromBlock: toBeHex(0),
  };
  // Not `getLogs`, which takes a second for each thousand logs.
  const logs: { blockNumber: string; topics: string[] }[] = await world
    .chain(origin)
    .provider.send("eth_getLogs", [filter]);
  return logs.flatMap(({ blockNumber, topics: [, , place = "0x", head = "0x"] }, i) => {
    const sequence = Number(place);
    const endsBlock = logs[i + 1]?.blockNumber !== blockNumber;
    if (!endsBlock && sequence % CHECKPOINT_INTERVAL !== 0) return [];
    return [{ laneId, anchor: 0, sequence, head: bytes32(head) }];
  });
}

/** Writes what a partner's node has published of a lane from a sequence on, as its API gives it. */
export async function writeArchive(
  world: ZoneOnChains,
  path: string,
  validator: Wallet,
  lane: readonly [origin: ChainId, destination: ChainId],
  from: number,
): Promise<void> {
  const attestations: Attestation[] = [];
  for (const checkpoint of await checkpointsOf(world, ...lane)) {
    if (checkpoint.sequence < from) continue;
    attestations.push(await signCheckpoint(validator, world.zone.id, checkpoint));
  }
  writeFileSync(path, JSON.stringify({ attestations }));
}
