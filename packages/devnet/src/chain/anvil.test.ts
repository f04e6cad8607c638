import { mkdtempSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { address } from "@ryugu/sdk/primitives";
import { JsonRpcProvider, Wallet } from "ethers";
import { afterEach, expect, test } from "vitest";
import { freePorts } from "../process/free-ports.ts";
import { SupervisedProcess } from "../process/supervised-process.ts";
import { waitUntil } from "../process/wait-until.ts";
import { anvilPlan, localUrl } from "./anvil.ts";
import { genesisState } from "./genesis.ts";
import { callRpc } from "./rpc.ts";
import { StateKeeper } from "./state-keeper.ts";

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const key = new Wallet(`0x${"42".repeat(32)}`);

async function startChain() {
  const folder = mkdtempSync(join(tmpdir(), "ryugu-chain-"));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const [port = 0] = await freePorts(1);
  const statePath = join(folder, "state.json");
  const chain = new SupervisedProcess(
    anvilPlan({
      name: "chain",
      number: 31001,
      port,
      statePath,
      logPath: join(folder, "chain.log"),
      genesis: () => genesisState([address(key.address)], Math.floor(Date.now() / 1_000)),
    }),
  );
  const keeper = new StateKeeper(statePath);
  keeper.start();
  cleanups.push(
    () => chain.stop(),
    () => keeper.stop(),
  );
  await chain.start();
  return { chain, statePath, url: localUrl(port) };
}

const number = async (url: string, tag = "latest") =>
  Number(((await callRpc(url, "eth_getBlockByNumber", [tag, false])) as { number: string }).number);

async function pay(url: string): Promise<string> {
  const provider = new JsonRpcProvider(url, 31001, { staticNetwork: true });
  try {
    const sent = await key.connect(provider).sendTransaction({ to: key.address, value: 1n });
    await sent.wait();
    return sent.hash;
  } finally {
    provider.destroy();
  }
}

test("a chain has a funded key, no unlocked account, and a final block four under the newest", async () => {
  const { url } = await startChain();
  expect(await callRpc(url, "eth_accounts")).toEqual([]);
  await pay(url);
  await waitUntil(async () => (await number(url)) >= 6, { timeout: 10_000, interval: 200 });
  const [newest, final] = await Promise.all([number(url), number(url, "finalized")]);
  expect(newest - final).toBeGreaterThanOrEqual(3);
  expect(newest - final).toBeLessThanOrEqual(5);
});

test("a killed chain keeps its final blocks, receipts and clock, also when its state file is half written", async () => {
  const { chain, url, statePath } = await startChain();
  const hash = await pay(url);
  const included = await number(url);
  await waitUntil(async () => (await number(url, "finalized")) >= included, {
    timeout: 10_000,
    interval: 200,
  });
  const before = (await callRpc(url, "eth_getBlockByNumber", ["0x1", false])) as { hash: string };
  const newest = await number(url);

  await chain.kill();
  truncateSync(statePath, Math.floor(readFileSync(statePath).length / 2));
  await chain.start();

  const after = (await callRpc(url, "eth_getBlockByNumber", ["0x1", false])) as { hash: string };
  expect(after.hash).toBe(before.hash);
  expect(await callRpc(url, "eth_getTransactionReceipt", [hash])).toMatchObject({ status: "0x1" });
  expect(await number(url)).toBeGreaterThanOrEqual(newest - 3);
  const latest = (await callRpc(url, "eth_getBlockByNumber", ["latest", false])) as {
    timestamp: string;
  };
  expect(Math.abs(Number(latest.timestamp) - Date.now() / 1_000)).toBeLessThan(5);
});
