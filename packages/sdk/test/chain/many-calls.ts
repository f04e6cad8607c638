import { concat, dataLength, getBytes, toBeHex } from "ethers";

/** One call of a contract. */
export interface PlainCall {
  readonly to: string;
  readonly data: string;
}

/** PUSH4 size, PUSH4 place, PUSH0, CODECOPY, PUSH0, PUSH0, PUSH4 size, PUSH0, PUSH0, PUSH20 to, GAS, CALL, and the check after it. */
const CALL_LENGTH = 52;

/**
 * What a creation runs that makes calls one after the other in one transaction, and leaves no contract: the data of a transaction to
 * nobody. Where one call fails, all are undone.
 */
export function callsInOneTransaction(calls: readonly PlainCall[]): string {
  // Behind the calls and a STOP.
  let place = calls.length * CALL_LENGTH + 1;
  const code = calls.map(({ to, data }, i) => {
    const size = word(dataLength(data), 4);
    const from = word(place, 4);
    place += dataLength(data);
    const next = word((i + 1) * CALL_LENGTH - 1, 2);
    const load = ["0x63", size, "0x63", from, "0x5f39"];
    const call = ["0x5f5f63", size, "0x5f5f73", to, "0x5af1"];
    return concat([...load, ...call, "0x61", next, "0x575f5ffd5b"]);
  });
  return concat([...code, "0x00", ...calls.map(({ data }) => data)]);
}

const word = (value: number, bytes: number) => getBytes(toBeHex(value, bytes));
