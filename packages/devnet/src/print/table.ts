import { columnsOf, pad } from "./style.ts";

const GAP = "  ";

/** Lines with aligned columns; the last column is not filled up. */
export function alignRows(rows: readonly (readonly string[])[], indent = "  "): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, columnsOf(cell));
    });
  }
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === row.length - 1 ? cell : pad(cell, widths[i] ?? 0))).join(GAP);
  return rows.map((row) => `${indent}${line(row)}`.trimEnd()).join("\n");
}
