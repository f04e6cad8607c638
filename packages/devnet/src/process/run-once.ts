import { spawn } from "node:child_process";
import { once } from "node:events";
import { ProcessStartError } from "../errors.ts";
import { logTail, openLog, releaseLog } from "./log-file.ts";
import { signalGroup } from "./signal-group.ts";

const LOG_TAIL = 20;

/** A program that runs to its end. */
export interface OneRun {
  name: string;
  command: string;
  args: readonly string[];
  cwd: string;
  logPath: string;
  /** Ends it. */
  signal?: AbortSignal;
}

/** Runs a program to its end. Throws ProcessStartError with the end of its log when it fails. */
export async function runOnce({
  name,
  command,
  args,
  cwd,
  logPath,
  signal,
}: OneRun): Promise<void> {
  const log = openLog(logPath);
  const child = spawn(command, args, { cwd, detached: true, stdio: ["ignore", log, log] });
  releaseLog(log);
  const end = () => child.pid !== undefined && signalGroup(child.pid, "SIGTERM");
  signal?.addEventListener("abort", end, { once: true });
  const [code] = await once(child, "exit").finally(() => signal?.removeEventListener("abort", end));
  signal?.throwIfAborted();
  if (code === 0) return;
  throw new ProcessStartError(`${name} failed.`, {
    details: [`Log: ${logPath}`, ...(await logTail(logPath, LOG_TAIL))],
  });
}
