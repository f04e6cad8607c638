import { writeMetadata } from "@ryugu/sdk/asset";
import { type ContentStore, ipfsUri, parseContentId } from "@ryugu/sdk/content";
import type { Address, ChainId } from "@ryugu/sdk/primitives";
import type { Picture } from "../pictures/picture-shelf.ts";
import { modelOf } from "../setup/publish.ts";
import type { WorkPlan } from "./read-work.ts";

/** SPDX's form for a licence that it has no name for: nobody may do anything but look. */
const ALL_RIGHTS_RESERVED = "LicenseRef-All-Rights-Reserved";

/**
 * Writes a work's metadata into the store and names it as its token will: `ipfs://…`. The same work always gives the same.
 *
 * @param split - whoever pays for the work pays this one
 */
export async function publishWork(
  store: ContentStore,
  plan: WorkPlan,
  picture: Picture,
  { chain, split }: { readonly chain: ChainId; readonly split: Address },
): Promise<string> {
  const file = { cid: parseContentId(picture.cid), size: picture.size };
  const text = writeMetadata({
    name: plan.title,
    ...(plan.about === "" ? {} : { description: plan.about }),
    image: ipfsUri(file.cid),
    properties: { split: `${chain}:${split}` },
    ryugu: {
      version: 1,
      class: "nft",
      models: [modelOf(file, "image", picture.mediaType)],
      creators: plan.creators.map(({ name, account, basisPoints }) => ({
        account: `${chain}:${account}`,
        name,
        share: basisPoints,
      })),
      licence: { spdx: plan.licence ?? ALL_RIGHTS_RESERVED },
    },
  });
  return ipfsUri(await store.put(new TextEncoder().encode(text)));
}
