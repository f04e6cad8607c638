import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The root of this package. */
export const PACKAGE_ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Runs forge in this package with its output shown, and tells its exit status. */
export function forge(...args: string[]): number {
  const { status, error } = spawnSync("node_modules/.bin/forge", args, {
    cwd: PACKAGE_ROOT,
    stdio: "inherit",
  });
  if (error) throw error;
  return status ?? 1;
}
