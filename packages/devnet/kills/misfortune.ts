/** What is done to the zone, when, and for how long; times in milliseconds. */
export type Misfortune = {
  /** Since the beginning. */
  at: number;
  /** How long it lasts. */
  lasts: number;
} & What;

/** What it is, whenever it is. */
export type What =
  | NodeMisfortune
  | { kind: "chain-killed" | "chain-stopped"; chain: string }
  | { kind: "endpoint"; partner: string; chain: string; fault: EndpointTrouble };

/** What befalls nodes: whole ones, single processes, or the database of one. */
export type NodeMisfortune =
  | { kind: "nodes-killed"; partners: string[] }
  | { kind: "node-restarted"; partner: string }
  | { kind: "processes-killed"; processes: string[] }
  | { kind: "process-restarted"; process: string }
  | { kind: "database-killed" | "database-restarted"; partner: string };

/** How an endpoint fails its node. */
export type EndpointTrouble = "stalls" | "refuses" | "slow" | "hides a log" | "forges a log";
