import type { Command, Help } from "commander";
import type { Cli } from "./cli.ts";
import { paint, type Tone } from "./output/style.ts";

const TITLES: Tone = "title";

/**
 * Gives a program and all its commands our manners: help in our colours and to the right stream, errors
 * thrown instead of printed. Answers the help that a bare group of commands asked for.
 */
export function dressHelp(program: Command, { output }: Cli): () => string {
  let asked = "";
  const style = (tone: Tone) => (text: string) => paintWords(text, tone, output.colour);
  const manners = (command: Command): void => {
    command
      .exitOverride()
      .showSuggestionAfterError()
      .configureOutput({
        writeOut: (text) => output.result(text.trimEnd()),
        writeErr: (text) => {
          asked += text;
        },
        outputError: () => {},
        getOutHelpWidth: () => output.columns,
        getErrHelpWidth: () => output.columns,
        getOutHasColors: () => output.colour,
        getErrHasColors: () => false,
      })
      .configureHelp({
        showGlobalOptions: true,
        styleTitle: style(TITLES),
        styleCommandText: style("accent"),
        styleSubcommandText: style("accent"),
        styleOptionText: style("accent"),
        styleArgumentText: style("accent"),
        subcommandTerm: (sub: Command) => sub.name(),
      } satisfies Partial<Help>);
    for (const sub of command.commands) manners(sub);
  };
  manners(program);
  return () => asked;
}

function paintWords(text: string, tone: Tone, colour: boolean): string {
  return colour ? paint({ text, tone }, true) : text;
}
