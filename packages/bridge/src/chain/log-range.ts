import { type Address, type Hex, isSameAddress, parseShape } from "@ryugu/sdk/primitives";
import { RangeTooLargeError } from "../domain/errors.ts";
import type { Endpoint } from "./endpoint.ts";
import { EndpointBehindError, EndpointFailedError, EndpointRefusedError } from "./errors.ts";
import { headerAt } from "./heads.ts";
import { type RpcLog, rpcLogs } from "./rpc-shapes.ts";

/** Whose logs are asked for, and by which topics: of each place one or more, or any. */
export interface LogFilter {
  /** Undefined for anybody's. */
  addresses: readonly Address[] | undefined;
  topics: readonly (readonly string[] | null)[];
}

/** Headers asked for at once where logs do not say when their blocks were. */
const TIMES_AT_ONCE = 8;

/**
 * The logs of a range of blocks as one endpoint tells them, each with its block's time.
 *
 * @throws RangeTooLargeError when a smaller range may succeed
 */
export async function logsInRange(
  endpoint: Endpoint,
  { addresses, topics }: LogFilter,
  from: number,
  to: number,
): Promise<{ log: RpcLog; time: number }[]> {
  // An endpoint that lags answers an unknown range with no logs at all, so it must know the last block.
  if ((await headerAt(endpoint, quantity(to))) === undefined) {
    throw new EndpointBehindError("An RPC endpoint does not know a block yet.", {
      details: [`Endpoint: ${endpoint.name}`, `Block: ${to}`],
    });
  }
  const filter = {
    ...(addresses === undefined
      ? {}
      : { address: addresses.length === 1 ? addresses[0] : addresses }),
    fromBlock: quantity(from),
    toBlock: quantity(to),
    topics,
  };
  const logs = parseShape(rpcLogs, await sendLogs(endpoint, filter, to > from), "Logs");
  const inRange = ({ address, blockNumber }: RpcLog) =>
    (addresses === undefined || addresses.some((one) => isSameAddress(one, address))) &&
    blockNumber >= from &&
    blockNumber <= to;
  if (!logs.every(inRange))
    throw new EndpointFailedError("An RPC endpoint sent logs that were not asked for.");
  const times = await timesOf(endpoint, logs);
  return logs.map((log) => ({
    log,
    time: log.blockTimestamp ?? times.get(log.blockNumber) ?? 0,
  }));
}

const quantity = (value: number): Hex => `0x${value.toString(16)}`;

/** A refusal of a range that no smaller range cures. */
const METHOD_UNKNOWN = -32_601;

/** Asks for logs; any other refusal of more than one block may be about the range's size. */
async function sendLogs(endpoint: Endpoint, filter: object, divisible: boolean): Promise<unknown> {
  try {
    return await endpoint.send({ method: "eth_getLogs", params: [filter] });
  } catch (cause) {
    const isRefused = cause instanceof EndpointRefusedError && cause.rpcCode !== METHOD_UNKNOWN;
    if (!divisible || !(isRefused || cause instanceof EndpointFailedError)) throw cause;
    throw new RangeTooLargeError("An RPC endpoint refused a range of blocks.", { cause });
  }
}

/** The times of blocks whose logs do not carry them. */
async function timesOf(endpoint: Endpoint, logs: readonly RpcLog[]): Promise<Map<number, number>> {
  const missing = new Set(
    logs.filter((log) => log.blockTimestamp === undefined).map((log) => log.blockNumber),
  );
  const waiting = [...missing];
  const times = new Map<number, number>();
  while (waiting.length > 0) {
    const some = waiting.splice(0, TIMES_AT_ONCE);
    const headers = await Promise.all(some.map((number) => headerAt(endpoint, quantity(number))));
    for (const header of headers) if (header !== undefined) times.set(header.number, header.time);
  }
  return times;
}
