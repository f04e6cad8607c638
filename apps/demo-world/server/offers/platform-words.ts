import { GARAN_GIFT_KINDS, GIFT_KINDS, type GiftKind } from "../../content/gifts/gift-kinds.ts";
import { ORGANISATIONS } from "../../content/organisations/index.ts";
import { type Words, words } from "../../content/words/words.ts";
import type { Organisation } from "../../src/sim/protocol/platform.ts";

/** What a platform is called and what it offers. */
export interface PlatformPlan {
  readonly name: Words;
  readonly gifts: readonly GiftKind[];
  readonly giftCollection: { readonly name: string; readonly symbol: string };
  readonly organisations: readonly Organisation[];
  readonly hasGallery: boolean;
}

/** The two platforms. */
export const PLATFORM_PLANS: Readonly<Record<"minato" | "garan", PlatformPlan>> = {
  minato: {
    name: words("Minato", "みなと"),
    gifts: GIFT_KINDS,
    giftCollection: { name: "Gifts of Minato", symbol: "MINATO" },
    organisations: ORGANISATIONS,
    hasGallery: false,
  },
  garan: {
    name: words("Garan", "伽藍"),
    gifts: GARAN_GIFT_KINDS,
    giftCollection: { name: "Keepsakes of Garan", symbol: "GARAN" },
    organisations: [],
    hasGallery: true,
  },
};
