import type { NodeConfig } from "@ryugu/bridge";
import type { ZoneSettings } from "@ryugu/contracts/deploy";
import type { Address } from "@ryugu/sdk/primitives";

/** A company of the local zone. */
export interface PartnerPlan {
  /** Its folder's and its processes' name. */
  slug: string;
  name: string;
}

/** A chain of the local zone, and the platform that lives on it. */
export interface ChainPlan {
  slug: string;
  name: string;
  /** Its EIP-155 number. */
  number: number;
  /** The partner that runs the platform. */
  partner: string;
  kind: ChainKind;
}

/**
 * `open`: as Ethereum, final four blocks under the newest. `permissioned`: as a consortium's chain, reached through its
 * members' nodes; transactions without types, gas for nothing, every block final, no tags.
 */
export type ChainKind = "open" | "permissioned";

/** What one process of a node does. */
export type Role = NodeConfig["roles"][number];

/** A node made of several processes on one PostgreSQL, instead of one on a file. */
export interface ScaledOut {
  /** The URL of each partner's own PostgreSQL, by the partner's slug. */
  databases: Readonly<Record<string, string>>;
  /** The roles of each process; a role named twice is a role doubled. */
  processes: readonly (readonly Role[])[];
}

/** What may differ between local zones. */
export interface ZoneShape {
  chains: readonly ChainPlan[];
  /** In seconds. */
  deadlines: { min: number; max: number; default: number };
  /** Accounts that begin with coins on every chain, besides the zone's own. */
  funded: readonly Address[];
  /** Whether chains write their state down every second, and so survive a SIGKILL. A busy chain writes much. */
  keepsState: boolean;
  /** Seconds between two blocks; a fraction where a test would only wait. */
  blockTime: number;
  /** Whether people can pay: markets on every chain, and a yen that is born on {@link MONEY_HOME}. */
  hasMoney: boolean;
  /** How partners' nodes scale out; one process each where it is absent. */
  scaledOut?: ScaledOut;
}

/** The zone's name, from which its id follows. */
export const ZONE_NAME = "ryugu.local";

/** k of n. */
export const QUORUM = 3;

/** Five companies, none of which exists. */
export const PARTNERS: readonly PartnerPlan[] = [
  { slug: "otohime", name: "Otohime Trust" },
  { slug: "urashima", name: "Urashima Card" },
  { slug: "tamatebako", name: "Tamatebako Print" },
  { slug: "sango", name: "Sango Insurance" },
  { slug: "minamo", name: "Minamo Bank" },
];

/** The job-fair hall's chain and the gallery's. */
export const CHAINS: readonly ChainPlan[] = [
  { slug: "minato", name: "Minato", number: 31001, partner: "Otohime Trust", kind: "open" },
  {
    slug: "garan",
    name: "Garan",
    number: 31002,
    partner: "Tamatebako Print",
    kind: "permissioned",
  },
];

/** The slug of the chain where the yen is born. */
export const MONEY_HOME = "garan";

/** The two who made the works in Garan's gallery. */
export const CREATORS = ["shiori", "ren"] as const;

/** In seconds. Shorter than a real zone allows, so that endings can be seen. */
const DEADLINES = { min: 60, max: 30 * 86_400, default: 86_400 };

/** The zone of `npm start`. */
export const DEMO_SHAPE: ZoneShape = {
  chains: CHAINS,
  deadlines: DEADLINES,
  funded: [],
  keepsState: true,
  blockTime: 1,
  hasMoney: true,
};

/** In seconds: how long the council's decisions are public before they count. A real zone's are days. */
const NOTICES = { policyNotice: 60, reanchorNotice: 60, windDownNotice: 60 };

/** What is fixed for a local zone when it is deployed. */
export function zoneSettings({ deadlines }: Pick<ZoneShape, "deadlines">): ZoneSettings {
  const { min, max, default: usual } = deadlines;
  return { minDeadline: min, maxDeadline: max, defaultDeadline: usual, ...NOTICES };
}
