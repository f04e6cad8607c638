import type { Finding, Severity } from "@ryugu/sdk/primitives";
import { type Block, lines, table } from "./blocks.ts";
import { bad, faint, good, type Line, type Span, warn } from "./style.ts";

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
    finding.path === "" ? faint("(whole)") : finding.path,
    language === "ja" ? finding.messageJa : finding.message,
    faint(finding.code),
  ]);
  return [table(["", "where", "what", "code"], rows)];
}

/** How many findings of each severity, in one line. */
export function verdictLine(subject: string, findings: readonly Finding[]): Block {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  const counts = `${plural(errors, "error")}, ${plural(warnings, "warning")}`;
  if (errors > 0) return lines([bad("✗ "), subject, faint(`  ${counts}`)]);
  if (warnings > 0) return lines([warn("! "), subject, faint(`  ${counts}`)]);
  return lines([good("✓ "), subject, faint("  nothing to complain about")]);
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** The language that a person's environment asks for. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return locale.startsWith("ja") ? "ja" : "en";
}
