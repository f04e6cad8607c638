import type { Command } from "commander";
import { type Bind, whenCalled } from "../bind.ts";
import { withExamples } from "./examples.ts";
import { withPayer } from "./options.ts";

/** Adds `ryugu reserves issuer …`. */
export function addIssuerCommands(reserves: Command, bind: Bind): void {
  const issuer = reserves
    .command("issuer")
    .description("what the issuer of a yen currency holds against it, by its own signed report");
  addCheck(issuer, bind);
  addSign(issuer, bind);
}

function addCheck(issuer: Command, bind: Bind): void {
  const check = issuer
    // So that `ryugu reserves issuer report.json` asks the question that most people have.
    .command("check", { isDefault: true })
    .summary("check an issuer's report: is everything there, and is it what it may be?")
    .description(
      "Check the report of a yen currency's issuer: whose it is, that it adds up and is new, that the reserves cover what is " +
        "outstanding, and that they are what they may be: at most half outside demand deposits, in term deposits that can be ended " +
        "early and in short government bonds. With an RPC endpoint the supply at the report's block is compared with the chain's, and an " +
        "account that is a contract is asked whether it signed. The word `check` may be left out. Ends with 1 where something is wrong. " +
        "That the deposits are there only an auditor can say.",
    )
    .argument("<report>", "a file, an http(s) address, or - for standard input")
    .option("--account <address>", "the account that you know as the issuer's")
    .option("--rpc <chain=url...>", "an RPC endpoint of a chain (CAIP-2), to compare with")
    .option("--max-age <time>", "how old the report may be: 90s, 10m, 2h, 7d (default: 31d)")
    .action(
      bind(whenCalled(async () => (await import("../reserves/issuer/check.ts")).checkIssuer)),
    );
  withExamples(
    check,
    [
      "ryugu reserves issuer report.json --account 0x…",
      "Does this issuer hold what it owes, by its own signed word?",
    ],
    [
      "ryugu reserves issuer https://yen.example/reserves.json --rpc eip155:1=https://rpc.example",
      "And does the chain say the same of what is outstanding?",
    ],
  );
}

function addSign(issuer: Command, bind: Bind): void {
  const sign = issuer
    .command("sign")
    .summary("sign a report as its issuer")
    .description(
      "Sign a report as the account that it names, write it back, and show what the check will say of it. Asks no chain: the key " +
        "may lie where there is no network. An account that is a contract signs by its own means.",
    )
    .argument("<report>", "the report without a signature, or with one to be replaced")
    .option("--out <file>", "where to write it (default: the same file)");
  withPayer(sign).action(
    bind(whenCalled(async () => (await import("../reserves/issuer/sign.ts")).signIssuer)),
  );
  withExamples(sign, [
    "ryugu reserves issuer sign draft.json --out report.json --keystore issuer.json",
    "The month's report, ready to be published:",
  ]);
}
