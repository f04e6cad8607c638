import type { BundleReport } from "./bundle.ts";
import type { SizeCeiling } from "./size-ceilings.ts";

/** A row of the table with what was measured for it. */
export interface MeasuredSize {
  row: SizeCeiling;
  bundle: BundleReport;
}

/** What a row is called: `lane`, or `lane: decodeMessage`. */
export function labelOf({ subPath, names }: SizeCeiling): string {
  return names === undefined ? subPath : `${subPath}: ${names.join(", ")}`;
}

/** A program that uses what a row imports, so that a bundler keeps it. */
export function importLine({ subPath, names }: SizeCeiling): string {
  const source = `@ryugu/sdk/${subPath}`;
  if (names === undefined) return `import * as all from "${source}"; globalThis.kept = all;`;
  return `import { ${names} } from "${source}"; globalThis.kept = [${names}];`;
}

/** The sizes beside their ceilings, for people. */
export function sizeTable(measured: readonly MeasuredSize[]): string {
  const cells = measured.map(({ row, bundle }) => [
    labelOf(row),
    kilobytes(bundle.bytes),
    kilobytes(row.ceiling),
    bundle.lazyBytes === 0 ? "" : kilobytes(bundle.lazyBytes),
    row.why,
  ]);
  const table = [["@ryugu/sdk/", "gz kB", "ceiling", "later", "spent on"], ...cells];
  const widths = [0, 1, 2, 3].map((i) => Math.max(...table.map((line) => line[i]?.length ?? 0)));
  return table
    .map((line) =>
      line
        .map((cell, i) =>
          i === 0 || i === 4 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
        )
        .join("  "),
    )
    .join("\n");
}

function kilobytes(bytes: number): string {
  return (bytes / 1_000).toFixed(1);
}
