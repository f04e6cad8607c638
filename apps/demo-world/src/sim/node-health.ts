import type { NodeInfo } from "./node-api.ts";

/** What the page knows of one partner's node. */
export interface NodeView {
  /** The partner's name in the verified manifest. */
  partner: string;
  validator: string;
  url: string;
  state: "asking" | "up" | "down";
  /** The last answer, also of a node that is down now. */
  info?: NodeInfo;
  /** When it last answered, in Unix milliseconds. */
  answeredAt?: number;
  /** Why the last question failed. */
  reason?: string;
}

/** How far one node is behind the zone's newest word on one chain. */
export interface ChainLag {
  chain: string;
  head: number;
  /** Blocks behind the furthest node that is up. */
  behind: number;
}

/** How many blocks each chain's newest known block is ahead of what a node has read. */
export function chainLags(node: NodeView, nodes: readonly NodeView[]): ChainLag[] {
  const best = new Map<string, number>();
  for (const { state, info } of nodes) {
    if (state !== "up") continue;
    for (const { id, latest = 0, seen = 0 } of info?.chains ?? []) {
      best.set(id, Math.max(best.get(id) ?? 0, latest, seen));
    }
  }
  return (node.info?.chains ?? []).map(({ id, seen = 0 }) => ({
    chain: id,
    head: seen,
    behind: Math.max((best.get(id) ?? seen) - seen, 0),
  }));
}

/** Nodes read a block a moment apart; only more than this many blocks are worth a word. */
const USUAL_LAG = 2;

/** Whether a node is so far behind that a reader should know. */
export function isLate({ behind }: Pick<ChainLag, "behind">): boolean {
  return behind > USUAL_LAG;
}

/** Whether a node answers as the validator that the manifest gives its partner. */
export function answersAsItself({ validator, info }: NodeView): boolean {
  return info?.validator === undefined || info.validator.toLowerCase() === validator.toLowerCase();
}
