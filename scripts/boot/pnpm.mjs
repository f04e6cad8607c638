import { spawnSync } from "node:child_process";

/** pnpm 11 crashes on Node 20 and 12 breaks `-r`, so exactly this line of releases is used. */
const PNPM_VERSION = "10.34.9";

/** The command that runs pnpm 10: the one on the PATH if it fits, else one brought by npx. */
export function pnpmCommand() {
  const found = spawnSync("pnpm", ["--version"], { encoding: "utf8", cwd: "/" });
  if (found.status === 0 && /^10\./.test(found.stdout)) return ["pnpm"];
  return ["npx", "--yes", `pnpm@${PNPM_VERSION}`];
}
