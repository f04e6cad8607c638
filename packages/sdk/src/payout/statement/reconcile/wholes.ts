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
  /** Where it was recorded; a batch's message. */
  readonly at: string;
  /** What it is for. Payments may share it. */
  readonly of: string;
  readonly amount: bigint;
  /** What of it is passed on later. */
  readonly forwarded: bigint;
  /** Whether all statements tell its parts alike. */
  readonly isAgreed: boolean;
}

const keyOf = ({ kind, chain, currency, at }: Whole): string =>
  `${chain}/${currency}/${kind}/${at}`;

/** What chains tell, by key. */
export function expectedWholes(totals: readonly ChainTotals[]): Map<string, Whole> {
  const wholes = totals.flatMap(({ chain, currency, payments, batches }): Whole[] => [
    ...payments.map(({ transaction, logIndex, reference: of, amount, forwarded = 0n }) => {
      const whole = { kind: "payment", chain, currency, at: `${transaction}/${logIndex}` } as const;
      return { ...whole, of, amount, forwarded, isAgreed: true };
    }),
    ...batches.map(({ messageId, amount, forwarded = 0n }) => {
      const whole = { kind: "batch", chain, currency, at: messageId, of: messageId } as const;
      return { ...whole, amount, forwarded, isAgreed: true };
    }),
  ]);
  return new Map(wholes.map((whole) => [keyOf(whole), whole]));
}

/** A line's payment or batch, with nothing of it yet. */
function wholeOf(line: IncomeLine): Whole {
  const { chain, currency, transaction, logIndex } = line;
  const common = { chain, currency, amount: 0n, forwarded: 0n, isAgreed: true };
  return line.kind === "batch"
    ? { ...common, kind: "batch", at: line.messageId, of: line.messageId }
    : { ...common, kind: "payment", at: `${transaction}/${logIndex}`, of: line.reference };
}

/** What statements tell together, by key: what payees got, and what went to routers. */
export function foundWholes(lines: readonly StatementLine[]): Map<string, Whole> {
  const income = lines.filter((line): line is IncomeLine => line.kind !== "refund");
  const groups = groupBy(income, (line) => keyOf(wholeOf(line)));
  return new Map(
    [...groups].map(([key, group]) => {
      const [first] = group as [IncomeLine];
      const shares = sumOf(group.map(({ share }) => BigInt(share.units)));
      const passedOn = first.parts.filter(({ isForwarded }) => isForwarded);
      const forwarded = sumOf(passedOn.map(({ units }) => BigInt(units)));
      const amount = shares + forwarded;
      const isAgreed = new Set(group.map(partsText)).size === 1;
      return [key, { ...wholeOf(first), amount, forwarded, isAgreed }];
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
  const which = { chain, currency, of, at: some.at };
  // What nobody has a part of yet stands in nobody's statement.
  const isPassedOn = found === undefined && expected?.amount === expected?.forwarded;
  const differs = !isPassedOn && expected?.amount !== found?.amount;
  return [
    ...(found !== undefined && !found.isAgreed ? [{ kind: "parts", ...which } as const] : []),
    ...(differs
      ? [{ kind, ...which, expected: expected?.amount ?? 0n, found: found?.amount ?? 0n }]
      : []),
  ];
}
