import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { LaneState } from "../domain/lane.ts";
import type { ArchiveStore } from "../ports/archive-store.ts";
import type { Clock } from "../ports/clock.ts";
import type { AttestationExchange, Peer } from "../ports/exchange.ts";
import type { RelayerStore } from "../ports/relayer-store.ts";
import type { Intake } from "./intake.ts";

/** Fetches from peers what did not arrive by itself. */
export interface Collector {
  tick(): Promise<boolean>;
}

export interface CollectorContext {
  store: Pick<ArchiveStore & RelayerStore, "lanes" | "attestations">;
  exchange: AttestationExchange;
  intake: Pick<Intake, "keep">;
  clock: Clock;
  /** How often a peer is asked although nothing is missing, in milliseconds: it shows who is there. */
  idleInterval: number;
}

const PAGE = 512;

/** How long a quorum may take to come by itself before peers are asked, in milliseconds. */
const PATIENCE = 1_000;

/** What a lane waits for, and since when. */
interface Waiting {
  attested: number;
  askAt: number;
}

interface Wanted {
  laneId: Bytes32;
  from: number;
}

/**
 * Makes the collector. A quorum that does not come by itself is asked for; otherwise every peer is asked
 * now and then, which keeps the archive whole and tells which peers answer.
 */
export function createCollector(context: CollectorContext): Collector {
  const { store, exchange, intake, clock } = context;
  const waiting = new Map<Bytes32, Waiting>();
  let idleAt = Number.NEGATIVE_INFINITY;

  /** A lane on which quorums come, though always some behind, is not stuck. */
  const isStuck = ({ laneId, attested, final }: LaneState): boolean => {
    if (attested >= final.count) {
      waiting.delete(laneId);
      return false;
    }
    const known = waiting.get(laneId);
    const isDue = known?.attested === attested && clock.now() >= known.askAt;
    if (isDue || known?.attested !== attested)
      waiting.set(laneId, { attested, askAt: clock.now() + PATIENCE });
    return isDue;
  };

  /** Of a lane that is complete the newest attestations, of one that is stuck what comes after its quorum. */
  const choose = (lanes: readonly LaneState[], idle: boolean): Wanted[] =>
    lanes.flatMap((lane) => {
      const stuck = isStuck(lane);
      if (!stuck && !idle) return [];
      const known = Math.max(lane.attested, lane.delivered);
      return [{ laneId: lane.laneId, from: stuck ? known + 1 : Math.max(1, known) }];
    });

  const ask = async (peer: Peer, wanted: readonly Wanted[]) => {
    for (const { laneId, from } of wanted) {
      const page = await exchange.pull(peer, { laneId, from, limit: PAGE });
      if (page.length > 0) await intake.keep(page);
    }
  };

  return {
    async tick() {
      const lanes = (await store.lanes()).filter(({ halted }) => halted === undefined);
      const idle = clock.now() >= idleAt;
      const wanted = choose(lanes, idle);
      if (idle) idleAt = clock.now() + context.idleInterval;
      // Failures are reported by the exchange; a peer that is away is asked again next time.
      await Promise.allSettled(exchange.peers.map((peer) => ask(peer, wanted)));
      return false;
    },
  };
}
