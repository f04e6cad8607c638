import { unitsToYen, yenText } from "../amount.ts";
import type { ChainSums } from "../document/totals.ts";
import type { PdfContent } from "./content.ts";
import { COLOUR, PAGE, type Sheet, WIDTH } from "./sheet.ts";

const PADDING = 12;

/** Draws the sums: what the creator got in all, and what it is made of. */
export function drawTotals(sheet: Sheet, content: PdfContent): void {
  const { words, yen, statement } = content;
  const { yen: sums } = statement.totals;
  const minus = (amount: string) => (amount === "0" ? yen("0") : yen(`-${amount}`));
  const items: [string, string][] = [
    [`${words.gross} (${words.count(sums.sales)})`, yen(sums.gross)],
    ...(sums.batches === 0
      ? []
      : [
          [`${words.broughtHome} (${words.count(sums.batches)})`, yen(sums.broughtHome)] as [
            string,
            string,
          ],
        ]),
    [words.fees, minus(sums.fees)],
    [words.others, minus(sums.others)],
    [words.share, yen(sums.share)],
    [words.refunds, minus(sums.refunds)],
  ];
  const places: [string, string][] = [
    [words.paid, yen(sums.paid)],
    [words.claimed, yen(sums.claimed)],
    [words.waiting, yen(sums.waiting)],
  ];
  const half = (WIDTH - 3 * PADDING) / 2;
  const left = PAGE.left + PADDING;
  const right = left + half + PADDING;
  const height = Math.max(47 + places.length * 13, items.length * 13) + 2 * PADDING;
  sheet.makeRoom(height);
  const top = sheet.y;
  sheet.doc.roundedRect(PAGE.left, top, WIDTH, height, 5).fill(COLOUR.tint);
  let y = top + PADDING;
  y += sheet.text(words.net, left, y, half, { size: 8, colour: COLOUR.muted });
  y += sheet.text(yen(sums.net), left, y, half, {
    size: sheet.fittingSize(yen(sums.net), half, 22, true),
    isBold: true,
    colour: sums.net.startsWith("-") ? COLOUR.minus : COLOUR.accent,
  });
  drawItems(sheet, places, left, Math.max(y + 2, top + PADDING + 47), half);
  drawItems(sheet, items, right, top + PADDING, half);
  sheet.y = top + height + 4;
}

function drawItems(
  sheet: Sheet,
  items: readonly (readonly [string, string])[],
  x: number,
  top: number,
  width: number,
): void {
  for (const [i, [name, amount]] of items.entries()) {
    const y = top + i * 13;
    const label = { size: 8, colour: COLOUR.muted };
    const left = sheet.widthOf(name, label) + 8;
    sheet.text(name, x, y, left, label);
    const size = sheet.fittingSize(amount, width - left, 8.5);
    sheet.text(amount, x + left, y, width - left, { size, align: "right" });
  }
}

/** Draws the sums of each chain and currency, where there are several. */
export function drawChainSums(sheet: Sheet, content: PdfContent): void {
  const { words, statement } = content;
  const { chains } = statement.totals;
  if (chains.length < 2) return;
  sheet.heading(words.byChain, 14 * (Math.min(chains.length, 8) + 1));
  const headings = [
    `${words.chain} / ${words.currency}`,
    words.gross,
    words.broughtHome,
    words.fees,
    words.share,
    words.refunds,
    words.waiting,
  ];
  drawCells(sheet, headings, { colour: COLOUR.muted, size: 7 });
  for (const sums of chains) {
    sheet.makeRoom(40);
    drawCells(sheet, chainCells(sums, content), { size: 7.5 });
    sheet.rule(sheet.y);
  }
}

function chainCells(sums: ChainSums, { names, yen }: PdfContent): string[] {
  const { symbol, decimals } = names.currency(sums.chain, sums.currency);
  const inYen = (units: string) => yen(yenText(unitsToYen(BigInt(units), decimals)));
  return [
    `${names.chain(sums.chain)} / ${symbol}`,
    inYen(sums.gross),
    inYen(sums.broughtHome),
    inYen(sums.fees),
    inYen(sums.share),
    inYen(sums.refunds),
    inYen(sums.waiting),
  ];
}

function drawCells(
  sheet: Sheet,
  cells: readonly string[],
  style: { size: number; colour?: string },
): void {
  const first = 120;
  const width = (WIDTH - first) / (cells.length - 1);
  const heights = cells.map((cell, i) =>
    i === 0
      ? sheet.text(cell, PAGE.left + 3, sheet.y + 1, first - 6, style)
      : sheet.text(cell, PAGE.left + first + (i - 1) * width, sheet.y + 1, width - 4, {
          ...style,
          align: "right",
          lines: 12,
        }),
  );
  sheet.y += Math.max(...heights) + 3;
}
