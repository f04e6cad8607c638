import { erc20RailAbi, marketAbi, splitFactoryAbi, testYenAbi } from "@ryugu/contracts";
import {
  erc20RailBytecode,
  marketBytecode,
  splitFactoryBytecode,
  testYenBytecode,
} from "@ryugu/contracts/artifacts";
import { type ProxiedContract, type ProxiedSpec, proxied } from "@ryugu/contracts/deploy";
import type { Address } from "@ryugu/sdk/primitives";

/** What is sold with on every chain, at the same addresses: nobody's, one of each for a chain. */
export interface MarketPlan {
  splits: ProxiedContract;
  rail: ProxiedContract;
  market: ProxiedContract;
}

const plan = (use: string, contract: Omit<ProxiedSpec, "use">) =>
  proxied({ use: `ryugu-money/${use}`, ...contract });

/** Where makers of splits, rails and markets are; known before anything was sent. */
export function marketPlan(): MarketPlan {
  const factory = { abi: splitFactoryAbi, bytecode: splitFactoryBytecode, args: [] };
  const splits = plan("splits", factory);
  const args = [splits.address];
  return {
    splits,
    rail: plan("rail", { abi: erc20RailAbi, bytecode: erc20RailBytecode, args }),
    market: plan("market", { abi: marketAbi, bytecode: marketBytecode, args: [] }),
  };
}

/** Where an issuer's test yen is. */
export const yenPlan = (issuer: Address): ProxiedContract =>
  plan("yen", { abi: testYenAbi, bytecode: testYenBytecode, args: [issuer] });
