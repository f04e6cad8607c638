import type { ContentStore } from "@ryugu/sdk/content";
import type { SignedOrder } from "@ryugu/sdk/market";
import type { ContractVerifier } from "@ryugu/sdk/passport";
import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { Artwork } from "../../src/sim/protocol/platform.ts";
import { claimRoute } from "../claims/claim-route.ts";
import { openClaims } from "../claims/claims.ts";
import { purchaseRoute } from "../gallery/purchase-route.ts";
import { openPurchases } from "../gallery/purchases.ts";
import type { Route } from "../http/route.ts";
import { errorFields, type Log } from "../log.ts";
import type { Operator } from "../operator/operator.ts";
import { BOARD_LIMITS, openOrderBoard } from "../orders/board.ts";
import { ORDER_TABLES } from "../orders/order-book.ts";
import { orderRoutes } from "../orders/order-routes.ts";
import { pictureRoute } from "../pictures/picture-route.ts";
import { openPictureShelf, PICTURE_TABLES, pictureLimits } from "../pictures/picture-shelf.ts";
import { CARRIER_TABLES, openCarriedBook } from "../sponsor/carried-book.ts";
import { CARRIER_LIMITS, openCarrier } from "../sponsor/carrier.ts";
import type { StoreModule, WorldStore } from "../store/world-store.ts";
import { openStudio } from "../works/studio.ts";
import { openWorkBook, WORK_TABLES } from "../works/work-book.ts";
import { workRoute } from "../works/work-route.ts";
import type { Marketplace } from "./marketplace.ts";

/** What people's trade keeps in the platform's database. */
export const TRADE_TABLES: readonly StoreModule[] = [
  CARRIER_TABLES,
  ORDER_TABLES,
  PICTURE_TABLES,
  WORK_TABLES,
];

/** What people make, sell, buy and claim on a platform. */
export interface PeopleTrade {
  readonly routes: readonly Route[];
  /** People's works on the wall; none where there is no wall. */
  artworks(): Artwork[];
  close(): void;
}

/** The platform's own goods, beside people's. */
export interface OwnGoods {
  /** The order with a hash. Throws PlatformNotReadyError while nothing hangs yet. */
  orderOf(hash: Bytes32): SignedOrder | undefined;
  /** Hangs again what was sold. */
  keep(): void;
}

/** What it is made of. */
export interface TradeParts {
  readonly slug: string;
  readonly chain: ChainId;
  readonly marketplace: Marketplace;
  readonly operator: Operator;
  readonly own: OwnGoods;
  /** Whether people's works can be hung. */
  readonly hasGallery: boolean;
  readonly contractVerifier: ContractVerifier;
  readonly content: ContentStore;
  /** The most bytes of all pictures that people bring. */
  readonly pictureBytes: number;
  readonly store: WorldStore;
  readonly now: () => number;
  readonly log: Log;
}

/** How long until orders and works are looked at again, in milliseconds. */
const KEEP_INTERVAL = 10_000;

/** Opens people's trade. */
export function openPeopleTrade(parts: TradeParts): PeopleTrade {
  const { chain, marketplace, operator, own, contractVerifier, store, now, log } = parts;
  const { rail, splits, yen, orders: market } = marketplace;
  const carried = openCarriedBook(store);
  const carrier = openCarrier({ operator, book: carried, limits: CARRIER_LIMITS, now });
  const works = openWorkBook(store);
  const place = { chain, market: market.address, rail, currency: yen };
  const board = openOrderBoard({
    ...{ store, market, place, contractVerifier, limits: BOARD_LIMITS, now },
    left(order, state) {
      if (state === "filled") works.sold(order.collection, order.tokenId);
    },
  });
  const purchases = openPurchases({
    ...{ market, carrier, now },
    orderOf: (hash) => board.find(hash) ?? own.orderOf(hash),
    ended(hash) {
      own.keep();
      board.lookAt(hash).catch(() => undefined);
    },
  });
  const claims = openClaims({ chain, rail, splits, yen, provider: operator.chain, carrier, now });
  const studio = parts.hasGallery ? openWall() : undefined;

  function openWall() {
    const { slug, content, pictureBytes } = parts;
    const pictures = openPictureShelf({ store, content, limits: pictureLimits(pictureBytes) });
    const barred = [market.address, rail, splits, yen];
    const tools = { slug, chain, splits, operator, content };
    const made = openStudio({ ...tools, store, book: works, pictures, board, barred, now, log });
    return { ...made, routes: [pictureRoute(pictures, log), workRoute(made)] };
  }

  async function keep(): Promise<void> {
    try {
      await Promise.all([board.look(), studio?.keep()]);
    } catch (error) {
      log("trade-not-kept", errorFields(error));
    }
  }
  void keep();
  const timer = setInterval(() => void keep(), KEEP_INTERVAL);

  return {
    routes: [
      ...orderRoutes(board),
      purchaseRoute(purchases),
      claimRoute(claims),
      ...(studio?.routes ?? []),
    ],
    artworks: () => studio?.artworks() ?? [],
    close: () => clearInterval(timer),
  };
}
