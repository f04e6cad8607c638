import type { ZoneManifest } from "@ryugu/sdk/zone";
import { type Feed, startFeed } from "../services/feed.ts";
import { type ItemReader, startItemReader } from "../services/item-reader.ts";
import { followTransfers } from "../services/node-client.ts";
import { watchNodes } from "../services/watch-nodes.ts";
import type { NodeView } from "../sim/node-health.ts";
import { recordTransfers } from "../sim/transfer-book.ts";
import type { FeedState } from "../stores/feed-store.ts";
import type { WorldStores } from "../stores/index.ts";
import type { ItemState } from "../stores/transfers-store.ts";

/** Asks every node how it is, and the followed one for lanes and vaults. */
export function runNodes(stores: WorldStores, manifest: ZoneManifest, signal: AbortSignal): void {
  const nodes = manifest.partners.map(
    ({ name, validator, nodeUrl }): NodeView => ({
      partner: name,
      validator,
      url: nodeUrl,
      state: "asking",
    }),
  );
  stores.nodes.setState({ nodes });
  const change = (url: string, part: Partial<NodeView>) =>
    stores.nodes.setState((state) => ({
      nodes: state.nodes.map((node) => (node.url === url ? { ...node, ...part } : node)),
    }));
  watchNodes(
    {
      urls: nodes.map(({ url }) => url),
      followed: () => followedNode(stores),
      onNode: (url, info) => change(url, { state: "up", info, answeredAt: Date.now() }),
      onNodeDown: (url, reason) => change(url, { state: "down", reason }),
      onLanes: (lanes) => stores.nodes.setState({ lanes }),
      onVaults: (vaults) => stores.nodes.setState({ vaults }),
    },
    signal,
  );
}

/** The node that the page follows, as soon as it follows one. */
function followedNode({ feed }: WorldStores): Promise<string> {
  return new Promise((resolve) => {
    const look = ({ phase, url }: FeedState) => {
      if (phase !== "live" || url === undefined) return;
      stop();
      resolve(url);
    };
    const stop = feed.subscribe(look);
    look(feed.getState());
  });
}

const KEPT_SWITCHES = 10;

/** Follows transfers at one node after another. */
export function runFeed(stores: WorldStores, manifest: ZoneManifest, signal: AbortSignal): Feed {
  const urls = manifest.partners.map(({ nodeUrl }) => nodeUrl);
  let lived: string | undefined;
  return startFeed(
    {
      urls,
      start: Math.floor(Math.random() * urls.length),
      follow: followTransfers,
      onConnecting: (url) => stores.feed.setState({ phase: "connecting", url }),
      onLive: (url) => {
        const from = lived;
        lived = url;
        stores.feed.setState(({ switches }) => ({
          phase: "live",
          rounds: 0,
          switches:
            from === undefined || from === url
              ? switches
              : [...switches, { from, to: url, at: Date.now() }].slice(-KEPT_SWITCHES),
        }));
      },
      onOffline: (rounds, delay) =>
        stores.feed.setState({ phase: "offline", rounds, retryAt: Date.now() + delay }),
      onTransfers: (transfers) =>
        stores.transfers.setState(({ book }) => ({
          loaded: true,
          book: recordTransfers(book, transfers),
        })),
    },
    signal,
  );
}

/** Reads items' names and pictures as they are asked for. */
export function runItems(
  stores: WorldStores,
  manifest: ZoneManifest,
  signal: AbortSignal,
): ItemReader {
  const set = (key: string, state: ItemState) =>
    stores.transfers.setState(({ items }) => ({ items: { ...items, [key]: state } }));
  return startItemReader(
    {
      read: async (token, within) => {
        const { readToken } = await import("../services/read-token.ts");
        const rpcUrls = manifest.chains.find(({ id }) => id === token.chain)?.rpcUrls ?? [];
        return readToken(token, rpcUrls, within);
      },
      onLoading: (key) => set(key, { phase: "loading" }),
      onItem: (key, item) =>
        set(key, item === undefined ? { phase: "missing" } : { phase: "ready", item }),
    },
    signal,
  );
}
