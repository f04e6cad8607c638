import { type SignedOrder, signedOrderToJson } from "@ryugu/sdk/market";
import type { Artwork } from "../../src/sim/protocol/platform.ts";
import type { KeptWork } from "./work-book.ts";

/** A person's work as `platform.json` tells of it; nothing while it is being made. */
export function describeWork(
  { spot, plan, made }: KeptWork,
  order: SignedOrder | undefined,
): Artwork[] {
  if (made === undefined) return [];
  const { title, about, picture, creators } = plan;
  const sale = {
    collection: made.collection,
    tokenId: String(made.tokenId),
    order: order === undefined ? null : signedOrderToJson(order),
  };
  return [
    {
      spot,
      title: both(title),
      about: both(about),
      creators: creators.map((creator) => ({ ...creator, name: both(creator.name) })),
      image: picture,
      sale,
    },
  ];
}

/** One text for both languages: what a person wrote is not translated. */
const both = (text: string) => ({ en: text, ja: text });
