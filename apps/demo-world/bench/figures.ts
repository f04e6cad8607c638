/** The value under which a part of all values lies, 0.5 being the median. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** The value in the middle. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Milliseconds as seconds with a decimal. */
export const seconds = (milliseconds: number): string =>
  `${(milliseconds / 1_000).toFixed(1).padStart(5)} s`;

/** Writes a line. */
export const print = (line: string): boolean => process.stdout.write(`${line}\n`);
