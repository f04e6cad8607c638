import { deploymentBlock, type ZonePlan } from "@ryugu/contracts/deploy";
import { LogsRefusedError, readLogsBackTo } from "@ryugu/sdk/transfer";
import type { JsonRpcProvider } from "ethers";

/** The block in which a zone's gateway was made; undefined where the chain's endpoint cannot tell. */
export async function startBlockOf(
  provider: JsonRpcProvider,
  plan: ZonePlan,
): Promise<number | undefined> {
  try {
    return await deploymentBlock(provider, plan, (filter, isIt) =>
      readLogsBackTo(provider, filter, isIt),
    );
  } catch (error) {
    if (error instanceof LogsRefusedError) return undefined;
    throw error;
  }
}
