import { parseArgs } from "node:util";
import { StartUsageError } from "./errors.ts";

/** What `npm start` was asked for. */
export interface StartCommand {
  /** The zone's folder. */
  data: string;
  fresh: boolean;
  demo: boolean;
  page: boolean;
  /** Prints one JSON object a line instead of words. */
  json: boolean;
  help: boolean;
  portBase?: number;
  /** In seconds. */
  blockTime?: number;
}

/** What `--help` prints. */
export const HELP = `npm start [-- options]

Starts a local zone: two chains, five partners' nodes and two worlds; the first time it
mints a small collection, sends it across and brings one piece home.

  --fresh             begin anew; everything in the zone's folder is deleted
  --data <folder>     where the zone is kept (.ryugu)
  --port-base <n>     the first of the zone's ports (18500, where Minato's world is)
  --block-time <s>    seconds between two blocks (1); smaller for tests
  --no-demo           start without the demo
  --no-page           start without the worlds and the page
  --json              one JSON object a line, for scripts
  --help              this text

Ctrl-C stops everything; what was stored stays, and the next start goes on with it.
`;

const LOWEST_PORT = 1_024;
const HIGHEST_PORT = 65_000;
const SHORTEST_BLOCK = 0.1;
const LONGEST_BLOCK = 60;

/** Reads the command line. Throws StartUsageError. */
export function readCommandLine(args: readonly string[], defaultFolder: string): StartCommand {
  const values = parse(args);
  const portBase = values["port-base"] === undefined ? undefined : readPort(values["port-base"]);
  return {
    data: values.data ?? defaultFolder,
    fresh: values.fresh === true,
    demo: values["no-demo"] !== true,
    page: values["no-page"] !== true,
    json: values.json === true,
    help: values.help === true,
    ...(portBase === undefined ? {} : { portBase }),
    ...(values["block-time"] === undefined
      ? {}
      : { blockTime: readBlockTime(values["block-time"]) }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: "string" },
        fresh: { type: "boolean" },
        "port-base": { type: "string" },
        "block-time": { type: "string" },
        "no-demo": { type: "boolean" },
        "no-page": { type: "boolean" },
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StartUsageError("The command line could not be understood.", {
      cause,
      details: [why, "npm start -- --help shows every option."],
    });
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= LOWEST_PORT && port <= HIGHEST_PORT) return port;
  throw new StartUsageError(`A port is a number from ${LOWEST_PORT} to ${HIGHEST_PORT}.`, {
    details: [`Received: --port-base ${text}`],
  });
}

function readBlockTime(text: string): number {
  const seconds = Number(text);
  if (seconds >= SHORTEST_BLOCK && seconds <= LONGEST_BLOCK) return seconds;
  throw new StartUsageError(`A block takes ${SHORTEST_BLOCK} to ${LONGEST_BLOCK} seconds.`, {
    details: [`Received: --block-time ${text}`],
  });
}
