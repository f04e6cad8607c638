import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { foundryBinary } from "../scripts/forge.ts";
import { stage } from "../scripts/plain/stage.ts";
import type { Code } from "./compiler.ts";

/** What the tests said about some code. */
export interface Verdict {
  /** Each failed test as `Contract.test`; a test contract whose setup failed as `Contract.setUp`. */
  failed: string[];
  /** Neither failed nor passed in time. */
  timedOut: boolean;
}

/** Which tests are run, and how. */
export interface Selection {
  /** Whether one failure is enough. */
  failFast: boolean;
  /** How long they may take. */
  seconds: number;
  /** A glob of test files; all where it is missing. */
  only?: string;
  /** A glob of test files that are not run. */
  except?: string;
  /** Tests that are left out, by what {@link Verdict} calls them. */
  without?: ReadonlySet<string>;
}

interface SuiteResult {
  test_results: Record<string, { status: string }>;
}

/** A folder in which the tests run against whatever code is put there. */
export class Bench {
  readonly #root: string;
  readonly #running = new Set<ChildProcess>();

  /** `like` is a bench whose compiled tests are taken over. */
  constructor(name: string, like?: Bench) {
    this.#root = stage(name);
    for (const folder of ["out-test", "cache-test"]) {
      const [from, to] = [like && join(like.#root, folder), join(this.#root, folder)];
      if (from !== undefined && !existsSync(to)) cpSync(from, to, { recursive: true });
    }
  }

  /** Puts contracts' code where the tests look for it. */
  install(code: Code): void {
    for (const [name, object] of Object.entries(code)) {
      const folder = join(this.#root, "out", `${name}.sol`);
      mkdirSync(folder, { recursive: true });
      const bytecode = { object: `0x${object}`, sourceMap: "", linkReferences: {} };
      writeFileSync(join(folder, `${name}.json`), JSON.stringify({ abi: [], bytecode }));
    }
  }

  /** Compiles the tests. */
  async prepare(): Promise<void> {
    const { status, output } = await this.#forge(["build", "--quiet"], 900);
    if (status !== 0) throw new Error(`The tests do not compile: ${output}`);
  }

  /** Runs tests until the first fails, or all of them. */
  async test({
    failFast,
    seconds,
    only,
    except,
    without = new Set(),
  }: Selection): Promise<Verdict> {
    const names = [...without].map((test) => test.split(".").at(-1));
    const { status, output } = await this.#forge(
      [
        ...["test", "--json", ...(failFast ? ["--fail-fast"] : [])],
        ...(only === undefined ? [] : ["--match-path", only]),
        ...(except === undefined ? [] : ["--no-match-path", except]),
        ...(names.length === 0 ? [] : ["--no-match-test", `^(${names.join("|")})\\b`]),
      ],
      seconds,
    );
    // Forge would try first what failed in another mutant.
    for (const kept of ["invariant", "fuzz", "test-failures"]) {
      rmSync(join(this.#root, "cache-test", kept), { recursive: true, force: true });
    }
    if (status === null) return { failed: [], timedOut: true };
    const failed = failures(output);
    if (status !== 0 && failed.length === 0) throw new Error(`Forge ended oddly: ${output}`);
    return { failed, timedOut: false };
  }

  /** Ends what is running. */
  close(): void {
    for (const child of this.#running) child.kill("SIGKILL");
  }

  #forge(args: string[], seconds: number): Promise<{ status: number | null; output: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn(foundryBinary("forge"), args, {
        cwd: this.#root,
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, FOUNDRY_PROFILE: "mutation" },
        timeout: seconds * 1_000,
        killSignal: "SIGKILL",
      });
      this.#running.add(child);
      let output = "";
      let complaint = "";
      child.stdout.on("data", (chunk) => {
        output += chunk;
      });
      child.stderr.on("data", (chunk) => {
        complaint += chunk;
      });
      child.once("error", reject);
      child.once("close", (status) => {
        this.#running.delete(child);
        resolve({ status, output: output || complaint });
      });
    });
  }
}

function failures(output: string): string[] {
  const start = output.indexOf("{");
  if (start < 0) return [];
  const suites: Record<string, SuiteResult> = JSON.parse(output.slice(start));
  return Object.entries(suites).flatMap(([suite, { test_results }]) => {
    const contract = suite.split(":").at(-1) ?? suite;
    return Object.entries(test_results)
      .filter(([, { status }]) => status === "Failure")
      .map(([test]) => `${contract}.${test.replace(/\(.*$/, "")}`);
  });
}
