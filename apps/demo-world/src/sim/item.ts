import { safeLine } from "@ryugu/sdk/primitives";
import type { TransferStatus } from "@ryugu/sdk/transfer";
import { readUri, type SafeUri } from "./content-url.ts";

/** One token, named by its home. */
export interface TokenReference {
  chain: string;
  contract: string;
  id: string;
}

/** What a page shows of a token. */
export interface Item {
  name?: string;
  /** A path under `/ipfs/` of the world server. Pictures elsewhere are not loaded. */
  picture?: string;
  model?: SafeUri;
  /** Where its metadata is, for a link. */
  source?: SafeUri;
}

/** The fields of a token's metadata that the page uses; all of them a stranger's words. */
export interface ShownMetadata {
  name: string;
  image?: string | undefined;
  animation_url?: string | undefined;
}

/** A token that a transfer carries, the first unless told otherwise; undefined where there is none. */
export function carriedToken(
  { homeChain, homeToken, assets }: Pick<TransferStatus, "homeChain" | "homeToken" | "assets">,
  index = 0,
): TokenReference | undefined {
  const asset = assets[index];
  if (asset === undefined || !/^[0-9]{1,78}$/.test(asset.id)) return undefined;
  return { chain: homeChain, contract: homeToken, id: asset.id };
}

/** A token's key in a table. */
export function tokenKey({ chain, contract, id }: TokenReference): string {
  return `${chain}/${contract.toLowerCase()}/${id}`;
}

const MAX_NAME = 80;

/** What the page shows of a token's metadata; what it cannot use safely, it leaves out. */
export function readItem(metadata: ShownMetadata, source?: SafeUri): Item {
  const name = safeLine(metadata.name, MAX_NAME);
  const picture = readUri(metadata.image ?? "");
  const model = readUri(metadata.animation_url ?? "");
  return {
    ...(name === "" ? {} : { name }),
    ...(picture?.kind === "ipfs" ? { picture: picture.path } : {}),
    ...(model === undefined ? {} : { model }),
    ...(source === undefined ? {} : { source }),
  };
}
