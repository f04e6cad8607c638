import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Wallet } from "ethers";
import { remoteAccess } from "../../src/main/signers.ts";
import { signerHealth } from "../../src/signer/remote-signer.ts";
import { ended } from "./anvil.ts";
import { keystore, PASSPHRASE, until } from "./node.ts";
import type { TestZone } from "./zone.ts";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

/** A signer's process under test. */
export interface TestSigner {
  /** How a node is told of it. */
  remote: { socket: string; address: string };
  logs(): string;
  start(): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Writes a signer's files as a partner would; `start` runs `ryugu-node signer`. */
export function prepareSigner({ zone }: TestZone, validator: Wallet, folder: string): TestSigner {
  mkdirSync(folder, { recursive: true });
  const at = (name: string) => join(folder, name);
  writeFileSync(at("validator.json"), keystore(validator), { mode: 0o600 });
  writeFileSync(at("passphrase"), `${PASSPHRASE}\n`, { mode: 0o600 });
  const config = {
    schema: "ryugu-signer-config/1",
    zoneId: zone.id,
    keystore: "validator.json",
    passphrase: { file: "passphrase" },
    memory: "memory.sqlite",
    listen: { socket: "signer.sock" },
  };
  writeFileSync(at("signer.json"), JSON.stringify(config));
  const remote = { socket: at("signer.sock"), address: validator.address };
  let child: ChildProcess | undefined;
  let output = "";
  return {
    remote,
    logs: () => output,
    async start() {
      const args = ["--conditions=ryugu-source", "--no-warnings", MAIN];
      const all = [...args, "signer", "--config", at("signer.json")];
      child = spawn(process.execPath, all, { stdio: ["ignore", "pipe", "pipe"] });
      const note = (chunk: Buffer) => {
        output += chunk.toString();
      };
      child.stdout?.on("data", note);
      child.stderr?.on("data", note);
      const access = await remoteAccess({ ...remote, address: zone.id as never, timeoutMs: 1_000 });
      await until(async () => (await signerHealth(access)).status === "ok", 30_000, "the signer");
    },
    async kill(signal) {
      if (child !== undefined) await ended(child, signal);
    },
  };
}
