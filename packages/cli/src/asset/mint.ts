import { type AssetReference, address, formatAssetId, parseAssetId } from "@ryugu/sdk/primitives";
import { withChains } from "../chain/chains.ts";
import type { Cli } from "../cli.ts";
import { type OpenStore, openStore, type StoreOptions } from "../content/open-store.ts";
import { UsageError } from "../errors.ts";
import { EXIT } from "../exit-code.ts";
import { readSource } from "../input/read-source.ts";
import type { KeyOptions } from "../keys/key-place.ts";
import { loadKey } from "../keys/load-key.ts";
import type { Outcome } from "../outcome.ts";
import { type Block, fields, lines } from "../output/blocks.ts";
import { grouped } from "../output/number.ts";
import { accent, faint, good } from "../output/style.ts";
import { openZone, type ZoneOptions } from "../zone/open-zone.ts";
import { type Attachment, composeMetadata, type StoredMetadata } from "./compose-metadata.ts";
import { type Minted, mintToken } from "./mint-token.ts";

/** What `asset mint` takes. */
export type MintOptions = ZoneOptions &
  StoreOptions &
  KeyOptions & { collection: string; to: string; metadata: string; image?: string; model?: string };

const MAX_METADATA = 1_000_000;
const MAX_ATTACHMENT = 64 * 1024 * 1024;

/** `ryugu asset mint` */
export async function mintCommand(cli: Cli, options: MintOptions): Promise<Outcome> {
  const collection = parseCollection(options.collection);
  const to = address(options.to);
  const { zone, local } = await openZone(cli, options);
  const { store, place } = storeOrUsage(openStore(cli, options, local));
  return withChains(zone, async (chains) => {
    const provider = chains.providerOf(collection.chain);
    const key = await loadKey(cli, options, local);
    const source = await readSource(cli, options.metadata, MAX_METADATA);
    const stored = await composeMetadata(store, source, {
      ...(await attachment(cli, "image", options.image)),
      ...(await attachment(cli, "model", options.model)),
    });
    cli.output.progress(faint(`Minting for ${to} as ${key.address} …`));
    const minted = await mintToken(key.connect(provider), collection, to, stored.uri);
    return {
      json: mintJson(minted, stored, to),
      view: mintView(minted, stored, to, place),
      exitCode: EXIT.ok,
    };
  });
}

/** A CAIP-19 asset type: the id of a collection, without a token. */
function parseCollection(text: string): Omit<AssetReference, "tokenId"> {
  const { chain, standard, contract } = parseAssetId(`${text}/0`);
  if (standard === "erc721") return { chain, standard, contract };
  throw new UsageError("A collection is named as eip155:<chain>/erc721:<address>.");
}

function storeOrUsage(opened: OpenStore | undefined): OpenStore {
  if (opened !== undefined) return opened;
  throw new UsageError("The content needs a place to lie.", {
    details: ["Name one: --store <folder> or --ipfs-rpc <url>."],
  });
}

async function attachment<K extends string>(cli: Cli, key: K, file?: string) {
  if (file === undefined) return {};
  const bytes = await readSource(cli, file, MAX_ATTACHMENT);
  return { [key]: { bytes, file } } as Record<K, Attachment>;
}

function mintJson({ asset, transaction, gasUsed }: Minted, stored: StoredMetadata, to: string) {
  return {
    asset: formatAssetId(asset),
    owner: to,
    uri: stored.uri,
    metadata: stored.metadata,
    transaction,
    gasUsed: Number(gasUsed),
  };
}

function mintView(
  minted: Minted,
  { metadata, uri }: StoredMetadata,
  to: string,
  place: string,
): Block[] {
  return [
    lines([good("✓ "), `Minted ${metadata.name} for ${to}.`]),
    fields(
      ["asset", accent(formatAssetId(minted.asset))],
      ["uri", accent(uri)],
      ["image", metadata.image && accent(metadata.image)],
      ["model", metadata.ryugu?.models?.at(-1)?.uri],
      ["content in", place],
      ["transaction", accent(minted.transaction)],
      ["gas", grouped(minted.gasUsed)],
    ),
  ];
}
