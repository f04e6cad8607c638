import { isRunning, type ProcessIdentity } from "./identity.ts";
import { waitUntil } from "./wait-until.ts";

/** How long a process may take to end by itself, in milliseconds. */
const GRACE = 6_000;

/** Sends a signal to a process and everything it started. Nothing happens when it is gone. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Asks a process group to end, and ends it when it does not. */
export async function endGroup(identity: ProcessIdentity): Promise<void> {
  if (!isRunning(identity)) return;
  signalGroup(identity.pid, "SIGTERM");
  if (await waitUntil(() => !isRunning(identity), { timeout: GRACE, interval: 25 })) return;
  signalGroup(identity.pid, "SIGKILL");
  await waitUntil(() => !isRunning(identity), { timeout: GRACE, interval: 25 });
}
