import { MarketUnavailableError, PayoutUnavailableError } from "./errors.ts";

/** Says of a market's chain what was said of a rail's: for markets that ask what rails ask too. */
export function asMarketOutage(cause: unknown): never {
  if (!(cause instanceof PayoutUnavailableError)) throw cause;
  throw new MarketUnavailableError("The market's chain gave no answer.", { cause });
}
