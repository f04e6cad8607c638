import type { ContentStore } from "@ryugu/sdk/content";
import type { Address, ChainId, RandomBytes } from "@ryugu/sdk/primitives";
import type { CreatorName } from "../../content/artworks/artwork-list.ts";
import type { Log } from "../log.ts";
import type { PlatformMoney } from "../platform-config.ts";
import type { WorldStore } from "../store/world-store.ts";
import type { OperatorPlace } from "./open-operator.ts";

/** The creators' accounts. Who is not named is paid at the operator's account, and told of there. */
export type Creators = Readonly<Partial<Record<CreatorName, Address>>>;

/** What a platform's offers are made of. */
export interface OffersParts {
  readonly slug: "minato" | "garan";
  readonly publicUrl: string;
  readonly chain: ChainId;
  /** The company that runs the platform. */
  readonly partner: string;
  /** The platform's own pictures and models. */
  readonly works: string;
  readonly creators: Creators;
  /** Without it the platform sells nothing and gives no yen. */
  readonly money?: PlatformMoney;
  readonly operator: OperatorPlace;
  /** The platform's own folder: the desks' first tokens are handed over there. */
  readonly data: string;
  readonly content: ContentStore;
  readonly store: WorldStore;
  readonly random: RandomBytes;
  readonly now: () => number;
  readonly log: Log;
}
