import type { Terminal } from "../terminal/terminal.ts";

/** One of `ryugu-node`'s commands: one file of this folder each, listed in `index.ts`. */
export interface NodeCommand {
  /** The words that call it, such as `start` or `council sign`. */
  name: string;
  /** What follows the name, as help shows it. */
  usage: string;
  summary: string;
  options: Readonly<Record<string, CommandOption>>;
  /** How many words may stand beside the options. */
  operands?: { least: number; most: number };
  /** Does it. What it throws is told to the operator. @returns the exit code */
  run(input: CommandInput): Promise<number>;
}

/** An option of a command. `required` ones must be given. */
export interface CommandOption {
  type: "string" | "boolean";
  required?: true;
  multiple?: true;
}

/** What a command was given. */
export interface CommandInput {
  /** The text of an option; undefined where it was not given. */
  text(option: string): string | undefined;
  /** The text of an option that is required. */
  needed(option: string): string;
  /** Every text of an option that may stand more than once. */
  texts(option: string): readonly string[];
  flag(option: string): boolean;
  operands: readonly string[];
  environment: Readonly<Record<string, string | undefined>>;
  /** Prints a line on standard output. */
  print(line: string): void;
  /** Where somebody may sit and answer. */
  terminal: Terminal;
}
