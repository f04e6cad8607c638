import { startNode } from "../start.ts";
import { stopSignal } from "../stop-signal.ts";
import type { NodeCommand } from "./command.ts";

/** How long a node may take to stop, in milliseconds. What was under way is durable either way. */
const STOP_TIMEOUT = 8_000;
const FAILED = 1;

/** Runs the node until a signal stops it. */
export const start: NodeCommand = {
  name: "start",
  usage: "--config <file>",
  summary: "run the node until it is told to stop",
  options: { config: { type: "string", required: true } },
  async run({ needed, environment }) {
    const stopping = new AbortController();
    const told = stopSignal().then(() => {
      stopping.abort("The node is told to stop.");
      setTimeout(() => process.exit(FAILED), STOP_TIMEOUT).unref();
      process.once("SIGTERM", () => process.exit(FAILED));
      process.once("SIGINT", () => process.exit(FAILED));
    });
    const node = await startNode(needed("config"), environment, stopping.signal);
    await told;
    await node?.stop();
    // Connections that peers keep open must not keep the process.
    process.exit(0);
  },
};
