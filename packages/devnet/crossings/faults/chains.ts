import { setTimeout as delay } from "node:timers/promises";
import type { Fault } from "./fault.ts";

const STOPPED = 6_000;

/** A chain answers nobody and makes no block. */
export const chainStopped: Fault = {
  name: "a chain stopped",
  async happen({ stage }, random) {
    const chain = random.pick(stage.chains);
    const pid = stage.running.chainProcess(chain?.slug ?? "").identity?.pid;
    if (pid === undefined) return false;
    process.kill(pid, "SIGSTOP");
    try {
      await delay(STOPPED);
    } finally {
      process.kill(pid, "SIGCONT");
    }
    return true;
  },
};
