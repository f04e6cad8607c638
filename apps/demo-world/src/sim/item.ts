import { safeLine } from "@ryugu/sdk/primitives";
import type { TransferStatus } from "@ryugu/sdk/transfer";
import * as z from "zod/mini";
import { readUri, type SafeUri } from "./content-url.ts";

/** One token, named by its home. */
export interface TokenReference {
  chain: string;
  contract: string;
  id: string;
}

/** What a token is called in each of the page's languages. */
export interface ItemName {
  readonly en: string;
  readonly ja: string;
}

/** What a page shows of a token. */
export interface Item {
  name?: ItemName;
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
  /** Its `name`, where there is one, holds the name in other languages: `{ "en": "…", "ja": "…" }`. */
  properties?: Readonly<Record<string, unknown>> | undefined;
  /** Who made it, and is paid when it is sold. */
  ryugu?: { readonly creators?: readonly CreatorFields[] | undefined } | undefined;
}

interface CreatorFields {
  /** CAIP-10. */
  account: string;
  name?: string | undefined;
  share: number;
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
const itemNameSchema = z.object({ en: z.optional(z.string()), ja: z.optional(z.string()) });

/**
 * What a token is called in each language: the translation where its metadata has one, else the name that stands for
 * all. Undefined where it has no name at all.
 */
export function readItemName({
  name,
  properties,
}: Pick<ShownMetadata, "name" | "properties">): ItemName | undefined {
  const translated = itemNameSchema.safeParse(properties?.name).data ?? {};
  const forAll = safeLine(name, MAX_NAME);
  const inLanguage = (text = "") => safeLine(text, MAX_NAME) || forAll;
  const names = { en: inLanguage(translated.en), ja: inLanguage(translated.ja) };
  return names.en === "" || names.ja === "" ? undefined : names;
}

/** What the page shows of a token's metadata; what it cannot use safely, it leaves out. */
export function readItem(metadata: ShownMetadata, source?: SafeUri): Item {
  const name = readItemName(metadata);
  const picture = readUri(metadata.image ?? "");
  const model = readUri(metadata.animation_url ?? "");
  return {
    ...(name === undefined ? {} : { name }),
    ...(picture?.kind === "ipfs" ? { picture: picture.path } : {}),
    ...(model === undefined ? {} : { model }),
    ...(source === undefined ? {} : { source }),
  };
}
