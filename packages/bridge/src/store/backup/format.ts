import { RyuguError } from "@ryugu/sdk/errors";
import * as z from "zod/mini";
import type { SqlValue } from "../sql/database.ts";

/** An export cannot be restored: it is damaged, cut off, another node's, or another release's. */
export class ExportInvalidError extends RyuguError {
  readonly code = "export-invalid";
}

/** The file of an export cannot be read, or not be written. */
export class ExportFileError extends RyuguError {
  readonly code = "export-file";
}

/** A database that holds something already is not restored into. */
export class StoreNotEmptyError extends RyuguError {
  readonly code = "store-not-empty";
}

/** Whose export it is, and of which schema. */
export const headerSchema = z.strictObject({
  schema: z.literal("ryugu-node-export/1"),
  zoneId: z.string(),
  partner: z.string(),
  /** The schema's version: the release that restores must have the same. */
  version: z.int(),
});
export type Header = z.output<typeof headerSchema>;

/** Announces the rows that follow, each an array of these columns' values. */
export const tableSchema = z.strictObject({ table: z.string(), columns: z.array(z.string()) });

/** Ends the export. */
export const footerSchema = z.strictObject({
  rows: z.int(),
  /** Of every byte before this line. */
  sha256: z.string(),
});

/** Bytes are written as hex, to tell them from texts. */
const bytesSchema = z.strictObject({ hex: z.string().check(z.regex(/^(?:[0-9a-f]{2})*$/)) });
export const rowSchema = z.array(z.union([z.string(), z.number(), z.null(), bytesSchema]));

/** A column's value as JSON carries it. */
export function toJson(value: unknown): unknown {
  return value instanceof Uint8Array ? { hex: Buffer.from(value).toString("hex") } : value;
}

export function fromJson(value: z.output<typeof rowSchema>[number]): SqlValue {
  return typeof value === "object" && value !== null ? Buffer.from(value.hex, "hex") : value;
}
