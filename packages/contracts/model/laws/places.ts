import type { CarryingMessage } from "../message/message.ts";
import type { Zone } from "../state/zone.ts";
import { type ChainId, vaultOf } from "../words.ts";
import { carryingPart, inFlight, pairOf } from "./flight.ts";

/** Chains whose own state says nothing any more: captured, or rewritten. */
export type Distrusted = ReadonlySet<ChainId>;
export const NOBODY: Distrusted = new Set();

/**
 * For every asset and every chain away from its home: what stands there or is between the two, less what the vault holds
 * for it. All of it must be zero. Units that strangers threw into a vault are not counted.
 */
export function imbalances(zone: Zone, distrusted: Distrusted): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  const counts = (home: ChainId, away: ChainId) =>
    !distrusted.has(home) && !distrusted.has(away) && !isWoundDown(zone, home, away);
  const add = (asset: string, home: ChainId, away: ChainId, amount: bigint) => {
    if (!counts(home, away)) return;
    const key = `${asset} and ${vaultOf(away)}`;
    sums.set(key, (sums.get(key) ?? 0n) + amount);
  };
  const addLoad = (message: CarryingMessage, home: ChainId, away: ChainId) => {
    for (const { id, amount } of message.assets) {
      add(`${home}/${message.homeToken}/${id}`, home, away, amount);
    }
  };
  for (const { origin, destination, sent } of inFlight(zone)) {
    const message = carryingPart(sent);
    if (message === undefined) continue;
    const { home, away } = pairOf(message, origin.id, destination.id);
    addLoad(message, home, away);
  }
  for (const chain of zone.chains.values()) {
    for (const { message, origin } of chain.parked.values()) {
      const { home, away } = pairOf(message, origin, chain.id);
      addLoad(message, home, away);
    }
    addHoldings(chain.id, chain.holdings, add);
    for (const [key, amount] of chain.strays) {
      const at = key.indexOf(" ");
      add(key.slice(0, at), chain.id, vaultOwner(key.slice(at + 1)), amount);
    }
  }
  return sums;
}

function addHoldings(
  chain: ChainId,
  holdings: ReadonlyMap<string, ReadonlyMap<string, bigint>>,
  add: (asset: string, home: ChainId, away: ChainId, amount: bigint) => void,
): void {
  for (const [asset, holders] of holdings) {
    const home = asset.slice(0, asset.indexOf("/")) as ChainId;
    for (const [holder, amount] of holders) {
      if (home !== chain) add(asset, home, chain, amount);
      else if (holder.startsWith("vault")) add(asset, home, vaultOwner(holder), -amount);
    }
  }
}

const vaultOwner = (vault: string): ChainId => vault.slice("vault of ".length) as ChainId;

/** Whether a home has taken leave of a chain: its vault there pays leaves, and no balance tells anything. */
export const isWoundDown = (zone: Zone, home: ChainId, away: ChainId): boolean =>
  zone.chains.get(home)?.windDowns.has(away) === true;
