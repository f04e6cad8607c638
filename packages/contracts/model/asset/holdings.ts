import { type Here, isHome } from "../here.ts";
import { ensure, Refusal } from "../refusal.ts";
import type { Chain } from "../state/chain.ts";
import { drop, put } from "../state/journal.ts";
import {
  type Asset,
  assetKey,
  type Collection,
  type Holder,
  type Standard,
  ZERO_ADDRESS,
} from "../words.ts";

/** Where a token that keeps something of each transfer puts it. */
export const TOKENS_OWN = "0x00000000000000000000000000000000000000fe";

/** How much of an asset somebody has on a chain. */
export const held = (chain: Chain, collection: Collection, id: bigint, holder: Holder): bigint =>
  chain.holdings.get(assetKey(collection, id))?.get(holder) ?? 0n;

function change(here: Here, key: string, holder: Holder, by: bigint): void {
  let holders = here.chain.holdings.get(key);
  if (holders === undefined) {
    holders = new Map();
    put(here.journal, here.chain.holdings, key, holders);
  }
  const after = (holders.get(holder) ?? 0n) + by;
  if (after < 0n) throw new Refusal(holder.startsWith("vault") ? "VaultShort" : "NotHeld", key);
  if (after === 0n) drop(here.journal, holders, holder);
  else put(here.journal, holders, holder, after);
}

/** Makes units out of nothing: home tokens by their issuer, representations by the gateway. */
export function mint(
  here: Here,
  collection: Collection,
  standard: Standard,
  { id, amount }: Asset,
  to: Holder,
): void {
  const key = assetKey(collection, id);
  ensure(to !== ZERO_ADDRESS, "AccountZero");
  if (standard === "erc721") ensure(!here.chain.holdings.get(key)?.size, "AlreadyMinted", key);
  change(here, key, to, amount);
  if (isHome(here, collection)) {
    put(here.journal, here.chain.minted, key, (here.chain.minted.get(key) ?? 0n) + amount);
  }
}

/** Takes a representation away from its holder. */
export function burn(here: Here, collection: Collection, asset: Asset, from: Holder): void {
  change(here, assetKey(collection, asset.id), from, -asset.amount);
}

/** Moves units between two holders on this chain, whatever the token thinks of it. */
export function move(
  here: Here,
  collection: Collection,
  { id, amount }: Asset,
  from: Holder,
  to: Holder,
): void {
  const key = assetKey(collection, id);
  change(here, key, from, -amount);
  change(here, key, to, amount);
}

/** Moves a home token as its contract does it; gives what arrived. */
export function transferHomeToken(
  here: Here,
  collection: Collection,
  asset: Asset,
  from: Holder,
  to: Holder,
): bigint {
  const behaviour = here.env.tokenBehaviour(here.chain.id, collection.homeToken);
  const fails = behaviour.fails === true || behaviour.locks?.(asset.id) === true;
  ensure(!fails, "TokenFailed", collection.homeToken);
  const blocked = behaviour.blocks?.(from) === true || behaviour.blocks?.(to) === true;
  ensure(!blocked, "AccountBlocked", collection.homeToken);
  move(here, collection, asset, from, to);
  const standard = here.chain.tokens.get(collection.homeToken)?.standard;
  const keeps = standard === "erc20" ? (behaviour.keeps ?? 0n) : 0n;
  const kept = keeps < asset.amount ? keeps : asset.amount;
  if (kept > 0n) move(here, collection, { id: asset.id, amount: kept }, to, TOKENS_OWN);
  return asset.amount - kept;
}
