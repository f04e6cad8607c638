import type { Earned } from "./earnings.ts";
import { EARNING_KINDS, type EarningKind } from "./payment.ts";

/** A part of a bar, from 0 at the ground to 1 at the scale's end. */
export interface BarPart {
  readonly kind: EarningKind;
  readonly from: number;
  readonly to: number;
}

/** Where bars and lines of a chart are, without a unit. */
export interface ChartScale {
  /** The scale's end, in yen. */
  readonly top: number;
  /** Where lines are drawn, in yen, from the ground up. */
  readonly lines: readonly number[];
  readonly bars: readonly { readonly key: string; readonly parts: readonly BarPart[] }[];
}

const YEN = 18;
/** A scale that ends lower would show sums of a few yen as mountains. */
const LEAST_TOP = 100;
const STEPS = [1, 2, 5, 10] as const;

/** An amount in yen as a number: exact enough to draw, at any size. */
export const toYen = (amount: bigint): number => Number(amount) / 10 ** YEN;

/** The next 1, 2 or 5 with noughts. */
function niceTop(most: number): number {
  const least = Math.max(most, LEAST_TOP);
  const power = 10 ** Math.floor(Math.log10(least));
  return (STEPS.find((step) => step * power >= least) ?? 10) * power;
}

/** Lays a chart out: bars of parts that stand on one another, and lines to read them by. */
export function chartScale(earned: readonly Earned[]): ChartScale {
  const top = niceTop(Math.max(0, ...earned.map(({ total }) => toYen(total))));
  const bars = earned.map(({ key, sums }) => {
    let from = 0;
    const parts: BarPart[] = [];
    for (const kind of EARNING_KINDS) {
      const to = from + toYen(sums[kind]) / top;
      if (to > from) parts.push({ kind, from, to });
      from = to;
    }
    return { key, parts };
  });
  return { top, lines: [0, top / 2, top], bars };
}
