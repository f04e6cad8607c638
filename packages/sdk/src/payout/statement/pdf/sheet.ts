import type { Font } from "fontkit";
import { printable } from "./printable.ts";

/** A4, in points, and the space that is left for what is written. */
export const PAGE = { width: 595.28, height: 841.89, left: 42, right: 42, top: 40, bottom: 62 };
/** The width of what is written. */
export const WIDTH: number = PAGE.width - PAGE.left - PAGE.right;
/** Below this nothing is written but the foot. */
export const FLOOR: number = PAGE.height - PAGE.bottom;

/** The colours of a statement. */
export const COLOUR = {
  ink: "#16252e",
  muted: "#5c6d77",
  accent: "#0b5a72",
  rule: "#c7d3d9",
  tint: "#eff5f7",
  minus: "#9b2f2f",
  waiting: "#8a5a00",
} as const;

/** The fonts of a sheet, opened. */
export type SheetFonts = Readonly<Record<"regular" | "bold", Font>>;

/** How a text is set. */
export interface TextStyle {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly colour?: string;
  readonly align?: "left" | "right" | "center";
  /** The most lines; what is longer ends with an ellipsis. */
  readonly lines?: number;
}

/** The lines' distance, in sizes of the font. */
const LEADING = 1.35;

/** Paper with a place where the next thing goes. Texts on it are cleaned for the font they are set in. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  y: number = PAGE.top;
  readonly #fonts: SheetFonts;

  constructor(doc: PDFKit.PDFDocument, fonts: SheetFonts) {
    this.doc = doc;
    this.#fonts = fonts;
    // A parsed font is taken since pdfkit 0.20; its types say otherwise.
    for (const name of ["regular", "bold"] as const) doc.registerFont(name, fonts[name] as never);
  }

  /** Writes a text into a box and says how high it became. */
  text(text: string, x: number, y: number, width: number, style: TextStyle = {}): number {
    const { size = 8.5, colour = COLOUR.ink, align = "left", lines = 1 } = style;
    const shown = this.#set(text, style);
    const height = this.measure(text, width, style);
    const step = size * LEADING;
    this.doc.fillColor(colour).text(shown, x, y + (step - size) / 2, {
      width,
      align,
      height: lines * step,
      lineGap: this.#lineGap(size),
      ellipsis: "…",
    });
    return height;
  }

  /** How high a text becomes in a width. */
  measure(text: string, width: number, style: TextStyle = {}): number {
    const { size = 8.5, lines = 1 } = style;
    const shown = this.#set(text, style);
    const lineGap = this.#lineGap(size);
    const step = size * LEADING;
    const whole = this.doc.heightOfString(shown === "" ? " " : shown, { width, lineGap });
    return Math.min(lines, Math.max(1, Math.round(whole / step))) * step;
  }

  /** How wide a text is on one line. */
  widthOf(text: string, style: TextStyle = {}): number {
    return this.doc.widthOfString(this.#set(text, style));
  }

  /** The largest size, up to one, in which a text stands on one line. */
  fittingSize(text: string, width: number, largest: number, isBold = false): number {
    const atLargest = this.widthOf(text, { size: largest, isBold });
    return atLargest <= width ? largest : Math.floor((largest * width * 10) / atLargest) / 10;
  }

  /** A line across. */
  rule(y: number, colour: string = COLOUR.rule, width = 0.5): void {
    this.doc
      .moveTo(PAGE.left, y)
      .lineTo(PAGE.left + WIDTH, y)
      .lineWidth(width)
      .strokeColor(colour)
      .stroke();
  }

  /** A heading of a section, kept together with what follows of the given height. */
  heading(text: string, following = 40): void {
    this.makeRoom(22 + following);
    this.y += 8;
    this.y += this.text(text, PAGE.left, this.y, WIDTH, {
      size: 9.5,
      isBold: true,
      colour: COLOUR.accent,
    });
    this.y += 2;
  }

  /** Begins a page where less than a height is left. Says whether it did. */
  makeRoom(height: number): boolean {
    if (this.y + height <= FLOOR) return false;
    this.doc.addPage();
    this.y = PAGE.top;
    return true;
  }

  #set(text: string, { size = 8.5, isBold = false }: TextStyle): string {
    const name = isBold ? "bold" : "regular";
    this.doc.font(name).fontSize(size);
    return printable(text, (point) => this.#fonts[name].hasGlyphForCodePoint(point), 600);
  }

  /** What is added to the font's own line height to make it {@link LEADING} sizes. */
  #lineGap(size: number): number {
    return size * LEADING - this.doc.currentLineHeight(true);
  }
}
