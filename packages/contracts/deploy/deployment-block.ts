import { Interface, isError, type Provider } from "ethers";
import { zoneFactoryAbi } from "../abi/index.ts";
import type { ZonePlan } from "./plan.ts";

const FACTORY = new Interface(zoneFactoryAbi);
/** Of `IZoneFactory.Part`. */
const PART_GATEWAY = 0;

/**
 * The block in which a zone's gateway was made, as the factory's log tells: where observers begin. Undefined where the
 * chain's endpoint keeps no logs from then, or gives none over so many blocks.
 */
export async function deploymentBlock(
  provider: Provider,
  plan: ZonePlan,
): Promise<number | undefined> {
  const topics = FACTORY.encodeFilterTopics("PartDeployed", [
    plan.zoneId,
    plan.genesisSetHash,
    PART_GATEWAY,
  ]);
  try {
    const logs = await provider.getLogs({ address: plan.factory, topics, fromBlock: 0 });
    const made = logs.find((log) => FACTORY.parseLog(log)?.args.account === plan.gateway);
    return made?.blockNumber;
  } catch (error) {
    // A refused range of blocks comes as one of these.
    if (isError(error, "UNKNOWN_ERROR") || isError(error, "SERVER_ERROR")) return undefined;
    throw error;
  }
}
