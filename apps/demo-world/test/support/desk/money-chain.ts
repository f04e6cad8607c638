import { erc20RailAbi, splitAbi, testYenAbi } from "@ryugu/contracts";
import { splitImplementation } from "@ryugu/sdk/payout";
import { address } from "@ryugu/sdk/primitives";
import { AbiCoder, concat, Interface, id, type Result, toBeHex, zeroPadValue } from "ethers";
import { readJson, sendJson, startTestServer, type TestServer } from "../http.ts";

/** What one chain knows of money: a test changes it as it likes. Accounts in lower case. */
export interface MoneyChain extends TestServer {
  readonly yen: Map<string, bigint>;
  /** By payee: what the rail owes. */
  readonly credits: Map<string, bigint>;
  readonly nonces: Map<string, number>;
  readonly blocked: Set<string>;
  /** By split: payees with their parts of 10,000. */
  readonly splits: Map<string, readonly (readonly [payee: string, weight: number])[]>;
  /** Whether it answers nonsense to everything. */
  isBroken: boolean;
}

/** Where things stand on every chain of a test. */
export const PLACES = {
  market: `0x${"11".repeat(20)}`,
  rail: `0x${"22".repeat(20)}`,
  splits: `0x${"33".repeat(20)}`,
  yen: `0x${"44".repeat(20)}`,
} as const;

const ABI = new Interface([
  ...new Interface(erc20RailAbi).fragments.filter(({ type }) => type === "function"),
  ...new Interface(testYenAbi).fragments.filter(({ type }) => type !== "constructor"),
]);
const SPLIT = new Interface(splitAbi);
const METADATA = new Interface(["function tokenURI(uint256 id) view returns (string)"]);
const CREDITED = id("Credited(address,address,uint256)");
const CLONE = concat([
  "0x363d3d373d3d3d363d73",
  splitImplementation(address(PLACES.splits)),
  "0x5af43d82803e903d91602b57fd5bf3",
]);
const lower = (value: unknown) => `${value}`.toLowerCase();

interface Question {
  id: number;
  method: string;
  params: [{ to: string; data: string; topics: (string | null)[] }];
}

/** Starts a chain's endpoint that knows yen, a rail with credits, splits, and tokens' URIs. */
export async function startMoneyChain(
  tokenUri: (id: bigint) => string | undefined,
): Promise<MoneyChain> {
  const state = {
    ...{ yen: new Map(), credits: new Map(), nonces: new Map(), splits: new Map() },
    ...{ blocked: new Set<string>(), isBroken: false },
  } as Omit<MoneyChain, keyof TestServer>;
  const server = await startTestServer((request, response) => {
    void readJson(request).then((body) => {
      if (state.isBroken) return sendJson(response, { oops: true });
      const answers = [body].flat().map((one) => answer(one as Question));
      sendJson(response, Array.isArray(body) ? answers : answers[0]);
    });
  });

  function answer({ id: of, method, params }: Question) {
    try {
      return { jsonrpc: "2.0", id: of, result: results[method]?.(params[0]) ?? null };
    } catch (error) {
      const { data = "0x" } = error as { data?: string };
      return { jsonrpc: "2.0", id: of, error: { code: 3, message: "execution reverted", data } };
    }
  }

  const results: Record<string, (param: Question["params"][0]) => unknown> = {
    eth_blockNumber: () => "0x10",
    eth_getBlockByNumber: () => BLOCK(),
    eth_getCode: (account) => (state.splits.has(lower(account)) ? concat([CLONE, "0x00"]) : "0x"),
    eth_getLogs: ({ topics }) => logsOf(topics[2] ?? ""),
    eth_call: ({ to, data }) => call(lower(to), data),
  };

  function call(to: string, data: string): string {
    const shares = state.splits.get(to);
    if (shares !== undefined && data.startsWith(SPLIT.getFunction("shares")?.selector ?? "-")) {
      const list = shares.map(([payee, weight]) => [payee, weight, false]);
      return SPLIT.encodeFunctionResult("shares", [list]);
    }
    const uri = METADATA.parseTransaction({ data });
    if (uri !== null) {
      const found = tokenUri(uri.args[0] as bigint);
      if (found === undefined) throw new Error("No such token.");
      return METADATA.encodeFunctionResult("tokenURI", [found]);
    }
    const parsed = ABI.parseTransaction({ data });
    if (parsed === null) throw new Error("Nothing of this kind.");
    return encode(parsed.name, views[parsed.name]?.(parsed.args));
  }

  const views: Record<string, (args: Result) => unknown> = {
    balanceOf: ([account]) => state.yen.get(lower(account)) ?? 0n,
    isBlocked: ([account]) => state.blocked.has(lower(account)),
    credit: ([payee]) => state.credits.get(lower(payee)) ?? 0n,
    claimNonce: ([payee]) => state.nonces.get(lower(payee)) ?? 0,
    claimFor: ([payee]) => {
      if (!state.blocked.has(lower(payee))) return state.credits.get(lower(payee)) ?? 0n;
      throw Object.assign(new Error("Blocked."), {
        data: ABI.encodeErrorResult("AccountBlocked", [payee]),
      });
    },
  };

  const logsOf = (topic: string) =>
    [...state.credits.keys()]
      .filter((payee) => zeroPadValue(payee, 32) === topic.toLowerCase())
      .map((payee) => ({
        ...{ address: PLACES.rail, blockNumber: "0x1", logIndex: "0x0", transactionHash: ZERO },
        ...{ topics: [CREDITED, zeroPadValue(PLACES.yen, 32), zeroPadValue(payee, 32)] },
        data: AbiCoder.defaultAbiCoder().encode(["uint256"], [state.credits.get(payee)]),
      }));

  return Object.assign(state, server);
}

const encode = (name: string, value: unknown) => ABI.encodeFunctionResult(name, [value]);
const ZERO = `0x${"00".repeat(32)}`;
/** As much of a block as is asked for. */
const BLOCK = () => ({
  ...{
    number: "0x10",
    hash: ZERO,
    parentHash: ZERO,
    timestamp: toBeHex(Math.floor(Date.now() / 1_000)),
  },
  ...{ nonce: "0x0000000000000000", difficulty: "0x0", gasLimit: "0x1", gasUsed: "0x0" },
  ...{ miner: PLACES.yen, extraData: "0x", transactions: [] },
});
