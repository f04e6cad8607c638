import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Currency } from "@ryugu/sdk/payout";
import { isHealthy } from "../bank/plan.ts";
import { nodeCommand } from "../process/node-command.ts";
import type { ProcessPlan } from "../process/supervised-process.ts";
import { writeFileAtomic } from "../process/write-atomic.ts";

/** An issuer as a process. */
export interface IssuerPlanOptions {
  readonly name: string;
  readonly port: number;
  /** Where its database, its settings file and its key are. */
  readonly folder: string;
  readonly logPath: string;
  /** Bearer tokens by platform, 16 characters or more each; `operator` is its own. */
  readonly tokens: Readonly<Record<string, string>>;
  /** The bank's customer that it is. */
  readonly bank: { readonly url: string; readonly token: string };
  /** The secret that the bank signs its webhook with. */
  readonly webhookSecret: string;
  readonly rpc: string;
  readonly currency: Currency;
  /** How many blocks on top make one final, or the chain's own tag. */
  readonly finality: number | "finalized";
  /** The block before the first that can hold a payment. */
  readonly startBlock: number;
  /** The redemption account's private key, in hex. */
  readonly key: string;
}

const PROGRAM = fileURLToPath(new URL("main.ts", import.meta.url));
/** As long as nodes may take: in a zone they start beside them. */
const READY_WITHIN = 45_000;

/** How to run an issuer. What it was doing when it was killed goes on. */
export function issuerPlan(options: IssuerPlanOptions): ProcessPlan {
  const { name, port, folder, logPath, key } = options;
  const path = join(folder, `${name}.json`);
  const keyFile = join(folder, `${name}.key`);
  return {
    ...{ name, logPath, cwd: folder, readyWithin: READY_WITHIN },
    ...nodeCommand(PROGRAM, path),
    prepare: async () => {
      writeFileAtomic(keyFile, key, 0o600);
      writeFileAtomic(path, JSON.stringify(settingsFile(options, keyFile)), 0o600);
    },
    isReady: () => isHealthy(port),
  };
}

function settingsFile(options: IssuerPlanOptions, keyFile: string) {
  const { name, port, folder, tokens, bank, webhookSecret, rpc, finality, startBlock } = options;
  const { chain, ...currency } = options.currency;
  return {
    ...{ port, database: join(folder, `${name}.sqlite`), tokens, webhookSecret, bank, keyFile },
    ...{ chain: { id: chain, rpc, finality, startBlock }, currency },
  };
}
