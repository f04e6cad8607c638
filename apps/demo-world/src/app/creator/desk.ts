import type { Zone } from "@ryugu/sdk/zone";
import type { Account, Chains, Session } from "../../services/creator/lazy.ts";
import type { KnownParts } from "../../services/creator/read-on-the-way.ts";
import type { PaymentBook } from "../../services/creator/read-payments.ts";
import type { ItemReader } from "../../services/item-reader.ts";
import type { NodeSum } from "../../sim/creator/node-payouts.ts";
import type { Platform, PlatformMarket } from "../../sim/protocol/platform.ts";
import type { CreatorStores } from "../../stores/creator/index.ts";
import { DeskNotReadyError } from "./errors.ts";

/** A platform where money is paid. */
export type Paying = Platform & { readonly market: PlatformMarket };

/** What is read of one account; another account has another. */
export interface Look {
  readonly account: string;
  readonly book: PaymentBook;
  readonly parts: KnownParts;
  /** What a node said of each source of the account's money. */
  sums: readonly NodeSum[];
  /** By chain: where credits were found in the chain's logs, and when (Unix milliseconds). */
  readonly places: Map<string, { readonly at: number; readonly found: readonly string[] }>;
  readonly items: ItemReader;
  /** Whether a cash-out is being followed: by one loop, however often it is asked for. */
  isFollowing: boolean;
  /** Ends when another account is looked at. */
  readonly end: AbortController;
}

/** Everything of the desk that is no slow state: who signs, what is connected. Only `app/` sees it. */
export interface CreatorDesk {
  readonly stores: CreatorStores;
  /** The key, while it is open. */
  key: Account | undefined;
  zone: Zone | undefined;
  chains: Chains | undefined;
  /** By address, each once it has described itself. */
  readonly platforms: Map<string, Platform>;
  /** Addresses of platforms that are being asked. */
  readonly asking: Set<string>;
  /** Addresses of platforms that did not answer when they were asked last. */
  readonly silent: Set<string>;
  /** By the platform's address. */
  readonly sessions: Map<string, Promise<Session>>;
  look: Look | undefined;
}

/** The heavy services, loaded once. */
export const heavy = () => import("../../services/creator/lazy.ts");

/** A desk that nobody has sat down at. */
export const createDesk = (stores: CreatorStores): CreatorDesk => ({
  stores,
  key: undefined,
  zone: undefined,
  chains: undefined,
  platforms: new Map(),
  asking: new Set(),
  silent: new Set(),
  sessions: new Map(),
  look: undefined,
});

/** What is there once the zone was read. Throws DeskNotReadyError before. */
export function ready({ zone, chains }: CreatorDesk): { zone: Zone; chains: Chains } {
  if (zone !== undefined && chains !== undefined) return { zone, chains };
  throw new DeskNotReadyError("The zone was not read yet.");
}

/** The open key. Throws DeskNotReadyError while it is locked. */
export function openKey({ key }: CreatorDesk): Account {
  if (key !== undefined) return key;
  throw new DeskNotReadyError("The key is locked.");
}

/** The platforms where money is paid: of several on one chain the first. */
export function payingPlatforms({ platforms }: CreatorDesk): Paying[] {
  const paying = [...platforms.values()].filter((one): one is Paying => one.market !== undefined);
  return paying.filter(
    ({ chain }, index) => paying.findIndex((other) => other.chain === chain) === index,
  );
}

/** The platform on a chain. Throws DeskNotReadyError where it has not answered yet. */
export function platformOn(desk: CreatorDesk, chain: string): Paying {
  const platform = payingPlatforms(desk).find((one) => one.chain === chain);
  if (platform !== undefined) return platform;
  throw new DeskNotReadyError("The platform has not answered yet.", { details: [chain] });
}
