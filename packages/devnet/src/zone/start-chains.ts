import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { anvilPlan, localUrl } from "../chain/anvil.ts";
import { genesisState } from "../chain/genesis.ts";
import { MemberNode } from "../chain/member-node.ts";
import { StateKeeper } from "../chain/state-keeper.ts";
import { fundedAccounts } from "../keys/zone-keys.ts";
import type { ChainPlan } from "./plan.ts";
import { chainName, type ZoneParts } from "./running-zone.ts";

/** Starts the zone's chains, and members' nodes before those that are permissioned. */
export async function startChains(parts: ZoneParts): Promise<void> {
  await Promise.all(parts.shape.chains.map((chain) => startChain(parts, chain)));
}

async function startChain(parts: ZoneParts, { slug, number, kind }: ChainPlan): Promise<void> {
  const { shape, layout, ports, keys, processes, keepers } = parts;
  const { funded, keepsState, blockTime } = shape;
  const statePath = join(layout.chain(slug), "state.json");
  const name = chainName(slug);
  const keeper = keepsState ? new StateKeeper(statePath) : undefined;
  if (keeper !== undefined) {
    keeper.start();
    keepers.push(keeper);
  }
  const home = join(layout.chain(slug), "home");
  mkdirSync(home, { recursive: true });
  const accounts = [...fundedAccounts(keys), ...funded];
  const plan = anvilPlan({
    name,
    number,
    port: ports.engines[slug] ?? 0,
    freeGas: kind === "permissioned",
    statePath,
    keepsState,
    blockTime,
    logPath: layout.log(name),
    genesis: () => genesisState(accounts, Math.floor(Date.now() / 1_000)),
  });
  const prepare = async () => {
    await plan.prepare?.();
    await keeper?.begin();
  };
  // Anvil keeps older states under its home; a killed one leaves them, so they belong to the zone's folder.
  await processes.add({ ...plan, prepare, env: { HOME: home } }).start();
  if (kind === "permissioned") await startMember(parts, slug, keeper);
}

/** A block that a killed chain would forget was never decided: the member shows what is on the disk. */
async function startMember(
  { ports, members }: ZoneParts,
  slug: string,
  keeper: StateKeeper | undefined,
): Promise<void> {
  const member = new MemberNode({
    port: ports.chains[slug] ?? 0,
    target: localUrl(ports.engines[slug] ?? 0),
    head: () => keeper?.block,
  });
  members.push(member);
  await member.start();
}
