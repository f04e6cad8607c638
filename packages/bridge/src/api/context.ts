import type { Attestation } from "@ryugu/sdk/lane";
import type { Address, ChainId } from "@ryugu/sdk/primitives";
import type { ClaimCertificate } from "@ryugu/sdk/reserves";
import type { ApiStore } from "../ports/api-store.ts";
import type { Clock } from "../ports/clock.ts";
import type { CreatorStatements } from "../ports/creator-statements.ts";
import type { Report } from "../ports/report.ts";
import type { Store } from "../ports/store.ts";
import type { ZoneView } from "../ports/zone-view.ts";
import type { AccessSettings } from "./access/guard.ts";

/** Whether one of the node's tasks runs as it should. */
export interface TaskHealth {
  name: string;
  healthy: boolean;
  /** Another process of the node does it now; this one is ready to take over. */
  standby?: boolean;
  /** Why it is not. */
  problem?: string;
}

/** What the API allows those who ask. */
export interface ApiLimits {
  /** Connections held at once: of all, and of one address. */
  connections: number;
  connectionsPerAddress: number;
  /** Event streams open at once: of all, and of one address. */
  streams: number;
  streamsPerAddress: number;
  /** Addresses and networks of proxies that say for whom they ask, in `x-forwarded-for`. */
  trustedProxies: readonly string[];
}

/** What every process of a node needs to answer how it fares itself. */
export interface ProcessContext {
  clock: Clock;
  version: string;
  /** The state of every task; the node is ready when all are healthy. */
  health(): readonly TaskHealth[];
  /** The node's metrics, for which the API tells how many streams are open; undefined where they are off. */
  metrics?(listeners: () => number): Promise<{ type: string; text: string }>;
  report: Report;
  /** Tells the operator about an error that was nobody's request's fault. */
  onError(error: unknown, request: { method: string; url: string }): void;
  requestsPerMinute: number;
  limits: ApiLimits;
  access: AccessSettings;
}

/** Everything that the API of a process with the role `api` is given. */
export interface ApiContext extends ProcessContext {
  store: ApiStore & Pick<Store, "watch">;
  /** The zone as this node knows it; it changes while the node runs. */
  view: Pick<ZoneView, "zone">;
  partner: { name: string; validator: Address };
  /** Takes attestations from anybody, verified. Throws typed errors. */
  accept(attestations: readonly Attestation[]): Promise<{ accepted: number; wasted: number }>;
  /** Signs what one holder has in each collection. Throws typed errors. */
  certify(holder: Address): Promise<ClaimCertificate>;
  /** Undefined where the configuration names no currencies for statements. */
  creatorStatements: CreatorStatements | undefined;
  /** Undefined for a chain that this node does not read. */
  vaultOf(chain: ChainId, counterpart: ChainId): Promise<Address | undefined>;
}
