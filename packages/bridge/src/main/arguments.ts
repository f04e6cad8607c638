import { parseArgs } from "node:util";
import type { CommandInput, NodeCommand } from "./commands/command.ts";

/** What of a command's input stands on the command line. */
type GivenInput = Omit<CommandInput, "environment" | "print" | "terminal">;

/** What a command line asks for. */
export type Request =
  | { kind: "run"; command: NodeCommand; input: GivenInput }
  | { kind: "version" }
  | { kind: "help"; command?: NodeCommand }
  | { kind: "wrong"; problem: string };

const FOOTER = `Exit codes: 0 done, or stopped as asked; 1 failed; 2 the command line or the configuration is wrong.
The configuration: docs/guides/run-a-node.md and docs/reference/node-config.schema.json.
`;

/** What `ryugu-node --help` prints. */
export function helpText(commands: readonly NodeCommand[]): string {
  const lines = [
    ...commands.map(({ name, summary }) => [name, summary] as const),
    ["<command> --help", "what a command takes"] as const,
    ["--version", "print the version"] as const,
  ];
  const width = Math.max(...lines.map(([call]) => call.length)) + 3;
  const table = lines.map(([call, summary]) => `  ryugu-node ${call.padEnd(width)}${summary}`);
  return ["ryugu-node: one partner's bridge node", "", ...table, "", FOOTER].join("\n");
}

/** What `ryugu-node <command> --help` prints: one line for everything that the command takes. */
export function commandHelpText({ name, usage, summary }: NodeCommand): string {
  const takes = usage.split(/ (?=\[?--)/).map((part) => `    ${part}`);
  return [`ryugu-node ${name}: ${summary}`, "", `  ryugu-node ${name}`, ...takes, "", FOOTER].join(
    "\n",
  );
}

/** Reads the command line. */
export function readArguments(argv: readonly string[], commands: readonly NodeCommand[]): Request {
  const [first] = argv;
  if (first === undefined || first === "--help" || first === "-h") return { kind: "help" };
  if (first === "--version") return { kind: "version" };
  const command = commands
    .filter(({ name }) => name.split(" ").every((word, i) => argv[i] === word))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (command === undefined) {
    const names = commands.map(({ name }) => name).join(", ");
    return { kind: "wrong", problem: `There is no command like this. Commands: ${names}` };
  }
  if (argv.includes("--help")) return { kind: "help", command };
  return readInput(command, argv.slice(command.name.split(" ").length));
}

function readInput(command: NodeCommand, args: string[]): Request {
  const wrong = (problem: string): Request => ({
    kind: "wrong",
    problem: `${problem}\nExpected: ryugu-node ${command.name} ${command.usage}`,
  });
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(command.options).map(([name, { type, multiple = false }]) => [
          name,
          { type, multiple },
        ]),
      ),
    });
    const missing = Object.entries(command.options).find(
      ([name, { required }]) => required && values[name] === undefined,
    );
    if (missing !== undefined) return wrong(`Missing: --${missing[0]}`);
    const { least, most } = command.operands ?? { least: 0, most: 0 };
    if (positionals.length < least || positionals.length > most)
      return wrong("Too few or too many words.");
    return { kind: "run", command, input: inputOf(values, positionals) };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

type Values = ReturnType<typeof parseArgs>["values"];

function inputOf(values: Values, operands: readonly string[]): GivenInput {
  const texts = (option: string) =>
    [values[option] ?? []].flat().filter((value) => typeof value === "string");
  const needed = (option: string) => {
    const [value] = texts(option);
    if (value === undefined) throw new TypeError(`no option ${option}`);
    return value;
  };
  return {
    text: (option) => texts(option)[0],
    needed,
    texts,
    flag: (option) => values[option] === true,
    operands,
  };
}
