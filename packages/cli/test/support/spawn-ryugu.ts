import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Where Node keeps compiled code, so that not every process of the tests compiles anew. */
const CACHE = fileURLToPath(new URL("../../node_modules/.cache/compiled", import.meta.url));
const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

/** How the real command ended. */
export interface Spawned {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** What a spawned command is given. */
export interface SpawnOptions {
  cwd: string;
  env?: Record<string, string>;
  stdin?: string;
  /** Sends this signal when the promise resolves. */
  kill?: { signal: NodeJS.Signals; when: Promise<unknown> };
}

/** Runs the command as people do: a process of its own, without a terminal. */
export function spawnRyugu(args: readonly string[], options: SpawnOptions): Promise<Spawned> {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env;
  const child = spawn(
    process.execPath,
    ["--conditions=ryugu-source", "--disable-warning=ExperimentalWarning", MAIN, ...args],
    {
      cwd: options.cwd,
      env: { ...inherited, LANG: "C", NODE_COMPILE_CACHE: CACHE, ...options.env },
    },
  );
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  child.stdin.on("error", () => {});
  child.stdin.end(options.stdin ?? "");
  options.kill?.when.then(() => child.kill(options.kill?.signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}
