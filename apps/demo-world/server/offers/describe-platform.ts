import { signedOrderToJson } from "@ryugu/sdk/market";
import type { Artwork, Platform } from "../../src/sim/protocol/platform.ts";
import type { HungWork } from "./make-works.ts";
import type { OffersParts } from "./parts.ts";
import type { PlatformPlan } from "./platform-words.ts";
import type { Goods, Shop } from "./stall.ts";

/** What `/platform.json` says. Gifts and gallery are there as soon as they can be had. */
export function describePlatform(
  {
    slug,
    partner,
    chain,
    publicUrl,
  }: Pick<OffersParts, "slug" | "partner" | "chain" | "publicUrl">,
  plan: PlatformPlan,
  goods: Goods | undefined,
): Platform {
  return {
    schema: "ryugu-platform/1",
    slug,
    name: plan.name,
    partner,
    chain,
    url: publicUrl,
    organisations: [...plan.organisations],
    ...(goods === undefined ? {} : { gifts: describeGifts(goods) }),
    ...(goods?.shop === undefined ? {} : describeShop(goods.shop)),
  };
}

const describeGifts = ({ gifts: { collection, kinds } }: Goods): Platform["gifts"] => ({
  collection,
  kinds: kinds.map(({ kind, name, model, image }) => ({ kind, name, model, image })),
});

const describeShop = (shop: Shop): Pick<Platform, "market" | "gallery"> => ({
  market: {
    address: shop.gallery.market.address,
    rail: shop.rail,
    splits: shop.splits,
    yen: shop.purse.yen,
  },
  gallery: { artworks: shop.works.map((work) => describeWork(shop, work)) },
});

function describeWork({ gallery }: Shop, { id, collection, shown }: HungWork): Artwork {
  const { token, order } = gallery.hanging(id);
  if (token === undefined) return shown;
  const offered = order === undefined ? null : signedOrderToJson(order);
  return { ...shown, sale: { collection, tokenId: String(token), order: offered } };
}
