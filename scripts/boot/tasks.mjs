import { check } from "./check.mjs";
import { ROOT } from "./paths.mjs";
import { runNode } from "./run.mjs";
import { runSuites, SUITES } from "./suites.mjs";

const bin = (name) => `${ROOT}/node_modules/${name}`;

const suiteTasks = Object.fromEntries(
  Object.keys(SUITES).map((name) => [name, (args) => runSuites([name], args)]),
);

const inContracts = (file) => (args) =>
  runNode([file, ...args], { cwd: `${ROOT}/packages/contracts` });

const benchWorld = (name) => (args) =>
  runNode([`bench/${name}.ts`, ...args], { cwd: `${ROOT}/apps/demo-world` });

const benchZone = (name) => (args) =>
  runNode([`${ROOT}/packages/devnet/bench/${name}/main.ts`, ...args]);

/** Every task by name: takes the rest of the command line, answers an exit code. */
export const TASKS = {
  start: (args) => runNode([`${ROOT}/packages/devnet/src/main.ts`, ...args]),
  test: (args) => runSuites(Object.keys(SUITES), args),
  ...suiteTasks,
  ...Object.fromEntries(["bridge", "catch-up"].map((name) => [`bench:${name}`, benchZone(name)])),
  "bench:gas": inContracts("bench/gas.ts"),
  ...Object.fromEntries(["crossing", "frames"].map((name) => [`bench:${name}`, benchWorld(name)])),
  "soak:books": (args) => runNode([`${ROOT}/packages/devnet/books/main.ts`, ...args]),
  "soak:contracts": inContracts("scripts/soak.ts"),
  "soak:crossings": (args) => runNode([`${ROOT}/packages/devnet/crossings/main.ts`, ...args]),
  "soak:simulation": (args) => runNode([`${ROOT}/packages/bridge/simulation/soak.ts`, ...args]),
  "drill:strangers": (args) =>
    runNode([`${ROOT}/packages/bridge/drills/strangers/main.ts`, ...args]),
  "soak:kills": (args) => runNode([`${ROOT}/packages/devnet/kills/main.ts`, ...args]),
  "coverage:contracts": inContracts("scripts/coverage.ts"),
  "mutate:contracts": inContracts("mutation/run.ts"),
  check,
  "check:deploy": (args) => runNode([`${ROOT}/packages/bridge/deploy/check.ts`, ...args]),
  format: (args) => runNode([bin("@biomejs/biome/bin/biome"), "check", "--write", ...args]),
  build: (args) => runNode([bin("typescript/bin/tsc"), "-b", ...args]),
  ryugu: (args) =>
    runNode([`${ROOT}/packages/cli/src/main.ts`, ...args], { cwd: process.env.INIT_CWD }),
};
