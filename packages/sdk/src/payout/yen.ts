import { formatUnits, parseUnits } from "ethers";
import { preview } from "../primitives/index.ts";
import { InvalidAmountError } from "./errors.ts";

/** The decimals of the yen tokens that are used in Japan. */
const YEN_DECIMALS = 18;
const MAX_TEXT = 80;
const GROUPED = /^[¥￥]?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)円?$/;

/** How an amount is written. */
export interface YenFormat {
  /** A BCP 47 language; English by default. */
  locale?: string;
  /** The currency's decimals; 18 by default. */
  decimals?: number;
}

/**
 * Writes an amount of yen exactly: `¥1,200`, and `¥0.5` where there is less than a yen.
 *
 * @param amount - in the currency's units
 */
export function formatYen(amount: bigint, format: YenFormat = {}): string {
  const { locale = "en", decimals = YEN_DECIMALS } = format;
  const yen = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "JPY",
    minimumFractionDigits: 0,
    maximumFractionDigits: decimals,
  });
  return yen.format(formatUnits(amount, decimals) as `${number}`);
}

/**
 * Reads an amount of yen as people write it: `1200`, `1,200`, `¥1,200`, `１，２００円`.
 *
 * @returns the amount in the currency's units
 * @throws InvalidAmountError for anything else, a negative amount, or more decimals than the currency has
 */
export function parseYen(text: string, decimals: number = YEN_DECIMALS): bigint {
  const plain = text.length > MAX_TEXT ? "" : text.normalize("NFKC").replace(/\s/gu, "");
  const digits = GROUPED.exec(plain)?.[1]?.replaceAll(",", "");
  if (digits === undefined || (digits.split(".")[1]?.length ?? 0) > decimals) {
    throw new InvalidAmountError("Expected an amount of yen such as 1,200.", {
      details: [`Received: ${preview(text)}`],
    });
  }
  return parseUnits(digits, decimals);
}
