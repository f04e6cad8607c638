import type { Argument, Command, Option } from "commander";
import { examplesOf } from "./commands/examples.ts";
import { ENVIRONMENT } from "./environment.ts";
import { EXIT_MEANINGS } from "./exit-code.ts";

const INTRODUCTION = `# The \`ryugu\` command

<!-- Written by \`npm run docs\` in packages/cli from the command's own definitions. Do not edit. -->

In a checkout of Ryugu: \`npm run --silent ryugu -- zone show\`. The examples below write \`ryugu\` for all up to the \`--\`.

Results go to stdout, progress and errors to stderr. With \`--json\` stdout carries exactly one JSON value, or one line of
JSON for each change where a transfer is followed; an error is one line of JSON on stderr, in the form that
[every error](errors/README.md) has. Whatever a stranger wrote is shown without control characters and direction overrides.

A key is never an argument. It lies in an encrypted keystore (Web3 Secret Storage), whose passphrase is read from a file or
asked for without showing it. In a folder where a local zone runs, the zone's own person signs.`;

/** Writes the reference of a program and all its commands, as Markdown. */
export function writeReference(program: Command): string {
  return `${[
    INTRODUCTION,
    "## Exit codes",
    table(
      ["code", "meaning"],
      EXIT_MEANINGS.map(([code, meaning]) => [String(code), meaning]),
    ),
    "## Environment",
    table(
      ["variable", "meaning"],
      ENVIRONMENT.map(([names, text]) => [coded(names), text]),
    ),
    "## Everywhere",
    optionTable(program.options),
    ...leaves(program, []).flatMap(([path, command]) => describe(path, command)),
  ].join("\n\n")}\n`;
}

/** The commands that do something, with the words that lead to them. */
function leaves(command: Command, path: readonly string[]): [string, Command][] {
  const here = [...path, command.name()];
  if (command.commands.length === 0) return [[here.join(" "), command]];
  return command.commands.flatMap((sub) => leaves(sub, here));
}

function describe(path: string, command: Command): string[] {
  const words = command.registeredArguments.map(placeholder).join(" ");
  return [
    `## ${path}`,
    command.description(),
    `\`\`\`\n${path}${words === "" ? "" : ` ${words}`} [options]\n\`\`\``,
    ...(command.registeredArguments.length === 0 ? [] : [argumentTable(command)]),
    ...(command.options.length === 0 ? [] : [optionTable(command.options)]),
    ...examplesOf(command).map(([line, what]) => `${what}\n\n\`\`\`sh\n${line}\n\`\`\``),
  ];
}

function argumentTable(command: Command): string {
  const rows = command.registeredArguments.map((each) => [
    coded(placeholder(each)),
    each.description,
  ]);
  return table(["argument", "meaning"], rows);
}

function optionTable(options: readonly Option[]): string {
  const rows = options.map(({ flags, description, mandatory }) => [
    coded(flags),
    mandatory ? `${description}. Required` : description,
  ]);
  return table(["option", "meaning"], rows);
}

function placeholder(argument: Argument): string {
  const words = `${argument.name()}${argument.variadic ? "..." : ""}`;
  return argument.required ? `<${words}>` : `[${words}]`;
}

function coded(text: string): string {
  return `\`${text}\``;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), `|${"---|".repeat(header.length)}`, ...rows.map(line)].join("\n");
}
