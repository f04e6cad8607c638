import type { ContentStore } from "@ryugu/sdk/content";
import type { Address, ChainId } from "@ryugu/sdk/primitives";
import type { GiftKind } from "../../content/gifts/gift-kinds.ts";
import type { GiftOffer } from "../gifts/gift-table.ts";
import { publishFile, publishToken } from "../setup/publish.ts";

const WHOLE = 10_000;

/** Puts the gifts' pictures, models and metadata into the store. */
export function publishGifts(
  store: ContentStore,
  folder: string,
  kinds: readonly GiftKind[],
  creator: { chain: ChainId; operator: Address; name: string },
): Promise<GiftOffer[]> {
  return Promise.all(
    kinds.map(async ({ kind, name, about }) => {
      const model = await publishFile(store, folder, `gifts/${kind}.glb`);
      const image = await publishFile(store, folder, `gifts/${kind}.png`);
      const account = `${creator.chain}:${creator.operator}`;
      const uri = await publishToken(store, {
        name,
        about,
        image,
        model,
        attributes: [{ trait_type: "Kind", value: kind }],
        creators: [{ account, name: creator.name, share: WHOLE }],
      });
      return { kind, name, model: model.cid, image: image.cid, uri };
    }),
  );
}
