#!/usr/bin/env node
import { RyuguError } from "@ryugu/sdk/errors";
import { commandHelpText, helpText, readArguments } from "./main/arguments.ts";
import { COMMANDS } from "./main/commands/index.ts";
import { describeError } from "./main/logger.ts";
import { processTerminal } from "./main/terminal/terminal.ts";
import { VERSION } from "./main/version.ts";

const FAILED = 1;
const WRONG = 2;

/** Errors of the one who configured the node, not of the node. */
const CONFIGURATION_ERRORS = new Set([
  "config-invalid",
  "config-exists",
  "invalid-keystore",
  "invalid-private-key",
  "keystore-exists",
  "keystore-failed",
  "store-foreign",
  "keystore-file",
  "passphrase-missing",
  "weak-passphrase",
  "wrong-passphrase",
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

/** What nobody caught leaves the process in an unknown state: end loudly, everything durable is on disk. */
process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);

const request = readArguments(process.argv.slice(2), COMMANDS);
switch (request.kind) {
  case "help":
    process.stdout.write(
      request.command === undefined ? helpText(COMMANDS) : commandHelpText(request.command),
    );
    break;
  case "version":
    process.stdout.write(`${VERSION}\n`);
    break;
  case "wrong":
    say(`ryugu-node: ${request.problem}`);
    process.exitCode = WRONG;
    break;
  default: {
    const print = (line: string) => process.stdout.write(`${line}\n`);
    const terminal = processTerminal(process);
    const input = { ...request.input, environment: process.env, print, terminal };
    process.exitCode = await request.command.run(input).catch(fail);
  }
}
