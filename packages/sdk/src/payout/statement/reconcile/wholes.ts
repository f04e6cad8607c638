import { type Address, type ChainId, canonicalJson } from "../../../primitives/index.ts";
import { sumOf } from "../amount.ts";
import { groupBy } from "../derive/group.ts";
import type { IncomeLine, StatementLine } from "../document/line.ts";
import type { ChainTotals } from "./chain-totals.ts";
import type { Difference } from "./difference.ts";

/** A payment or batch as one side tells it. */
export interface Whole {
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

/** What chains tell, by key. */
export function expectedWholes(totals: readonly ChainTotals[]): Map<string, Whole> {
  const wholes = totals.flatMap(({ chain, currency, payments, batches }): Whole[] => [
    ...payments.map(({ reference: of, amount }) => whole("payment", of, amount)(chain, currency)),
    ...batches.map(({ messageId: of, amount }) => whole("batch", of, amount)(chain, currency)),
  ]);
  return new Map(wholes.map((each) => [keyOf(each), each]));
}

const whole =
  (kind: Whole["kind"], of: string, amount: bigint, isAgreed = true) =>
  (chain: ChainId, currency: Address): Whole => ({ kind, chain, currency, of, amount, isAgreed });

/** What statements tell together, by key: what payees got, and what went to routers. */
export function foundWholes(lines: readonly StatementLine[]): Map<string, Whole> {
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

/** How the two sides of one payment or batch differ. */
export function compareWhole(expected: Whole | undefined, found: Whole | undefined): Difference[] {
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
