import { createProcessApi, listen } from "../api/server.ts";
import { type NodeProcess, processContext } from "./process-context.ts";

/** What answers while a node cannot begin. */
export interface WaitingApi {
  /** Says what is waited for; listens from the first time on. */
  say(problem: string): Promise<void>;
  /** Ends it, if it ever began. @returns the port that it had */
  close(): Promise<number | undefined>;
}

/**
 * Makes it: health, readiness and metrics, and nothing else.
 *
 * @param task - what is waited for, as tasks are named
 */
export function waitingApi(node: NodeProcess, task: string): WaitingApi {
  let problem = "";
  let opened: { port: number; close(): Promise<void> } | undefined;
  return {
    async say(next) {
      problem = next;
      if (opened !== undefined) return;
      const health = () => [{ name: task, healthy: false, problem }];
      const app = await createProcessApi(processContext(node, undefined, health));
      const port = await listen(app, node.config.api);
      opened = { port, close: () => app.close() };
      node.logger.info({ port, problem }, "waiting");
    },
    async close() {
      await opened?.close();
      return opened?.port;
    },
  };
}
