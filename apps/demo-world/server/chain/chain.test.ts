import { createServer } from "node:http";
import { address, bytes32, chainId, type Hex } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import { expect, test } from "vitest";
import { readJson, sendJson, startTestServer } from "../../test/support/http.ts";
import { askContractWallet } from "../sessions/contract-wallet.ts";
import { openChainCalls } from "./chain-calls.ts";
import { WorldChainError } from "./errors.ts";
import { readOwnership } from "./ownership.ts";

const CHAIN = chainId("eip155:31337");
const ANNA = address(`0x${"a1".repeat(20)}`);
const BEN = address(`0x${"b2".repeat(20)}`);
const TOKEN = { chain: CHAIN, contract: `0x${"cc".repeat(20)}`, id: "7" };
const abi = new Interface([
  "function ownerOf(uint256) view returns (address)",
  "function balanceOf(address,uint256) view returns (uint256)",
]);
const encode = (name: string, value: unknown) => abi.encodeFunctionResult(name, [value]);

/** A contract that knows some functions and refuses the others. */
const contract = (answers: Record<string, string>) => ({
  call: async (_: string, data: Hex) => answers[abi.parseTransaction({ data })?.name ?? ""] ?? "0x",
});

test.each([
  ["its owner", { ownerOf: encode("ownerOf", ANNA) }, true],
  ["somebody else", { ownerOf: encode("ownerOf", BEN) }, false],
  ["who has some of it (ERC-1155)", { balanceOf: encode("balanceOf", 2n) }, true],
  ["who has none of it", { balanceOf: encode("balanceOf", 0n) }, false],
  ["anybody, where there is no contract", {}, false],
  ["anybody, where the answer is no word", { ownerOf: "0x01", balanceOf: "0x01" }, false],
])("a token is held by %s: %j", async (_, answers, expected) => {
  const ownership = readOwnership(contract(answers), CHAIN);
  expect(await ownership.owns(ANNA, TOKEN)).toBe(expected);
});

test("a token of another chain, or with a number that is none, is nobody's here", async () => {
  const ownership = readOwnership(contract({ ownerOf: encode("ownerOf", ANNA) }), CHAIN);
  expect(await ownership.owns(ANNA, { ...TOKEN, chain: "eip155:1" })).toBe(false);
  expect(await ownership.owns(ANNA, { ...TOKEN, id: "9".repeat(78) })).toBe(false);
});

test("a contract wallet says yes with ERC-1271's word and with nothing else", async () => {
  const check = {
    address: ANNA,
    chain: CHAIN,
    digest: bytes32(`0x${"11".repeat(32)}`),
    signature: "0xabcd" as Hex,
  };
  const yes = `0x1626ba7e${"0".repeat(56)}`;
  expect(await askContractWallet(async () => yes)(check)).toBe(true);
  for (const no of ["0x", `0x${"f".repeat(64)}`, `${yes}00`]) {
    expect(await askContractWallet(async () => no)(check)).toBe(false);
  }
});

test("a refusal of the contract is an answer; a chain that is down, silent or mad is not", async () => {
  let answer: object = {};
  const rpc = await startTestServer((request, response) => {
    void readJson(request).then((body) => {
      const { id } = body as { id: number };
      sendJson(response, { jsonrpc: "2.0", id, ...answer });
    });
  });
  const chain = openChainCalls(rpc.url, CHAIN);
  answer = { error: { code: 3, message: "execution reverted", data: "0x" } };
  expect(await chain.call(TOKEN.contract, "0x00")).toBe("0x");
  answer = { result: "0x1234" };
  expect(await chain.call(TOKEN.contract, "0x00")).toBe("0x1234");
  answer = { error: { code: -32000, message: "header not found" } };
  await expect(chain.call(TOKEN.contract, "0x00")).rejects.toThrow(WorldChainError);
  chain.close();
  await rpc.stop();
  const down = openChainCalls(rpc.url, CHAIN);
  await expect(down.call(TOKEN.contract, "0x00")).rejects.toThrow(WorldChainError);
  down.close();
  const silent = createServer(() => undefined).listen(0, "127.0.0.1");
  await new Promise((resolve) => silent.once("listening", resolve));
  const { port } = silent.address() as { port: number };
  const waiting = openChainCalls(`http://127.0.0.1:${port}`, CHAIN, 50);
  await expect(waiting.call(TOKEN.contract, "0x00")).rejects.toThrow(WorldChainError);
  waiting.close();
  silent.closeAllConnections();
  silent.close();
});
