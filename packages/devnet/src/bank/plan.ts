import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { localUrl } from "../chain/anvil.ts";
import { nodeCommand } from "../process/node-command.ts";
import type { ProcessPlan } from "../process/supervised-process.ts";
import { writeFileAtomic } from "../process/write-atomic.ts";
import type { BankWebhook } from "./announcer.ts";
import type { BankSettingsInput } from "./settings.ts";

/** A simulated bank as a process. */
export interface BankPlanOptions {
  readonly name: string;
  readonly port: number;
  /** Where its database and its settings file are. */
  readonly folder: string;
  readonly logPath: string;
  /** The customer's bearer token, 16 characters or more. */
  readonly token: string;
  readonly webhook?: BankWebhook;
  /** When its clock begins, ISO 8601 with an offset, and how many of its seconds are in one of ours. */
  readonly clock: { readonly start: string; readonly speed: number };
  readonly bank: BankSettingsInput;
}

const PROGRAM = fileURLToPath(new URL("main.ts", import.meta.url));
/** As long as nodes may take: in a zone they start beside them. */
const READY_WITHIN = 45_000;

/** How to run a simulated bank. What it has taken survives that it is killed. */
export function bankPlan(options: BankPlanOptions): ProcessPlan {
  const { name, port, folder, logPath, token, webhook, clock, bank } = options;
  const path = join(folder, `${name}.json`);
  const file = { port, database: join(folder, `${name}.sqlite`), token, webhook, clock, bank };
  return {
    ...{ name, logPath, cwd: folder, readyWithin: READY_WITHIN },
    ...nodeCommand(PROGRAM, path),
    prepare: async () => writeFileAtomic(path, JSON.stringify(file), 0o600),
    isReady: () => isHealthy(port),
  };
}

/** Whether a service answers at its port. */
export async function isHealthy(port: number): Promise<boolean> {
  const response = await fetch(`${localUrl(port)}/health`);
  await response.body?.cancel();
  return response.ok;
}
