import { type Command, CommanderError } from "commander";
import type { Bind } from "./bind.ts";
import type { Cli } from "./cli.ts";
import { UsageError } from "./errors.ts";
import { EXIT, type ExitCode, exitCodeOf } from "./exit-code.ts";
import { dressHelp } from "./help.ts";
import { writeOutcome } from "./outcome.ts";
import { errorJson, errorView } from "./output/error-view.ts";
import { render } from "./output/render.ts";
import { safeJson } from "./output/safe.ts";
import { buildProgram } from "./program.ts";

/**
 * Runs one command line: writes what it found or what went wrong, and answers the exit code. Never
 * throws. Ends at once when the person stops it, also while something is still under way.
 */
export async function ryugu(cli: Cli, args: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  const bind: Bind =
    (action) =>
    async (...given) => {
      const outcome = await action(cli, ...given);
      writeOutcome(cli, outcome);
      exitCode = outcome.exitCode;
    };
  try {
    await Promise.race([parse(cli, buildProgram(bind), args), stopped(cli.signal)]);
    return exitCode;
  } catch (error) {
    writeError(cli, error);
    return exitCodeOf(error);
  }
}

async function parse(cli: Cli, program: Command, args: readonly string[]): Promise<void> {
  const help = dressHelp(program, cli);
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return;
    throw error.code === "commander.help" ? new IncompleteError(help()) : usageError(error);
  }
}

/** `ryugu zone`, without a command: answered with help. */
class IncompleteError extends UsageError {
  readonly help: string;

  constructor(help: string) {
    super("This is not yet a whole command.", { details: ["Add --help to see what can follow."] });
    this.help = help;
  }
}

/** Commander's complaint in our form: its sentence, and its suggestion. */
function usageError(error: CommanderError): UsageError {
  const [first = "", ...more] = error.message.replace(/^error: /, "").split("\n");
  const sentence = `${first.charAt(0).toUpperCase()}${first.slice(1)}.`;
  return new UsageError(sentence, { details: more.map((line) => line.replace(/^\(|\)$/g, "")) });
}

function writeError({ output }: Cli, error: unknown): void {
  const text = output.json
    ? safeJson(errorJson(error))
    : error instanceof IncompleteError
      ? error.help.trimEnd()
      : render(errorView(error), output.errorColour);
  output.error(text);
}

function stopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
