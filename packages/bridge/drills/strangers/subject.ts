import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Order, Usage } from "./orders.ts";

/** The node under attack, as the drill sees it. */
export interface Subject {
  port: number;
  tell(order: "usage" | "news"): Promise<Usage>;
  end(): Promise<void>;
}

/** Starts the node in a process of its own, so that what it uses is its own. */
export async function startSubject(): Promise<Subject> {
  const file = fileURLToPath(new URL("./node.ts", import.meta.url));
  const child = fork(file, { execArgv: ["--conditions=ryugu-source", "--no-warnings"] });
  const [port] = (await once(child, "message")) as [number];
  const say = (order: Order) => child.send(order);
  return {
    port,
    async tell(order) {
      say(order);
      const [usage] = (await once(child, "message")) as [Usage];
      return usage;
    },
    async end() {
      say("end");
      await once(child, "exit");
    },
  };
}
