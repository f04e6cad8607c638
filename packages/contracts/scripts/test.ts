/** Everything that this package promises: generated files are fresh, the tests pass, gas is what the snapshot says. */
import { spawnSync } from "node:child_process";
import { forge, PACKAGE_ROOT } from "./forge.ts";

const node = (...args: string[]) =>
  spawnSync(process.execPath, args, { cwd: PACKAGE_ROOT, stdio: "inherit" }).status ?? 1;

const steps: readonly (() => number)[] = [
  () => forge("default", "fmt", "--check"),
  () => node("scripts/build.ts", "--check"),
  () => forge("test", "test"),
  () => node("bench/gas.ts", "--check"),
];

process.exitCode = steps.reduce((status, step) => (status === 0 ? step() : status), 0);
