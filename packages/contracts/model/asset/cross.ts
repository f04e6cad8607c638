import { type Here, isHome, isQuarantined } from "../here.ts";
import type { CarryingMessage } from "../message/message.ts";
import { ensure } from "../refusal.ts";
import {
  type Address,
  type Asset,
  type ChainId,
  type Collection,
  type Holder,
  type Standard,
  vaultOf,
} from "../words.ts";
import { burn, mint, transferHomeToken } from "./holdings.ts";

/** The assets of one collection, on their way into or out of a lane. */
export interface Load {
  readonly collection: Collection;
  readonly standard: Standard;
  readonly assets: readonly Asset[];
}

export const loadOf = (message: CarryingMessage): Load => ({
  collection: { homeChain: message.homeChain, homeToken: message.homeToken },
  standard: message.standard,
  assets: message.assets,
});

/** The number of ERC-721 tokens, or the sum of amounts. */
export const unitsOf = ({ assets }: Load): bigint =>
  assets.reduce((sum, { amount }) => sum + amount, 0n);

/** Takes what is sent: home tokens into the vault of the chain that they leave for, representations away. */
export function takeFromSender(here: Here, load: Load, sender: Address, lane: ChainId): void {
  for (const asset of load.assets) {
    if (!here.env.rules.takesOnSend) continue;
    if (isHome(here, load.collection)) intoVault(here, load.collection, asset, sender, lane);
    else burn(here, load.collection, asset, sender);
  }
}

/** Moves what passes through home to the vault of the chain where it goes next. */
export function moveBetweenVaults(here: Here, load: Load, from: ChainId, to: ChainId): void {
  quarantineParks(here, load.collection);
  if (!here.env.rules.movesBetweenVaults) return;
  for (const asset of load.assets) intoVault(here, load.collection, asset, vaultOf(from), to);
}

/** Received balances are measured: a token that keeps something of a transfer is refused here. */
function intoVault(here: Here, collection: Collection, asset: Asset, from: Holder, to: ChainId) {
  const arrived = transferHomeToken(here, collection, asset, from, vaultOf(to));
  if (here.env.rules.measuresReceipts) {
    ensure(arrived === asset.amount, "ReceivedLess", `${arrived} of ${asset.amount}`);
  }
}

/**
 * Gives home tokens out of the vault of the chain that they come from. A Transfer asks the receiver's hook where the
 * standard has one; a Return uses plain transfers, which ERC-1155 does not have. What the token keeps on the way out is
 * the token's own matter.
 */
export function release(here: Here, load: Load, from: ChainId, to: Address, plain: boolean): void {
  const asksHook = load.standard === "erc1155" || (load.standard === "erc721" && !plain);
  if (asksHook) ensure(here.env.takesTokens(here.chain.id, to), "RecipientRefuses", to);
  for (const asset of load.assets) {
    transferHomeToken(here, load.collection, asset, payingVault(here, load, asset, from), to);
  }
}

/** A broken rule, for tests: one pot for all. */
function payingVault(here: Here, { collection }: Load, { id, amount }: Asset, from: ChainId) {
  if (here.env.rules.paysFromOwnVault) return vaultOf(from);
  const holders = here.chain.holdings.get(`${collection.homeChain}/${collection.homeToken}/${id}`);
  const vaults = [...here.chain.outgoing.keys()].map(vaultOf);
  return vaults.find((vault) => (holders?.get(vault) ?? 0n) >= amount) ?? vaultOf(from);
}

/** Makes representations. Only those of a Transfer ask the receiver's hook. */
export function mintRepresentations(here: Here, load: Load, to: Address, plain: boolean): void {
  if (load.standard !== "erc20" && !plain) {
    ensure(here.env.takesTokens(here.chain.id, to), "RecipientRefuses", to);
  }
  for (const asset of load.assets) mint(here, load.collection, load.standard, asset, to);
}

/** A quarantined collection neither enters nor leaves anybody's hands through the gateway. */
export function quarantineParks(here: Here, collection: Collection): void {
  ensure(!isQuarantined(here, collection), "CollectionQuarantined", collection.homeToken);
}
