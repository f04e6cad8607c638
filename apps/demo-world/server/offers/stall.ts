import type { CreatorName } from "../../content/artworks/artwork-list.ts";
import { openEditionBook } from "../gallery/edition-book.ts";
import { type Gallery, openGallery } from "../gallery/gallery.ts";
import { openGiftBook } from "../gifts/gift-book.ts";
import { type GiftTable, layGiftTable } from "../gifts/gift-table.ts";
import { errorFields } from "../log.ts";
import type { Operator } from "../operator/operator.ts";
import { collectionPlan } from "../setup/contracts.ts";
import { ensureDeployed } from "../setup/deploy.ts";
import { ensureSplit } from "../setup/split.ts";
import { publishGifts } from "./make-gifts.ts";
import { type HungWork, publishWorks } from "./make-works.ts";
import type { Marketplace } from "./marketplace.ts";
import type { OffersParts } from "./parts.ts";
import type { PlatformPlan } from "./platform-words.ts";

/** What sells the platform's own works. */
export interface Shop {
  readonly works: readonly HungWork[];
  readonly gallery: Gallery;
}

/** What is there to give and to sell. */
export interface Goods {
  readonly gifts: GiftTable;
  /** Only where the platform has a gallery, and a market to sell at. */
  readonly shop?: Shop;
}

/** Makes the goods and keeps them there. */
export interface Stall {
  /** Undefined until the contracts are on the chain. */
  goods(): Goods | undefined;
  /** Whether every work hangs for sale too. */
  isReady(): boolean;
  close(): void;
}

type StallParts = Pick<
  OffersParts,
  "slug" | "chain" | "partner" | "works" | "creators" | "content" | "store" | "log"
> & {
  readonly plan: PlatformPlan;
  readonly operator: Operator;
  readonly marketplace: Marketplace | undefined;
};

/** How long until the walls are looked at again, and until a failed try is made again, in milliseconds. */
const KEEP_INTERVAL = 10_000;
const RETRY_INTERVAL = 2_000;

/** Starts making the goods. A chain that does not answer is asked again until it does. */
export function startStall(parts: StallParts): Stall {
  let goods: Goods | undefined;
  let isReady = false;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function work(): Promise<number> {
    try {
      goods ??= await makeGoods(parts);
      await goods.shop?.gallery.keep();
      if (!isReady) parts.log("platform-ready");
      isReady = true;
      return KEEP_INTERVAL;
    } catch (error) {
      if (!closed) parts.log("platform-setup-failed", errorFields(error));
      return RETRY_INTERVAL;
    }
  }
  async function loop(): Promise<void> {
    const pause = await work();
    if (!closed) timer = setTimeout(() => void loop(), pause);
  }
  void loop();
  return {
    goods: () => goods,
    isReady: () => isReady,
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}

async function makeGoods(parts: StallParts): Promise<Goods> {
  const { plan, operator, slug, marketplace } = parts;
  const owner = operator.address;
  const { name, symbol } = plan.giftCollection;
  const [gifts, shop] = await Promise.all([
    ensureDeployed(operator, collectionPlan(`${slug}/gifts`, { name, symbol, owner })),
    plan.hasGallery && marketplace !== undefined ? openShop(parts, marketplace) : undefined,
  ]);
  const creator = { chain: parts.chain, operator: owner, name: parts.partner };
  const kinds = await publishGifts(parts.content, parts.works, plan.gifts, creator);
  const book = openGiftBook(parts.store);
  const table = layGiftTable({ chain: parts.chain, collection: gifts, kinds, book, operator });
  return { gifts: table, ...(shop === undefined ? {} : { shop }) };
}

async function openShop(parts: StallParts, marketplace: Marketplace): Promise<Shop> {
  const { operator, chain, creators, store, slug } = parts;
  const { splits, rail, orders: market, yen: currency } = marketplace;
  const owner = operator.address;
  const accountOf = (creator: CreatorName) => creators[creator] ?? owner;
  const works = await publishWorks(parts.content, parts.works, chain, accountOf, async (work) => {
    const split = await ensureSplit(operator, splits, work.shares);
    const { name } = work;
    // A collection of its own for each: what stands for it elsewhere names one receiver of royalties for all its tokens.
    const plan = { name, symbol: "PRINT", owner, creators: split };
    const use = `${slug}/art/${work.id}`;
    return {
      creators: split,
      collection: await ensureDeployed(operator, collectionPlan(use, plan)),
    };
  });
  const book = openEditionBook(store);
  const gallery = openGallery({ works, currency, rail, market, operator, book });
  return { works, gallery };
}
