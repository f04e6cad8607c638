import {
  DEFAULT_MAX_METADATA_BYTES,
  type MetadataValidation,
  validateMetadata,
} from "@ryugu/sdk/asset";
import { RyuguError } from "@ryugu/sdk/errors";
import { type AssetReference, parseAssetId } from "@ryugu/sdk/primitives";
import { withChains } from "../chain/chains.ts";
import type { Cli } from "../cli.ts";
import { openStore, type StoreOptions } from "../content/open-store.ts";
import { readLink } from "../content/read-link.ts";
import { UsageError } from "../errors.ts";
import { EXIT } from "../exit-code.ts";
import type { Outcome } from "../outcome.ts";
import { languageOf } from "../output/finding-view.ts";
import { openZone, type ZoneOptions } from "../zone/open-zone.ts";
import { locateToken, type TokenPlace } from "./locate.ts";
import { placeJson, tokenView } from "./place-view.ts";

/** `ryugu asset show` */
export async function showAsset(
  cli: Cli,
  id: string,
  options: ZoneOptions & StoreOptions,
): Promise<Outcome> {
  const asked = parseNft(id);
  const { zone, local } = await openZone(cli, options);
  const opened = openStore(cli, options, local);
  const place = await withChains(zone, (chains) => locateToken(zone, chains, asked));
  const metadata = await readMetadataOf(cli, place, opened);
  return {
    json: { asset: id, ...placeJson(place), metadata },
    view: tokenView(zone, place, metadata, languageOf(cli.env)),
    exitCode: EXIT.ok,
  };
}

function parseNft(id: string): AssetReference {
  const asset = parseAssetId(id);
  if (asset.standard === "erc721") return asset;
  throw new UsageError(`Only erc721 tokens can be shown, not ${asset.standard}.`);
}

/** The metadata, or why it cannot be read: the token is shown all the same. */
async function readMetadataOf(
  cli: Cli,
  { uri }: TokenPlace,
  opened: ReturnType<typeof openStore>,
): Promise<MetadataValidation | undefined> {
  if (uri === undefined) return undefined;
  try {
    return validateMetadata(await readLink(cli, uri, DEFAULT_MAX_METADATA_BYTES, opened));
  } catch (error) {
    if (!(error instanceof RyuguError)) throw error;
    return { verdict: "unreadable", findings: [], error: error.toJSON() };
  }
}
