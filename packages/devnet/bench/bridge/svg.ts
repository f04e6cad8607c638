/** Attributes of an element; numbers are written with two decimals at most. */
type Attributes = Record<string, string | number>;

const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

const value = (v: string | number) =>
  typeof v === "number" ? `${Number(v.toFixed(2))}` : escaped(v);

/** Writes an element with what is in it. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes).map(([key, v]) => ` ${key}="${value(v)}"`);
  if (children.length === 0) return `<${name}${written.join("")}/>`;
  return `<${name}${written.join("")}>${children.join("")}</${name}>`;
}

/** Writes a text at a point. */
export const text = (x: number, y: number, words: string, more: Attributes = {}): string =>
  element("text", { x, y, ...more }, escaped(words));

/** Writes a line through points. */
export function path(points: readonly (readonly [number, number])[], more: Attributes): string {
  const d = points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${value(x)} ${value(y)}`).join("");
  return element("path", { d, fill: "none", ...more });
}

/** Round steps for an axis from 0: as many as fit well. */
export function ticks(most: number, wanted = 5): number[] {
  const rough = most / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? rough;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}

/** A drawing's size, its name for whoever does not see it, and its style sheet. */
export interface Sheet {
  width: number;
  height: number;
  title: string;
  style: string;
}

/** A whole drawing that suits light and dark pages. */
export function drawing({ width, height, title, style }: Sheet, ...parts: string[]): string {
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, role: "img" },
    element("title", {}, escaped(title)),
    element("style", {}, style),
    ...parts,
  );
}
