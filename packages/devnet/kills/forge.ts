import { id } from "ethers";

const SENT = id("MessageSent(bytes32,uint64,bytes32,bytes)");

/** A log as JSON-RPC has it, as far as a liar cares. */
interface Log {
  topics: string[];
  data: string;
}

type Alter = (method: string, params: unknown[], result: unknown) => unknown;

const onLogs =
  (change: (logs: Log[]) => Log[]): Alter =>
  (method, _, result) =>
    method === "eth_getLogs" && Array.isArray(result) ? change(result) : result;

/** Leaves out the last message that was sent. */
export const hideLog: Alter = onLogs((logs) => {
  const last = logs.findLastIndex(({ topics }) => topics[0] === SENT);
  return logs.filter((_, i) => i !== last);
});

/** Sends the last message to another recipient: one byte in its middle is another. */
export const forgeLog: Alter = onLogs((logs) => {
  const last = logs.findLastIndex(({ topics }) => topics[0] === SENT);
  return logs.map((log, i) => (i === last ? { ...log, data: otherByte(log.data) } : log));
});

function otherByte(data: string): string {
  const middle = 2 + 2 * Math.floor((data.length - 2) / 4);
  const byte = data.slice(middle, middle + 2) === "5a" ? "a5" : "5a";
  return data.slice(0, middle) + byte + data.slice(middle + 2);
}
