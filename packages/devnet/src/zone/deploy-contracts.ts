import { zoneFactoryAbi } from "@ryugu/contracts";
import {
  deployZone as deployParts,
  planZone,
  ZoneDeployError,
  type ZonePlan,
} from "@ryugu/contracts/deploy";
import { type Address, address, isSameAddress } from "@ryugu/sdk/primitives";
import { Interface, type Provider, type Signer } from "ethers";
import { ZoneDeploymentError } from "../errors.ts";
import type { ZoneGenesis } from "./genesis-set.ts";
import { NOTICES, QUORUM, ZONE_NAME, type ZoneShape } from "./plan.ts";

/** A zone's contracts on one chain. */
export interface DeployedContracts {
  factory: Address;
  gateway: Address;
  custody: Address;
  /** The block in which the gateway was made. */
  block: number;
}

const FACTORY = new Interface(zoneFactoryAbi);
/** Of `IZoneFactory.Part`. */
const PART_GATEWAY = 0;

/**
 * Deploys a zone's contracts on one chain, or what is missing of them there.
 *
 * @throws ZoneDeploymentError
 */
export async function deployContracts(
  deployer: Signer,
  { set }: ZoneGenesis,
  { deadlines }: ZoneShape,
): Promise<DeployedContracts> {
  const plan = planZone({
    name: ZONE_NAME,
    validators: set.validators,
    quorum: QUORUM,
    settings: {
      minDeadline: deadlines.min,
      maxDeadline: deadlines.max,
      defaultDeadline: deadlines.default,
      policyNotice: NOTICES.policy,
      reanchorNotice: NOTICES.reanchor,
      windDownNotice: NOTICES.windDown,
    },
  });
  await deployParts(deployer, plan).catch((error: unknown) => {
    if (!(error instanceof ZoneDeployError)) throw error;
    throw new ZoneDeploymentError(error.message, { cause: error, details: error.details });
  });
  return {
    factory: address(plan.factory),
    gateway: address(plan.gateway),
    custody: address(plan.custody),
    block: await deploymentBlock(deployer.provider, plan),
  };
}

async function deploymentBlock(provider: Provider | null, plan: ZonePlan): Promise<number> {
  const topics = FACTORY.encodeFilterTopics("PartDeployed", [
    plan.zoneId,
    plan.genesisSetHash,
    PART_GATEWAY,
  ]);
  const logs = await provider?.getLogs({ address: plan.factory, topics, fromBlock: 0 });
  const made = logs?.find((log) =>
    isSameAddress(FACTORY.parseLog(log)?.args.account ?? "", plan.gateway),
  );
  if (made !== undefined) return made.blockNumber;
  throw new ZoneDeploymentError("The chain does not know when the zone was deployed.");
}
