import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { ActStore } from "../ports/act-store.ts";
import type { AuditStore } from "../ports/audit-store.ts";
import type { Clock } from "../ports/clock.ts";
import type { CouncilView } from "../ports/council-view.ts";
import type { AttestationExchange } from "../ports/exchange.ts";
import type { Report } from "../ports/report.ts";
import type { ReserveReader } from "../ports/reserve-reader.ts";
import type { ValidatorSigner } from "../ports/signer.ts";

/** Everything that the auditor is given. */
export interface AuditorContext {
  zoneId: Bytes32;
  readers: ReadonlyMap<ChainId, ReserveReader>;
  store: AuditStore & ActStore;
  clock: Clock;
  report: Report;
  signer: ValidatorSigner;
  exchange: Pick<AttestationExchange, "isAnswering">;
  council: CouncilView;
  /** What answers a shortfall: its collection's quarantine, for listed money a pause of the lanes, or nothing but a report. */
  act: "quarantine" | "pause-lanes" | "report";
}
