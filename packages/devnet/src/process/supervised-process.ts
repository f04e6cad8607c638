import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { ProcessStartError } from "../errors.ts";
import { backoff } from "./backoff.ts";
import { identify, type ProcessIdentity } from "./identity.ts";
import { logTail, openLog, releaseLog, trimLog } from "./log-file.ts";
import { endGroup, signalGroup } from "./signal-group.ts";
import { waitUntil } from "./wait-until.ts";

/** How to run one program of the zone. */
export interface ProcessPlan {
  name: string;
  command: string;
  args: readonly string[];
  cwd: string;
  env?: Record<string, string>;
  /** Where its output goes, kept under a size. */
  logPath: string;
  /** Done before each start, restarts included: recovering a state file. */
  prepare?: () => Promise<void>;
  /** Whether it answers. A rejection counts as no. */
  isReady: () => Promise<boolean>;
  /** How long it may take to answer first, in milliseconds. */
  readyWithin: number;
}

/** `held` is after {@link SupervisedProcess.kill}: ended, and not started again by itself. */
export type ProcessState = "stopped" | "starting" | "running" | "restarting" | "held";

const READY_INTERVAL = 100;
const LOG_TRIM_INTERVAL = 30_000;
const LOG_TAIL = 12;

/** A program of the zone, in a process group of its own, started again when it ends by itself. */
export class SupervisedProcess {
  readonly #onChange: () => void;
  #plan: ProcessPlan;
  #state: ProcessState = "stopped";
  #child: ChildProcess | undefined;
  #identity: ProcessIdentity | undefined;
  #restarts = 0;
  #timer: NodeJS.Timeout | undefined;
  #trimmer: NodeJS.Timeout | undefined;

  /** @param onChange - called whenever the state or the process id changed */
  constructor(plan: ProcessPlan, onChange: () => void = () => {}) {
    this.#plan = plan;
    this.#onChange = onChange;
  }

  /** How it runs from its next start on. */
  get plan(): ProcessPlan {
    return this.#plan;
  }

  /** Another program or other arguments for the next start, under the same name. Throws RangeError. */
  set plan(plan: ProcessPlan) {
    if (plan.name !== this.name) throw new RangeError(`${plan.name} is not ${this.name}.`);
    this.#plan = plan;
  }

  get name(): string {
    return this.plan.name;
  }

  get state(): ProcessState {
    return this.#state;
  }

  /** How often it was started again after ending by itself. */
  get restarts(): number {
    return this.#restarts;
  }

  /** The running process; undefined between two. */
  get identity(): ProcessIdentity | undefined {
    return this.#identity;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @throws ProcessStartError with the end of its log
   */
  async start(): Promise<void> {
    if (this.#state === "running" || this.#state === "starting") return;
    clearTimeout(this.#timer);
    this.#trimmer ??= setInterval(() => trimLog(this.plan.logPath), LOG_TRIM_INTERVAL).unref();
    await this.#spawn();
    await this.whenReady();
  }

  /** Waits until it answers. Throws ProcessStartError. */
  async whenReady(): Promise<void> {
    const { name, readyWithin, logPath } = this.plan;
    const ready = await waitUntil(
      async () => this.#state === "stopped" || (await this.#answers()),
      { timeout: readyWithin, interval: READY_INTERVAL },
    );
    if (ready && this.#state === "running") return;
    throw new ProcessStartError(`${name} did not answer within ${readyWithin / 1_000} s.`, {
      details: [`Log: ${logPath}`, ...(await logTail(logPath, LOG_TAIL))],
    });
  }

  /** Asks it to end, and ends it when it does not. */
  async stop(): Promise<void> {
    const identity = this.#leave("stopped");
    if (identity !== undefined) await endGroup(identity);
  }

  /** Ends it at once (SIGKILL) and keeps it down until {@link start}: a fault, for tests and drills. */
  async kill(): Promise<void> {
    const child = this.#child;
    const identity = this.#leave("held");
    if (identity === undefined || child === undefined) return;
    const exited = once(child, "exit");
    signalGroup(identity.pid, "SIGKILL");
    await exited;
  }

  #leave(state: ProcessState): ProcessIdentity | undefined {
    clearTimeout(this.#timer);
    clearInterval(this.#trimmer);
    this.#trimmer = undefined;
    const identity = this.#identity;
    this.#identity = undefined;
    this.#become(state);
    return identity;
  }

  async #answers(): Promise<boolean> {
    const child = this.#child;
    const answers = await this.plan.isReady().catch(() => false);
    if (!answers || child !== this.#child || this.#identity === undefined) return false;
    this.#become("running");
    return true;
  }

  async #spawn(): Promise<void> {
    const { command, args, cwd, env, logPath, prepare } = this.plan;
    await prepare?.();
    const log = openLog(logPath);
    const child = spawn(command, args, {
      cwd,
      detached: true,
      stdio: ["ignore", log, log],
      env: { ...process.env, ...env },
    });
    releaseLog(log);
    this.#child = child;
    this.#identity = child.pid === undefined ? undefined : identify(child.pid);
    const startedAt = performance.now();
    this.#become("starting");
    child.once("error", () => this.#ended(child, startedAt));
    child.once("exit", () => this.#ended(child, startedAt));
  }

  #ended(child: ChildProcess, startedAt: number): void {
    if (child !== this.#child || this.#state === "stopped" || this.#state === "held") return;
    this.#identity = undefined;
    this.#restartLater(performance.now() - startedAt);
  }

  #restartLater(livedFor: number): void {
    this.#restarts += 1;
    this.#become("restarting");
    this.#timer = setTimeout(() => this.#restart(), backoff(this.#restarts, livedFor));
  }

  async #restart(): Promise<void> {
    try {
      await this.#spawn();
    } catch {
      // The preparation failed: a full disk, say. Trying again is all that can be done here.
      this.#restartLater(0);
      return;
    }
    // Whether it answers shows in its state; when it ends again, that leads back here.
    await this.whenReady().catch(() => undefined);
  }

  #become(state: ProcessState): void {
    this.#state = state;
    this.#onChange();
  }
}
