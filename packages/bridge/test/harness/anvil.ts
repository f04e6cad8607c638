import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { HDNodeWallet, JsonRpcProvider, Mnemonic, Wallet } from "ethers";

const BINARY = fileURLToPath(new URL("../../node_modules/.bin/anvil", import.meta.url));
const MNEMONIC = Mnemonic.fromPhrase("test test test test test test test test test test test junk");

/** The n-th account that anvil funds. Transactions are signed here, never by the chain. */
export function account(n: number): Wallet {
  return new Wallet(HDNodeWallet.fromMnemonic(MNEMONIC, `m/44'/60'/0'/0/${n}`).privateKey);
}

/** A real chain for a test. */
export interface TestChain {
  id: number;
  url: string;
  provider: JsonRpcProvider;
  /** Sends any request; fault tests use anvil's own methods. */
  rpc(method: string, params: unknown[]): Promise<unknown>;
  stop(): Promise<void>;
}

/** Apart from where zones of tests that run beside these lie: 12,000 to 19,000 and 20,000 to 32,000. */
const [LOWEST, HIGHEST] = [6_500, 11_900];

/**
 * A port that nobody listens on now. Below those that the system lends to outgoing connections, so that none takes
 * it before the program under test does.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await canListen(port)) return port;
  }
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** Seconds between two blocks: tests would only wait for longer ones. */
const BLOCK_TIME = 0.5;

/** Starts anvil: a block twice a second, final after four. */
export async function startChain(id: number): Promise<TestChain> {
  const port = await freePort();
  const args = [
    "--chain-id",
    id,
    "--port",
    port,
    "--host",
    "127.0.0.1",
    "--block-time",
    BLOCK_TIME,
    "--slots-in-an-epoch",
    2,
  ];
  const cwd = mkdtempSync(join(tmpdir(), "anvil-"));
  const child = spawn(BINARY, args.map(String), { stdio: ["ignore", "pipe", "inherit"], cwd });
  await listening(child);
  child.stdout.resume();
  const url = `http://127.0.0.1:${port}`;
  const provider = new JsonRpcProvider(url, id, {
    staticNetwork: true,
    cacheTimeout: -1,
    pollingInterval: 50,
  });
  return {
    id,
    url,
    provider,
    rpc: (method, params) => provider.send(method, params),
    async stop() {
      provider.destroy();
      await ended(child);
      rmSync(cwd, { recursive: true, force: true });
    },
  };
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`anvil ended with ${code}: ${output}`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("Listening on")) resolve();
    });
  });
}

/** Ends a process and waits for it. */
export function ended(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}
