import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { Clock } from "../ports/clock.ts";
import type { AttestationExchange, Peer } from "../ports/exchange.ts";
import type { ArchiveStore, RelayerStore } from "../ports/store.ts";
import type { Intake } from "./intake.ts";

/** Fetches from peers what did not arrive by itself. */
export interface Collector {
  tick(): Promise<boolean>;
}

export interface CollectorContext {
  store: Pick<ArchiveStore & RelayerStore, "lanes" | "attestations">;
  exchange: AttestationExchange;
  intake: Intake;
  clock: Clock;
  /** How often a peer is asked although nothing is missing, in milliseconds: it shows who is there. */
  idleInterval: number;
}

const PAGE = 512;

/**
 * Makes the collector. While messages wait for their quorum it asks every peer with each tick; otherwise
 * rarely, which keeps the archive whole and tells which peers answer.
 */
export function createCollector(context: CollectorContext): Collector {
  const { store, exchange, intake, clock } = context;
  let lastRound = Number.NEGATIVE_INFINITY;

  const ask = async (peer: Peer, wanted: readonly { laneId: Bytes32; from: number }[]) => {
    for (const { laneId, from } of wanted) {
      const page = await exchange.pull(peer, { laneId, from, limit: PAGE });
      if (page.length > 0) await intake.accept(page);
    }
  };

  return {
    async tick() {
      const lanes = (await store.lanes()).filter(({ halted }) => halted === undefined);
      const idle = clock.now() - lastRound >= context.idleInterval;
      const wanted = lanes
        .filter((lane) => idle || lane.attested < lane.final.count)
        .map((lane) => ({
          laneId: lane.laneId,
          from: Math.max(1, Math.max(lane.attested, lane.delivered) + (idle ? 0 : 1)),
        }));
      if (wanted.length === 0) return false;
      if (idle) lastRound = clock.now();
      // Failures are reported by the exchange; a peer that is away is asked again next time.
      await Promise.allSettled(exchange.peers.map((peer) => ask(peer, wanted)));
      return false;
    },
  };
}
