import { formatYen } from "../../yen.ts";
import { decimalText, readYen, YEN_DECIMALS } from "../amount.ts";
import type { StatementLanguage } from "../language.ts";

/** Writes a statement's yen as people write them, exactly: `￥1,200`. */
export function showYen(yen: string, language: StatementLanguage): string {
  return formatYen(readYen(yen), { locale: language, decimals: YEN_DECIMALS });
}

/** Writes a rate in basis points: `10.21%`. */
export function showRate(basisPoints: number): string {
  return `${decimalText(BigInt(basisPoints), 2)}%`;
}
