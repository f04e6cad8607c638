import { tmpdir } from "node:os";
import stringWidth from "string-width";
import type { Cli, Output } from "../../src/cli.ts";
import type { ExitCode } from "../../src/exit-code.ts";
import { ryugu } from "../../src/ryugu.ts";

/** What a command line wrote and how it ended. */
export interface Ran {
  exitCode: ExitCode;
  stdout: string;
  stderr: string;
}

/** How a test's world differs from an empty one. */
export interface World extends Partial<Omit<Cli, "output">> {
  output?: Partial<Output>;
}

/** Runs a command line within this process, in a world that the test makes. */
export async function run(args: readonly string[], world: World = {}): Promise<Ran> {
  let [stdout, stderr] = ["", ""];
  const output: Output = {
    json: args.includes("--json"),
    colour: false,
    errorColour: false,
    columns: 100,
    result: (text) => {
      stdout += `${text}\n`;
    },
    error: (text) => {
      stderr += `${text}\n`;
    },
    progress: () => {},
    ...world.output,
  };
  const cli: Cli = {
    env: {},
    cwd: tmpdir(),
    signal: new AbortController().signal,
    now: Date.now,
    fetch: globalThis.fetch,
    stdin: stdinOf(""),
    ...world,
    output,
  };
  const exitCode = await ryugu(cli, args);
  return { exitCode, stdout, stderr };
}

/** Standard input that holds a text. */
export async function* stdinOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** In which terminal cell a text begins in the first line that holds it. */
export function cellOf(output: string, text: string): number {
  const line = output.split("\n").find((each) => each.includes(text)) ?? "";
  return stringWidth(line.slice(0, line.indexOf(text)));
}
