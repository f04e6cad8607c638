import { readFile } from "node:fs/promises";
import { RyuguError } from "@ryugu/sdk/errors";
import { parseJson, parseShape } from "@ryugu/sdk/primitives";
import * as z from "zod/mini";
import { ConfigError } from "./errors.ts";

// Without its words Zod calls everything "Invalid input"; an operator needs to know what is wrong.
z.config(z.locales.en());

/** Reads a configuration file. Throws ConfigError. */
export async function readConfigFile(file: string, what: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new ConfigError(`${what} cannot be read.`, { cause, details: [`File: ${file}`] });
  }
}

/**
 * Checks a configuration's text against its schema.
 *
 * @throws ConfigError with one line per field that is wrong
 */
export function parseConfigFile<T>(
  schema: z.ZodMiniType<T>,
  content: string,
  file: string,
  what: string,
): T {
  try {
    return parseShape(schema, parseJson(content), what);
  } catch (cause) {
    if (!(cause instanceof RyuguError)) throw cause;
    const details = [`File: ${file}`, ...cause.details];
    throw new ConfigError(cause.shortMessage, { cause, details });
  }
}
