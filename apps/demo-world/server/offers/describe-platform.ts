import { signedOrderToJson } from "@ryugu/sdk/market";
import type { Artwork, Platform } from "../../src/sim/protocol/platform.ts";
import type { PlatformMoney } from "../platform-config.ts";
import type { HungWork } from "./make-works.ts";
import type { OffersParts } from "./parts.ts";
import type { PlatformPlan } from "./platform-words.ts";
import type { Goods, Shop } from "./stall.ts";

/**
 * What `/platform.json` says. Gifts and gallery are there as soon as they can be had.
 *
 * @param peoples - works that people have made, which hang beside the platform's own
 */
export function describePlatform(
  {
    slug,
    partner,
    chain,
    publicUrl,
    money,
    issuer,
  }: Pick<OffersParts, "slug" | "partner" | "chain" | "publicUrl" | "money" | "issuer">,
  plan: PlatformPlan,
  goods: Goods | undefined,
  peoples: readonly Artwork[] = [],
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
    ...(money === undefined ? {} : { market: describeMarket(money) }),
    ...(issuer === undefined ? {} : { cashOut: true }),
    ...(goods?.shop === undefined ? {} : { gallery: describeGallery(goods.shop, peoples) }),
  };
}

const describeGifts = ({ gifts: { collection, kinds } }: Goods): Platform["gifts"] => ({
  collection,
  kinds: kinds.map(({ kind, name, model, image }) => ({ kind, name, model, image })),
});

const describeMarket = ({ market, rail, splits, yen }: PlatformMoney): Platform["market"] => ({
  address: market,
  rail,
  splits,
  yen,
});

const describeGallery = (shop: Shop, peoples: readonly Artwork[]): Platform["gallery"] => ({
  artworks: [...shop.works.map((work) => describeWork(shop, work)), ...peoples],
});

function describeWork({ gallery }: Shop, { id, collection, shown }: HungWork): Artwork {
  const { token, order } = gallery.hanging(id);
  if (token === undefined) return shown;
  const offered = order === undefined ? null : signedOrderToJson(order);
  return { ...shown, sale: { collection, tokenId: String(token), order: offered } };
}
