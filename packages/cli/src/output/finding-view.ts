import type { Finding, Severity } from "@ryugu/sdk/primitives";
import { type Block, table } from "./blocks.ts";
import { bad, faint, type Line, type Span, warn } from "./style.ts";

/** The languages that findings are written in. */
export type Language = "en" | "ja";

const MARKS: Record<Severity, (text: string) => Span> = {
  error: (text) => bad(`✗ ${text}`),
  warning: (text) => warn(`! ${text}`),
  info: (text) => faint(`· ${text}`),
};

const RANK: readonly Severity[] = ["error", "warning", "info"];

/** Findings as a table, the gravest first; nothing where there are none. */
export function findingsView(findings: readonly Finding[], language: Language): Block[] {
  if (findings.length === 0) return [];
  const sorted = findings.toSorted((a, b) => RANK.indexOf(a.severity) - RANK.indexOf(b.severity));
  const rows = sorted.map((finding): Line[] => [
    MARKS[finding.severity](finding.severity),
    language === "ja" ? finding.messageJa : finding.message,
    finding.path,
    faint(finding.code),
  ]);
  return [table(["finding", "what", "where", "code"], rows)];
}

/** How many errors and warnings, to stand after a verdict; empty where there are none. */
export function tally(findings: readonly Finding[]): string {
  const count = (severity: Severity) => findings.filter((f) => f.severity === severity).length;
  const counts = [plural(count("error"), "error"), plural(count("warning"), "warning")];
  const some = counts.filter((text) => text !== "");
  return some.length === 0 ? "" : `  ${some.join(", ")}`;
}

function plural(count: number, word: string): string {
  if (count === 0) return "";
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}

/** The language that a person's environment asks for. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return locale.startsWith("ja") ? "ja" : "en";
}
