import type { Slot } from "./slot.ts";

/** What a canvas needs to be to have signs painted on it. */
export type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Letters of the machine's own, Japanese among them: nothing is fetched. */
export const SANS =
  '"Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", "Noto Sans JP", "Meiryo", system-ui, sans-serif';
/** The same with feet, for names and titles. */
export const SERIF =
  '"Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", "Noto Serif JP", Georgia, serif';

/** How a line of letters looks. */
export interface Lettering {
  readonly size: number;
  readonly colour: string;
  readonly family?: string;
  readonly weight?: number;
  readonly align?: "left" | "center";
}

/** Writes one line, made smaller until it fits, cut with an ellipsis where even that is too long. */
export function writeLine(
  brush: Brush,
  text: string,
  x: number,
  y: number,
  width: number,
  { size, colour, family = SANS, weight = 600, align = "center" }: Lettering,
): void {
  brush.textAlign = align;
  brush.textBaseline = "middle";
  brush.fillStyle = colour;
  let shown = size;
  const font = () => {
    brush.font = `${weight} ${shown}px ${family}`;
  };
  font();
  while (brush.measureText(text).width > width && shown > size * 0.55) {
    shown *= 0.92;
    font();
  }
  brush.fillText(fit(brush, text, width), x, y);
}

function fit(brush: Brush, text: string, width: number): string {
  if (brush.measureText(text).width <= width) return text;
  const letters = [...text.replace(/…$/u, "")];
  while (letters.length > 1 && brush.measureText(`${letters.join("")}…`).width > width)
    letters.pop();
  return `${letters.join("")}…`;
}

/** Breaks a text into at most so many lines: at spaces where there are any, anywhere in Japanese. */
export function breakLines(brush: Brush, text: string, width: number, most: number): string[] {
  const pieces =
    text.match(/[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+\s*|\s+/gu) ?? [];
  const lines: string[] = [];
  let line = "";
  let cut = false;
  for (const piece of pieces) {
    if (line !== "" && brush.measureText(line + piece.trimEnd()).width > width) {
      lines.push(line.trimEnd());
      line = "";
      cut = lines.length === most && piece.trim() !== "";
      if (lines.length === most) break;
    }
    line += piece;
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines.map((one, i) => fit(brush, cut && i === most - 1 ? `${one}…` : one, width));
}

/** Fills a slot. */
export function fillSlot(brush: Brush, { x, y, width, height }: Slot, colour: string): void {
  brush.fillStyle = colour;
  brush.fillRect(x, y, width, height);
}

/** Paints inside one slot only: nothing written too long runs into the next sign. */
export function inSlot(brush: Brush, slot: Slot, paint: () => void): void {
  brush.save();
  brush.beginPath();
  brush.rect(slot.x, slot.y, slot.width, slot.height);
  brush.clip();
  paint();
  brush.restore();
}
