import type { Finality } from "@ryugu/sdk/zone";
import type { ChainReader } from "../ports/chain-reader.ts";
import type { Clock } from "../ports/clock.ts";
import type { ObserverStore } from "../ports/observer-store.ts";
import type { RelayerStore } from "../ports/relayer-store.ts";
import type { Report } from "../ports/report.ts";

/** Everything that the observer of one chain is given. */
export interface ObserverContext {
  reader: ChainReader;
  store: ObserverStore & Pick<RelayerStore, "finalMessages">;
  clock: Clock;
  report: Report;
  finality: Finality;
  /** The first block that can hold a message. */
  startBlock: number;
  /** The most blocks asked for at once. */
  maxRange: number;
}
