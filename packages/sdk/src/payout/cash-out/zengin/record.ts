import { ZenginFileError } from "../errors.ts";
import { isZenginText } from "./text.ts";

/** Characters, and bytes, of each record. */
export const RECORD_LENGTH = 120;

/** A field: its name, digits (N, right-aligned, zeros before) or text (C, left-aligned, spaces after), its length. */
export type Field = readonly [name: string, kind: "N" | "C", length: number];

/** The name of what a format leaves empty. */
export const DUMMY = "dummy";

/**
 * Writes one record.
 *
 * @throws ZenginFileError for a value that does not fit its field
 */
export function writeRecord(
  fields: readonly Field[],
  values: Readonly<Record<string, string>>,
): string {
  return fields
    .map(([name, kind, length]) => {
      const value = values[name] ?? "";
      assertFits(name, kind, length, value);
      return kind === "N" ? value.padStart(length, "0") : value.padEnd(length, " ");
    })
    .join("");
}

function assertFits(name: string, kind: "N" | "C", length: number, value: string): void {
  const isWritable = kind === "N" ? /^[0-9]*$/.test(value) : isZenginText(value);
  if (isWritable && value.length <= length) return;
  throw new ZenginFileError("A value does not fit its field.", {
    details: [`Field: ${name}, ${kind}(${length})`, `Value: ${value.slice(0, RECORD_LENGTH)}`],
  });
}

/**
 * Reads one record: digits as they stand, texts without the spaces after them.
 *
 * @param line - which record of the file it is, from 1
 * @throws ZenginFileError for a length, digit or character that the format does not have
 */
export function readRecord(
  fields: readonly Field[],
  record: string,
  line: number,
): Record<string, string> {
  const values: Record<string, string> = {};
  let at = 0;
  for (const [name, kind, length] of fields) {
    const raw = record.slice(at, at + length);
    if (!isReadable(name, kind, raw)) {
      throw new ZenginFileError(`Record ${line} has a field that is not as the format says.`, {
        details: [
          `Field: ${name}, ${kind}(${length}), from column ${at + 1}`,
          `Received: "${raw}"`,
        ],
      });
    }
    values[name] = kind === "N" ? raw : raw.trimEnd();
    at += length;
  }
  return values;
}

function isReadable(name: string, kind: "N" | "C", raw: string): boolean {
  if (name === DUMMY) return raw.trim() === "";
  return kind === "N" ? /^[0-9]+$/.test(raw) : isZenginText(raw);
}
