import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Account, giveTo, unprivileged } from "./account.ts";
import { findBinaries } from "./binaries.ts";

const run = promisify(execFile);

/** How long PostgreSQL may take to start or stop, in milliseconds. */
const PATIENCE = 60_000;

/** A PostgreSQL server of one's own. */
export interface TestPostgres {
  /** The database that everything goes into. No password: it listens on the loopback only. */
  url: string;
  /**
   * Ends the server and keeps the data. `fast` as an operator would, cutting off every client; `kill` like a crash.
   */
  stop(how?: "fast" | "kill"): Promise<void>;
  /** Starts it again on the same port and data. */
  start(): Promise<void>;
  /** Ends the server and removes its data. */
  remove(): Promise<void>;
}

/**
 * Makes and starts a PostgreSQL server in a folder of its own.
 *
 * @param settings - further settings, such as `{ fsync: "off" }` where nothing needs to outlive the machine
 */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<TestPostgres> {
  const binaries = await findBinaries();
  const account = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), "postgres-"));
  giveTo(folder, account);
  const data = join(folder, "data");
  const init = ["-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C"];
  await run(binaries.initdb, ["-D", data, ...init], { cwd: folder, ...account });
  const port = await freePort();
  const options = Object.entries({
    listen_addresses: "127.0.0.1",
    port: `${port}`,
    unix_socket_directories: "",
    shared_buffers: "32MB",
    max_connections: "200",
    ...settings,
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);

  let child: ChildProcess | undefined;
  const start = async () => {
    child = await launch(binaries.postgres, ["-D", data, ...options], folder, account);
  };
  const stop = async (how: "fast" | "kill" = "fast") => {
    // SIGQUIT ends the children too and writes nothing down: what a crash leaves.
    if (child !== undefined) await ended(child, how === "fast" ? "SIGINT" : "SIGQUIT");
    child = undefined;
  };
  await start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop,
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function launch(
  program: string,
  args: readonly string[],
  cwd: string,
  account: Account | undefined,
): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, ...account, stdio: ["ignore", "ignore", "pipe"] });
    let output = "";
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
    const exited = () => reject(new Error(`PostgreSQL ended while it started:\n${output}`));
    child.once("error", reject);
    child.once("exit", exited);
    child.stderr.on("data", (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-4_096);
      if (!output.includes("database system is ready to accept connections")) return;
      clearTimeout(timer);
      child.off("exit", exited);
      resolve(child);
    });
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill(signal);
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
