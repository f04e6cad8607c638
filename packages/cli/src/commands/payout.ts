import type { Command } from "commander";
import { type Bind, whenCalled } from "../bind.ts";
import { withExamples } from "./examples.ts";
import { withPayer } from "./options.ts";

const RPC = [
  "--rpc <chain=url...>",
  "RPC endpoints of the chain (CAIP-2), asked in turn: eip155:1=https://rpc.example",
] as const;
const SHARES = [
  "<payees...>",
  "each with a weight: 0x…:7, or 0x…:3:split for a payee that is a split too",
] as const;
const FACTORY = ["--factory <address>", "the split factory"] as const;
const CURRENCY = "an ERC-20's address, or the zero address for the chain's coin";

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
  const credit = payout
    .command("credit")
    .description("credits: what a payee could not be paid, and waits for them");
  addShowCredit(credit, bind);
  addClaim(credit, bind);
  addSign(credit, bind);
  addCarry(credit, bind);
}

const withContent = (command: Command): Command =>
  command
    .argument(...SHARES)
    .requiredOption(...FACTORY)
    .option("--owner <address>", "who may change the list (default: nobody, ever)")
    .option("--salt <hex>", "32 bytes, for several splits with one list");

const withPlaces = (command: Command): Command =>
  command
    .requiredOption(...RPC)
    .requiredOption("--place <address...>", "the splits and rails to ask")
    .option("--currency <address...>", `only these: ${CURRENCY} (default: all that logs tell of)`)
    .option("--from-block <number>", "the first block whose logs are searched (default: 0)");

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
  const command = withPayer(withContent(split.command("make")).requiredOption(...RPC))
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
    .requiredOption(...RPC)
    .option("--currency <address...>", CURRENCY)
    .action(bind(whenCalled(async () => (await import("../payout/split.ts")).showCommand)));
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
    .requiredOption(...RPC)
    .requiredOption("--currency <address>", CURRENCY)
    .option(
      "--most <payees>",
      "pay so many in each transaction, where a block has no room for all",
    );
  withPayer(command).action(
    bind(whenCalled(async () => (await import("../payout/split.ts")).distributeCommand)),
  );
  withExamples(command, [
    "ryugu payout split distribute 0x7a… --rpc eip155:1=https://rpc.example --currency 0x…",
    "Nobody has divided it yet:",
  ]);
}

function addShowCredit(credit: Command, bind: Bind): void {
  const command = withPlaces(credit.command("show"))
    .summary("what waits for an account at splits and rails")
    .description(
      "Show what an account could not be paid, and may claim. Asks nothing but the chain.",
    )
    .argument("<account>", "the payee")
    .action(bind(whenCalled(async () => (await import("../payout/credit.ts")).showCommand)));
  withExamples(command, [
    "ryugu payout credit show 0x5c… --place 0x7a… 0x33… --rpc eip155:1=https://rpc.example",
    "Was I blocked when somebody paid me?",
  ]);
}

function addClaim(credit: Command, bind: Bind): void {
  const command = withPlaces(credit.command("claim"))
    .summary("take everything that is credited to the key's account")
    .description(
      "Take everything that is credited to the key's account over several splits and rails, with no relayer and no server. One that is " +
        "refused does not keep the others. Calling again goes on where it stopped. A stranger can have somebody credited in worthless " +
        "currencies: name those that count with --currency. Ends with 1 where something stays credited.",
    )
    .option("--to <address>", "where it goes (default: the account itself)");
  withPayer(command).action(
    bind(whenCalled(async () => (await import("../payout/credit.ts")).claimCommand)),
  );
  withExamples(command, [
    "ryugu payout credit claim --place 0x7a… 0x33… --to 0x91… --rpc eip155:1=https://rpc.example",
    "My account is blocked, and every relayer is dead:",
  ]);
}

function addSign(credit: Command, bind: Bind): void {
  const command = credit
    .command("sign")
    .summary("sign a claim for somebody else to carry: it needs no gas")
    .description(
      "Sign an order to pay out to another account what is credited to the key's account at one split or rail. It counts once; whoever " +
        "carries it can change nothing. Without --out it is printed.",
    )
    .requiredOption(...RPC)
    .requiredOption("--place <address>", "the split or rail that owes it")
    .requiredOption("--currency <address>", CURRENCY)
    .requiredOption("--to <address>", "where it goes")
    .option("--deadline <time>", "when it counts no more: 2h, 7d, or a date (default: 1d)")
    .option("--out <file>", "where to write it");
  withPayer(command).action(
    bind(whenCalled(async () => (await import("../payout/credit.ts")).signCommand)),
  );
  withExamples(command, [
    "ryugu payout credit sign --place 0x7a… --currency 0x… --to 0x91… --rpc eip155:1=https://rpc.example --out claim.json",
    "I have no gas, and my account is blocked:",
  ]);
}

function addCarry(credit: Command, bind: Bind): void {
  const command = credit
    .command("carry")
    .summary("carry out a claim that its payee signed")
    .description(
      "Carry out a claim that somebody else signed: it is checked first, and the key only pays the gas.",
    )
    .argument("<claim>", "a file, an http(s) address, or - for standard input")
    .requiredOption(...RPC);
  withPayer(command).action(
    bind(whenCalled(async () => (await import("../payout/credit.ts")).carryCommand)),
  );
  withExamples(command, [
    "ryugu payout credit carry claim.json --rpc eip155:1=https://rpc.example",
    "A creator who has no gas asks you:",
  ]);
}
