#!/usr/bin/env node
import { RyuguError } from "@ryugu/sdk/errors";
import { HELP, readCommand } from "./main/arguments.ts";
import { describeError } from "./main/logger.ts";
import { type RunningNode, startNode } from "./main/start.ts";
import { VERSION } from "./main/version.ts";

const FAILED = 1;
const WRONG = 2;
/** How long a node may take to stop, in milliseconds. What was under way is durable either way. */
const STOP_TIMEOUT = 8_000;

/** Errors of the one who configured the node, not of the node. */
const CONFIGURATION_ERRORS = new Set([
  "config-invalid",
  "keystore-failed",
  "manifest-signature",
  "manifest-untrusted",
  "invalid-shape",
  "invalid-json",
]);

const say = (text: string) => process.stderr.write(`${text}\n`);

function fail(error: unknown): never {
  if (!(error instanceof RyuguError)) {
    say(JSON.stringify(describeError(error)));
    process.exit(FAILED);
  }
  say(`ryugu-node: ${error.shortMessage}`);
  for (const detail of error.details) say(`  ${detail}`);
  say(`  ${error.code}: ${error.docsUrl}`);
  process.exit(CONFIGURATION_ERRORS.has(error.code) ? WRONG : FAILED);
}

function stopOnSignals(node: RunningNode): void {
  let asked = false;
  const stop = () => {
    if (asked) process.exit(FAILED);
    asked = true;
    setTimeout(() => process.exit(FAILED), STOP_TIMEOUT).unref();
    node.stop().then(() => process.exit(0), fail);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

/** What nobody caught leaves the process in an unknown state: end loudly, everything durable is on disk. */
process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);

const command = readCommand(process.argv.slice(2));
switch (command.name) {
  case "help":
    process.stdout.write(HELP);
    break;
  case "version":
    process.stdout.write(`${VERSION}\n`);
    break;
  case "wrong":
    say(`ryugu-node: ${command.problem}\n\n${HELP}`);
    process.exitCode = WRONG;
    break;
  default:
    await startNode(command.config, process.env).then(stopOnSignals, fail);
}
