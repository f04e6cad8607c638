import type { Cli, Output } from "../cli.ts";
import { wantsColour } from "../output/colour.ts";
import { paint } from "../output/style.ts";
import { askSecret } from "./ask-secret.ts";

/** The world of a real process. */
export function processCli(
  process: NodeJS.Process,
  args: readonly string[],
  signal: AbortSignal,
): Cli {
  const { env, stdin, stderr } = process;
  endQuietlyWhenNobodyReads(process);
  return {
    env,
    cwd: process.cwd(),
    signal,
    now: Date.now,
    fetch: globalThis.fetch,
    stdin,
    output: processOutput(process, args),
    ...(stdin.isTTY &&
      stderr.isTTY && {
        askSecret: (question: string) => askSecret(stdin, (text) => stderr.write(text), question),
      }),
  };
}

function processOutput({ env, stdout, stderr }: NodeJS.Process, args: readonly string[]): Output {
  const words = args.slice(0, args.includes("--") ? args.indexOf("--") : args.length);
  const json = words.includes("--json");
  const plain = words.includes("--no-color");
  const colourOf = (isTTY: boolean) => !plain && wantsColour({ isTTY, env });
  return {
    json,
    colour: colourOf(stdout.isTTY),
    errorColour: colourOf(stderr.isTTY),
    columns: stdout.columns ?? 80,
    result: (text) => stdout.write(`${text}\n`),
    error: (text) => stderr.write(`${text}\n`),
    progress: (line) => {
      if (stderr.isTTY && !json) stderr.write(`${paint(line, colourOf(true))}\n`);
    },
  };
}

/** `ryugu … | head` closes the pipe early: that is no error. */
function endQuietlyWhenNobodyReads(process: NodeJS.Process): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
}
