import type { Address, ChainId } from "../../primitives/index.ts";
import { decimalText } from "./amount.ts";
import { currencyFinder } from "./derive/request.ts";
import type { StatementCurrency } from "./document/currency.ts";
import type { StatementLine, Work } from "./document/line.ts";
import type { Statement } from "./document/statement.ts";

/** Answers what a statement's ids stand for. */
export interface StatementLookup {
  currency(chain: ChainId, currency: Address): StatementCurrency;
  /** Units of a line's currency as an exact decimal. */
  amount(line: Pick<StatementLine, "chain" | "currency">, units: string): string;
  chain(id: ChainId): string;
  /** An account or contract; its address where it has no name. */
  account(chain: ChainId, account: Address): string;
  /** The name of a token or of its original; its id where they have none. */
  work(work: Work): string;
}

/** Makes a statement's ids readable. */
export function lookup({ currencies, names }: Statement): StatementLookup {
  const currency = currencyFinder(currencies);
  const named = (id: string): string | undefined =>
    Object.hasOwn(names, id) ? names[id] : undefined;
  return {
    currency,
    amount: (line, units) =>
      decimalText(BigInt(units), currency(line.chain, line.currency).decimals),
    chain: (id) => named(id) ?? id,
    account: (chain, account) => named(`${chain}:${account}`) ?? account,
    work: ({ asset, home }) =>
      (home === undefined ? undefined : named(home)) ?? named(asset) ?? home ?? asset,
  };
}
