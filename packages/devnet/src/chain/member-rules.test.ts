import { Transaction, Wallet } from "ethers";
import { expect, test } from "vitest";
import { handle } from "./member-rules.ts";

const key = new Wallet(`0x${"42".repeat(32)}`);
const signed = (fees: object) =>
  key.signTransaction({ chainId: 31_002, to: key.address, nonce: 0, gasLimit: 21_000, ...fees });

/** What a member shows of an answer that the chain gave. */
function shown(method: string, params: unknown[], result: unknown, head?: number): unknown {
  const handling = handle(method, params, head);
  if (handling.kind !== "ask") throw new Error(handling.kind);
  return handling.show(result);
}
const asked = (method: string, params: unknown[], head?: number) => {
  const handling = handle(method, params, head);
  return handling.kind === "ask" ? handling.params : handling;
};

test("transactions have no type; gas costs nothing, or what somebody gives", async () => {
  const old = [await signed({ type: 0, gasPrice: 0 }), await signed({ type: 0, gasPrice: 7 })];
  for (const raw of old) expect(asked("eth_sendRawTransaction", [raw])).toEqual([raw]);
  const typed = [
    await signed({ type: 1, gasPrice: 0 }),
    await signed({ type: 2, maxFeePerGas: 0, maxPriorityFeePerGas: 0 }),
  ];
  expect(typed.map((raw) => Transaction.from(raw).type)).toEqual([1, 2]);
  for (const raw of typed)
    expect(asked("eth_sendRawTransaction", [raw])).toMatchObject({ code: -32_000 });
  expect(asked("eth_sendRawTransaction", ["no hex"])).toMatchObject({ kind: "refuse" });
  expect(asked("eth_gasPrice", [])).toMatchObject({ result: "0x0" });
});

test.each(["eth_feeHistory", "eth_maxPriorityFeePerGas", "anvil_anything", "debug_traceCall"])(
  "there is no %s",
  (method) => expect(asked(method, [])).toMatchObject({ kind: "refuse", code: -32_601 }),
);

test.each([
  ["eth_getBlockByNumber", ["finalized", false]],
  ["eth_getBlockByNumber", ["safe", false]],
  ["eth_call", [{}, "finalized"]],
  ["eth_getLogs", [{ fromBlock: "0x1", toBlock: "finalized" }]],
])("%s knows no tag of finality", (method, params) =>
  expect(asked(method, params, 9)).toMatchObject({ kind: "refuse", code: -32_602 }),
);

test("blocks are as they were before London", () => {
  const block = { number: "0x5", hash: "0xab", baseFeePerGas: "0x0", withdrawals: [] };
  expect(shown("eth_getBlockByNumber", ["latest"], block)).toEqual({ number: "0x5", hash: "0xab" });
  expect(shown("eth_getBlockByHash", ["0xab"], null)).toBeNull();
});

test("what is not decided yet is not shown", () => {
  expect(asked("eth_blockNumber", [], 9)).toMatchObject({ result: "0x9" });
  expect(asked("eth_getBlockByNumber", ["latest"], 9)).toEqual(["0x9", false]);
  expect(asked("eth_call", [{}, "latest"], 9)).toEqual([{}, "0x9"]);
  expect(asked("eth_getTransactionCount", ["0x1"], 9)).toEqual(["0x1", "0x9"]);
  expect(asked("eth_getTransactionCount", ["0x1", "pending"], 9)).toEqual(["0x1", "pending"]);
  expect(shown("eth_getBlockByNumber", ["0xa"], { number: "0xa" }, 9)).toBeNull();
  expect(shown("eth_getTransactionReceipt", ["0x"], { blockNumber: "0xa" }, 9)).toBeNull();
  expect(shown("eth_getTransactionReceipt", ["0x"], { blockNumber: "0x9" }, 9)).not.toBeNull();
  const waiting = { hash: "0x1", blockNumber: null, blockHash: null, transactionIndex: null };
  const mined = { hash: "0x1", blockNumber: "0xa", blockHash: "0x2", transactionIndex: "0x0" };
  expect(shown("eth_getTransactionByHash", ["0x1"], mined, 9)).toEqual(waiting);
});

test("logs end with the newest block that counts", () => {
  const range = (fromBlock?: string, toBlock?: string) =>
    asked("eth_getLogs", [{ ...(fromBlock && { fromBlock }), ...(toBlock && { toBlock }) }], 9);
  expect(range("0x1", "0xff")).toEqual([{ fromBlock: "0x1", toBlock: "0x9" }]);
  expect(range("0x1", "latest")).toEqual([{ fromBlock: "0x1", toBlock: "0x9" }]);
  expect(range()).toEqual([{ fromBlock: "0x9", toBlock: "0x9" }]);
  expect(range("0xa", "0xb")).toEqual({ kind: "answer", result: [] });
  const logs = [{ blockNumber: "0xa" }];
  expect(shown("eth_getLogs", [{ blockHash: "0x1" }], logs, 9)).toEqual([]);
});
