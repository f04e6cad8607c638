import type { Interface, LogDescription, TransactionReceipt } from "ethers";
import { type Hex, isSameAddress, type RawLog } from "../primitives/index.ts";

/** Where on its chain something was logged. */
export interface LogPlace {
  readonly transaction: Hex;
  readonly block: number;
  /** Its place in the block. */
  readonly logIndex: number;
}

/** A log, from a receipt or from a search. */
interface EventLog extends LogPlace {
  address: string;
  topics: readonly string[];
  data: string;
}

/** One event that a contract logged. */
export interface ContractEvent {
  event: LogDescription;
  place: LogPlace;
}

export function receiptLogs(receipt: TransactionReceipt): EventLog[] {
  return receipt.logs.map(({ address, topics, data, index }) => ({
    ...{ address, topics, data, logIndex: index },
    transaction: receipt.hash as Hex,
    block: receipt.blockNumber,
  }));
}

export function foundLogs(logs: readonly RawLog[]): EventLog[] {
  return logs.map(({ address, topics, data, blockNumber, transactionHash, logIndex }) => ({
    ...{ address, topics, data },
    transaction: transactionHash,
    block: Number(blockNumber),
    logIndex: Number(logIndex),
  }));
}

/** What a contract itself logged; others may log what looks the same. What does not decode is left out. */
export function eventsOf(
  contract: string,
  abi: Interface,
  logs: readonly EventLog[],
): ContractEvent[] {
  return logs
    .filter((log) => isSameAddress(log.address, contract))
    .flatMap(({ topics, data, transaction, block, logIndex }) => {
      const event = parse(abi, topics, data);
      return event ? [{ event, place: { transaction, block, logIndex } }] : [];
    });
}

/** A stranger's token may log the standard's event with other indexed arguments. */
function parse(abi: Interface, topics: readonly string[], data: string): LogDescription | null {
  try {
    const event = abi.parseLog({ topics, data });
    // Decoding is lazy: an argument that is not there throws only when it is read.
    event?.args.toArray();
    return event;
  } catch {
    return null;
  }
}
