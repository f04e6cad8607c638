import type { PdfContent } from "./content.ts";
import { type Row, rowOf } from "./row.ts";
import { COLOUR, FLOOR, PAGE, type Sheet, type TextStyle, WIDTH } from "./sheet.ts";

interface Column {
  readonly x: number;
  readonly width: number;
}

const GAP = 7;
const WIDTHS = { date: 55, work: 176, gross: 77, fees: 55, share: 77, state: 71 };

/** Where each column stands. */
const COLUMNS = (() => {
  let x = PAGE.left;
  const columns = Object.entries(WIDTHS).map(([name, width]) => {
    const column: Column = { x: x + (name === "date" ? 3 : 0), width: width - GAP };
    x += width;
    return [name, column] as const;
  });
  return Object.fromEntries(columns) as Record<keyof typeof WIDTHS, Column>;
})();

/** Amounts are never cut: they become smaller, then break into lines. */
const AMOUNT: TextStyle = { align: "right", lines: 12 };
const AMOUNT_SIZES = { largest: 8.2, smallest: 6.2 };
const DETAIL: TextStyle = { size: 6.6, colour: COLOUR.muted, lines: 12 };
const TITLE: TextStyle = { isBold: true, size: 8.5, lines: 2 };
const STATE: TextStyle = { size: 6.6, lines: 3 };
const PADDING = 3.5;
/** What stands below a line reaches up to its state. */
const DETAIL_WIDTH = COLUMNS.state.x - GAP - COLUMNS.work.x;

/** Draws the statement's lines, with the headings again on every page. */
export function drawTable(sheet: Sheet, content: PdfContent): void {
  const { statement, words } = content;
  sheet.heading(`${words.lines} (${words.count(statement.lines.length)})`, 60);
  if (statement.lines.length === 0) {
    sheet.y += sheet.text(words.none, PAGE.left, sheet.y, WIDTH, { colour: COLOUR.muted });
    return;
  }
  drawHeadings(sheet, content);
  for (const line of statement.lines) {
    const row = rowOf(line, content);
    const height = heightOf(sheet, row);
    if (sheet.y + height > FLOOR) {
      sheet.makeRoom(FLOOR);
      drawHeadings(sheet, content);
    }
    drawRow(sheet, row, height);
  }
}

function drawHeadings(sheet: Sheet, { words }: PdfContent): void {
  const { doc } = sheet;
  doc.rect(PAGE.left, sheet.y, WIDTH, 15).fill(COLOUR.accent);
  const style = { size: 7.5, isBold: true, colour: "#ffffff" } as const;
  const put = (column: Column, text: string, align: "left" | "right" = "left") =>
    sheet.text(text, column.x, sheet.y + 2.5, column.width, { ...style, align });
  put(COLUMNS.date, words.date);
  put(COLUMNS.work, words.work);
  put(COLUMNS.gross, words.amount, "right");
  put(COLUMNS.fees, words.fees, "right");
  put(COLUMNS.share, words.share, "right");
  put(COLUMNS.state, words.state);
  sheet.y += 15;
}

/** The amounts of a row, each in its column and size. */
function amountsOf(sheet: Sheet, row: Row): [string, Column, TextStyle][] {
  const { gross, fees, share } = COLUMNS;
  const style = (text: string, { width }: Column, isBold = false): TextStyle => {
    const size = sheet.fittingSize(text, width, AMOUNT_SIZES.largest, isBold);
    return { ...AMOUNT, isBold, size: Math.max(size, AMOUNT_SIZES.smallest) };
  };
  const colour = row.isMinus ? COLOUR.minus : COLOUR.ink;
  return [
    [row.gross, gross, style(row.gross, gross)],
    [row.fees, fees, style(row.fees, fees)],
    [row.share, share, { ...style(row.share, share, true), colour }],
  ];
}

function heightOf(sheet: Sheet, row: Row): number {
  const amounts = amountsOf(sheet, row).map(([text, { width }, style]) =>
    sheet.measure(text, width, style),
  );
  const head = Math.max(sheet.measure(row.title, COLUMNS.work.width, TITLE), ...amounts);
  const states = row.state.map((text) => sheet.measure(text, COLUMNS.state.width, STATE));
  const below = [row.subtitle, ...row.details].map((text) =>
    sheet.measure(text, DETAIL_WIDTH, DETAIL),
  );
  return Math.max(head + total(below), total(states)) + 2 * PADDING;
}

const total = (heights: readonly number[]): number =>
  heights.reduce((sum, height) => sum + height, 0);

function drawRow(sheet: Sheet, row: Row, height: number): void {
  const { date, work, state } = COLUMNS;
  const top = sheet.y + PADDING;
  sheet.text(row.date, date.x, top, date.width, { size: 6.8 });
  const head = [
    sheet.text(row.title, work.x, top, work.width, TITLE),
    ...amountsOf(sheet, row).map(([text, { x, width }, style]) =>
      sheet.text(text, x, top, width, style),
    ),
  ];
  let y = top + Math.max(...head);
  for (const text of [row.subtitle, ...row.details]) {
    y += sheet.text(text, work.x, y, DETAIL_WIDTH, DETAIL);
  }
  let stateY = top;
  for (const [i, text] of row.state.entries()) {
    const colour = i > 0 ? COLOUR.muted : row.isWaiting ? COLOUR.waiting : COLOUR.ink;
    stateY += sheet.text(text, state.x, stateY, state.width, { ...STATE, colour });
  }
  sheet.y += height;
  sheet.rule(sheet.y);
}
