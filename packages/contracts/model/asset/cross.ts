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
import { burn, held, mint, transferHomeToken } from "./holdings.ts";

/** An ERC-1155 id of which more than this is away behaves like money. */
const MOST_UNITS_OF_AN_ID = 1_000_000n;

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
    if (!isHome(here, load.collection)) {
      burn(here, load.collection, asset, sender);
      continue;
    }
    if (load.standard === "erc1155") notLikeMoney(asset.amount);
    // What a vault has already is somebody else's, whatever the token says to another transfer.
    const isThere = held(here.chain, load.collection, asset.id, vaultOf(lane)) > 0n;
    ensure(load.standard !== "erc721" || !isThere, "NotHeld", `${asset.id} is away`);
    intoVault(here, load.collection, asset, sender, lane);
    if (load.standard !== "erc1155") continue;
    notLikeMoney(held(here.chain, load.collection, asset.id, vaultOf(lane)));
  }
}

function notLikeMoney(amount: bigint): void {
  ensure(amount <= MOST_UNITS_OF_AN_ID, "FungibleLike", amount.toString());
}

/** Moves what passes through home to the vault of the chain where it goes next. */
export function moveBetweenVaults(here: Here, load: Load, from: ChainId, to: ChainId): void {
  if (!here.env.rules.movesBetweenVaults || from === to) return;
  for (const asset of load.assets) {
    mustBeIn(here, load, asset, vaultOf(from));
    intoVault(here, load.collection, asset, vaultOf(from), to);
  }
}

/** A vault asks who has an NFT before it lets it go: a token that does nothing must not look as if it had moved. */
function mustBeIn({ chain }: Here, load: Load, { id }: Asset, vault: Holder): void {
  if (load.standard !== "erc721") return;
  ensure(held(chain, load.collection, id, vault) > 0n, "VaultShort", `${vault} has no ${id}`);
}

/** Received balances are measured: a token that keeps something of a transfer is refused here. */
function intoVault(here: Here, collection: Collection, asset: Asset, from: Holder, to: ChainId) {
  const arrived = transferHomeToken(here, collection, asset, from, vaultOf(to));
  if (here.env.rules.measuresReceipts) {
    ensure(arrived === asset.amount, "ReceivedLess", `${arrived} of ${asset.amount}`);
  }
}

/**
 * Gives home tokens out of the vault of the chain that they come from, by plain transfers, which only ERC-1155 does not
 * have. What the token keeps on the way out is the token's own matter.
 */
export function release(here: Here, load: Load, from: ChainId, to: Address): void {
  for (const asset of load.assets) {
    const vault = payingVault(here, load, asset, from);
    mustBeIn(here, load, asset, vault);
    transferHomeToken(here, load.collection, asset, vault, to);
    if (load.standard === "erc1155") askReceiver(here, to);
  }
}

/** A broken rule, for tests: one pot for all. */
function payingVault(here: Here, { collection }: Load, { id, amount }: Asset, from: ChainId) {
  if (here.env.rules.paysFromOwnVault) return vaultOf(from);
  const holders = here.chain.holdings.get(`${collection.homeChain}/${collection.homeToken}/${id}`);
  const vaults = [...here.chain.outgoing.keys()].map(vaultOf);
  return vaults.find((vault) => (holders?.get(vault) ?? 0n) >= amount) ?? vaultOf(from);
}

/** Makes representations. Only ERC-1155 that come with metadata, which a Return does not, ask the receiver. */
export function mintRepresentations(here: Here, load: Load, to: Address, asks: boolean): void {
  for (const asset of load.assets) mint(here, load.collection, load.standard, asset, to);
  if (load.standard === "erc1155" && asks) askReceiver(here, to);
}

/** An account that has a receiver hook may refuse. */
export function askReceiver(here: Here, account: Holder): void {
  const takes =
    !account.startsWith("0x") || here.env.takesTokens(here.chain.id, account as Address);
  ensure(takes, "RecipientRefuses", account);
}

/** A quarantined collection neither enters nor leaves anybody's hands through the gateway. */
export function quarantineParks(here: Here, collection: Collection): void {
  ensure(!isQuarantined(here, collection), "CollectionQuarantined", collection.homeToken);
}
