import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { BootError } from "./boot-error.mjs";
import { BOOT_DIR, ROOT, WORKSPACE_NODE } from "./paths.mjs";
import { pnpmCommand } from "./pnpm.mjs";
import { startProgress } from "./progress.mjs";

const MARKER = `${ROOT}/node_modules/.ryugu-boot`;
const LOG = `${BOOT_DIR}/install.log`;
/** How much of a failed install's log is shown. */
const LOG_TAIL_LINES = 25;

/** Installs the workspace's dependencies when the lockfile is another than the last time. */
export async function ensureInstalled() {
  const wanted = lockfileHash();
  if (existsSync(WORKSPACE_NODE) && readMarker() === wanted) return;
  await install();
  writeFileSync(MARKER, wanted);
}

/** What decides whether an install is current: the lockfile, pnpm's settings and the machine. */
function lockfileHash() {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  for (const name of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) {
    hash.update(readFileSync(`${ROOT}/${name}`));
  }
  return hash.digest("hex");
}

function readMarker() {
  return existsSync(MARKER) ? readFileSync(MARKER, "utf8") : "";
}

async function install() {
  mkdirSync(BOOT_DIR, { recursive: true });
  const log = openSync(LOG, "w");
  const [command, ...prefix] = pnpmCommand();
  const progress = startProgress("Installing dependencies (first start, or the lockfile changed)");
  const child = spawn(command, [...prefix, "install", "--frozen-lockfile"], {
    cwd: ROOT,
    stdio: ["ignore", log, log],
    // Without it pnpm asks before it replaces a node_modules of another make, and nobody answers.
    env: { ...process.env, CI: "true" },
  });
  const code = await new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (status, signal) => resolve(status ?? signal));
  });
  progress.end(code === 0 ? "done" : "failed");
  if (code !== 0) throw new BootError(explain(code));
}

function explain(code) {
  const text = readFileSync(LOG, "utf8");
  const tail = text.trimEnd().split("\n").slice(-LOG_TAIL_LINES).join("\n");
  const hint = /ENOSPC/.test(text)
    ? "The disk is full: free some space and run the same command again."
    : /ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ERR_PNPM_META_FETCH_FAIL/.test(text)
      ? "The package registry could not be reached: check the network and run the same command again."
      : /ERR_PNPM_OUTDATED_LOCKFILE/.test(text)
        ? "A package.json is newer than pnpm-lock.yaml: run `npx pnpm@10 install` and commit the lockfile."
        : "Run the same command again; if it fails the same way, the log says why.";
  return `${tail}\n\nThe install ended with ${code}. ${hint}\nWhole log: ${LOG}`;
}
