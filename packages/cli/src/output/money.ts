import type { Currency } from "@ryugu/sdk/payout";
import { grouped } from "./number.ts";

/** An amount of a currency, exact: `12,000 tJPY`. A stranger's currency may have any symbol and up to 255 decimals. */
export function moneyText(
  amount: bigint,
  { symbol, decimals }: Pick<Currency, "symbol" | "decimals">,
): string {
  const unit = 10n ** BigInt(decimals);
  const rest = (amount % unit).toString().padStart(decimals, "0").replace(/0+$/, "");
  const digits = rest === "" || decimals === 0 ? "" : `.${rest}`;
  return `${grouped(amount / unit)}${digits} ${symbol}`.trimEnd();
}

/** An amount of a currency that tells neither symbol nor decimals, in its smallest unit. */
export const unitsText = (amount: bigint): string => `${grouped(amount)} units`;
