import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseJson, parseShape } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";

const handoverSchema = z.record(z.string(), z.string());

/** The desks' tokens by organisation, as a world server hands them over in its folder; none where it has no desks. */
export function readDeskTokens(folder: string): Readonly<Record<string, string>> {
  const path = join(folder, "desks.json");
  if (!existsSync(path)) return {};
  return parseShape(handoverSchema, parseJson(readFileSync(path, "utf8")), "The desks' tokens");
}
