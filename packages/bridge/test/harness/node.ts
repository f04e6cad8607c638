import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { encryptKeystoreJsonSync, type Wallet } from "ethers";
import type { NodeConfigInput } from "../../src/index.ts";
import { ended } from "./anvil.ts";
import type { TestZone } from "./zone.ts";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
export const PASSPHRASE = "correct horse battery staple";

/** A node process under test. */
export interface TestNode {
  url: string;
  folder: string;
  logs(): string;
  get<T>(path: string): Promise<T>;
  text(path: string): Promise<string>;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Sends `SIGSTOP` or `SIGCONT`: the process freezes in the middle of whatever it does, and goes on. */
  freeze(frozen: boolean): void;
  start(): Promise<void>;
}

export interface TestNodeOptions {
  testZone: TestZone;
  folder: string;
  index: number;
  port: number;
  relayer: Wallet;
  tuning?: NodeConfigInput["tuning"];
  change?(config: NodeConfigInput): NodeConfigInput;
}

/** Writes keystores, manifest and configuration as a partner would, and starts `ryugu-node`. */
export function prepareNode(options: TestNodeOptions): TestNode {
  const { testZone, folder, index, port } = options;
  const { manifest } = testZone.zone;
  mkdirSync(folder, { recursive: true });
  const at = (name: string) => join(folder, name);
  const validator = testZone.validators[index];
  const partner = manifest.partners[index];
  if (validator === undefined || partner === undefined) throw new Error("no such partner");
  writeFileSync(at("validator.json"), keystore(validator));
  writeFileSync(at("relayer.json"), keystore(options.relayer));
  writeFileSync(at("passphrase"), `${PASSPHRASE}\n`, { mode: 0o600 });
  writeFileSync(at("manifest.json"), JSON.stringify(manifest));
  const config: NodeConfigInput = {
    schema: "ryugu-node-config/1",
    partner: partner.name,
    manifest: {
      source: "manifest.json",
      zoneId: manifest.zoneId,
      genesisSetHash: manifest.genesisSetHash,
    },
    database: "node.sqlite",
    validator: { keystore: "validator.json", passphrase: { file: "passphrase" } },
    relayer: { keystore: "relayer.json", passphrase: { file: "passphrase" } },
    chains: manifest.chains.map(({ id, rpcUrls }) => ({ id, rpcUrls })),
    api: { host: "127.0.0.1", port },
    log: { level: "debug" },
    tuning: { pollIntervalMs: 200, ...options.tuning },
  };
  writeFileSync(at("config.json"), JSON.stringify(options.change?.(config) ?? config));

  let child: ChildProcess | undefined;
  let output = "";
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    folder,
    logs: () => output,
    async get<T>(path: string) {
      return (await (await fetch(`${url}${path}`)).json()) as T;
    },
    freeze: (frozen) => void child?.kill(frozen ? "SIGSTOP" : "SIGCONT"),
    async text(path) {
      return (await fetch(`${url}${path}`)).text();
    },
    async kill(signal) {
      if (child !== undefined) await ended(child, signal);
    },
    async start() {
      const args = [
        "--conditions=ryugu-source",
        "--no-warnings",
        MAIN,
        "start",
        "--config",
        at("config.json"),
      ];
      child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
      const note = (chunk: Buffer) => {
        output += chunk.toString();
      };
      child.stdout?.on("data", note);
      child.stderr?.on("data", note);
      const exited = new Promise<never>((_, reject) =>
        child?.once("exit", () => reject(new Error(`the node ended:\n${output}`))),
      );
      exited.catch(() => undefined);
      await Promise.race([until(async () => (await fetch(`${url}/v1/health`)).ok, 60_000), exited]);
    },
  };
}

/** A key as its file holds it, under {@link PASSPHRASE}. */
export function keystore(wallet: Wallet): string {
  return encryptKeystoreJsonSync(
    { address: wallet.address, privateKey: wallet.privateKey },
    PASSPHRASE,
    { scrypt: { N: 1_024 } },
  );
}

/** Waits for something to come true. */
export async function until(
  condition: () => Promise<boolean>,
  timeout: number,
  what = "it",
): Promise<void> {
  const deadline = Date.now() + timeout;
  for (;;) {
    if (await condition().catch(() => false)) return;
    if (Date.now() > deadline) throw new Error(`${what} did not happen within ${timeout} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
