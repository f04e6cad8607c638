import type { Command } from "commander";
import { type Bind, whenCalled } from "../bind.ts";
import { withExamples } from "./examples.ts";
import { withZoneChains } from "./options.ts";

const PLACES = "--market eip155:31001:0x… --rail eip155:31001:0x… --splits eip155:31001:0x…";
const YEN = "--currency eip155:31001:0x…";

/** Adds the options that name whose word counts on each chain. */
export function withSources(command: Command): Command {
  return command
    .option("--rail <chain:address...>", "the rails whose payments count, such as eip155:1:0x…")
    .option("--splits <chain:address...>", "the factories whose splits count")
    .requiredOption(
      "--currency <chain:address...>",
      "the yen currencies that count, where they were born: what stands for them elsewhere counts too. A ledger is its own currency",
    );
}

/** Adds `ryugu payout statement`. */
export function addStatement(payout: Command, bind: Bind): void {
  const command = payout
    .command("statement")
    .summary("what a creator earned in a period, from the chains alone")
    .description(
      "Derive what a creator earned in a period from the chains' logs alone, over all chains of the zone, and write it to a new file. It " +
        "needs no node. With --compare a node's signed statement is verified and held against the chains instead: ends with 0 where " +
        "both say the same, with 1 where they differ, and names the first difference. Logs of markets, rails and splits that are not " +
        "named count for nothing; nor does any other currency, because a stranger can pay anybody in worthless ones.",
    )
    .argument("<account>", "the creator's account")
    .argument(
      "<period>",
      "days in Japan: 2026, 2026-11, 2026-11-05, or 2026-11-01/2026-11-16, the last one excluded",
    )
    .option("--account <address...>", "other accounts of theirs")
    .option("--market <chain:address...>", "the markets whose sales count");
  withZoneChains(withSources(command))
    .option("--format <format>", "json, csv or pdf, which needs optional packages (default: json)")
    .option("--language <language>", "ja or en, for csv and pdf (default: ja)")
    .option(
      "--out <file>",
      "where to write it; a new file (default: named after account and month)",
    )
    .option(
      "--compare <statement>",
      "a node's signed statement as JSON: a file, an http(s) address, or - for standard input",
    )
    .action(
      bind(whenCalled(async () => (await import("../payout/statement.ts")).statementCommand)),
    );
  withExamples(
    command,
    [
      `ryugu payout statement 0x5c… 2026-11 ${PLACES} ${YEN} --format pdf`,
      "Every node is dead, and my accountant asks for November:",
    ],
    [
      `ryugu payout statement 0x5c… 2026-11 ${PLACES} ${YEN} --compare statement.json`,
      "Is the statement that a node signed for me true?",
    ],
  );
}
