import { takenKey } from "../council/wind-down.ts";
import type { Zone } from "../state/zone.ts";
import { assetKey, vaultOf } from "../words.ts";
import { carryingPart, inFlight } from "./flight.ts";
import { type Distrusted, imbalances, isWoundDown, NOBODY } from "./places.ts";
import { type Violation, violation } from "./violation.ts";

/** Law 1: no asset is ever in two places, or in none. */
export function lawOfOnePlace(zone: Zone): Violation[] {
  return [...unbalanced(1, zone, NOBODY), ...supplies(1, zone), ...leaves(zone)];
}

/** Law 4: a chain that was taken over, or rewritten, can take only what its own vault holds. */
export function lawOfOwnVault(zone: Zone, distrusted: Distrusted): Violation[] {
  return [...unbalanced(4, zone, distrusted), ...supplies(4, zone)];
}

function unbalanced(law: number, zone: Zone, distrusted: Distrusted): Violation[] {
  return [...imbalances(zone, distrusted)]
    .filter(([, sum]) => sum !== 0n)
    .map(([key, sum]) => violation(law, `${key}: ${sum} more stand than are held`));
}

/** Nothing at home is made or lost by crossing: holders and vaults together have what was minted. */
function supplies(law: number, zone: Zone): Violation[] {
  const found: Violation[] = [];
  for (const { minted, holdings } of zone.chains.values()) {
    for (const [key, amount] of minted) {
      let sum = 0n;
      for (const part of holdings.get(key)?.values() ?? []) sum += part;
      if (sum !== amount) found.push(violation(law, `${key}: ${sum} of ${amount} are at home`));
    }
  }
  return found;
}

/** A dead chain's vault holds every leaf that was not paid yet, and what is parked on its way out. */
function leaves(zone: Zone): Violation[] {
  const found: Violation[] = [];
  for (const home of zone.chains.values()) {
    for (const [away, windDown] of home.windDowns) {
      const owed = new Map<string, bigint>();
      const owe = (key: string, amount: bigint) => owed.set(key, (owed.get(key) ?? 0n) + amount);
      for (const leaf of windDown.leaves) {
        const collection = { homeChain: home.id, homeToken: leaf.token };
        const taken = home.takenLeaves.has(takenKey(windDown.root, leaf));
        if (!taken) owe(assetKey(collection, leaf.id), leaf.amount);
      }
      for (const { message, origin } of home.parked.values()) {
        if (origin !== away || message.homeChain !== home.id) continue;
        for (const { id, amount } of message.assets) owe(assetKey(message, id), amount);
      }
      for (const [key, amount] of owed) {
        const has = home.holdings.get(key)?.get(vaultOf(away)) ?? 0n;
        if (has < amount) found.push(violation(1, `${key}: ${has} of ${amount} owed for ${away}`));
      }
    }
  }
  return found;
}

/** Law 8, for what lanes carry: money in is money out, to the unit, over the whole zone. */
export function lawOfMoney(zone: Zone): Violation[] {
  const found: Violation[] = [];
  const everywhere = moneyEverywhere(zone);
  for (const home of zone.chains.values()) {
    const dead = [...zone.chains.keys()].some((away) => isWoundDown(zone, home.id, away));
    if (dead) continue;
    for (const [token, { standard }] of home.tokens) {
      if (standard !== "erc20") continue;
      const key = assetKey({ homeChain: home.id, homeToken: token }, 0n);
      const [minted, sum] = [home.minted.get(key) ?? 0n, everywhere.get(key) ?? 0n];
      if (sum !== minted) found.push(violation(8, `${key}: ${sum} of ${minted} can be had`));
    }
  }
  return found;
}

/** What people hold, on every chain, and what is on its way to people; and what strangers gave away. */
function moneyEverywhere(zone: Zone): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  const add = (key: string, amount: bigint) => sums.set(key, (sums.get(key) ?? 0n) + amount);
  for (const chain of zone.chains.values()) {
    for (const [key, holders] of chain.holdings) {
      for (const [holder, amount] of holders) if (!holder.startsWith("vault")) add(key, amount);
    }
    for (const { message } of chain.parked.values()) {
      for (const { id, amount } of message.assets) add(assetKey(message, id), amount);
    }
    for (const [key, amount] of chain.strays) add(key.slice(0, key.indexOf(" ")), amount);
  }
  for (const { sent } of inFlight(zone)) {
    const message = carryingPart(sent);
    for (const { id, amount } of message?.assets ?? []) {
      if (message !== undefined) add(assetKey(message, id), amount);
    }
  }
  return sums;
}
