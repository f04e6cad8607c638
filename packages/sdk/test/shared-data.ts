import { existsSync } from "node:fs";
import { join } from "node:path";

const folder =
  process.env.RYUGU_SHARED_DATA ?? join(import.meta.dirname, "../../../../shared/data");

/**
 * A path in the shared test data, or undefined where the data is absent: the test is then skipped by name.
 * On CI absent data is a failure, since a test that silently skips proves nothing.
 */
export function sharedData(path: string): string | undefined {
  const full = join(folder, path);
  if (existsSync(full)) return full;
  if (process.env.CI === "true") throw new Error(`The shared test data is missing: ${path}`);
  return undefined;
}
