import type { Command } from "commander";

/** A line to type, and what it does. */
export type Example = readonly [line: string, what: string];

const EXAMPLES = new WeakMap<Command, readonly Example[]>();

/** Gives a command its examples: shown below its help and in the reference. */
export function withExamples(command: Command, ...examples: readonly Example[]): Command {
  EXAMPLES.set(command, examples);
  const text = examples.map(([line, what]) => `  ${what}\n    $ ${line}`).join("\n");
  return command.addHelpText(
    "after",
    `\n${examples.length === 1 ? "Example" : "Examples"}:\n${text}`,
  );
}

/** The examples of a command. */
export function examplesOf(command: Command): readonly Example[] {
  return EXAMPLES.get(command) ?? [];
}
