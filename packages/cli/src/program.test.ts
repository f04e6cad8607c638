import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { expect, test } from "vitest";
import { cellOf, run } from "../test/support/test-cli.ts";
import { examplesOf } from "./commands/examples.ts";
import { EXIT_MEANINGS } from "./exit-code.ts";
import { buildProgram } from "./program.ts";
import { writeReference } from "./reference.ts";

const program = () => buildProgram(() => async () => {});
const leaves = (command: Command): Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);

test("docs/reference/cli.md is what the command's definitions say; `npm run docs` renews it", () => {
  const written = readFileSync(new URL("../../../docs/reference/cli.md", import.meta.url), "utf8");
  expect(written).toBe(writeReference(program()));
});

test("the commands are the ones that are promised, each with an example", () => {
  const all = leaves(program());
  expect(all.map((each) => `${each.parent?.name()} ${each.name()}`)).toEqual([
    "zone show",
    "zone deploy",
    "act propose",
    "act sign",
    "act submit",
    "rotation propose",
    "rotation sign",
    "rotation submit",
    "manifest draft",
    "manifest sign",
    "asset validate",
    "asset mint",
    "asset show",
    "avatar inspect",
    "transfer send",
    "transfer follow",
    "transfer claim",
    "transfer deliver",
    "transfer retry",
    "transfer redirect",
    "market offer",
    "market show",
    "market buy",
    "market submit",
    "market cancel",
    "market refund",
    "market sales",
    "payout address",
    "split make",
    "split show",
    "split distribute",
    "credit show",
    "credit claim",
    "credit sign",
    "credit carry",
    "payout statement",
    "payout collect",
    "reserves verify",
    "issuer check",
    "issuer sign",
  ]);
  for (const each of all) expect(examplesOf(each).length).toBeGreaterThan(0);
});

test("examples use options that exist", () => {
  for (const command of leaves(program())) {
    const known = [...command.options, ...program().options].map(({ long }) => long);
    for (const [line] of examplesOf(command)) {
      expect(known).toEqual(expect.arrayContaining(line.match(/(?<= )--[a-z-]+/g) ?? []));
    }
  }
});

test("help goes to stdout, ends with 0, and stands in line", async () => {
  const { exitCode, stdout, stderr } = await run(["--help"]);
  expect([exitCode, stderr]).toEqual([0, ""]);
  for (const [, meaning] of EXIT_MEANINGS) expect(stdout).toContain(meaning);
  expect(cellOf(stdout, "the consortium")).toBe(cellOf(stdout, "VRM avatars"));
});

test("a bare group shows its commands and is a usage error", async () => {
  const { exitCode, stdout, stderr } = await run(["transfer"]);
  expect([exitCode, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("follow a transfer until it has arrived");
});

test.each([
  [["zone", "shw"], "Did you mean show?"],
  [["avatr"], "Did you mean avatar?"],
  [["asset", "validate", "--stroe", "x", "y"], "Did you mean --store?"],
  [["transfer", "follow"], "missing required argument"],
  [["transfer", "send", "x"], "--to-chain"],
  [["zone", "show", "extra"], "too many arguments"],
])("%j is answered with help", async (args, hint) => {
  const people = await run(args);
  expect(people.exitCode).toBe(2);
  expect(people.stderr.toLowerCase()).toContain(hint.toLowerCase());
  const machines = await run([...args, "--json"]);
  expect(machines.exitCode).toBe(2);
  expect(machines.stdout).toBe("");
  expect(JSON.parse(machines.stderr)).toMatchObject({ code: "usage", retryable: false });
});

test("what a person typed cannot steer their terminal either", async () => {
  const { stderr } = await run(["zone", "\u001b[2Jshow\u202e"]);
  expect(stderr).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
});

test("the version is printed", async () => {
  expect(await run(["--version"])).toMatchObject({ exitCode: 0, stdout: "0.0.0\n" });
});
