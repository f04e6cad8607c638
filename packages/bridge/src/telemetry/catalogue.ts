/** One metric: what it is called follows Prometheus' conventions, units included. */
export interface MetricDescription {
  kind: "counter" | "gauge" | "histogram";
  help: string;
  /** Every label has few values: the zone's chains and partners, the node's tasks and routes. */
  labels: readonly string[];
}

const lane = ["origin", "destination"] as const;

/** Every metric of a node, besides those of the process itself. docs/reference/metrics.md is made of it. */
export const CATALOGUE = {
  ryugu_node_info: gauge("Always 1; the labels say what runs.", "version", "partner", "zone"),

  ryugu_chain_block: gauge(
    "How far a chain was read: its `latest` block, and up to which block facts are `seen` and `final`.",
    "chain",
    "kind",
  ),
  ryugu_chain_latest_timestamp_seconds: gauge("When the chain made its latest block.", "chain"),
  ryugu_chain_reorganisations_total: counter(
    "Forks that took blocks back before they were final.",
    "chain",
  ),
  ryugu_chain_logs_refused_total: counter("Readings of a chain that were not believed.", "chain"),
  ryugu_endpoint_up: gauge(
    "Whether an RPC endpoint answered when it was asked last; absent until it failed once. Endpoints are numbered as configured, from 1.",
    "chain",
    "endpoint",
  ),
  ryugu_endpoint_outages_total: counter(
    "Times an RPC endpoint stopped answering.",
    "chain",
    "endpoint",
  ),
  ryugu_endpoint_contradictions_total: counter(
    "Times enough other RPC endpoints agreed on another answer. Always needs a person.",
    "chain",
    "endpoint",
  ),

  ryugu_lane_messages: gauge(
    "A lane's messages that have come to a stage: `seen`, `final`, `attested` by a quorum, `delivered`, `delivered_final`.",
    ...lane,
    "stage",
  ),
  ryugu_lane_halted: gauge("1 where a lane was halted. Always needs a person.", ...lane),
  ryugu_lane_oldest_undelivered_seconds: gauge(
    "Age of a lane's oldest final message that its destination has not consumed; 0 where there is none.",
    ...lane,
  ),

  ryugu_attestations_signed_total: counter("Checkpoints that this validator signed.", ...lane),
  ryugu_signatures_refused_total: counter(
    "Times the guard kept this validator from signing a second head. Always needs a person.",
    ...lane,
  ),
  ryugu_attestations_received_total: counter("Verified attestations, from whomever."),
  ryugu_attestations_kept_total: counter(
    "Of those received, the ones near enough to what this node knows to be kept.",
  ),
  ryugu_attestations_refused_total: counter(
    "Offers of attestations that were forged, of another lane or of nobody of the set.",
  ),
  ryugu_attestations_recovered_total: counter(
    "This validator's own attestations that only peers still had: the database is older than they are.",
  ),
  ryugu_two_heads_total: counter("Proofs found that a validator signed two heads."),
  ryugu_peer_up: gauge("Whether a partner's node answered when it was asked last.", "peer"),

  ryugu_deliveries_total: counter(
    "This relayer's deliveries by outcome: `sent`, `raised` (a higher fee), `cancelled` (others were first), `mined`, `lost` (its nonce was used), `failed` (it would revert, or could not be sent).",
    ...lane,
    "outcome",
  ),
  ryugu_messages_submitted_total: counter("Messages in the deliveries that were sent.", ...lane),
  ryugu_relayer_balance_coins: gauge(
    "What this relayer's account holds for gas, in whole coins of the chain.",
    "chain",
  ),
  ryugu_relayer_spent_coins_total: counter(
    "What this relayer paid for gas, in whole coins of the chain.",
    "chain",
  ),

  ryugu_validator_unseated: gauge(
    "1 while this node's validator has no seat in any current set: it lost it, or does not have it yet.",
  ),
  ryugu_manifest_refusals_total: counter(
    "Manifests found at their source that are older, another zone's or not verified.",
  ),
  ryugu_zone_splits_total: counter(
    "Times two validator sets of one epoch were found. Always needs the council.",
  ),

  ryugu_store_up: gauge(
    "Whether the node's database could be read just now. While it is 0, what is read from it stays as it was.",
  ),
  ryugu_store_bytes: gauge(
    "What the node's database takes: the file's pages, or the schema's tables and indexes in PostgreSQL.",
  ),
  ryugu_disk_free_bytes: gauge(
    "What is left on a disk that the node writes to: `database`, where that is a file.",
    "disk",
  ),

  ryugu_webhook_messages_total: counter(
    "Messages to webhooks by outcome: `told`, `failed` (and tried again later).",
    "webhook",
    "outcome",
  ),
  ryugu_webhook_up: gauge("Whether a webhook's endpoint took what it was told last.", "webhook"),

  ryugu_shortfalls: gauge(
    "Reserves that are wanting now, by the last audit: `short`, `over-issued`, `forged`. Always needs a person.",
    "state",
  ),
  ryugu_audit_age_seconds: gauge(
    "Time since every vault was last compared with what it owes; absent before the first time.",
  ),

  ryugu_royalties_waiting: gauge(
    "Royalties that wait in routers of a chain, as amounts in one currency, by the last look. Always 0 without the role `payout`.",
    "chain",
  ),
  ryugu_royalties_oldest_seconds: gauge(
    "How long the oldest of them has waited; 0 where there is none.",
    "chain",
  ),
  ryugu_royalties_forwards_total: counter("Times this node had royalties sent home.", "chain"),
  ryugu_royalties_ended_total: counter(
    "Royalties that came home by outcome: `divided` by a split, `paid` to an account that is no split.",
    "chain",
    "outcome",
  ),

  ryugu_task_healthy: gauge("Whether a task works; what `/v1/ready` says.", "task"),
  ryugu_task_failures_total: counter("Ticks of a task that failed and were tried again.", "task"),
  ryugu_task_tick_duration_seconds: histogram("How long a task's ticks take.", "task"),

  ryugu_api_request_duration_seconds: histogram(
    "How long the API takes to answer; its count is the number of requests.",
    "method",
    "route",
    "status",
  ),
  ryugu_api_stream_listeners: gauge("Open event streams."),
} as const satisfies Record<string, MetricDescription>;

export type MetricName = keyof typeof CATALOGUE;

function describe<K extends MetricDescription["kind"]>(kind: K) {
  return <const L extends string[]>(help: string, ...labels: L) => ({ kind, help, labels });
}

function counter<const L extends string[]>(help: string, ...labels: L) {
  return describe("counter")(help, ...labels);
}

function gauge<const L extends string[]>(help: string, ...labels: L) {
  return describe("gauge")(help, ...labels);
}

function histogram<const L extends string[]>(help: string, ...labels: L) {
  return describe("histogram")(help, ...labels);
}
