import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readZone } from "@ryugu/sdk/zone";
import { Wallet } from "ethers";
import { localProvider } from "../../src/chain/provider.ts";
import { nodeCommand } from "../../src/process/node-command.ts";
import { readRegistry } from "../../src/process/registry.ts";
import { waitUntil } from "../../src/process/wait-until.ts";
import type { ZoneReady } from "../../src/zone/ready.ts";
import type { ZoneAccess } from "./traveller.ts";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
const READY_WITHIN = 120_000;

/** A zone started as a person would, by its own command in its own process. */
export class StartedZone {
  readonly folder: string;
  readonly #args: readonly string[];
  #child: ChildProcess | undefined;
  /** Everything that the command printed since it was last started. */
  output = "";

  constructor(folder: string, ...args: string[]) {
    this.folder = folder;
    this.#args = args;
  }

  /** Where everything is; undefined until the zone is ready. */
  get ready(): ZoneReady | undefined {
    const path = join(this.folder, "ready.json");
    return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
  }

  /** Starts the command and waits for its `ready` line. */
  async start(): Promise<void> {
    rmSync(join(this.folder, "ready.json"), { force: true });
    this.launch();
    const ready = await waitUntil(
      () => /^ready in \d+ s$/m.test(this.output) || this.#child?.exitCode !== null,
      { timeout: READY_WITHIN, interval: 100 },
    );
    if (!ready || this.#child?.exitCode !== null) throw new Error(`Not ready:\n${this.output}`);
  }

  /** Starts the command without waiting for anything but its process. */
  launch(): void {
    this.output = "";
    const { command, args } = nodeCommand(MAIN, "--data", this.folder, ...this.#args);
    const child = spawn(command, args, { detached: true, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (chunk) => (this.output += chunk));
    child.stderr.on("data", (chunk) => (this.output += chunk));
    this.#child = child;
  }

  /** Sends the command a signal and waits for its end; answers the exit code. */
  async end(signal: NodeJS.Signals = "SIGINT"): Promise<number | null> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) {
      return child?.exitCode ?? null;
    }
    const exited = once(child, "exit");
    child.kill(signal);
    const [code] = await exited;
    return code;
  }

  /** Waits until the command ends by itself; answers the exit code. */
  async exit(): Promise<number | null> {
    const child = this.#child;
    if (child === undefined) return null;
    if (child.exitCode === null && child.signalCode === null) await once(child, "close");
    return child.exitCode;
  }

  /** SIGKILL for the command and every process that it started: chains, nodes, page. */
  async killEverything(): Promise<number> {
    const running = readRegistry(join(this.folder, "processes.json"));
    const ended = this.end("SIGKILL");
    for (const { pid } of running) process.kill(-pid, "SIGKILL");
    await ended;
    return running.length;
  }

  /** The zone as a client holds it. Whoever asks destroys the providers. */
  async access(): Promise<ZoneAccess> {
    const ready = this.ready;
    const [home, away] = ready?.chains ?? [];
    if (!ready || !home || !away) throw new Error("The zone is not ready.");
    const { keystore, passphrase } = ready.accounts.person;
    const secret = readFileSync(passphrase, "utf8").trim();
    const person = await Wallet.fromEncryptedJson(readFileSync(keystore, "utf8"), secret);
    const trust = { zoneId: ready.zone.id, genesisSetHash: ready.zone.genesisSetHash };
    const provider = ({ id, rpcUrl }: ZoneReady["chains"][number]) =>
      localProvider(rpcUrl, Number(id.split(":")[1]));
    return {
      zone: readZone(readFileSync(ready.zone.manifest, "utf8"), trust),
      person: new Wallet(person.privateKey),
      home: provider(home),
      away: provider(away),
    };
  }
}
