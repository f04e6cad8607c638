import type { Command } from "commander";
import { type Bind, whenCalled } from "../bind.ts";
import { addCollect } from "./collect.ts";
import { addCreditCommands, CURRENCY } from "./credit.ts";
import { withExamples } from "./examples.ts";
import { withChainChoice, withPayer } from "./options.ts";
import { addStatement } from "./statement.ts";

const SHARES = [
  "<payees...>",
  "each with a weight: 0x…:7, or 0x…:3:split for a payee that is a split too",
] as const;
const FACTORY = ["--factory <address>", "the split factory"] as const;

/** Adds `ryugu payout …`. */
export function addPayoutCommands(program: Command, bind: Bind): void {
  const payout = program
    .command("payout")
    .description("share what is paid among its creators, and take what could not be paid");
  addAddress(payout, bind);
  const split = payout
    .command("split")
    .description("splits: addresses that divide whatever comes to them");
  addMake(split, bind);
  addShowSplit(split, bind);
  addDistribute(split, bind);
  addCreditCommands(payout, bind);
  addStatement(payout, bind);
  addCollect(payout, bind);
}

const withContent = (command: Command): Command =>
  command
    .argument(...SHARES)
    .requiredOption(...FACTORY)
    .option("--owner <address>", "who may change the list (default: nobody, ever)")
    .option("--salt <hex>", "32 bytes, for several splits with one list");

function addAddress(payout: Command, bind: Bind): void {
  const command = withContent(payout.command("address"))
    .summary("where to pay a split, before or after it is made")
    .description(
      "Tell the address of a split from its payees. Asks no chain: the address follows from factory, list, owner and salt, is the same on " +
        "every chain, and can be paid before anybody makes the split.",
    )
    .action(bind(whenCalled(async () => (await import("../payout/split.ts")).addressCommand)));
  withExamples(command, [
    "ryugu payout address 0x5c…:7 0x91…:3 --factory 0x…",
    "Where shall a buyer pay, so that the painter gets seven tenths and the poet three?",
  ]);
}

function addMake(split: Command, bind: Bind): void {
  const command = withPayer(withChainChoice(withContent(split.command("make"))))
    .summary("make a split")
    .description(
      "Make a split on a chain. Anyone may, for anyone; the key only pays the gas. Where it stands already, nothing is sent.",
    )
    .action(bind(whenCalled(async () => (await import("../payout/split.ts")).makeCommand)));
  withExamples(command, [
    "ryugu payout split make 0x5c…:7 0x91…:3 --factory 0x… --rpc eip155:1=https://rpc.example",
    "So that what was paid can be divided:",
  ]);
}

function addShowSplit(split: Command, bind: Bind): void {
  const command = split
    .command("show")
    .summary("show a split: its payees, its owner, what waits in it")
    .description(
      "Show a split as it stands: by which list whatever comes is divided, who may change that, and what waits to be divided.",
    )
    .argument("<split>", "its address")
    .requiredOption(...FACTORY)
    .option("--currency <address...>", CURRENCY);
  withChainChoice(command).action(
    bind(whenCalled(async () => (await import("../payout/split.ts")).showCommand)),
  );
  withExamples(command, [
    "ryugu payout split show 0x7a… --factory 0x… --rpc eip155:1=https://rpc.example --currency 0x…",
    "Whom do I pay here, and can anybody change it?",
  ]);
}

function addDistribute(split: Command, bind: Bind): void {
  const command = split
    .command("distribute")
    .summary("have a split divide what it has")
    .description(
      "Have a split divide all that it has of a currency. Anyone may; the money goes to its payees only. Who cannot be paid is credited, " +
        "and all others are paid. With --most it takes several transactions, and goes on where it stopped when it is called again.",
    )
    .argument("<split>", "its address")
    .requiredOption("--currency <address>", CURRENCY)
    .option(
      "--most <payees>",
      "pay so many in each transaction, where a block has no room for all",
    );
  withPayer(withChainChoice(command)).action(
    bind(whenCalled(async () => (await import("../payout/split.ts")).distributeCommand)),
  );
  withExamples(command, [
    "ryugu payout split distribute 0x7a… --rpc eip155:1=https://rpc.example --currency 0x…",
    "Nobody has divided it yet:",
  ]);
}
