import { parseArgs } from "node:util";

/** What the command line asks for. */
export type Command =
  | { name: "start"; config: string }
  | { name: "version" }
  | { name: "help" }
  | { name: "wrong"; problem: string };

/** What `ryugu-node --help` prints. */
export const HELP = `ryugu-node: one partner's bridge node

  ryugu-node start --config <file>   run the node until it is told to stop
  ryugu-node --version               print the version
  ryugu-node --help                  print this

Exit codes: 0 stopped as asked, 1 failed, 2 the command line or the configuration is wrong.
The configuration: docs/guides/run-a-node.md and docs/reference/node-config.schema.json.
`;

/** Reads the command line. */
export function readCommand(argv: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        config: { type: "string" },
        version: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help === true) return { name: "help" };
    if (values.version === true) return { name: "version" };
    if (positionals.length !== 1 || positionals[0] !== "start")
      return { name: "wrong", problem: "Expected: start --config <file>" };
    if (values.config === undefined) return { name: "wrong", problem: "Missing: --config <file>" };
    return { name: "start", config: values.config };
  } catch (error) {
    return { name: "wrong", problem: error instanceof Error ? error.message : String(error) };
  }
}
