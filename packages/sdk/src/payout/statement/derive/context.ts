import {
  type Address,
  type AssetReference,
  formatAssetId,
  parseAssetId,
} from "../../../primitives/index.ts";
import { unitsToYen, yenText } from "../amount.ts";
import type { StatementCurrency } from "../document/currency.ts";
import type { Work } from "../document/line.ts";
import type { Place, SaleFact } from "../facts.ts";
import { instantText, japanDay, type Period } from "../period.ts";
import type { RecordSettings } from "../record/settings.ts";
import type { CurrencyFinder } from "./request.ts";
import type { ClaimedShares } from "./settle.ts";

/** What every line of one statement is made with. */
export interface LineContext {
  readonly own: ReadonlySet<Address>;
  readonly period: Period;
  readonly record: RecordSettings;
  readonly settled: ClaimedShares;
  readonly currencyOf: CurrencyFinder;
}

/** An amount as a line tells it. */
export function moneyOf(amount: bigint, { decimals }: StatementCurrency) {
  return { units: `${amount}`, yen: yenText(unitsToYen(amount, decimals)) };
}

/** Where and when a line happened. */
export function placeOf(place: Place, currency: Address) {
  const { chain, block, transaction, logIndex, time } = place;
  const day = japanDay(time);
  return { chain, block, transaction, logIndex, time: instantText(time), day, currency };
}

/** What a sale sold. */
export function workOf(sale: SaleFact): Work {
  const { chain, standard, collection: contract, tokenId, count } = sale;
  const home = sale.home === undefined ? undefined : homeOf(sale.home);
  const asset: AssetReference = { chain, standard, contract, tokenId };
  return {
    asset: formatAssetId(asset),
    ...(home === undefined ? {} : { home }),
    count: `${count}`,
  };
}

/** A representation says itself where it came from; what is no asset id is nobody's home. */
function homeOf(text: string): string | undefined {
  try {
    const home = parseAssetId(text);
    return home.standard === "erc20" ? undefined : formatAssetId(home);
  } catch {
    return undefined;
  }
}
