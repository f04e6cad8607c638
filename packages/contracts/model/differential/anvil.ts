import { type ChildProcess, spawn } from "node:child_process";
import { foundryBinary } from "../../scripts/forge.ts";
import { START } from "../actors/begin.ts";
import { DAY } from "../words.ts";

/** A chain that is only for this test: everybody may send for anybody, and blocks come when they are asked for. */
export interface Anvil {
  readonly url: string;
  ask<T>(method: string, ...params: readonly unknown[]): Promise<T>;
  stop(): void;
}

/** What the chain answered is an error. */
export class AnvilError extends Error {
  override readonly name = "AnvilError";
}

/** Takes a chain back to a snapshot. Throws AnvilError where it has none of that name any more. */
export async function revertTo(anvil: Anvil, snapshot: string | undefined): Promise<void> {
  const isDone = await anvil.ask<boolean>("evm_revert", snapshot);
  if (!isDone) throw new AnvilError(`evm_revert: no snapshot ${snapshot}`);
}

export async function startAnvil(chainId: number): Promise<Anvil> {
  const args = [
    "--chain-id",
    chainId,
    "--port",
    0,
    "--host",
    "127.0.0.1",
    "--timestamp",
    START - DAY,
  ];
  const free = ["--base-fee", 0, "--gas-price", 0, "--gas-limit", 1_000_000_000];
  const child = spawn(foundryBinary("anvil"), [...args, ...free].map(String), {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = () => {
    child.kill("SIGTERM");
  };
  process.once("exit", stop);
  const url = await listeningUrl(child);
  let id = 0;
  return {
    url,
    async ask<T>(method: string, ...params: readonly unknown[]) {
      id += 1;
      const body = JSON.stringify({ jsonrpc: "2.0", id, method, params });
      const headers = { "content-type": "application/json" };
      const response = await fetch(url, { method: "POST", headers, body });
      const answer = (await response.json()) as { result?: T; error?: { message: string } };
      if (answer.error !== undefined) throw new AnvilError(`${method}: ${answer.error.message}`);
      return answer.result as T;
    },
    stop: () => {
      process.removeListener("exit", stop);
      stop();
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
