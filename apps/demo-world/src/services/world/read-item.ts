import { readMetadata } from "@ryugu/sdk/asset";
import type { Json } from "@ryugu/sdk/primitives";
import { Contract, type Provider } from "ethers";
import { readUri } from "../../sim/content-url.ts";
import { type ItemName, readItem } from "../../sim/item.ts";
import { type Creator, readCreators } from "../../sim/market/creator.ts";
import type { TokenRef } from "../../sim/protocol/references.ts";
import { askJson } from "../ask.ts";
import { platformPath } from "./ask-platform.ts";

/** What is shown of a belonging. */
export interface ItemLooks {
  name?: ItemName;
  picture?: string;
  model?: string;
  creators?: readonly Creator[];
}

const MAX_METADATA = 256_000;
const ERC721 = ["function tokenURI(uint256 id) view returns (string)"];

/**
 * Reads a token's name, picture and model: its URI from the chain it is on, its metadata from the zone's stores.
 *
 * @param stores - the addresses of the platforms, whose stores are asked in order
 * @throws NodeUnavailableError where no store has it, and what ethers and `readMetadata` throw
 */
export async function readItemLooks(
  token: TokenRef,
  provider: Provider,
  stores: readonly string[],
  signal: AbortSignal,
): Promise<ItemLooks> {
  const contract = new Contract(token.contract, ERC721, provider);
  const uri = readUri(String(await contract.getFunction("tokenURI")(token.id)));
  // Only the zone's own stores are asked: a fetch elsewhere would tell a stranger who owns what.
  if (uri?.kind !== "ipfs") return {};
  const { store, metadata } = await readFromFirst(stores, uri.path, signal);
  const item = readItem(metadata);
  const creators = readCreators(metadata.ryugu?.creators);
  return {
    ...(item.name === undefined ? {} : { name: item.name }),
    ...(item.picture === undefined ? {} : { picture: platformPath(store, item.picture) }),
    ...(item.model?.kind === "ipfs" ? { model: platformPath(store, item.model.path) } : {}),
    ...(creators.length === 0 ? {} : { creators }),
  };
}

async function readFromFirst(stores: readonly string[], path: string, signal: AbortSignal) {
  let failure: unknown;
  for (const store of stores) {
    try {
      const url = platformPath(store, path);
      const answer = await askJson(url, { signal, maxBytes: MAX_METADATA });
      return { store, metadata: readMetadata(answer as Json).metadata };
    } catch (error) {
      signal.throwIfAborted();
      failure = error;
    }
  }
  throw failure;
}
