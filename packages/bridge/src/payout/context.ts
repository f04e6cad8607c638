import type { Address, ChainId } from "@ryugu/sdk/primitives";
import type { ForwardPolicy } from "../domain/forwarding.ts";
import type { HomeCurrency } from "../domain/royalty.ts";
import type { ActStore } from "../ports/act-store.ts";
import type { Clock } from "../ports/clock.ts";
import type { CouncilView } from "../ports/council-view.ts";
import type { AttestationExchange } from "../ports/exchange.ts";
import type { Report } from "../ports/report.ts";
import type { RoyaltyReader } from "../ports/royalty-reader.ts";
import type { RoyaltyStore } from "../ports/royalty-store.ts";

/** A currency that royalties are paid in, and when what waits of it goes home. */
export interface PayoutCurrency extends HomeCurrency, ForwardPolicy {
  /** What a whole coin of a chain is worth in this currency, in units; undefined where nobody said so. */
  coinPrice(chain: ChainId): bigint | undefined;
}

/** Everything that the payout role is given for one chain. */
export interface PayoutContext {
  reader: RoyaltyReader;
  store: RoyaltyStore & ActStore;
  exchange: Pick<AttestationExchange, "isAnswering">;
  council: Pick<CouncilView, "on">;
  clock: Pick<Clock, "now">;
  report: Report;
  /** This node's place among the nodes. */
  self: Address;
  currencies: readonly PayoutCurrency[];
  /** Makers of splits on this chain. What is paid to any other account is left there. */
  splitFactories: readonly Address[];
  /** How long each next node waits for those before it, in milliseconds. */
  turn: number;
}
