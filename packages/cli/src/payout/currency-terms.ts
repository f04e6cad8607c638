import type { StatementCurrency } from "@ryugu/sdk/payout/statement";
import { isSameAddress, safeLine } from "@ryugu/sdk/primitives";
import type { Zone } from "@ryugu/sdk/zone";
import type { Chains } from "../chain/chains.ts";
import { readContract } from "../chain/read-contract.ts";
import { UsageError } from "../errors.ts";
import { representationOn } from "./representation.ts";
import type { ChainContract, Sources } from "./sources.ts";

const CURRENCY = [
  "function symbol() view returns (string)",
  "function decimals() view returns (uint8)",
] as const;
const MOST_SYMBOL = 32;
const MOST_DECIMALS = 18n;

/**
 * The named currencies as statements have them, one token of each being one yen, and what stands for them on the zone's other chains.
 *
 * @throws UsageError where one is no currency, NotInZoneError, ChainUnavailableError
 */
export async function statementCurrencies(
  zone: Zone,
  chains: Chains,
  { currencies, rails }: Sources,
): Promise<StatementCurrency[]> {
  const found = await Promise.all(
    currencies.map(async (currency) => {
      // A ledger is its own currency: whole yen.
      const isLedger = rails.some((rail) => isSame(rail, currency));
      const home = { ...currency, ...(isLedger ? YEN : await askTerms(chains, currency)) };
      const own = { ...home, price: { kind: "par" as const } };
      if (isLedger) return [own];
      const others = zone.manifest.chains.filter(({ id }) => id !== currency.chain);
      const there = await Promise.all(others.map((one) => representationOn(one, chains, currency)));
      return [own, ...there.flatMap((one) => (one === undefined ? [] : { ...own, ...one }))];
    }),
  );
  const all = new Map(found.flat().map((each) => [`${each.chain}/${each.address}`, each]));
  return [...all.values()];
}

const YEN = { symbol: "JPY", decimals: 0 };

const isSame = (a: ChainContract, b: ChainContract) =>
  a.chain === b.chain && isSameAddress(a.address, b.address);

async function askTerms(chains: Chains, { chain, address: currency }: ChainContract) {
  const read = readContract(currency, CURRENCY, chains.providerOf(chain));
  const [symbol, decimals] = await Promise.all([read("symbol"), read("decimals")]);
  const name = typeof symbol === "string" ? safeLine(symbol, MOST_SYMBOL).trim() : "";
  if (typeof decimals === "bigint" && decimals <= MOST_DECIMALS && name !== "") {
    return { symbol: name, decimals: Number(decimals) };
  }
  throw new UsageError("--currency names what is no currency in yen.", {
    details: [
      `Contract: ${chain}:${currency}`,
      "A prepaid ledger counts where it is named as a --rail too.",
    ],
  });
}
