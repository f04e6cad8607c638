import type { Address } from "@ryugu/sdk/primitives";
import type { ActStore } from "../ports/act-store.ts";
import type { ChainReader } from "../ports/chain-reader.ts";
import type { Clock } from "../ports/clock.ts";
import type { CouncilView } from "../ports/council-view.ts";
import type { AttestationExchange } from "../ports/exchange.ts";
import type { RelayerStore } from "../ports/relayer-store.ts";
import type { Report } from "../ports/report.ts";
import type { Submitter } from "../ports/submitter.ts";

/** How the relayer behaves. Times in milliseconds. */
export interface RelayerTuning {
  /** The most gas of one delivery, as expected. */
  batchGas: number;
  /** How long a delivery may wait for more messages. */
  batchAge: number;
  /** How long each next relayer in line waits for those before it. */
  takeoverDelay: number;
  /** When a transaction that was not mined gets a higher fee. */
  bumpAfter: number;
}

/** Everything that the relayer to one chain is given. */
export interface RelayerContext {
  reader: ChainReader;
  submitter: Submitter;
  store: RelayerStore & ActStore;
  exchange: Pick<AttestationExchange, "isAnswering">;
  clock: Clock;
  report: Report;
  council: Pick<CouncilView, "on">;
  /** This node's place among the relayers. */
  self: Address;
  tuning: RelayerTuning;
}
