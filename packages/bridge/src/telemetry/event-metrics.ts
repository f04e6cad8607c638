import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { LaneRoute } from "../domain/lane.ts";
import type { NodeEvent, Report } from "../ports/report.ts";
import type { Instruments } from "./instruments.ts";

/** What each kind of event does to the metrics. */
type Handlers = { [T in NodeEvent["type"]]?: (event: Extract<NodeEvent, { type: T }>) => void };

/** What gives events their labels. */
export interface EventMetricsContext {
  /** A lane's two ends; undefined for a lane that the zone does not have. */
  laneOf(laneId: Bytes32): Pick<LaneRoute, "originChain" | "destinationChain"> | undefined;
  /** The names of each chain's RPC endpoints, in the configuration's order. */
  endpoints: ReadonlyMap<ChainId, readonly string[]>;
}

const WEI_PER_COIN = 1e18;

/** Counts what the roles report. */
export function eventMetrics(
  instruments: Instruments,
  { laneOf, endpoints }: EventMetricsContext,
): Report {
  const lane = laneLabels(laneOf);
  const handlers: Handlers = {
    ...chainHandlers(instruments, endpoints),
    ...attestationHandlers(instruments, lane),
    ...deliveryHandlers(instruments, lane),
    ...zoneHandlers(instruments),
    ...taskHandlers(instruments),
    ...webhookHandlers(instruments),
    ...royaltyHandlers(instruments),
  };
  return (event) => {
    const handle = handlers[event.type] as ((event: NodeEvent) => void) | undefined;
    handle?.(event);
  };
}

type LaneLabels = (laneId: Bytes32) => { origin: string; destination: string };

/** A lane's two ends as labels: a zone has one lane from each chain to each other one. */
function laneLabels(laneOf: EventMetricsContext["laneOf"]): LaneLabels {
  return (laneId) => {
    const lane = laneOf(laneId);
    return {
      origin: lane?.originChain ?? "unknown",
      destination: lane?.destinationChain ?? "unknown",
    };
  };
}

function chainHandlers(
  { inc, set }: Instruments,
  endpoints: EventMetricsContext["endpoints"],
): Handlers {
  // Whose endpoints a partner uses is nobody's business: they are numbered.
  const numbered = ({ chain, endpoint }: { chain: ChainId; endpoint: string }) => ({
    chain,
    endpoint: `${(endpoints.get(chain)?.indexOf(endpoint) ?? -1) + 1}`,
  });
  return {
    "chain-reorganised": ({ chain }) => inc("ryugu_chain_reorganisations_total", { chain }),
    "logs-refused": ({ chain }) => inc("ryugu_chain_logs_refused_total", { chain }),
    "endpoint-failed": (event) => {
      inc("ryugu_endpoint_outages_total", numbered(event));
      set("ryugu_endpoint_up", numbered(event), 0);
    },
    "endpoint-contradicted": (event) => inc("ryugu_endpoint_contradictions_total", numbered(event)),
    "endpoint-recovered": (event) => set("ryugu_endpoint_up", numbered(event), 1),
  };
}

function attestationHandlers({ inc, set }: Instruments, lane: LaneLabels): Handlers {
  return {
    "checkpoints-signed": ({ laneId, count }) =>
      inc("ryugu_attestations_signed_total", lane(laneId), count),
    "signature-refused": ({ laneId }) => inc("ryugu_signatures_refused_total", lane(laneId)),
    "attestations-received": ({ count, kept }) => {
      inc("ryugu_attestations_received_total", {}, count);
      inc("ryugu_attestations_kept_total", {}, kept);
    },
    "attestation-refused": () => inc("ryugu_attestations_refused_total", {}),
    "attestations-recovered": ({ count }) => inc("ryugu_attestations_recovered_total", {}, count),
    "two-heads-found": () => inc("ryugu_two_heads_total", {}),
    "peer-failed": ({ peer }) => set("ryugu_peer_up", { peer }, 0),
    "peer-answered": ({ peer }) => set("ryugu_peer_up", { peer }, 1),
  };
}

function deliveryHandlers({ inc, set }: Instruments, lane: LaneLabels): Handlers {
  const count = (laneId: Bytes32, outcome: string) =>
    inc("ryugu_deliveries_total", { ...lane(laneId), outcome });
  return {
    "delivery-sent": ({ laneId, first, last }) => {
      count(laneId, "sent");
      inc("ryugu_messages_submitted_total", lane(laneId), last - first + 1);
    },
    "delivery-raised": ({ laneId, cancelled }) => count(laneId, cancelled ? "cancelled" : "raised"),
    "delivery-mined": ({ laneId, cost }) => {
      count(laneId, "mined");
      const chain = lane(laneId).destination;
      inc("ryugu_relayer_spent_coins_total", { chain }, Number(cost) / WEI_PER_COIN);
    },
    "delivery-lost": ({ laneId }) => count(laneId, "lost"),
    "delivery-failed": ({ laneId }) => count(laneId, "failed"),
    "act-mined": ({ chain, cost }) =>
      inc("ryugu_relayer_spent_coins_total", { chain }, Number(cost) / WEI_PER_COIN),
    "relayer-balance": ({ chain, wei }) =>
      set("ryugu_relayer_balance_coins", { chain }, Number(wei) / WEI_PER_COIN),
  };
}

function zoneHandlers({ inc, set }: Instruments): Handlers {
  return {
    "seat-changed": ({ seated }) => set("ryugu_validator_unseated", {}, seated ? 0 : 1),
    "manifest-refused": () => inc("ryugu_manifest_refusals_total", {}),
    "zone-split": () => inc("ryugu_zone_splits_total", {}),
  };
}

function royaltyHandlers({ inc }: Instruments): Handlers {
  return {
    "royalties-forwarded": ({ chain }) => inc("ryugu_royalties_forwards_total", { chain }),
    "royalties-ended": ({ chain, end: outcome }) =>
      inc("ryugu_royalties_ended_total", { chain, outcome }),
  };
}

function webhookHandlers({ inc, set }: Instruments): Handlers {
  const note = (webhook: string, outcome: "told" | "failed") => {
    inc("ryugu_webhook_messages_total", { webhook, outcome });
    set("ryugu_webhook_up", { webhook }, outcome === "told" ? 1 : 0);
  };
  return {
    "webhook-told": ({ webhook }) => note(webhook, "told"),
    "webhook-failed": ({ webhook }) => note(webhook, "failed"),
  };
}

function taskHandlers({ inc, observe }: Instruments): Handlers {
  return {
    "task-failed": ({ task }) => inc("ryugu_task_failures_total", { task }),
    "tick-ended": ({ task, milliseconds }) =>
      observe("ryugu_task_tick_duration_seconds", { task }, milliseconds / 1_000),
    "request-answered": ({ method, route, status, milliseconds }) =>
      observe(
        "ryugu_api_request_duration_seconds",
        { method, route, status: `${status}` },
        milliseconds / 1_000,
      ),
  };
}
