import type { NodeEvent } from "../../src/ports/report.ts";

/** What a node reported, as one line of a trace. */
export function eventText({ type, ...fields }: NodeEvent): string {
  const told = Object.entries(fields).map(([name, value]) => `${name}=${shortText(value)}`);
  return `${type} ${told.join(" ")}`;
}

/** Anything, so short that a line of a trace holds it. */
export function shortText(value: unknown): string {
  if (value instanceof Error) return value.message.split("\n")[0] ?? "";
  if (typeof value === "object") return JSON.stringify(value);
  const text = String(value);
  return /^0x[0-9a-fA-F]{40,}$/.test(text) ? text.slice(2, 10) : text;
}
