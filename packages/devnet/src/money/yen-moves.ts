import { testYenAbi } from "@ryugu/contracts";
import type { Address } from "@ryugu/sdk/primitives";
import { Interface, type Provider } from "ethers";

const YEN = new Interface(testYenAbi);

/** How much yen has ever gone from one account to another, by the chain's own logs. */
export async function yenMoved(
  provider: Provider,
  yen: Address,
  from: Address,
  to: Address,
): Promise<bigint> {
  const topics = YEN.encodeFilterTopics("Transfer", [from, to]);
  const logs = await provider.getLogs({ address: yen, topics, fromBlock: 0 });
  return logs.reduce((sum, log) => sum + BigInt(YEN.parseLog(log)?.args.value ?? 0), 0n);
}
