import { type Address, isSameAddress, safeLine, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { readContract } from "../chain/read-contract.ts";
import { moneyText, unitsText } from "../output/money.ts";
import type { At } from "./open-chain.ts";

const CURRENCY = [
  "function symbol() view returns (string)",
  "function decimals() view returns (uint8)",
] as const;
const COIN = { symbol: "coins", decimals: 18 };
const MOST_SYMBOL = 16;

/** Writes an amount of one currency for people. */
export type WriteMoney = (amount: bigint) => string;

/** Asks a currency how it is written; one that does not say is written in its smallest units. */
export async function moneyOf(at: At, currency: Address): Promise<WriteMoney> {
  if (isSameAddress(currency, ZERO_ADDRESS)) return (amount) => moneyText(amount, COIN);
  const read = readContract(currency, CURRENCY, at(currency).provider);
  const [symbol, decimals] = await Promise.all([read("symbol"), read("decimals")]);
  if (typeof decimals !== "bigint") return unitsText;
  const told = {
    symbol: typeof symbol === "string" ? safeLine(symbol, MOST_SYMBOL) : "",
    decimals: Number(decimals),
  };
  return (amount) => moneyText(amount, told);
}
