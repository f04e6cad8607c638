import { styleText } from "node:util";
import { shown } from "./safe.ts";

/** What a piece of text is, not which colour it has. */
export type Tone = "title" | "label" | "accent" | "good" | "warn" | "bad" | "faint" | "plain";

/** A piece of text with its tone. Texts are made safe when they are painted, wherever they came from. */
export interface Span {
  text: string;
  tone: Tone;
}

/** One line: a plain text, a span, or several side by side. */
export type Line = string | Span | readonly (string | Span)[];

const FORMATS: Record<Tone, Parameters<typeof styleText>[0]> = {
  title: "bold",
  label: "dim",
  accent: "cyan",
  good: "green",
  warn: "yellow",
  bad: "red",
  faint: "dim",
  plain: "reset",
};

/** Makes a function that gives texts one tone. */
const toned =
  (tone: Tone) =>
  (text: string | number | bigint): Span => ({ text: String(text), tone });

export const title = toned("title");
export const accent = toned("accent");
export const good = toned("good");
export const warn = toned("warn");
export const bad = toned("bad");
export const faint = toned("faint");

/** Writes a line as the terminal shall get it. The only way from a text to a terminal. */
export function paint(line: Line, colour: boolean, tone: Tone = "plain"): string {
  if (typeof line === "string") return colourize(padded(line), tone, colour);
  if ("text" in line) return colourize(padded(line.text), line.tone, colour);
  return line.map((part) => paint(part, colour, tone)).join("");
}

/** Makes a text safe, and keeps the spaces that its author put around it. */
function padded(text: string): string {
  const [lead = ""] = /^ */.exec(text) ?? [];
  const [trail = ""] = /(?<=[^ ]) *$/.exec(text) ?? [];
  return lead + shown(text) + trail;
}

function colourize(text: string, tone: Tone, colour: boolean): string {
  if (!colour || tone === "plain" || text === "") return text;
  return styleText(FORMATS[tone], text, { validateStream: false });
}
