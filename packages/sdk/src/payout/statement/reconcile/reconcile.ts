import type { Address, ChainId } from "../../../primitives/index.ts";
import { canonicalJson } from "../../../primitives/index.ts";
import { sumOf } from "../amount.ts";
import { groupBy } from "../derive/group.ts";
import { compareText } from "../derive/order.ts";
import type { IncomeLine, StatementLine } from "../document/line.ts";
import type { Statement } from "../document/statement.ts";
import type { ChainTotals } from "./chain-totals.ts";

/**
 * What does not fit. `account`: one account stands in two statements. `scope`: statements are of different periods or blocks.
 * `parts`: statements tell one payment differently. `payment`, `batch`: what payees got of it does not sum to it, or a statement for
 * somebody is missing. `refunds`, `waiting`: these sums differ.
 */
export type DifferenceKind =
  | "account"
  | "scope"
  | "parts"
  | "payment"
  | "batch"
  | "refunds"
  | "waiting";

/** One thing that does not fit between statements and chains. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly chain?: ChainId;
  readonly currency?: Address;
  /** The payment's reference, the batch's message, or the account. */
  readonly of?: string;
  /** By the chain, in units. */
  readonly expected?: bigint;
  /** By the statements, in units. */
  readonly found?: bigint;
}

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

/** A payment or batch as one side tells it. */
interface Whole {
  readonly kind: "payment" | "batch";
  readonly chain: ChainId;
  readonly currency: Address;
  readonly of: string;
  readonly amount: bigint;
  /** Whether all statements tell its parts alike. */
  readonly isAgreed: boolean;
}

const keyOf = ({ kind, chain, currency, of }: Omit<Whole, "amount" | "isAgreed">): string =>
  `${chain}/${currency}/${kind}/${of}`;

function expectedWholes(totals: readonly ChainTotals[]): Map<string, Whole> {
  const wholes = totals.flatMap(({ chain, currency, payments, batches }): Whole[] => [
    ...payments.map(({ reference: of, amount }) => whole("payment", of, amount)(chain, currency)),
    ...batches.map(({ messageId: of, amount }) => whole("batch", of, amount)(chain, currency)),
  ]);
  return new Map(wholes.map((each) => [keyOf(each), each]));
}

const whole =
  (kind: Whole["kind"], of: string, amount: bigint, isAgreed = true) =>
  (chain: ChainId, currency: Address): Whole => ({ kind, chain, currency, of, amount, isAgreed });

function foundWholes(lines: readonly StatementLine[]): Map<string, Whole> {
  const income = lines.filter((line): line is IncomeLine => line.kind !== "refund");
  const wholeOf = (line: IncomeLine) =>
    line.kind === "batch"
      ? whole("batch", line.messageId, 0n)(line.chain, line.currency)
      : whole("payment", line.reference, 0n)(line.chain, line.currency);
  const groups = groupBy(income, (line) => keyOf(wholeOf(line)));
  return new Map(
    [...groups].map(([key, group]) => {
      const [first] = group as [IncomeLine];
      const shares = sumOf(group.map(({ share }) => BigInt(share.units)));
      const forwarded = first.parts.filter(({ isForwarded }) => isForwarded);
      const amount = shares + sumOf(forwarded.map(({ units }) => BigInt(units)));
      const isAgreed = new Set(group.map(partsText)).size === 1;
      return [key, { ...wholeOf(first), amount, isAgreed }];
    }),
  );
}

/** A payment's parts as every statement must tell them, whoever's it is. */
const partsText = ({ parts }: IncomeLine): string =>
  canonicalJson(parts.map(({ isOwn: _, ...part }) => part));

function compareWhole(expected: Whole | undefined, found: Whole | undefined): Difference[] {
  const some = expected ?? found;
  if (some === undefined) return [];
  const { kind, chain, currency, of } = some;
  const at = { chain, currency, of };
  const differs = expected?.amount !== found?.amount;
  return [
    ...(found !== undefined && !found.isAgreed ? [{ kind: "parts", ...at } as const] : []),
    ...(differs
      ? [{ kind, ...at, expected: expected?.amount ?? 0n, found: found?.amount ?? 0n }]
      : []),
  ];
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
