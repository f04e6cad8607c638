import { stripVTControlCharacters } from "node:util";

/** Ways of writing: the text itself where there is no colour. */
export interface Style {
  bold(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  accent(text: string): string;
}

/** Whether a stream shows colour: a terminal, and nobody has said otherwise (no-color.org). */
export function hasColour(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  return stream.isTTY === true && env.TERM !== "dumb";
}

/** The ways of writing, with colour or without. */
export function makeStyle(colour: boolean): Style {
  const code = (open: number, close: number) => (text: string) =>
    colour ? `\x1b[${open}m${text}\x1b[${close}m` : text;
  return {
    bold: code(1, 22),
    faint: code(2, 22),
    good: code(32, 39),
    bad: code(31, 39),
    accent: code(36, 39),
  };
}

/** Letters that a terminal draws two columns wide: Chinese characters, kana, full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u;

/** How many columns a text takes. */
export function columnsOf(text: string): number {
  return [...stripVTControlCharacters(text)].reduce((sum, c) => sum + (WIDE.test(c) ? 2 : 1), 0);
}

/** Fills a text up with spaces. */
export function pad(text: string, columns: number, side: "left" | "right" = "right"): string {
  const space = " ".repeat(Math.max(0, columns - columnsOf(text)));
  return side === "right" ? text + space : space + text;
}
