import type { Address } from "@ryugu/sdk/primitives";
import type { EndpointPool } from "../chain/pool.ts";
import type { NodeConfig } from "../config/schema.ts";
import type { Intake } from "../exchange/intake.ts";
import type { ChainReader } from "../ports/chain-reader.ts";
import type { Clock } from "../ports/clock.ts";
import type { AttestationExchange } from "../ports/exchange.ts";
import type { Report } from "../ports/report.ts";
import type { ValidatorSigner } from "../ports/signer.ts";
import type { Store } from "../ports/store.ts";
import type { ManifestSource } from "../ports/zone-view.ts";
import type { OpenedKey } from "../signer/keystore.ts";
import type { TraceExport } from "../telemetry/traces/exporter.ts";
import type { HeldZone } from "../zone/held-zone.ts";
import type { OpenedWebhook } from "./webhooks.ts";

/** Whose node this is. It may not have its seat yet. */
export interface Partner {
  name: string;
  validator: Address;
}

/** What a node is made of before its roles are. */
export interface Parts {
  config: Readonly<NodeConfig>;
  view: HeldZone;
  /** The manifest as it is published. */
  source: ManifestSource;
  partner: Partner;
  signer: ValidatorSigner;
  /** Pays for deliveries; without it the node does not relay. */
  relayer: OpenedKey | undefined;
  webhooks: readonly OpenedWebhook[];
  /** Where traces go; without it none are made. */
  traces: TraceExport | undefined;
  store: Store;
  clock: Clock;
  report: Report;
}

/** One of the zone's chains as this node reaches it. */
export interface OpenedChain {
  pool: EndpointPool;
  reader: ChainReader;
}

/** What roles have in common. */
export interface SharedParts extends Parts {
  chains: readonly OpenedChain[];
  intake: Intake;
  exchange: AttestationExchange;
}
