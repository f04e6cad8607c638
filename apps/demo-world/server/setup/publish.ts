import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeMetadata } from "@ryugu/sdk/asset";
import { type ContentId, type ContentStore, ipfsUri } from "@ryugu/sdk/content";
import type { Words } from "../../content/words/words.ts";
import { PlatformSetupError } from "./errors.ts";

/** A file in the zone's content store. */
export interface PublishedFile {
  readonly cid: ContentId;
  readonly size: number;
}

/** Puts a file of the platform's own into the store. Throws PlatformSetupError when it was not made. */
export async function publishFile(
  store: ContentStore,
  folder: string,
  name: string,
): Promise<PublishedFile> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(folder, name));
  } catch (cause) {
    throw new PlatformSetupError("A picture or model of the platform is not there.", {
      cause,
      details: [join(folder, name), "Make it first: scripts/build-content.ts"],
    });
  }
  return { cid: await store.put(bytes), size: bytes.length };
}

/** What a token's metadata is made from. */
export interface TokenWords {
  readonly name: Words;
  readonly about: Words;
  readonly image: PublishedFile;
  readonly model?: PublishedFile;
  readonly attributes: readonly { trait_type: string; value: string | number }[];
  readonly creators: readonly { account: string; name: string; share: number }[];
}

/** Writes a token's metadata into the store and names it as the token will: `ipfs://…`. */
export async function publishToken(store: ContentStore, token: TokenWords): Promise<string> {
  const { image, model } = token;
  const models = [
    ...(model === undefined ? [] : [modelOf(model, "glb", "model/gltf-binary")]),
    modelOf(image, "image", "image/png"),
  ];
  const text = writeMetadata({
    name: `${token.name.en} ${token.name.ja}`,
    description: `${token.about.en}\n${token.about.ja}`,
    image: ipfsUri(image.cid),
    ...(model === undefined ? {} : { animation_url: ipfsUri(model.cid) }),
    attributes: [...token.attributes],
    // Who shows one language finds the name in it here; the name above stands for all.
    properties: { name: { ...token.name }, description: { ...token.about } },
    ryugu: {
      version: 1,
      class: "nft",
      models,
      creators: [...token.creators],
      licence: { spdx: "CC0-1.0" },
    },
  });
  return ipfsUri(await store.put(new TextEncoder().encode(text)));
}

/** A published file as metadata lists it. */
export const modelOf = (
  { cid, size }: PublishedFile,
  format: "glb" | "image",
  mediaType: string,
) => ({
  use: "view" as const,
  format,
  uri: ipfsUri(cid),
  mediaType,
  cid,
  size,
});
