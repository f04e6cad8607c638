import { hasUnsafeCharacters, pointer, safeText } from "../primitives/index.ts";
import type { AssetReport } from "./finding-codes.ts";
import { readLink } from "./link.ts";
import { MAX_DEPTH, MAX_TEXT } from "./metadata.ts";

/** Member names that change what an object is, in programs that copy them without care. */
const DANGEROUS = new Set(["__proto__", "constructor", "prototype"]);

/** Whether a member name is safe to copy; notes where it is not. */
export function isSafeName(name: string, path: string, report: AssetReport): boolean {
  if (!DANGEROUS.has(name)) return true;
  report.add("metadata-field-dangerous", pointer(path, name), name);
  return false;
}

/** A text, made safe to show and cut to its limit; numbers and booleans are converted. */
export function readText(
  value: unknown,
  path: string,
  limit: number,
  report: AssetReport,
): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "number" || typeof value === "boolean") {
    report.add("metadata-field-coerced", path, value);
    return String(value);
  }
  if (typeof value !== "string") {
    report.add("metadata-field-type", path, typeof value);
    return undefined;
  }
  if (value.length > limit) report.add("metadata-text-too-long", path, limit);
  else if (!hasUnsafeCharacters(value)) return value;
  if (hasUnsafeCharacters(value)) report.add("metadata-text-unsafe", path, value);
  return safeText(value, limit) || undefined;
}

/** A finite number; a text that is one is converted. */
export function readNumber(value: unknown, path: string, report: AssetReport): number | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))) {
    report.add("metadata-field-coerced", path, value);
    return Number(value);
  }
  report.add("metadata-field-type", path, typeof value);
  return undefined;
}

/** A link of a kind that is kept, in its usual form. */
export function readUri(value: unknown, path: string, report: AssetReport): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value !== "string") {
    report.add("metadata-field-type", path, typeof value);
    return undefined;
  }
  const reading = readLink(value);
  if ("refused" in reading) {
    report.add(reading.refused, path, reading.detail);
    return undefined;
  }
  for (const { code, detail } of reading.notes) report.add(code, path, detail);
  return reading.uri;
}

/** Any JSON value, copied: dangerous names and what is nested too deep are left out, texts made safe. */
export function readJson(value: unknown, path: string, report: AssetReport, depth = 0): unknown {
  if (depth > MAX_DEPTH) {
    report.add("metadata-too-deep", path, MAX_DEPTH);
    return undefined;
  }
  if (typeof value === "string") return value && (readText(value, path, MAX_TEXT, report) ?? "");
  if (Array.isArray(value)) {
    const list = value.map((entry, i) => readJson(entry, pointer(path, i), report, depth + 1));
    return list.filter((entry) => entry !== undefined);
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => isSafeName(name, path, report));
  return Object.fromEntries(
    entries.flatMap(([name, entry]) => {
      const read = readJson(entry, pointer(path, name), report, depth + 1);
      return read === undefined ? [] : [[name, read]];
    }),
  );
}

/** Whether a value is a JSON object and no list. */
export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
