import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Address } from "@ryugu/sdk/primitives";
import { anvilPlan, localUrl } from "../../src/chain/anvil.ts";
import { genesisState } from "../../src/chain/genesis.ts";
import type { RunningZone } from "../../src/index.ts";

/** A chain that is not the zone's yet. */
export interface ExtraChain {
  slug: string;
  number: number;
  port: number;
  /** Accounts that begin with coins. */
  funded: readonly Address[];
  /** Seconds between two blocks. */
  blockTime: number;
}

/** Starts a chain among a zone's processes: it ends with them. Answers its address. */
export async function startExtraChain(
  zone: RunningZone,
  { slug, number, port, funded, blockTime }: ExtraChain,
): Promise<string> {
  const folder = zone.layout.chain(slug);
  mkdirSync(join(folder, "home"), { recursive: true });
  const name = `chain-${slug}`;
  const plan = anvilPlan({
    name,
    number,
    port,
    blockTime,
    statePath: join(folder, "state.json"),
    logPath: zone.layout.log(name),
    genesis: () => genesisState(funded, Math.floor(Date.now() / 1_000)),
  });
  await zone.processes.add({ ...plan, env: { HOME: join(folder, "home") } }).start();
  return localUrl(port);
}
