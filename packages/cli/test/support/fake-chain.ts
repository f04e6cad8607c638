import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Interface, type InterfaceAbi, type Log, toBeHex } from "ethers";

/** Answers one view function; undefined reverts. */
export type Answer = (name: string, args: readonly unknown[]) => unknown;

/** What a fake chain holds. */
export interface FakeState {
  chainNumber: number;
  contracts?: Record<string, { abi: InterfaceAbi; answer: Answer }>;
  logs?: (topics: readonly (string | null)[]) => Partial<Log>[];
}

/** A JSON-RPC endpoint on loopback that answers from a fixed state. */
export interface FakeChain {
  url: string;
  requests: string[];
  [Symbol.asyncDispose](): Promise<void>;
}

interface Request {
  id: number;
  method: string;
  params: readonly never[];
}

const BLOCK = 9;
const ZERO32 = `0x${"0".repeat(64)}`;

/** Starts a fake chain. It knows just enough of JSON-RPC for the commands under test. */
export async function fakeChain(state: FakeState): Promise<FakeChain> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const asked: Request | Request[] = JSON.parse(await bodyOf(request));
    const batch = Array.isArray(asked) ? asked : [asked];
    requests.push(...batch.map(({ method }) => method));
    const answers = batch.map((each) => ({ jsonrpc: "2.0", id: each.id, ...reply(state, each) }));
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(Array.isArray(asked) ? answers : answers[0]));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}

function reply(state: FakeState, { method, params }: Request): object {
  if (method === "eth_chainId") return { result: toBeHex(state.chainNumber) };
  if (method === "eth_blockNumber") return { result: toBeHex(BLOCK) };
  if (method === "eth_getBlockByNumber") return { result: block() };
  if (method === "eth_getLogs") {
    const [filter] = params as unknown as [{ topics: (string | null)[] }];
    return { result: state.logs?.(filter.topics) ?? [] };
  }
  if (method === "eth_call") return call(state, ...(params as unknown as [Call]));
  return { error: { code: -32601, message: `no ${method} here` } };
}

interface Call {
  to: string;
  data: string;
}

function call(state: FakeState, { to, data }: Call): object {
  const known = Object.entries(state.contracts ?? {}).find(([at]) => at.toLowerCase() === to);
  if (known === undefined) return { result: "0x" };
  const [, { abi, answer }] = known;
  const contract = new Interface(abi);
  const parsed = contract.parseTransaction({ data });
  const value = parsed === null ? undefined : answer(parsed.name, [...parsed.args]);
  if (parsed === null || value === undefined) {
    return { error: { code: 3, message: "execution reverted", data: "0x" } };
  }
  const values = Array.isArray(value) ? value : [value];
  return { result: contract.encodeFunctionResult(parsed.fragment, values) };
}

function block() {
  return {
    number: toBeHex(BLOCK),
    hash: ZERO32,
    parentHash: ZERO32,
    timestamp: toBeHex(1_800_000_000),
    nonce: "0x0000000000000000",
    difficulty: "0x0",
    gasLimit: "0x1",
    gasUsed: "0x0",
    miner: `0x${"0".repeat(40)}`,
    extraData: "0x",
    baseFeePerGas: "0x1",
    transactions: [],
  };
}
