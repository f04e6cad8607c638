#!/usr/bin/env node
// Lets forge use the compiler from npm (WebAssembly): answers `--version` and `--standard-json` as solc would.
"use strict";

const { readFileSync } = require("node:fs");

if (process.argv.includes("--version")) {
  // Loading the compiler takes a second, and forge asks often. scripts/build.ts checks this against the compiler.
  const { version } = require("solc/package.json");
  const commit = "73712a01";
  process.stdout.write(
    `solc, the solidity compiler commandline interface\nVersion: ${version}+commit.${commit}.Emscripten.clang\n`,
  );
} else if (process.argv.includes("--standard-json")) {
  const solc = require("solc");
  // forge puts every source into the input, so no import callback is needed.
  process.stdout.write(solc.compile(readFileSync(0, "utf8")));
} else {
  process.stderr.write("This wrapper answers only --version and --standard-json.\n");
  process.exitCode = 1;
}
