import type { Payments } from "./deliveries.ts";
import type { Taken } from "./usage.ts";

/** One transfer's way, in milliseconds of one clock. */
export interface Timing {
  /** It left the sender. */
  sent: number;
  /** Its block was final. */
  final: number;
  /** The block that delivered it was there. */
  delivered: number;
}

/** Times of many transfers, in milliseconds. */
export interface Spread {
  p50: number;
  p99: number;
  max: number;
}

/** What a run measured. */
export interface Figures {
  transfers: number;
  /** From the first final send to the last delivery, in milliseconds. */
  span: number;
  /** Transfers a second over the span. */
  sustained: number;
  /** Transfers a second between the first and the last tenth delivered: without start and end. */
  steady: number;
  finalToDelivered: Spread;
  sentToDelivered: Spread;
  /** Deliveries over time: milliseconds since the first final send, and how many there were by then. */
  curve: { final: [number, number][]; delivered: [number, number][] };
  payments: Payments;
  programs: Taken[];
  /** The machine's load average when the run ended. */
  load: number;
}

/** The value under which a part of all values lies, 0.5 being the median; the values are in order. */
function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** The median, what one in a hundred exceeds, and the longest. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    max: sorted.at(-1) ?? Number.NaN,
  };
}

/** How many had happened by when: one point for each time at which something did. */
export function countsOver(times: readonly number[], origin: number): [number, number][] {
  const points = new Map<number, number>();
  const sorted = [...times].sort((a, b) => a - b);
  for (const [i, time] of sorted.entries()) points.set(time - origin, i + 1);
  return [...points];
}

const STEADY = { from: 0.1, to: 0.9 };

/** Transfers a second while the middle eight tenths were delivered. */
function steadyRate(delivered: readonly number[]): number {
  const sorted = [...delivered].sort((a, b) => a - b);
  const [from, to] = [percentile(sorted, STEADY.from), percentile(sorted, STEADY.to)];
  const between = sorted.filter((time) => time > from && time <= to).length;
  return (between * 1_000) / (to - from);
}

/** Makes figures of every transfer's times. */
export function figuresOf(
  timings: readonly Timing[],
  rest: Pick<Figures, "payments" | "programs" | "load">,
): Figures {
  const final = timings.map((timing) => timing.final);
  const delivered = timings.map((timing) => timing.delivered);
  const origin = final.reduce((a, b) => Math.min(a, b));
  const span = delivered.reduce((a, b) => Math.max(a, b)) - origin;
  return {
    transfers: timings.length,
    span,
    sustained: (timings.length * 1_000) / span,
    steady: steadyRate(delivered),
    finalToDelivered: spreadOf(timings.map((t) => t.delivered - t.final)),
    sentToDelivered: spreadOf(timings.map((t) => t.delivered - t.sent)),
    curve: { final: countsOver(final, origin), delivered: countsOver(delivered, origin) },
    ...rest,
  };
}
