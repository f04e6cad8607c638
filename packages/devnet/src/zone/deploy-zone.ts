import type { GatewayReference } from "@ryugu/sdk/lane";
import { type Address, address, chainId } from "@ryugu/sdk/primitives";
import type { ZoneKeys } from "../keys/zone-keys.ts";
import { type DeployedContracts, deployContracts } from "./deploy-contracts.ts";
import { fundOperator } from "./fund-operators.ts";
import { openQuorum, type ZoneGenesis } from "./genesis-set.ts";
import { openLane } from "./open-lanes.ts";
import type { ChainPlan } from "./plan.ts";
import { type ChainAccess, withProviders } from "./with-providers.ts";

/** A chain of the zone with what the zone has on it. */
export interface DeployedChain extends DeployedContracts {
  plan: ChainPlan;
  /** By the other chain's slug. */
  vaults: Record<string, Address>;
}

/** A chain's gateway, as what validators sign names it. */
export const gatewayOn = ({
  plan,
  gateway,
}: Pick<DeployedChain, "plan" | "gateway">): GatewayReference => ({
  chain: chainId(plan.number),
  gateway,
});

/** What the zone's contracts are deployed with. */
export interface DeploymentParts extends ChainAccess {
  keys: ZoneKeys;
  genesis: ZoneGenesis;
}

/**
 * Puts the zone's contracts on every chain and opens every lane, and sees to it that the platforms'
 * operators have coins. What is there already is left as it is, so a
 * start that was interrupted goes on where it stopped.
 *
 * @throws ZoneDeploymentError
 */
export function deployZone(parts: DeploymentParts): Promise<DeployedChain[]> {
  const { keys, genesis, shape } = parts;
  return withProviders(parts, async (providerOf) => {
    const deployer = await keys.deployer.open();
    const on = ({ slug }: ChainPlan) => deployer.connect(providerOf(slug));
    const made = await Promise.all(
      shape.chains.map(async (plan) => ({
        plan,
        ...(await deployContracts(on(plan), genesis, shape)),
      })),
    );
    for (const { plan } of made) {
      const operator = keys.operators[plan.slug];
      if (operator !== undefined) await fundOperator(deployer, providerOf(plan.slug), operator);
    }
    const quorum = await openQuorum(keys, genesis.set);
    return await Promise.all(
      made.map(async (chain) => {
        const vaults: Record<string, Address> = {};
        const gateway = gatewayOn(chain);
        const provider = providerOf(chain.plan.slug);
        const seat = { zoneId: genesis.zoneId, gateway, quorum, sender: deployer, provider };
        for (const other of made.filter(({ plan }) => plan !== chain.plan)) {
          vaults[other.plan.slug] = address(await openLane(seat, gatewayOn(other)));
        }
        return { ...chain, vaults };
      }),
    );
  });
}
