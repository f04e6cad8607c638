/** What a member node makes of one question. */
export type Handling =
  | { kind: "refuse"; code: number; message: string }
  | { kind: "answer"; result: unknown }
  | { kind: "ask"; params: unknown[]; show: (result: unknown) => unknown };

type Rule = (params: readonly unknown[], head: number | undefined) => Handling;
type Fields = Readonly<Record<string, unknown>>;

const METHOD_UNKNOWN = -32_601;
const ARGUMENT_INVALID = -32_602;
const SERVER_ERROR = -32_000;

/** Where a transaction has a type, its first byte is lower than that of a list (EIP-2718). */
const FIRST_LIST_BYTE = 0xc0;

/** What blocks have had since London, and such a chain has not. */
const NEWER_FIELDS = [
  "baseFeePerGas",
  "blobGasUsed",
  "excessBlobGas",
  "parentBeaconBlockRoot",
  "requestsHash",
  "withdrawals",
  "withdrawalsRoot",
];

const hex = (number: number) => `0x${number.toString(16)}`;
const ask = (
  params: readonly unknown[],
  show: (result: unknown) => unknown = (x) => x,
): Handling => ({
  kind: "ask",
  params: [...params],
  show,
});
const refuse = (code: number, message: string): Handling => ({ kind: "refuse", code, message });
const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** Whether something that names its block is of one that the members have agreed on. */
const isCommitted = (number: unknown, head: number | undefined) =>
  head === undefined || typeof number !== "string" || Number(number) <= head;

/** The tag `latest` means the newest block that the members have agreed on. `undefined` for tags that they do not know. */
function blockOf(tag: unknown, head: number | undefined): unknown {
  if (tag === "finalized" || tag === "safe") return undefined;
  const latest = head === undefined ? "latest" : hex(head);
  return tag === undefined || tag === "latest" ? latest : tag;
}

/** A call whose parameter at `index` names a block. */
const atBlock =
  (index: number): Rule =>
  (params, head) => {
    const block = blockOf(params[index], head);
    if (block === undefined) return UNKNOWN_TAG;
    return ask(params.toSpliced(index, 1, block));
  };

const UNKNOWN_TAG = refuse(ARGUMENT_INVALID, "invalid argument 0: hex string without 0x prefix");

const showBlock = (head: number | undefined) => (block: unknown) => {
  if (!isFields(block) || !isCommitted(block.number, head)) return null;
  return Object.fromEntries(Object.entries(block).filter(([name]) => !NEWER_FIELDS.includes(name)));
};

const showReceipt = (head: number | undefined) => (receipt: unknown) =>
  isFields(receipt) && isCommitted(receipt.blockNumber, head) ? receipt : null;

const showTransaction = (head: number | undefined) => (transaction: unknown) => {
  if (!isFields(transaction) || isCommitted(transaction.blockNumber, head)) return transaction;
  return { ...transaction, blockNumber: null, blockHash: null, transactionIndex: null };
};

const blockByNumber: Rule = (params, head) => {
  const block = blockOf(params[0] === "pending" ? "latest" : params[0], head);
  if (block === undefined) return UNKNOWN_TAG;
  return ask([block, params[1] ?? false], showBlock(head));
};

const logs: Rule = ([filter], head) => {
  if (!isFields(filter)) return refuse(ARGUMENT_INVALID, "invalid argument 0: no filter");
  if (head === undefined || "blockHash" in filter) {
    const showLogs = (found: unknown) =>
      Array.isArray(found) ? found.filter((log) => isCommitted(log.blockNumber, head)) : found;
    return ask([filter], showLogs);
  }
  const [from, to] = [filter.fromBlock, filter.toBlock].map((tag) => blockOf(tag, head));
  if (from === undefined || to === undefined) return UNKNOWN_TAG;
  if (!isCommitted(from, head)) return { kind: "answer", result: [] };
  return ask([{ ...filter, fromBlock: from, toBlock: isCommitted(to, head) ? to : hex(head) }]);
};

const sendRaw: Rule = ([raw]) => {
  if (typeof raw !== "string" || !/^0x[0-9a-f]{2}/i.test(raw))
    return refuse(ARGUMENT_INVALID, "invalid argument 0: no transaction");
  if (Number(raw.slice(0, 4)) < FIRST_LIST_BYTE)
    return refuse(SERVER_ERROR, "transaction type not supported");
  return ask([raw]);
};

const asItIs: Rule = (params) => ask(params);

const RULES: Readonly<Record<string, Rule>> = {
  eth_accounts: () => ({ kind: "answer", result: [] }),
  eth_blockNumber: (_, head) =>
    head === undefined ? ask([]) : { kind: "answer", result: hex(head) },
  eth_call: atBlock(1),
  eth_chainId: asItIs,
  eth_estimateGas: asItIs,
  eth_gasPrice: () => ({ kind: "answer", result: "0x0" }),
  eth_getBalance: atBlock(1),
  eth_getBlockByHash: (params, head) => ask(params, showBlock(head)),
  eth_getBlockByNumber: blockByNumber,
  eth_getCode: atBlock(1),
  eth_getLogs: logs,
  eth_getStorageAt: atBlock(2),
  eth_getTransactionByHash: (params, head) => ask(params, showTransaction(head)),
  eth_getTransactionCount: atBlock(1),
  eth_getTransactionReceipt: (params, head) => ask(params, showReceipt(head)),
  eth_sendRawTransaction: sendRaw,
  net_version: asItIs,
  web3_clientVersion: asItIs,
};

/**
 * What a member node of a permissioned chain makes of a question: transactions without types, gas for nothing, a
 * newest block that is final, no tags for finality, no fee market, and none of a test chain's own methods.
 *
 * @param head - the newest block that counts; undefined where every block of the chain does
 */
export function handle(
  method: string,
  params: readonly unknown[],
  head: number | undefined,
): Handling {
  const rule = RULES[method];
  if (rule !== undefined) return rule(params, head);
  return refuse(METHOD_UNKNOWN, `the method ${method} does not exist/is not available`);
}
