import { gatewayAbi } from "@ryugu/contracts";
import { STANDARDS } from "@ryugu/sdk/lane";
import { type Address, address } from "@ryugu/sdk/primitives";
import { Contract, type Provider } from "ethers";
import type { ZoneKeys } from "../keys/zone-keys.ts";
import type { DeployedChain } from "../zone/deploy-zone.ts";
import { fundOperator } from "../zone/fund-operators.ts";
import { type ChainPlan, MONEY_HOME } from "../zone/plan.ts";
import { type ChainAccess, withProviders } from "../zone/with-providers.ts";
import { deployMarket, deployMoney, type MoneyContracts, marketContracts } from "./deploy-money.ts";
import { yenPlan } from "./money-plan.ts";

/** What people of a zone sell and pay with. */
export interface ZoneMoney {
  /** Where the yen was born. */
  home: ChainPlan;
  yen: Address;
  /** By chain slug. */
  contracts: Record<string, MoneyContracts>;
}

/**
 * Puts what is sold and paid with on every chain, or what is missing of it. The issuer does it, so that it need not wait for who
 * deploys the zone.
 *
 * @throws ZoneDeploymentError
 */
export function deployZoneMoney(parts: ChainAccess & { keys: ZoneKeys }): Promise<unknown> {
  return withProviders(parts, async (providerOf) => {
    const { keys, shape } = parts;
    const [deployer, issuer] = await Promise.all([keys.deployer.open(), keys.issuer.open()]);
    return Promise.all(
      shape.chains.map(async ({ slug }) => {
        const provider = providerOf(slug);
        await fundOperator(deployer, provider, keys.issuer);
        const deploy = slug === MONEY_HOME ? deployMoney : deployMarket;
        await deploy(issuer, provider);
      }),
    );
  });
}

/** Where everything of it is, once the zone's contracts are there. */
export function readZoneMoney(
  parts: ChainAccess & { keys: ZoneKeys },
  chains: readonly DeployedChain[],
): Promise<ZoneMoney> {
  return withProviders(parts, async (providerOf) => {
    const yen = address(yenPlan(parts.keys.issuer.address).address);
    const home = homeOf(chains).plan;
    const market = marketContracts();
    const contracts = await Promise.all(
      chains.map(async (chain) => {
        const { slug } = chain.plan;
        const here =
          slug === MONEY_HOME ? yen : await representationOf(providerOf(slug), chain, home, yen);
        return [slug, { ...market, yen: here }] as const;
      }),
    );
    return { home, yen, contracts: Object.fromEntries(contracts) };
  });
}

/** The chain where the yen was born. Throws RangeError. */
export function homeOf(chains: readonly DeployedChain[]): DeployedChain {
  const home = chains.find(({ plan }) => plan.slug === MONEY_HOME);
  if (home === undefined) throw new RangeError(`The zone has no chain ${MONEY_HOME}.`);
  return home;
}

async function representationOf(
  provider: Provider,
  { gateway }: DeployedChain,
  home: ChainPlan,
  yen: Address,
): Promise<Address> {
  const contract = new Contract(gateway, gatewayAbi, provider);
  return address(await contract.getFunction("representationOf")(home.number, yen, STANDARDS.erc20));
}
