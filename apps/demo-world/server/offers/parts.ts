import type { ContentStore } from "@ryugu/sdk/content";
import type { ContractVerifier } from "@ryugu/sdk/passport";
import type { Address, ChainId, RandomBytes } from "@ryugu/sdk/primitives";
import type { CreatorName } from "../../content/artworks/artwork-list.ts";
import type { IssuerPlace } from "../cash-out/open-issuer.ts";
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
  /** Without it nothing is sold here, and no yen given. */
  readonly money?: PlatformMoney;
  /** Without it no yen is paid out to bank accounts. */
  readonly issuer?: IssuerPlace;
  /** The most bytes of all pictures that people bring. */
  readonly pictureBytes: number;
  /** Asks people's accounts that are contracts for their word. */
  readonly contractVerifier: ContractVerifier;
  readonly operator: OperatorPlace;
  /** The platform's own folder: the desks' first tokens are handed over there. */
  readonly data: string;
  readonly content: ContentStore;
  readonly store: WorldStore;
  readonly random: RandomBytes;
  readonly now: () => number;
  readonly log: Log;
}
