import { Interface, isError, type Provider } from "ethers";
import { zoneFactoryAbi } from "../abi/index.ts";
import type { ZonePlan } from "./plan.ts";

const FACTORY = new Interface(zoneFactoryAbi);
/** Of `IZoneFactory.Part`. */
const PART_GATEWAY = 0;

/** A log, as far as it is looked at. */
export interface FoundLog {
  topics: readonly string[];
  data: string;
  /** A number, or one in hex. */
  blockNumber: number | string;
}

/** Reads logs, at least back to the one that is looked for. */
export type ReadLogs = (
  filter: { address: string; topics: (string | string[] | null)[]; fromBlock: number },
  isIt: (log: FoundLog) => boolean,
) => Promise<readonly FoundLog[]>;

/**
 * The block in which a zone's gateway was made, as the factory's log tells: where observers begin. Undefined where the
 * chain's endpoint keeps no logs from then, or gives none over so many blocks.
 *
 * @param readLogs - all blocks in one question where left out, which not every endpoint answers
 */
export async function deploymentBlock(
  provider: Provider,
  plan: ZonePlan,
  readLogs: ReadLogs = (filter) => provider.getLogs(filter),
): Promise<number | undefined> {
  const topics = FACTORY.encodeFilterTopics("PartDeployed", [
    plan.zoneId,
    plan.genesisSetHash,
    PART_GATEWAY,
  ]);
  try {
    const isIt = (log: FoundLog) => FACTORY.parseLog(log)?.args.account === plan.gateway;
    const logs = await readLogs({ address: plan.factory, topics, fromBlock: 0 }, isIt);
    const made = logs.find(isIt);
    return made && Number(made.blockNumber);
  } catch (error) {
    // A refused range of blocks comes as one of these.
    if (isError(error, "UNKNOWN_ERROR") || isError(error, "SERVER_ERROR")) return undefined;
    throw error;
  }
}
