import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../../../../../", import.meta.url));
const DATA = process.env.RYUGU_SHARED_DATA ?? join(REPOSITORY, "../shared/data");

/** Avatars as they are found in the world, of which none can be worn as it is; empty where there are none here. */
export const MALFORMED: readonly string[] = list(join(DATA, "avatars/malformed"));

function list(folder: string): string[] {
  if (existsSync(folder)) return readdirSync(folder).map((name) => join(folder, name));
  if (process.env.CI === "true") throw new Error(`There are no avatars at ${folder}.`);
  return [];
}
