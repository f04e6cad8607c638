import type { JsonRpcApiProvider } from "ethers";
import { decodeMessage } from "../../lane/index.ts";
import {
  type Address,
  address,
  type ChainId,
  chainNumber,
  readLogs,
} from "../../primitives/index.ts";
import { type Zone, type ZoneChain, zoneChain, zoneLanes } from "../../zone/index.ts";
import { askProvider, callView } from "../chain-call.ts";
import { eventsOf, foundLogs } from "../event-log.ts";
import { ROYALTY_CUSTODY, ROYALTY_GATEWAY } from "./royalty-abi.ts";

/** Takes a collection's royalties on a chain where its representations are, and sends them home to one receiver. */
export interface RoyaltyRouter {
  readonly chain: ChainId;
  /** It can be paid before anybody has made it. */
  readonly address: Address;
  readonly homeChain: ChainId;
  /** The collection, at home. */
  readonly homeToken: Address;
  /** Who gets them at home. */
  readonly receiver: Address;
}

/** Whose routers are looked for, and where. */
export interface RouterSearch {
  readonly zone: Zone;
  /** The chain's provider; the caller owns and closes it. */
  readonly providerFor: (chain: ZoneChain) => JsonRpcApiProvider;
  /** Who gets royalties, on the collection's home chain: accounts and splits. */
  readonly receiversOn: (homeChain: ChainId) => readonly Address[];
}

/**
 * The routers on one chain that collect royalties for receivers at home: as the Collection messages of the lanes there name them,
 * which is all that a representation knows of its royalties. It needs no node.
 *
 * @throws PayoutUnavailableError, LogsRefusedError, NotInZoneError
 */
export async function findRouters(
  chain: ChainId,
  { zone, providerFor, receiversOn }: RouterSearch,
): Promise<RoyaltyRouter[]> {
  const here = zoneChain(zone, chain);
  const routes = new Map<string, Omit<RoyaltyRouter, "address">>();
  for (const { id: laneId, origin, destination } of zoneLanes(zone)) {
    if (destination.chain !== chain) continue;
    const there = zoneChain(zone, origin.chain);
    for (const route of await routesIn(there, providerFor(there), laneId)) {
      if (route.homeChain === chain || !receiversOn(route.homeChain).includes(route.receiver)) {
        continue;
      }
      routes.set(`${route.homeChain}/${route.homeToken}/${route.receiver}`, { chain, ...route });
    }
  }
  if (routes.size === 0) return [];
  const provider = providerFor(here);
  const gateway = { address: here.gateway, provider };
  const custody = address(await callView(gateway, ROYALTY_GATEWAY, "custody"));
  const found: RoyaltyRouter[] = [];
  for (const route of routes.values()) {
    const args = [chainNumber(route.homeChain), route.homeToken, route.receiver];
    const at = { address: custody, provider };
    const router = await callView(at, ROYALTY_CUSTODY, "royaltyRouterOf", ...args);
    found.push({ ...route, address: address(router) });
  }
  return found;
}

async function routesIn(
  { gateway, startBlock }: ZoneChain,
  provider: JsonRpcApiProvider,
  laneId: string,
): Promise<Omit<RoyaltyRouter, "chain" | "address">[]> {
  const topics = [ROYALTY_GATEWAY.getEvent("MessageSent")?.topicHash ?? null, laneId];
  const filter = { address: gateway, topics, fromBlock: startBlock };
  const logs = foundLogs(await askProvider(readLogs(provider, filter)));
  return eventsOf(gateway, ROYALTY_GATEWAY, logs).flatMap(({ event }) => {
    const message = decodeMessage(event.args.message);
    if (message.kind !== "collection" || message.royaltyBps === 0) return [];
    const { homeChain, homeToken, royaltyReceiver: receiver } = message;
    return [{ homeChain, homeToken, receiver }];
  });
}
