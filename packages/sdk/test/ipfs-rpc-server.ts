import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const FOLDER = new URL("../../../tools/ipfs-rpc/", import.meta.url);

/** A running IPFS node of `tools/ipfs-rpc`. */
export interface IpfsRpcServer {
  url: string;
  /** The folder where it keeps its blocks, one file each. */
  blocks: string;
  stop(): Promise<void>;
}

/** Whether the node was installed; `node scripts/ensure-ipfs-rpc.mjs` does it. */
export const isIpfsRpcInstalled = existsSync(new URL("node_modules/.ryugu-installed", FOLDER));

/** Starts the node on a free loopback port, with an empty repository. */
export async function startIpfsRpc(): Promise<IpfsRpcServer> {
  const script = fileURLToPath(new URL("server.mjs", FOLDER));
  const child = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "inherit"] });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const line = await Promise.race([
    new Promise<string>((resolve) => createInterface(child.stdout).once("line", resolve)),
    exited.then(() => Promise.reject(new Error("The IPFS node ended before it was ready."))),
  ]);
  const { url, blocks } = JSON.parse(line) as { url: string; blocks: string };
  return {
    url,
    blocks,
    async stop() {
      child.stdin.end();
      await exited;
    },
  };
}
