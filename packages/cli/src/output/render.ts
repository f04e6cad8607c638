import stringWidth from "string-width";
import type { Block, Column, Fields, Table } from "./blocks.ts";
import { shown } from "./safe.ts";
import { type Line, paint } from "./style.ts";

const GAP = "  ";

/** Writes blocks as text, an empty line between them, in terminal cells: 漢字 takes two each. */
export function render(blocks: readonly Block[], colour: boolean): string {
  const labelWidth = widestLabel(blocks);
  return blocks
    .map((block) => renderBlock(block, colour, labelWidth).join("\n"))
    .filter((text) => text !== "")
    .join("\n\n");
}

/** All labels of one output share a column, so that its values stand in line. */
function widestLabel(blocks: readonly Block[]): number {
  const rows = blocks.flatMap((block) => (block.kind === "fields" ? block.rows : []));
  return Math.max(0, ...rows.map(([label]) => stringWidth(shown(label))));
}

function renderBlock(block: Block, colour: boolean, labelWidth: number): string[] {
  if (block.kind === "lines") return block.lines.map((line) => paint(line, colour));
  return block.kind === "fields"
    ? renderFields(block, colour, labelWidth)
    : renderTable(block, colour);
}

function renderFields({ rows }: Fields, colour: boolean, width: number): string[] {
  return rows.map(([label, value]) =>
    `${paint(fit(shown(label), width), colour, "label")}${GAP}${paint(value, colour)}`.trimEnd(),
  );
}

function renderTable({ columns, rows }: Table, colour: boolean): string[] {
  const header = columns.map(({ name }) => paint(name, colour, "label"));
  const body = rows.map((row) => columns.map((_, i) => paint(row[i] ?? "", colour)));
  const widths = columns.map((_, i) =>
    Math.max(...[header, ...body].map((row) => stringWidth(row[i] ?? ""))),
  );
  return [header, ...body].map((row) => renderRow(row, columns, widths));
}

function renderRow(row: readonly string[], columns: readonly Column[], widths: readonly number[]) {
  return columns
    .map(({ align }, i) => fit(row[i] ?? "", widths[i] ?? 0, align))
    .join(GAP)
    .trimEnd();
}

function fit(text: string, width: number, align: Column["align"] = "left"): string {
  const space = " ".repeat(Math.max(0, width - stringWidth(text)));
  return align === "left" ? text + space : space + text;
}

/** One line, for output that arrives line by line. */
export function renderLine(line: Line, colour: boolean): string {
  return paint(line, colour).trimEnd();
}
