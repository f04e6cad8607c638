import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the shared test data lies: beside the repository, or where `RYUGU_SHARED_DATA` says. */
const FOLDER =
  process.env.RYUGU_SHARED_DATA ??
  fileURLToPath(new URL("../../../../../shared/data", import.meta.url));

/** The shared data's folder; undefined where it is absent. In CI its absence is an error. */
export function sharedData(): string | undefined {
  if (existsSync(FOLDER)) return FOLDER;
  if (process.env.CI === "true") throw new Error(`The shared test data is missing: ${FOLDER}`);
  return undefined;
}
