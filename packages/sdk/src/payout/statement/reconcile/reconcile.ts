import type { Address, ChainId } from "../../../primitives/index.ts";
import { canonicalJson } from "../../../primitives/index.ts";
import { sumOf } from "../amount.ts";
import { groupBy } from "../derive/group.ts";
import { compareText } from "../derive/order.ts";
import type { StatementLine } from "../document/line.ts";
import type { Statement } from "../document/statement.ts";
import type { ChainTotals } from "./chain-totals.ts";
import type { Difference } from "./difference.ts";
import { compareWhole, expectedWholes, foundWholes } from "./wholes.ts";

/** What became of comparing. */
export interface Reconciliation {
  /** Everything fits, to the unit. */
  readonly isExact: boolean;
  readonly differences: readonly Difference[];
  readonly payments: number;
  readonly batches: number;
}

/**
 * Compares the statements of all payees of one period with what chains say. For each payment, what the payees got and what went to
 * routers must sum to its price; refunds and waiting credits must sum to the chain's.
 *
 * @param statements - one for each payee, whoever takes fees included
 * @param totals - from {@link chainTotals}, or from a source of the caller's own
 */
export function reconcile(
  statements: readonly Statement[],
  totals: readonly ChainTotals[],
): Reconciliation {
  const lines = statements.flatMap((statement) => statement.lines);
  const expected = expectedWholes(totals);
  const found = foundWholes(lines);
  const differences = [
    ...sameScope(statements),
    ...accountsOnce(statements),
    ...[...new Set([...expected.keys(), ...found.keys()])]
      .sort(compareText)
      .flatMap((key) => compareWhole(expected.get(key), found.get(key))),
    ...sumsOf(lines, totals),
  ];
  const count = (kind: "payment" | "batch") =>
    [...expected.values()].filter((whole) => whole.kind === kind).length;
  return {
    isExact: differences.length === 0,
    differences,
    payments: count("payment"),
    batches: count("batch"),
  };
}

function sumsOf(lines: readonly StatementLine[], totals: readonly ChainTotals[]): Difference[] {
  const byCurrency = groupBy(lines, ({ chain, currency }) => `${chain}/${currency}`);
  const said = new Map(totals.map((total) => [`${total.chain}/${total.currency}`, total]));
  return [...new Set([...byCurrency.keys(), ...said.keys()])].sort(compareText).flatMap((key) => {
    const group = byCurrency.get(key) ?? [];
    const total = said.get(key);
    const { chain, currency } = (total ?? group[0]) as { chain: ChainId; currency: Address };
    const refunds = sumOf(group.map((l) => (l.kind === "refund" ? -BigInt(l.amount.units) : 0n)));
    const waiting = sumOf(
      group.map((l) => (l.kind === "refund" ? 0n : BigInt(l.settlement.waiting))),
    );
    const compare = (kind: "refunds" | "waiting", expected: bigint, found: bigint) =>
      expected === found ? [] : [{ kind, chain, currency, expected, found }];
    return [
      ...compare("refunds", total?.refunds ?? 0n, refunds),
      ...compare("waiting", total?.waiting ?? 0n, waiting),
    ];
  });
}

function sameScope(statements: readonly Statement[]): Difference[] {
  const scopes = statements.map(({ zoneId, period, chains }) =>
    canonicalJson({ zoneId, period, chains }),
  );
  return new Set(scopes).size > 1 ? [{ kind: "scope" }] : [];
}

function accountsOnce(statements: readonly Statement[]): Difference[] {
  const accounts = statements.flatMap(({ creator }) => creator.accounts);
  return [...groupBy(accounts, (account) => account)]
    .filter(([, same]) => same.length > 1)
    .map(([of]) => of)
    .sort(compareText)
    .map((of) => ({ kind: "account", of }));
}
