import { type ChildProcess, spawn } from "node:child_process";
import { JsonRpcProvider } from "ethers";
import { foundryBinary } from "/tmp/lanes/packages/contracts/scripts/forge.ts";

/** A chain that runs as long as the measurement. */
export interface LocalChain {
  id: number;
  provider: JsonRpcProvider;
  stop(): void;
}

/** Deadlines stand in messages, so a fixed clock makes calldata and its gas the same at every run. */
export const GENESIS_TIME = 1_800_000_000;

/** Starts anvil with the rules that receipts are quoted for. */
export async function startChain(id: number): Promise<LocalChain> {
  const args = ["--chain-id", id, "--hardfork", "prague", "--port", 0, "--steps-tracing", "--disable-code-size-limit", "--timestamp", GENESIS_TIME];
  const child = spawn(foundryBinary("anvil"), [...args.map(String), "--host", "127.0.0.1"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await listeningUrl(child);
  const provider = new JsonRpcProvider(url, id, {
    staticNetwork: true,
    cacheTimeout: -1,
    pollingInterval: 20,
  });
  return {
    id,
    provider,
    stop: () => {
      provider.destroy();
      child.kill("SIGTERM");
    },
  };
}

function listeningUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`anvil ended with ${code}: ${output}`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const address = /Listening on (127\.0\.0\.1:\d+)/.exec(output)?.[1];
      if (address) resolve(`http://${address}`);
    });
  });
}
