import type { Line } from "./style.ts";

/** Labels on the left, values on the right. */
export interface Fields {
  kind: "fields";
  rows: readonly (readonly [label: string, value: Line])[];
}

/** Columns under their names. */
export interface Table {
  kind: "table";
  columns: readonly Column[];
  rows: readonly (readonly Line[])[];
}

/** One column's name and side. */
export interface Column {
  name: string;
  align?: "left" | "right";
}

/** Text lines as they are. */
export interface Lines {
  kind: "lines";
  lines: readonly Line[];
}

/** One part of what a command shows; parts stand an empty line apart. */
export type Block = Fields | Table | Lines;

/** Label and value pairs; pairs without a value are left out. */
export function fields(...rows: readonly (readonly [string, Line | undefined])[]): Fields {
  return {
    kind: "fields",
    rows: rows.filter((row): row is readonly [string, Line] => row[1] !== undefined),
  };
}

/** A table; a column whose name begins with `>` stands on the right. */
export function table(columns: readonly string[], rows: readonly (readonly Line[])[]): Table {
  return {
    kind: "table",
    columns: columns.map((name) =>
      name.startsWith(">") ? { name: name.slice(1), align: "right" } : { name },
    ),
    rows,
  };
}

/** Lines of text. */
export function lines(...content: readonly Line[]): Lines {
  return { kind: "lines", lines: content };
}
