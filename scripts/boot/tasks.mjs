import { check } from "./check.mjs";
import { ROOT } from "./paths.mjs";
import { runNode } from "./run.mjs";
import { runSuites, SUITES } from "./suites.mjs";

const bin = (name) => `${ROOT}/node_modules/${name}`;

const suiteTasks = Object.fromEntries(
  Object.keys(SUITES).map((name) => [name, (args) => runSuites([name], args)]),
);

const benchWorld = (name) => (args) =>
  runNode([`bench/${name}.ts`, ...args], { cwd: `${ROOT}/apps/demo-world` });

/** Every task by name: takes the rest of the command line, answers an exit code. */
export const TASKS = {
  start: (args) => runNode([`${ROOT}/packages/devnet/src/main.ts`, ...args]),
  test: (args) => runSuites(Object.keys(SUITES), args),
  ...suiteTasks,
  "soak:contracts": (args) =>
    runNode(["scripts/soak.ts", ...args], { cwd: `${ROOT}/packages/contracts` }),
  "bench:gas": (args) => runNode(["bench/gas.ts", ...args], { cwd: `${ROOT}/packages/contracts` }),
  ...Object.fromEntries(["crossing", "frames"].map((name) => [`bench:${name}`, benchWorld(name)])),
  "soak:crossings": (args) => runNode([`${ROOT}/packages/devnet/crossings/main.ts`, ...args]),
  check,
  format: (args) => runNode([bin("@biomejs/biome/bin/biome"), "check", "--write", ...args]),
  build: (args) => runNode([bin("typescript/bin/tsc"), "-b", ...args]),
  ryugu: (args) =>
    runNode([`${ROOT}/packages/cli/src/main.ts`, ...args], { cwd: process.env.INIT_CWD }),
};
