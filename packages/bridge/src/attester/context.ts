import type { AttesterStore } from "../ports/attester-store.ts";
import type { Clock } from "../ports/clock.ts";
import type { CouncilView } from "../ports/council-view.ts";
import type { AttestationExchange } from "../ports/exchange.ts";
import type { Report } from "../ports/report.ts";
import type { CheckpointSigner } from "../ports/signer.ts";

/** Everything that the attester is given. */
export interface AttesterContext {
  store: AttesterStore;
  signer: CheckpointSigner;
  exchange: AttestationExchange;
  clock: Pick<Clock, "now">;
  report: Report;
  council: CouncilView;
}
