import type { GatewayReference } from "@ryugu/sdk/lane";
import { type Address, address, chainId } from "@ryugu/sdk/primitives";
import { localUrl } from "../chain/anvil.ts";
import { localProvider } from "../chain/provider.ts";
import type { ZoneKeys } from "../keys/zone-keys.ts";
import { type DeployedContracts, deployContracts } from "./deploy-contracts.ts";
import { fundOperator } from "./fund-operators.ts";
import { openQuorum, type ZoneGenesis } from "./genesis-set.ts";
import { openLane } from "./open-lanes.ts";
import type { ChainPlan, ZoneShape } from "./plan.ts";
import type { ZonePorts } from "./port-plan.ts";

/** A chain of the zone with what the zone has on it. */
export interface DeployedChain extends DeployedContracts {
  plan: ChainPlan;
  /** By the other chain's slug. */
  vaults: Record<string, Address>;
}

const reference = ({
  plan,
  gateway,
}: Pick<DeployedChain, "plan" | "gateway">): GatewayReference => ({
  chain: chainId(plan.number),
  gateway,
});

/**
 * Puts the zone's contracts on every chain and opens every lane, and sees to it that the platforms'
 * operators have coins. What is there already is left as it is, so a
 * start that was interrupted goes on where it stopped.
 *
 * @throws ZoneDeploymentError
 */
export async function deployZone(
  ports: ZonePorts,
  keys: ZoneKeys,
  genesis: ZoneGenesis,
  shape: ZoneShape,
): Promise<DeployedChain[]> {
  const providers = new Map(
    shape.chains.map(({ slug, number }) => [
      slug,
      localProvider(localUrl(ports.chains[slug] ?? 0), number),
    ]),
  );
  try {
    const deployer = await keys.deployer.open();
    const on = (plan: ChainPlan) => deployer.connect(providers.get(plan.slug) ?? null);
    const made = await Promise.all(
      shape.chains.map(async (plan) => ({
        plan,
        ...(await deployContracts(on(plan), genesis, shape)),
      })),
    );
    for (const { plan } of made) {
      const operator = keys.operators[plan.slug];
      if (operator !== undefined) await fundOperator(on(plan), operator);
    }
    const quorum = await openQuorum(keys, genesis.set);
    return await Promise.all(
      made.map(async (chain) => {
        const vaults: Record<string, Address> = {};
        for (const other of made.filter(({ plan }) => plan !== chain.plan)) {
          const [here, there] = [reference(chain), reference(other)];
          const vault = await openLane(on(chain.plan), genesis.zoneId, here, there, quorum);
          vaults[other.plan.slug] = address(vault);
        }
        return { ...chain, vaults };
      }),
    );
  } finally {
    for (const provider of providers.values()) provider.destroy();
  }
}
