import {
  type AssetMetadata,
  InvalidMetadataError,
  type Model,
  PORTABLE_VERSION,
  readMetadata,
  writeMetadata,
} from "@ryugu/sdk/asset";
import { type ContentStore, ipfsUri } from "@ryugu/sdk/content";
import { modelFormat, pictureType } from "./media.ts";

/** A file to be minted with an asset. */
export interface Attachment {
  bytes: Uint8Array;
  /** Where it came from, for errors. */
  file: string;
}

/** Metadata that lies in the store, and what it names. */
export interface StoredMetadata {
  metadata: AssetMetadata;
  /** `ipfs://…` of the metadata: the token's URI. */
  uri: string;
}

/**
 * Puts picture and model into the store, names them in the metadata, and puts that there too, strictly
 * written.
 *
 * @param source - the metadata's JSON; what it says of picture and model gives way to the files
 * @throws MediaUnsupportedError, InvalidMetadataError, MetadataNotJsonError, and what the store throws
 */
export async function composeMetadata(
  store: ContentStore,
  source: Uint8Array,
  { image, model }: { image?: Attachment; model?: Attachment },
): Promise<StoredMetadata> {
  const base = readSound(source);
  if (image !== undefined) pictureType(image.bytes, image.file);
  const kind = model && modelFormat(model.bytes, model.file);
  // Everything is checked before anything is stored.
  const metadata: AssetMetadata = { ...base };
  if (image !== undefined) metadata.image = ipfsUri(await store.put(image.bytes));
  if (model !== undefined && kind !== undefined) {
    addModel(metadata, { ...kind, ...(await storeModel(store, model)) });
  }
  const text = writeMetadata(metadata);
  return { metadata, uri: ipfsUri(await store.put(new TextEncoder().encode(text))) };
}

/** What a reader would leave out must not be lost in silence when it is minted. */
function readSound(source: Uint8Array): AssetMetadata {
  const { metadata, findings } = readMetadata(source);
  const faults = findings.filter(({ severity }) => severity === "error");
  if (faults.length === 0) return metadata;
  throw new InvalidMetadataError("The metadata has errors; `ryugu asset validate` shows all.", {
    details: faults.slice(0, 8).map(({ path, message }) => `${path || "(the whole)"}: ${message}`),
    findings,
  });
}

function addModel(metadata: AssetMetadata, model: Model): void {
  metadata.animation_url ??= model.uri;
  metadata.ryugu = {
    ...(metadata.ryugu ?? { version: PORTABLE_VERSION }),
    models: [...(metadata.ryugu?.models ?? []), model],
  };
}

async function storeModel(store: ContentStore, { bytes }: Attachment) {
  const cid = await store.put(bytes);
  return { uri: ipfsUri(cid), mediaType: "model/gltf-binary", cid, size: bytes.length };
}
