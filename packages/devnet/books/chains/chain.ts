import { type ChildProcess, spawn } from "node:child_process";
import { type ChainId, chainNumber } from "@ryugu/sdk/primitives";
import { JsonRpcProvider, toQuantity } from "ethers";
import { anvilBinary } from "../../src/chain/anvil-binary.ts";

/** A real chain, and its clock in the run's hands. Each transaction is a block of its own. */
export interface Chain {
  readonly id: ChainId;
  readonly provider: JsonRpcProvider;
  /** The next block is of this second. */
  setTime(now: number): Promise<void>;
  /** A block of this second with nothing in it: whoever asks the chain is told this time. */
  leapTo(now: number): Promise<void>;
  /** Gives an account all the coins that it may ever need for gas. */
  enrich(account: string): Promise<void>;
  /** Remembers how everything stands now, and goes back there as often as it is asked. */
  remember(): Promise<() => Promise<void>>;
  stop(): Promise<void>;
}

const GAS_LIMIT = 200_000_000;
const RICH = toQuantity(10n ** 30n);

/** Starts a chain on a port that the system chooses; gas costs nothing there. */
export async function startChain(id: ChainId, start: number): Promise<Chain> {
  const number = Number(chainNumber(id));
  const flags = {
    ...{ "--chain-id": number, "--port": 0, "--host": "127.0.0.1", "--timestamp": start },
    ...{ "--base-fee": 0, "--gas-price": 0, "--gas-limit": GAS_LIMIT, "--accounts": 0 },
  };
  const args = [...Object.entries(flags).flat().map(String), "--disable-min-priority-fee"];
  const child = spawn(anvilBinary(), args, { stdio: ["ignore", "pipe", "inherit"] });
  const stopChild = () => child.kill("SIGTERM");
  process.once("exit", stopChild);
  const provider = new JsonRpcProvider(await listeningUrl(child), number, {
    ...{ staticNetwork: true, cacheTimeout: -1, pollingInterval: 5, batchMaxCount: 200 },
  });
  return {
    id,
    provider,
    async setTime(now) {
      await provider.send("evm_setNextBlockTimestamp", [toQuantity(now)]);
    },
    async leapTo(now) {
      await provider.send("evm_setNextBlockTimestamp", [toQuantity(now)]);
      await provider.send("evm_mine", []);
    },
    async enrich(account) {
      await provider.send("anvil_setBalance", [account, RICH]);
    },
    async remember() {
      let snapshot: string = await provider.send("evm_snapshot", []);
      return async () => {
        const isDone: boolean = await provider.send("evm_revert", [snapshot]);
        if (!isDone) throw new Error(`${id} has no snapshot ${snapshot}.`);
        snapshot = await provider.send("evm_snapshot", []);
      };
    },
    async stop() {
      process.removeListener("exit", stopChild);
      provider.destroy();
      await ended(child);
    },
  };
}

function listeningUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`anvil ended with ${code}: ${output}`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      // Once it listens, anvil tells every request: nothing of that is kept.
      if (output.includes("Listening on ")) return;
      output += chunk.toString();
      const address = /Listening on (127\.0\.0\.1:\d+)/.exec(output)?.[1];
      if (address !== undefined) resolve(`http://${address}`);
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
