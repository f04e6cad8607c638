import { type JsonRpcApiProvider, toQuantity } from "ethers";
import { LogsRefusedError } from "./errors.ts";
import { type Hex, preview } from "./hex.ts";
import { isRangeRefusal, refusalOf } from "./range-refusal.ts";

/** A log as an endpoint gives it. */
export interface RawLog {
  address: string;
  topics: string[];
  data: string;
  blockNumber: Hex;
  transactionHash: Hex;
  logIndex: Hex;
}

/** Which logs are wanted. */
export interface LogFilter {
  /** One contract, or several at once. */
  address: string | readonly string[];
  /** What must stand at each topic; null for anything. */
  topics: readonly (string | readonly string[] | null)[];
  fromBlock: number;
  /** The newest block where left out. */
  toBlock?: number;
}

/** How logs are read. */
export interface LogPagesOptions {
  /** Begins at the newest block: for who looks for one log and stops there. */
  newestFirst?: boolean;
  signal?: AbortSignal;
  /** After so many an endpoint's ranges are too small to be of use. */
  maxRequests?: number;
}

/** Half an hour at ten a second. */
const MAX_REQUESTS = 20_000;

/**
 * All logs that a filter wants, in their order, from an endpoint that may refuse to look through many blocks at once.
 *
 * @throws LogsRefusedError, and whatever the provider throws where it cannot be asked at all
 */
export async function readLogs(provider: JsonRpcApiProvider, filter: LogFilter): Promise<RawLog[]> {
  const all: RawLog[] = [];
  for await (const page of logPages(provider, filter)) {
    for (const log of page) all.push(log);
  }
  return all;
}

/**
 * The newest logs that a filter wants, in their order: at least back to one that is told, or all where it is not among them.
 * For who looks for what is probably not long ago.
 *
 * @throws as {@link readLogs}
 */
export async function readLogsBackTo(
  provider: JsonRpcApiProvider,
  filter: LogFilter,
  isIt: (log: RawLog) => boolean,
  signal?: AbortSignal,
): Promise<RawLog[]> {
  const options = { newestFirst: true, ...(signal && { signal }) };
  let logs: RawLog[] = [];
  for await (const page of logPages(provider, filter, options)) {
    logs = [...page, ...logs];
    if (page.some(isIt)) break;
  }
  return logs;
}

/**
 * As {@link readLogs}, a range of blocks at a time. The whole is asked for first; where it is refused for its size, half of it,
 * and half again, until the endpoint answers. After each answer an eighth more is asked for: limits on results differ from
 * place to place.
 */
export async function* logPages(
  provider: JsonRpcApiProvider,
  filter: LogFilter,
  { newestFirst = false, signal, maxRequests = MAX_REQUESTS }: LogPagesOptions = {},
): AsyncGenerator<RawLog[], void, void> {
  signal?.throwIfAborted();
  const { fromBlock, toBlock } = filter;
  const whole = await ask(provider, filter, fromBlock, toBlock ?? "latest");
  if (!("refusal" in whole)) {
    yield whole.logs;
    return;
  }
  // Settled once, so that blocks which come meanwhile move no range.
  const newest = toBlock ?? Number(await provider.send("eth_blockNumber", []));
  let [low, high] = [fromBlock, newest];
  let size = Math.max(1, Math.floor((high - low + 1) / 2));
  for (let asked = 1; low <= high; asked++) {
    signal?.throwIfAborted();
    if (asked > maxRequests) throw refused(whole.refusal, fromBlock, newest);
    size = Math.min(size, high - low + 1);
    const [from, to] = newestFirst ? [high - size + 1, high] : [low, low + size - 1];
    // By name, because the next endpoint behind a balancer may be a block behind and refuse the number.
    const isOpen = to === newest && toBlock === undefined && size > 1;
    const answer = await ask(provider, filter, from, isOpen ? "latest" : to);
    if ("refusal" in answer) {
      if (size === 1) throw refused(answer.refusal, from, to);
      size = Math.floor(size / 2);
      continue;
    }
    yield answer.logs;
    if (newestFirst) high = from - 1;
    else low = to + 1;
    size += Math.ceil(size / 8);
  }
}

type Answer = { logs: RawLog[] } | { refusal: unknown };

async function ask(
  provider: JsonRpcApiProvider,
  { address, topics }: LogFilter,
  from: number,
  to: number | "latest",
): Promise<Answer> {
  const toBlock = to === "latest" ? to : toQuantity(to);
  try {
    const filter = { address, topics, fromBlock: toQuantity(from), toBlock };
    return { logs: await provider.send("eth_getLogs", [filter]) };
  } catch (error) {
    if (isRangeRefusal(error)) return { refusal: error };
    throw error;
  }
}

function refused(cause: unknown, from: number, to: number): LogsRefusedError {
  const { message = "" } = refusalOf(cause) ?? {};
  return new LogsRefusedError("A chain's endpoint gives logs over too few blocks.", {
    cause,
    details: [`Blocks: ${from} to ${to}`, `Its answer: ${preview(message, 300)}`],
  });
}
