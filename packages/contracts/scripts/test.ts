/** Everything that this package promises: generated files are fresh, the tests pass, gas is what the snapshot says. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { foundryBinary, PACKAGE_ROOT } from "./forge.ts";

type Step = () => Promise<number>;

const run = async (command: string, args: readonly string[], profile?: string): Promise<number> => {
  const env = { ...process.env, ...(profile !== undefined && { FOUNDRY_PROFILE: profile }) };
  const [status] = await once(
    spawn(command, args, { cwd: PACKAGE_ROOT, stdio: "inherit", env }),
    "exit",
  );
  return status ?? 1;
};
const forge = (profile: string, ...args: string[]) => run(foundryBinary("forge"), args, profile);
const node = (...args: string[]) => run(process.execPath, args);

/** The tests are compiled beside what they test: they only read it when they run. */
const build: Step = async () => {
  const statuses = await Promise.all([
    node("scripts/build.ts", "--check"),
    forge("test", "build", "--quiet"),
  ]);
  return Math.max(...statuses);
};

const steps: readonly Step[] = [
  () => forge("default", "fmt", "--check"),
  build,
  () => forge("test", "test"),
  () => node("bench/gas.ts", "--check"),
];

for (const step of steps) {
  process.exitCode = await step();
  if (process.exitCode !== 0) break;
}
