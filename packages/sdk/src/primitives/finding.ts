import { preview } from "./hex.ts";
import { safeLine } from "./text.ts";

/** How much a finding matters: an error makes the thing unfit, a warning should be mended, info is for the reader. */
export type Severity = "error" | "warning" | "info";

/** One thing that a reader noticed in a stranger's file. */
export interface Finding<Code extends string = string> {
  /** A stable, kebab-case name, listed in `docs/reference/findings.md`. */
  code: Code;
  severity: Severity;
  /** Where it is: a JSON pointer (RFC 6901), empty for the whole. */
  path: string;
  /** A sentence in English. */
  message: string;
  /** The same sentence in Japanese. */
  messageJa: string;
}

/** What a finding code says; `{}` in a sentence stands for the detail. */
export interface FindingTemplate {
  severity: Severity;
  en: string;
  ja: string;
}

/** Every finding that one reader can make, by code. */
export type FindingCatalogue<Code extends string> = Readonly<Record<Code, FindingTemplate>>;

/** Gathers findings up to a limit, so that a hostile file cannot make a report without end. */
export interface FindingReport<Code extends string> {
  /** Notes a finding. `detail` fills `{}` and may be a stranger's text: it is quoted and cut. An amount (bigint) is grouped. */
  add(code: Code, path: string, detail?: unknown, severity?: Severity): void;
  readonly findings: readonly Finding<Code>[];
}

/**
 * Starts an empty report over a catalogue. Of one code and severity at most `limit` findings are
 * kept: a flood of warnings can neither grow without end nor hide an error.
 */
export function startReport<Code extends string>(
  catalogue: FindingCatalogue<Code>,
  limit = 20,
): FindingReport<Code> {
  const findings: Finding<Code>[] = [];
  const kept = new Map<string, number>();
  return {
    findings,
    add(code, path, detail, override) {
      const template = catalogue[code];
      const severity = override ?? template.severity;
      const kind = `${severity} ${code}`;
      const count = kept.get(kind) ?? 0;
      if (count >= limit) return;
      kept.set(kind, count + 1);
      const text = shown(detail);
      findings.push({
        code,
        severity,
        path,
        message: template.en.replace("{}", () => text),
        messageJa: template.ja.replace("{}", () => text),
      });
    },
  };
}

/** An amount (bigint) with its thousands apart; a stranger's text quoted and cut. */
function shown(detail: unknown): string {
  if (detail === undefined) return "";
  if (typeof detail === "bigint") return detail.toLocaleString("en-US");
  return preview(typeof detail === "string" ? safeLine(detail) : detail);
}

/** Extends a JSON pointer (RFC 6901) by names and indices. */
export function pointer(base: string, ...tokens: readonly PropertyKey[]): string {
  return tokens.reduce<string>(
    (path, token) => `${path}/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`,
    base,
  );
}
