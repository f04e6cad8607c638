import { writeMetadata } from "@ryugu/sdk/asset";
import { type ContentId, type ContentStore, ipfsUri } from "@ryugu/sdk/content";
import { type Address, type ChainId, canonicalJson } from "@ryugu/sdk/primitives";
import {
  COLLECTION_NAME,
  COLLECTION_SYMBOL,
  encodeGlb,
  renderPng,
  TREASURES,
  type Treasure,
} from "@ryugu/treasures";

/** A piece whose picture, model and metadata lie in the zone's content store. */
export interface PublishedTreasure {
  name: string;
  /** The token's URI: `ipfs://` and the metadata's content id. */
  uri: string;
  image: ContentId;
  model: ContentId;
  /** Of picture and model together. */
  bytes: number;
}

/** The whole collection, published. */
export interface PublishedCollection {
  contractUri: string;
  pieces: PublishedTreasure[];
}

/** Makes every piece's picture and model, and keeps them with their metadata in a content store. */
export async function publishTreasures(
  store: ContentStore,
  chain: ChainId,
  creator: Address,
): Promise<PublishedCollection> {
  const pieces: PublishedTreasure[] = [];
  for (const treasure of TREASURES) pieces.push(await publish(store, treasure, chain, creator));
  const about = canonicalJson({
    name: COLLECTION_NAME,
    symbol: COLLECTION_SYMBOL,
    description: "Six things from the tale of Urashima and the palace under the sea.",
    image: ipfsUri(pieces[0]?.image as ContentId),
  });
  return { contractUri: ipfsUri(await store.put(new TextEncoder().encode(about))), pieces };
}

async function publish(
  store: ContentStore,
  { name, description, material, make, view }: Treasure,
  chain: ChainId,
  creator: Address,
): Promise<PublishedTreasure> {
  const parts = make();
  const png = renderPng(parts, view);
  const glb = await encodeGlb(name, parts);
  const [image, model] = [await store.put(png), await store.put(glb)];
  const metadata = writeMetadata({
    name,
    description,
    image: ipfsUri(image),
    animation_url: ipfsUri(model),
    attributes: [{ trait_type: "Material", value: material }],
    ryugu: {
      version: 1,
      class: "nft",
      models: [
        {
          use: "view",
          format: "glb",
          uri: ipfsUri(model),
          mediaType: "model/gltf-binary",
          cid: model,
          size: glb.length,
        },
        {
          use: "view",
          format: "image",
          uri: ipfsUri(image),
          mediaType: "image/png",
          cid: image,
          size: png.length,
        },
      ],
      creators: [{ account: `${chain}:${creator}`, name: "The sea palace", share: 10_000 }],
      licence: { spdx: "CC0-1.0" },
    },
  });
  const id = await store.put(new TextEncoder().encode(metadata));
  return { name, uri: ipfsUri(id), image, model, bytes: png.length + glb.length };
}
