import { type Paint, painter } from "../terminal/view.ts";
import type { Condition, Finding, Section } from "./finding.ts";

const MARKS: Record<Condition, string> = { good: "✓", warn: "!", bad: "✗" };
const WORDS: Record<Condition, string> = { good: "good", warn: "to look at", bad: "to mend" };

/** How many findings have a condition. */
export function countOf(sections: readonly Section[], condition: Condition): number {
  return sections.flatMap(({ findings }) => findings).filter((f) => f.condition === condition)
    .length;
}

/** What `ryugu-node doctor` shows to people. */
export function doctorLines(sections: readonly Section[], colour: boolean): string[] {
  const paint = painter(colour);
  const body = sections.flatMap(({ subject, findings }) => [
    paint(subject, "title"),
    ...findings.flatMap((finding) => findingLines(paint, finding)),
    "",
  ]);
  const counts = (["good", "warn", "bad"] as const)
    .map((condition) => ({ condition, count: countOf(sections, condition) }))
    .filter(({ condition, count }) => count > 0 || condition === "good")
    .map(({ condition, count }) => paint(`${count} ${WORDS[condition]}`, condition));
  return [...body, counts.join(", ")];
}

function findingLines(paint: Paint, { condition, text, advice }: Finding): string[] {
  const line = `  ${paint(MARKS[condition], condition)} ${paint(text)}`;
  return advice === undefined ? [line] : [line, `      ${paint(advice, "label")}`];
}
