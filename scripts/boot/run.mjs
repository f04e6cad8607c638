import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter } from "node:path";
import { BOOT_DIR, ROOT, WORKSPACE_NODE } from "./paths.mjs";

/** `node:sqlite` and type stripping announce themselves as experimental; the versions are pinned. */
const QUIET = "--disable-warning=ExperimentalWarning";
/** Makes workspace packages resolve to their TypeScript sources. */
const FROM_SOURCE = "--conditions=ryugu-source";

/** How often it is looked whether npm's shell still lives, in milliseconds. */
const ORPHAN_CHECK = 250;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs the workspace's own Node and answers its exit code. Signals pass through, and this process
 * outlives its child, so that a shell's prompt comes back only when everything has ended.
 *
 * @param onOutput - gets what the child prints, instead of the terminal
 */
export function runNode(args, { cwd = ROOT, env = {}, onOutput } = {}) {
  const child = spawn(WORKSPACE_NODE, [FROM_SOURCE, QUIET, ...args], {
    cwd,
    stdio: onOutput === undefined ? "inherit" : ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...workspaceEnv(), ...env },
  });
  child.stdout?.on("data", (chunk) => onOutput(String(chunk)));
  child.stderr?.on("data", (chunk) => onOutput(String(chunk)));
  return exitCode(child);
}

/** Children that call `node` find the workspace's, without warnings, and begin with what was compiled before. */
function workspaceEnv() {
  return {
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? `${BOOT_DIR}/compile-cache`,
    PATH: [`${ROOT}/node_modules/.bin`, process.env.PATH].join(delimiter),
    NODE_OPTIONS: [process.env.NODE_OPTIONS, QUIET].filter(Boolean).join(" "),
  };
}

async function exitCode(child) {
  // A terminal's Ctrl-C reaches the child by itself: passing it on would make it a second one.
  const forward = (signal) => {
    if (signal !== "SIGINT" || process.stdin.isTTY !== true) child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, forward);
  const stopWatching = whenOrphaned(() => child.kill("SIGTERM"));
  try {
    return await new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
    });
  } finally {
    stopWatching();
    for (const signal of SIGNALS) process.off(signal, forward);
  }
}

/**
 * Says when the shell that npm put in between has ended: it takes npm's signals and passes none on, and without
 * this an ended `npm start` would leave everything running.
 */
function whenOrphaned(callback) {
  if (process.env.npm_lifecycle_event === undefined) return () => {};
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, ORPHAN_CHECK);
  return () => clearInterval(timer);
}
