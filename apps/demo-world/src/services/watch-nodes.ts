import type { LaneCounts, NodeInfo, Vault } from "../sim/node-api.ts";
import { askLanes, askNode, askVaults } from "./node-client.ts";
import { repeat } from "./repeat.ts";

/** What watching needs and whom it tells. */
export interface WatchParts {
  urls: readonly string[];
  /** The node that the page follows; resolves once there is one. Lanes and vaults are asked there. */
  followed(): Promise<string>;
  onNode(url: string, info: NodeInfo): void;
  onNodeDown(url: string, reason: string): void;
  onLanes(lanes: readonly LaneCounts[]): void;
  onVaults(vaults: readonly Vault[]): void;
}

const NODE_INTERVAL = 3_000;
const LANE_INTERVAL = 1_500;
const VAULT_INTERVAL = 5_000;

/** Asks every node how it is, and the followed one for lanes and vaults, again and again. */
export function watchNodes(parts: WatchParts, signal: AbortSignal): void {
  for (const url of parts.urls) {
    void repeat(NODE_INTERVAL, signal, async () => {
      try {
        parts.onNode(url, await askNode(url, signal));
      } catch (error) {
        parts.onNodeDown(url, error instanceof Error ? (error.message.split("\n")[0] ?? "") : "");
      }
    });
  }
  void repeat(LANE_INTERVAL, signal, () => tellFrom(askLanes, parts.onLanes));
  void repeat(VAULT_INTERVAL, signal, () => tellFrom(askVaults, parts.onVaults));

  async function tellFrom<T>(
    ask: (url: string, signal: AbortSignal) => Promise<T>,
    tell: (answer: T) => void,
  ): Promise<void> {
    const url = await parts.followed();
    // A node that fails here is noticed by the feed, which goes on to another.
    await ask(url, signal).then(tell, () => undefined);
  }
}
