import { parentPort } from "node:worker_threads";
import { RyuguError } from "@ryugu/sdk/errors";
import { JOBS, type Jobs } from "./jobs.ts";

/** What the thread is told, one job at a time. */
export type Order = {
  [Name in keyof Jobs]: { name: Name; input: Parameters<Jobs[Name]>[0] };
}[keyof Jobs];

/** What it answers: a result, or an error in words, since classes do not cross threads. */
type Outcome =
  | { result: unknown }
  | { code: string | undefined; message: string; details: readonly string[] };

/** With how long the thread computed for it, in milliseconds: however busy the machine is. */
export type Answer = Outcome & { spent: number };

parentPort?.on("message", async (order: Order) => {
  const before = process.threadCpuUsage();
  const outcome = await carryOut(order);
  const { user, system } = process.threadCpuUsage(before);
  parentPort?.postMessage({ ...outcome, spent: (user + system) / 1_000 } satisfies Answer);
});

async function carryOut(order: Order): Promise<Outcome> {
  try {
    const result = order.name === "derive" ? JOBS.derive(order.input) : JOBS.render(order.input);
    return { result: await result };
  } catch (error) {
    if (error instanceof RyuguError)
      return { code: error.code, message: error.shortMessage, details: error.details };
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { code: undefined, message, details: [] };
  }
}
