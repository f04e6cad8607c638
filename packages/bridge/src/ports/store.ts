import type { ActStore } from "./act-store.ts";
import type { ApiStore } from "./api-store.ts";
import type { ArchiveStore } from "./archive-store.ts";
import type { AttesterStore } from "./attester-store.ts";
import type { AuditStore } from "./audit-store.ts";
import type { CertificateStore } from "./certificate-store.ts";
import type { ObserverStore } from "./observer-store.ts";
import type { PayoutIndexStore, PayoutView } from "./payout-index-store.ts";
import type { RelayerStore } from "./relayer-store.ts";
import type { RoyaltyStore, RoyaltyView } from "./royalty-store.ts";
import type { StatementLogStore } from "./statement-logs.ts";
import type { TrailStore } from "./trail-store.ts";
import type { WebhookStore } from "./webhook-store.ts";
import type { ZoneStore } from "./zone-store.ts";

/** What changed in a commit, for whoever waits. */
export type StoreTopic = "facts" | "attestations" | "submissions";

/** Everything that a node keeps. Every method is one transaction; a failed one leaves nothing behind. */
export interface Store
  extends ObserverStore,
    ZoneStore,
    AttesterStore,
    ArchiveStore,
    RelayerStore,
    ApiStore,
    ActStore,
    AuditStore,
    CertificateStore,
    RoyaltyStore,
    RoyaltyView,
    PayoutIndexStore,
    PayoutView,
    StatementLogStore,
    WebhookStore,
    TrailStore {
  /** What it takes on its disk, in bytes, indexes included. */
  bytes(): Promise<number>;
  /** Calls back after each commit that changed something; returns how to stop. */
  watch(listener: (topic: StoreTopic) => void): () => void;
  close(): Promise<void>;
}
