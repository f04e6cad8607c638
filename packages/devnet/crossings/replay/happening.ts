import { gatewayAbi } from "@ryugu/contracts";
import { moodyYenAbi } from "@ryugu/contracts/artifacts";
import { Interface, type LogDescription } from "ethers";
import type { Stage, StageChain } from "../stage/stage.ts";

/** Everything that one transaction did to the gateway and the moody tokens of its chain. */
export interface Happening {
  chain: StageChain;
  transaction: string;
  block: number;
  /** Unix seconds of the block. */
  time: number;
  events: readonly { emitter: string; event: LogDescription }[];
}

interface RawLog {
  address: string;
  topics: string[];
  data: string;
  blockNumber: string;
  transactionHash: string;
  logIndex: string;
}

const GATEWAY = new Interface(gatewayAbi);
const MOODS = new Interface(moodyYenAbi);
const MOOD_TOPICS = ["MoodChanged", "AccountBlocked"].map(
  (name) => MOODS.getEvent(name)?.topicHash ?? "",
);

/** Reads a chain from its first block: each transaction that the model has to hear of, in order. */
export async function happeningsOn(stage: Stage, chain: StageChain): Promise<Happening[]> {
  const moody = stage.collections.filter(({ home, moody }) => moody && home === chain);
  const asked = { fromBlock: "0x0", toBlock: "latest" };
  const [ofGateway, ofMoods]: RawLog[][] = await Promise.all([
    chain.provider.send("eth_getLogs", [{ ...asked, address: chain.gatewayAddress }]),
    chain.provider.send("eth_getLogs", [
      { ...asked, address: moody.map(({ token }) => token), topics: [MOOD_TOPICS] },
    ]),
  ]);
  const logs = [...(ofGateway ?? []), ...(ofMoods ?? [])].sort(byPlace);
  const byTransaction = new Map<string, RawLog[]>();
  for (const log of logs) {
    byTransaction.set(log.transactionHash, [
      ...(byTransaction.get(log.transactionHash) ?? []),
      log,
    ]);
  }
  const times = await timesOf(chain, new Set(logs.map(({ blockNumber }) => Number(blockNumber))));
  return [...byTransaction].flatMap(([transaction, own]) => {
    const events = own.flatMap((log) => parse(chain, log));
    const block = Number(own[0]?.blockNumber);
    return events.length === 0
      ? []
      : [{ chain, transaction, block, time: times.get(block) ?? 0, events }];
  });
}

function byPlace(a: RawLog, b: RawLog): number {
  const blocks = Number(a.blockNumber) - Number(b.blockNumber);
  return blocks === 0 ? Number(a.logIndex) - Number(b.logIndex) : blocks;
}

function parse(chain: StageChain, log: RawLog): Happening["events"] {
  const isGateway = log.address.toLowerCase() === chain.gatewayAddress.toLowerCase();
  const event = (isGateway ? GATEWAY : MOODS).parseLog(log);
  return event === null ? [] : [{ emitter: log.address, event }];
}

async function timesOf(
  chain: StageChain,
  blocks: ReadonlySet<number>,
): Promise<Map<number, number>> {
  const times = new Map<number, number>();
  for (const block of blocks) {
    times.set(block, (await chain.provider.getBlock(block))?.timestamp ?? 0);
  }
  return times;
}
