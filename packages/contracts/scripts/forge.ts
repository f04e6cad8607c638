import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** The root of this package. */
export const PACKAGE_ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * Foundry's own binary. The package's `bin` is a wrapper that exits with 0 whatever the tool said, so a failed test
 * would pass.
 */
export function foundryBinary(tool: "forge" | "anvil"): string {
  const wrapper = createRequire(import.meta.url).resolve(`@foundry-rs/${tool}/package.json`);
  const architecture = process.arch === "x64" ? "amd64" : process.arch;
  const platform = `@foundry-rs/${tool}-${process.platform}-${architecture}`;
  const suffix = process.platform === "win32" ? ".exe" : "";
  return createRequire(wrapper).resolve(`${platform}/bin/${tool}${suffix}`);
}

/** Runs forge in this package with its output shown, and tells its exit status. */
export function forge(profile: "default" | "test", ...args: string[]): number {
  const { status, error } = spawnSync(foundryBinary("forge"), args, {
    cwd: PACKAGE_ROOT,
    stdio: "inherit",
    env: { ...process.env, FOUNDRY_PROFILE: profile },
  });
  if (error) throw error;
  return status ?? 1;
}
