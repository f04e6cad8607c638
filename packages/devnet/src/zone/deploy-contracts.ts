import {
  deploymentBlock,
  deployZone as deployParts,
  planZone,
  type ZonePlan,
} from "@ryugu/contracts/deploy";
import { type Address, address } from "@ryugu/sdk/primitives";
import type { Provider, Signer } from "ethers";
import { ZoneDeploymentError } from "../errors.ts";
import type { ZoneGenesis } from "./genesis-set.ts";
import { rethrown } from "./mined.ts";
import { QUORUM, ZONE_NAME, type ZoneShape, zoneSettings } from "./plan.ts";

/** A zone's contracts on one chain. */
export interface DeployedContracts {
  factory: Address;
  gateway: Address;
  custody: Address;
  /** The block in which the gateway was made. */
  block: number;
}

/**
 * Deploys a zone's contracts on one chain, or what is missing of them there.
 *
 * @throws ZoneDeploymentError
 */
export async function deployContracts(
  deployer: Signer,
  { set }: ZoneGenesis,
  shape: ZoneShape,
): Promise<DeployedContracts> {
  const plan = planZone({
    name: ZONE_NAME,
    validators: set.validators,
    quorum: QUORUM,
    settings: zoneSettings(shape),
  });
  await deployParts(deployer, plan).catch(rethrown);
  return {
    factory: address(plan.factory),
    gateway: address(plan.gateway),
    custody: address(plan.custody),
    block: await blockOf(deployer.provider, plan),
  };
}

async function blockOf(provider: Provider | null, plan: ZonePlan): Promise<number> {
  const block = provider === null ? undefined : await deploymentBlock(provider, plan);
  if (block !== undefined) return block;
  throw new ZoneDeploymentError("The chain does not know when the zone was deployed.");
}
