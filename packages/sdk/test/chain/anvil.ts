import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { HDNodeWallet, JsonRpcProvider, Mnemonic, NonceManager, type Signer } from "ethers";

const MNEMONIC = Mnemonic.fromPhrase("test test test test test test test test test test test junk");

/** A real chain for a test. Each transaction is a block of its own. */
export interface TestChain {
  readonly number: number;
  readonly provider: JsonRpcProvider;
  /** The n-th funded account, sending one transaction after another. */
  signer(n: number): Signer;
  stop(): Promise<void>;
}

/** Starts anvil on a port that the system chooses. */
export async function startChain(number: number): Promise<TestChain> {
  const args = ["--chain-id", number, "--port", 0, "--host", "127.0.0.1"].map(String);
  const child = spawn(anvilBinary(), args, { stdio: ["ignore", "pipe", "inherit"] });
  const provider = new JsonRpcProvider(await listeningUrl(child), number, {
    staticNetwork: true,
    cacheTimeout: -1,
    pollingInterval: 20,
  });
  return {
    number,
    provider,
    signer: (n) => new NonceManager(accountKey(n).connect(provider)),
    async stop() {
      provider.destroy();
      await ended(child);
    },
  };
}

/** The key of the n-th account that anvil funds. Of no value anywhere else. */
export function accountKey(n: number): HDNodeWallet {
  return HDNodeWallet.fromMnemonic(MNEMONIC, `m/44'/60'/0'/0/${n}`);
}

/** The binary itself: the package's wrapper would stay between it and our signals. */
function anvilBinary(): string {
  const wrapper = createRequire(import.meta.url).resolve("@foundry-rs/anvil/package.json");
  const architecture = process.arch === "x64" ? "amd64" : process.arch;
  return createRequire(wrapper).resolve(
    `@foundry-rs/anvil-${process.platform}-${architecture}/bin/anvil`,
  );
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

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
