import { writeRegistry } from "./registry.ts";
import { type ProcessPlan, SupervisedProcess } from "./supervised-process.ts";

/** The processes of one zone, written down as they come and go. */
export class ProcessSet {
  readonly #registryPath: string;
  readonly #processes = new Map<string, SupervisedProcess>();

  constructor(registryPath: string) {
    this.#registryPath = registryPath;
  }

  /** All, in the order in which they were added. */
  get all(): readonly SupervisedProcess[] {
    return [...this.#processes.values()];
  }

  /** One by its name. Throws RangeError. */
  get(name: string): SupervisedProcess {
    const found = this.#processes.get(name);
    if (found !== undefined) return found;
    throw new RangeError(
      `No process ${name}. There are: ${[...this.#processes.keys()].join(", ")}`,
    );
  }

  /** Adds a process without starting it. */
  add(plan: ProcessPlan): SupervisedProcess {
    const process = new SupervisedProcess(plan, () => this.#write());
    this.#processes.set(plan.name, process);
    return process;
  }

  /** Stops all, the last added first: nodes before the chains that they ask. */
  async stop(): Promise<void> {
    const chains = this.all.filter(({ name }) => name.startsWith("chain-"));
    const others = this.all.filter((process) => !chains.includes(process));
    await Promise.all(others.map((process) => process.stop()));
    await Promise.all(chains.map((process) => process.stop()));
  }

  #write(): void {
    const running = this.all.flatMap(({ name, identity }) =>
      identity === undefined ? [] : [{ name, ...identity }],
    );
    writeRegistry(this.#registryPath, running);
  }
}
