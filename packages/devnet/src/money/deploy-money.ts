import { type Address, address } from "@ryugu/sdk/primitives";
import type { Provider, Wallet } from "ethers";
import { ensureContracts } from "./ensure-contracts.ts";
import { marketPlan, yenPlan } from "./money-plan.ts";

/** What is sold with and paid with on one chain. */
export interface MoneyContracts {
  market: Address;
  /** What carries the payments. */
  rail: Address;
  /** What makes splits. */
  splits: Address;
  /** The yen, or what stands for it there. */
  yen: Address;
}

/** The contracts that are at the same addresses on every chain. */
export type MarketContracts = Omit<MoneyContracts, "yen">;

/** Where a chain has them. */
export function marketContracts(): MarketContracts {
  const { market, rail, splits } = marketPlan();
  return {
    market: address(market.address),
    rail: address(rail.address),
    splits: address(splits.address),
  };
}

/**
 * Puts what is sold with on a chain, or what is missing of it.
 *
 * @throws ZoneDeploymentError
 */
export async function deployMarket(deployer: Wallet, provider: Provider): Promise<MarketContracts> {
  const { splits, rail, market } = marketPlan();
  await ensureContracts(deployer, provider, [splits, rail, market]);
  return marketContracts();
}

/**
 * The same where the yen is born, with the yen of whoever deploys it.
 *
 * @throws ZoneDeploymentError
 */
export async function deployMoney(issuer: Wallet, provider: Provider): Promise<MoneyContracts> {
  const { splits, rail, market } = marketPlan();
  const yen = yenPlan(address(issuer.address));
  await ensureContracts(issuer, provider, [splits, rail, market, yen]);
  return { ...marketContracts(), yen: address(yen.address) };
}
