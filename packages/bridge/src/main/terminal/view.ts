import { styleText } from "node:util";
import { safeLine } from "@ryugu/sdk/primitives";

/** The longest text that is shown in one place. */
const MAX_SHOWN = 2_000;

const TONES = {
  title: "bold",
  label: "dim",
  accent: "cyan",
  good: "green",
  warn: "yellow",
  bad: "red",
} as const;

/** What a piece of text is, not which colour it has. */
export type Tone = keyof typeof TONES;

/** Gives texts their tones. Everything is made safe for a terminal, wherever it came from. */
export type Paint = (text: string, tone?: Tone) => string;

/** Makes the painter of one terminal. */
export function painter(colour: boolean): Paint {
  return (text, tone) => {
    const safe = safeLine(text, MAX_SHOWN);
    return colour && tone !== undefined
      ? styleText(TONES[tone], safe, { validateStream: false })
      : safe;
  };
}

/** Labels on the left, values that are painted already on the right; an empty label continues the one before. */
export function fieldLines(
  paint: Paint,
  rows: readonly (readonly [label: string, value: string])[],
): string[] {
  const width = Math.max(0, ...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => {
    const space = " ".repeat(width - label.length);
    return `${label === "" ? "" : paint(label, "label")}${space}  ${value}`.trimEnd();
  });
}
